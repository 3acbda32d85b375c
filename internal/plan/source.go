package plan

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Source is a file as it was read: its bytes for those who keep them, its text for those who read it.
type Source struct {
	Name  string // as the person named it, with forward slashes
	Bytes []byte // as on disk
	Text  string // UTF-8 in NFC without BOM, lines end in LF
	lines []int  // where each line begins in Text

	yamlLines []int // where YAML sees lines begin: it also breaks at U+0085, U+2028 and U+2029
}

// A Place is a stretch of a Source: byte offsets into its Text, Start < End unless nothing is there.
type Place struct {
	File       *Source
	Start, End int
}

// Location is the place as a finding shows it; a place of several lines is shown to the end of its first.
func (p Place) Location() diag.Location { return new(Ruler).Location(p) }

// A Ruler gives the locations of many places. Of places near one another in a line it counts what lies between: a line of any length is
// measured in no time.
type Ruler struct{ from, to diag.Columns }

func (r *Ruler) Location(p Place) diag.Location {
	if p.File == nil {
		return diag.Location{}
	}
	line := p.File.line(p.Start)
	begin, end := p.File.lines[line-1], len(p.File.Text)
	if line < len(p.File.lines) {
		end = p.File.lines[line] - 1
	}
	text := p.File.Text[begin:end]
	from := r.from.At(text, p.Start-begin)
	to := r.to.At(text, max(p.Start, min(p.End, end))-begin)
	return diag.Location{File: p.File.Name, Line: line, Column: from, Width: max(to-from, 1), Source: text}
}

// Line is the line of the file in which the place begins, from 1; 0 for nowhere.
func (p Place) Line() int {
	if p.File == nil {
		return 0
	}
	return p.File.line(p.Start)
}

// Place is where a location of the file is: what Location of a Place within one line came from. It is empty for the file as a whole.
func (s *Source) Place(at diag.Location) Place {
	if at.Line < 1 || at.Line > len(s.lines) || at.Column < 1 {
		return Place{File: s}
	}
	begin := s.lines[at.Line-1]
	text, _, _ := strings.Cut(s.Text[begin:], "\n")
	return Place{s, begin + diag.Offset(text, at.Column), begin + diag.Offset(text, at.Column+max(at.Width, 1))}
}

// maxFile bounds a plan, an agency file and a values file, in bytes. The longest real plan known has 60 KB.
const maxFile = 4 << 20

var (
	errDirectory = errors.New("directory")
	errSpecial   = errors.New("pipe or device")
)

// readDisk reads a regular file, never more of it than one byte over the bound: a pipe that nobody writes to is waited for without end.
func readDisk(name string) ([]byte, error) {
	switch info, err := os.Stat(name); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errDirectory
	case !info.Mode().IsRegular():
		return nil, errSpecial
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// ReadSource reads a file as text. Its finding, if there is one, has no more place than the file's name, or the first
// character that is no text.
func ReadSource(name string, o Options) (*Source, diag.List) {
	read := o.ReadFile
	if read == nil {
		read = readDisk
	}
	whole := diag.Location{File: name}
	data, err := read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, diag.List{fileMissing.At(whole)}
	case errors.Is(err, errDirectory):
		return nil, diag.List{fileFolder.At(whole)}
	case errors.Is(err, errSpecial):
		return nil, diag.List{fileSpecial.At(whole)}
	case err != nil:
		return nil, diag.List{fileUnreadable.Saying("reason", diag.Reason(err)).At(whole)}
	case len(data) > maxFile:
		return nil, diag.List{fileTooLarge.At(whole)}
	}
	text, ok := decodeText(data)
	if !ok {
		return nil, diag.List{fileNotText.At(whole)}
	}
	source := newSource(name, data, text)
	if i := strings.IndexFunc(source.Text, forbidden); i >= 0 {
		return nil, diag.List{fileControl.At(Place{source, i, i + 1}.Location())}
	}
	if i := strings.IndexRune(source.Text, utf8.RuneError); i >= 0 {
		return nil, diag.List{fileEncoding.At(Place{source, i, i + 3}.Location())}
	}
	return source, nil
}

// newSource is a file whose bytes hold text.
func newSource(name string, data []byte, text string) *Source {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	source := &Source{Name: name, Bytes: data, Text: norm.NFC.String(text)}
	source.lines = lineStarts(source.Text, func(r rune) bool { return r == '\n' })
	source.yamlLines = lineStarts(source.Text, yamlBreak)
	return source
}

// decodeText turns bytes into UTF-8 without BOM. A byte that is not UTF-8 becomes U+FFFD, so that their place can be shown;
// NUL bytes mean that the file is no text at all.
func decodeText(data []byte) (string, bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
		text := string(data)
		if !utf8.ValidString(text) {
			text = string([]rune(text))
		}
		return text, bytes.IndexByte(data, 0) < 0
	}
	if len(data)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(data)/2-1)
	for i := range units {
		units[i] = order.Uint16(data[2*i+2:])
	}
	text := string(utf16.Decode(units))
	return text, strings.IndexByte(text, 0) < 0
}

// Decoded is the file as UTF-8 without BOM but otherwise as it was written, line ends and composition of letters included, and what
// turns such text back into the file's own encoding.
func (s *Source) Decoded() (text string, encode func(string) []byte) {
	text, _ = decodeText(s.Bytes)
	for mark, order := range map[string]binary.AppendByteOrder{"\xFF\xFE": binary.LittleEndian, "\xFE\xFF": binary.BigEndian} {
		if bytes.HasPrefix(s.Bytes, []byte(mark)) {
			return text, func(t string) []byte {
				out := []byte(mark)
				for _, unit := range utf16.Encode([]rune(t)) {
					out = order.AppendUint16(out, unit)
				}
				return out
			}
		}
	}
	mark := ""
	if bytes.HasPrefix(s.Bytes, []byte("\uFEFF")) {
		mark = "\uFEFF"
	}
	return text, func(t string) []byte { return []byte(mark + t) }
}

// forbidden tells the characters that YAML does not take (YAML 1.2, 5.1), apart from NUL.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 && r != 0x85 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF
}

// yamlBreak tells where YAML ends a line, other than at CR (YAML 1.1, 4.2).
func yamlBreak(r rune) bool { return r == '\n' || r == 0x85 || r == 0x2028 || r == 0x2029 }

// lineStarts are the offsets at which the lines of text begin.
func lineStarts(text string, isBreak func(rune) bool) []int {
	starts := []int{0}
	for i, r := range text {
		if isBreak(r) {
			starts = append(starts, i+utf8.RuneLen(r))
		}
	}
	return starts
}
