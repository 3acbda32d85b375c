// Package bundle is what a finished file carries of its own making: the plan, its agency files, the caller's values.
//
// Of gathers the files of a plan under names that say nothing of the house they come from: the same plan gives the same
// bundle in every folder. A DOCX carries a bundle as a custom XML part (docx.go), a PDF as associated files. Names that come
// back from a file are checked before anyone may write them. This room reads and writes nothing on disk.
package bundle

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
)

// A File is one file of a bundle.
type File struct {
	Path string // relative, with forward slashes: "ke-hoach/dan-chu-co-so.yaml"
	Role Role
	Data []byte // byte for byte
}

// A Role is what a file is to the plan.
type Role string

const (
	Plan     Role = "plan"
	Agency   Role = "agency"
	Values   Role = "values" // the caller's, of --set and --values
	Template Role = "template"
	Document Role = "document" // the DOCX beside the PDF
)

// descriptions are the roles in the words that a PDF reader's list of attachments shows.
var descriptions = map[Role]string{
	Plan:     "Kế hoạch nguồn",
	Agency:   "Cơ quan ban hành",
	Values:   "Giá trị đã đặt",
	Template: "Mẫu Word",
	Document: "Văn bản Word",
}

// Description is the role in Vietnamese.
func (r Role) Description() string { return descriptions[r] }

// Described is the role that a description names; "" when it is none of ours.
func Described(description string) Role {
	for role, words := range descriptions {
		if words == description {
			return role
		}
	}
	return ""
}

// MediaType is the type of the files of a role (RFC 9512 for YAML).
func (r Role) MediaType() string {
	if r == Template || r == Document {
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	return "application/yaml"
}

// Of are the files that p was loaded from, the plan first. The plan writes its agency files' names, so they stay as they are; its own
// is made one that every system takes.
func Of(p *plan.Plan) []File {
	paths := p.AgencyPaths()
	folder := folderOf(paths)
	var agencies []File
	for i, issuer := range p.Issuers {
		agencies = add(agencies, File{path.Join(folder, paths[i]), Agency, issuer.File.Bytes})
	}
	all := add(agencies, File{path.Join(folder, Name(path.Base(p.File.Name), Plan)), Plan, p.File.Bytes})
	files := append([]File{all[len(all)-1]}, agencies...)
	if len(p.Given) > 0 {
		files = add(files, File{"values.yaml", Values, encode(p.Given)})
	}
	return files
}

// maxName bounds a name, in bytes.
const maxName = 100

// Name is a file's name as a bundle holds it: no other program runs such a file, no system takes it for something else (Check).
func Name(name string, role Role) string {
	ending := path.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	if !slices.Contains(endings, strings.ToLower(ending)) {
		stem, ending = name, ".yaml"
		if role == Template || role == Document {
			ending = ".docx"
		}
	}
	stem = strings.Map(func(r rune) rune {
		if strings.ContainsRune(forbidden+"/", r) || unicode.IsControl(r) || r == unicode.ReplacementChar {
			return '-'
		}
		return r
	}, stem)
	for len(stem) > maxName {
		_, last := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-last]
	}
	if stem = strings.Trim(stem, ". "); stem == "" {
		stem = "ke-hoach"
	}
	if hostile(strings.ToLower(stem + ending)) {
		stem = "_" + stem
	}
	return stem + ending
}

// folderOf is the folder of the plan in the bundle: as deep as the agency files' paths climb. Its true name is nobody's
// business, and would make the bundle depend on where it was made.
func folderOf(agencies []string) string {
	deepest := 0
	for _, a := range agencies {
		deepest = max(deepest, strings.Count(a+"/", "../"))
	}
	return strings.TrimSuffix(strings.Repeat("ke-hoach/", deepest), "/")
}

// Add is files with one more, under another name where its own is taken.
func Add(files []File, f File) []File { return add(slices.Clip(files), f) }

func add(files []File, f File) []File {
	ending := path.Ext(f.Path)
	stem := strings.TrimSuffix(f.Path, ending)
	for n := 2; ; n++ {
		i := slices.IndexFunc(files, func(other File) bool { return strings.EqualFold(other.Path, f.Path) })
		if i < 0 {
			return append(files, f)
		}
		if files[i].Role == f.Role && bytes.Equal(files[i].Data, f.Data) {
			return files
		}
		f.Path = fmt.Sprintf("%s-%d%s", stem, n, ending)
	}
}

// encode writes values as a file that --values reads: names in order, whatever order they were given in.
func encode(values map[string]string) []byte {
	root := &yaml.Node{Kind: yaml.MappingNode}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		root.Content = append(root.Content, text(name), text(values[name]))
	}
	data, err := yaml.Marshal(root)
	if err != nil {
		panic(err) // a mapping of strings can be written
	}
	return data
}

func text(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s, Style: yaml.DoubleQuotedStyle}
}

// Find is the first file of a role; nil when there is none.
func Find(files []File, role Role) *File {
	for i := range files {
		if files[i].Role == role {
			return &files[i]
		}
	}
	return nil
}

// Size is what the files hold, in bytes.
func Size(files []File) int {
	n := 0
	for _, f := range files {
		n += len(f.Data)
	}
	return n
}

// Bounds of a bundle that comes back from a file.
const (
	maxFiles = 64
	maxPath  = 200 // bytes
)

// endings of the files that a bundle holds: nothing that some program would run.
var endings = []string{".yaml", ".yml", ".docx", ".dotx"}

// hostile tells whether a part of a path in small letters hides, steers a terminal, or is another on Windows, where some names are
// devices.
func hostile(part string) bool {
	return part == "" || strings.Trim(part, ". ") != part || strings.ContainsAny(part, forbidden) || strings.ContainsFunc(part, unicode.IsControl) ||
		output.IsDevice(part)
}

// forbidden are letters that no name has on Windows.
const forbidden = `\:<>"|?*`

// Check tells whether files that come from outside may be written below a folder.
func Check(files []File) error {
	if len(files) > maxFiles {
		return fmt.Errorf("more than %d files inside", maxFiles)
	}
	seen := map[string]bool{}
	plans := 0
	for _, f := range files {
		if f.Role == Plan {
			plans++
		}
		key := strings.ToLower(f.Path)
		switch {
		case len(f.Path) > maxPath || path.Clean("/"+f.Path) != "/"+f.Path || !slices.Contains(endings, path.Ext(key)),
			slices.ContainsFunc(strings.Split(key, "/"), hostile):
			return fmt.Errorf("unsafe file name %q inside", f.Path)
		case seen[key]:
			return fmt.Errorf("file name %q twice inside", f.Path)
		}
		seen[key] = true
	}
	if plans > 1 {
		return fmt.Errorf("%d plans inside", plans)
	}
	return nil
}
