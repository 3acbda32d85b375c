package cli

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/proof"
)

// A companion is a file that an earlier build of a plan left beside it and that this one does not make: the map or picture of a PDF
// that is another now, or an appendix that is no file of its own any more.
type companion struct {
	name, input string
	ours        bool // as the program wrote it
}

// numbered is what follows a plan's name in those of its appendices.
var numbered = regexp.MustCompile(`^-phu-luc-\d{1,3}(\.docx|\.pdf)$`)

// companions looks for what files are about to leave behind. It must be asked before they are written.
func companions(files []output.File) []companion {
	making := map[string]bool{}
	for _, f := range files {
		making[f.Name] = true
	}
	var found []companion
	describes := func(name, pdf string) bool { // a map says which file is its own
		data, err := os.ReadFile(name)
		return filepath.Ext(name) != ".json" || err == nil && bytes.Contains(data, []byte(`"file": "`+filepath.Base(pdf)+`"`))
	}
	add := func(name, input string, ours bool) {
		if !making[name] && !slices.ContainsFunc(found, func(c companion) bool { return c.name == name }) && exists(name) {
			found = append(found, companion{name, input, ours})
		}
	}
	describing := func(pdf, input string) {
		for _, ending := range []string{".sign.json", ".sign.png"} {
			name := strings.TrimSuffix(pdf, ".pdf") + ending
			add(name, input, describes(name, pdf))
		}
	}
	folders := map[string][]os.DirEntry{} // each is read once
	for _, f := range files {
		ending := filepath.Ext(f.Name)
		if old, err := os.ReadFile(f.Name); ending == ".pdf" && err == nil && !bytes.Equal(old, f.Data) {
			describing(f.Name, f.Input)
		}
		own := filepath.Join(filepath.Dir(f.Name), stem(f.Input))
		if f.Name != own+ending {
			continue
		}
		folder := filepath.Dir(f.Name)
		if _, read := folders[folder]; !read {
			folders[folder], _ = os.ReadDir(folder)
		}
		for _, entry := range folders[folder] {
			rest, ok := strings.CutPrefix(entry.Name(), filepath.Base(own))
			name := filepath.Join(folder, entry.Name())
			if !ok || !numbered.MatchString(rest) || filepath.Ext(name) != ending || making[name] {
				continue
			}
			if data, err := os.ReadFile(name); err == nil && carries(name, data, f.Input) {
				add(name, f.Input, output.Sealed(data))
				if ending == ".pdf" && output.Sealed(data) {
					describing(name, f.Input)
				}
			}
		}
	}
	return found
}

func exists(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}

// carries tells whether a file carries a plan of this name: else it is another plan's.
func carries(name string, data []byte, input string) bool {
	inside, found := proof.Inside(name, data)
	return !found.Failed() && path.Base(bundle.Find(inside, bundle.Plan).Path) == bundle.Name(filepath.Base(input), bundle.Plan)
}

// retire removes companions of what was written, and names those that are no longer as they were made.
func (p *program) retire(old []companion, written []output.File) {
	var found diag.List
	for _, c := range old {
		if !slices.ContainsFunc(written, func(f output.File) bool { return f.Input == c.input }) {
			continue
		}
		at := diag.Location{File: filepath.ToSlash(c.name)}
		if !c.ours {
			found = append(found, leftBehind.At(at))
			continue
		}
		if err := os.Remove(c.name); err != nil {
			found = append(found, leftBehind.At(at))
			continue
		}
		fmt.Fprint(p.stdout, p.say(retired, "file", at.File))
	}
	p.findings(found)
}

var (
	retired    = diag.Words{VI: "{file}  đã xóa: của lần lập trước, không còn đúng\n", EN: "{file}  removed: of an earlier build, no longer true\n"}
	leftBehind = diag.Declare(&diag.Kind{ID: "build/left-behind", Severity: diag.Warning,
		Message: diag.Words{VI: "tệp của lần lập trước, không còn thuộc kế hoạch này", EN: "the file is of an earlier build and no longer part of this plan"},
		Fix:     diag.Words{VI: "chuyển đi hoặc xóa tệp ấy", EN: "move it away or delete it"}})
)
