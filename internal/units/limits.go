package units

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/kehoach/kehoach/internal/diag"
)

// Bounds of one list. Since 01/7/2025 the country has 3,321 communes: a list of them with twenty columns has some 70,000 cells
// and 2 MB as CSV.
const (
	maxFile    = 16 << 20 // bytes on disk
	maxRows    = 20_000   // units: six times the country
	maxColumns = 256
	maxCell    = 32_767 // characters: what a cell of Excel holds
	maxName    = 150    // characters of a unit's name; file systems stop at 255 bytes
	headRows   = 10     // rows among which the headings are looked for
)

// readBytes reads a file, never more of it than one byte over the bound.
func readBytes(name, shown string) ([]byte, diag.List) {
	whole := diag.Location{File: shown}
	f, err := os.Open(name)
	if err == nil {
		defer f.Close()
		var data []byte
		if data, err = io.ReadAll(io.LimitReader(f, maxFile+1)); err == nil {
			if len(data) > maxFile {
				return nil, diag.List{fileTooLarge.At(whole)}
			}
			return data, nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.List{fileMissing.At(whole)}
	}
	return nil, diag.List{fileUnreadable.Saying("reason", diag.Reason(err)).At(whole)}
}
