// Package starter writes the first files of an office: its agency file and a commented first plan.
//
// Files takes the answers to `kehoach new` and returns YAML in Vietnamese that loads and builds. What only a person can know
// stands as a must-fill mark (package plan), which the loader reports until it is filled. It writes nothing to disk.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"text/template"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/vi"
)

// Answers are what the office says of itself.
type Answers struct {
	Kind      string // xa, phuong, dac-khu: plan.AgencyKind
	Name      string // of the administrative unit alone: "Sơn Tây Hạ"
	Parent    string // the direct superior agency; empty for none
	Place     string // on the date line; Name when empty
	Signatory string // full name
	Post      string // CHỦ TỊCH, PHÓ CHỦ TỊCH
	Year      int
}

// A File is one file to write, its name relative to the new folder.
type File struct {
	Name string
	Data []byte
}

//go:embed *.yaml.tmpl
var sources embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"yaml":  scalar,
	"upper": vi.Upper,
}).ParseFS(sources, "*.yaml.tmpl"))

// unitWords are the nouns of the kinds of commune, as they stand in an agency's name.
var unitWords = map[string]string{"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}

// UnitWord is the noun of a kind, "xã", and whether the kind is one that can be asked for.
func UnitWord(kind string) (string, bool) {
	word, ok := unitWords[kind]
	return word, ok
}

// UnitName is a unit's name without the noun of its kind, which people often write before it: "Phường Sơn Tây" is Sơn Tây.
func UnitName(kind, name string) string {
	if word, rest, ok := cutWords(name, len(strings.Fields(unitWords[kind]))); ok && vi.Upper(word) == vi.Upper(unitWords[kind]) {
		return rest
	}
	return name
}

// cutWords cuts a text behind its first words; not ok where nothing follows them.
func cutWords(text string, count int) (first, rest string, ok bool) {
	words := strings.Fields(text)
	if count == 0 || len(words) <= count {
		return "", "", false
	}
	return strings.Join(words[:count], " "), strings.Join(words[count:], " "), true
}

// Files are the agency file and the first plan.
func Files(a Answers) ([]File, error) {
	if a.Place == "" {
		a.Place = a.Name
	}
	data := struct {
		Answers
		Unit   string // "xã Sơn Tây Hạ"
		Deputy bool
	}{a, unitWords[a.Kind] + " " + a.Name, strings.HasPrefix(vi.Upper(a.Post), "PHÓ ")}
	var files []File
	for _, f := range []struct{ source, name string }{
		{"agency.yaml.tmpl", "agency.yaml"},
		{"plan.yaml.tmpl", fmt.Sprintf("%d/ke-hoach.yaml", a.Year)},
	} {
		var b bytes.Buffer
		if err := templates.ExecuteTemplate(&b, f.source, data); err != nil {
			return nil, fmt.Errorf("first file %s: %w", f.name, err)
		}
		files = append(files, File{f.name, b.Bytes()})
	}
	return files, nil
}

// scalar writes s as a YAML scalar that reads back as s, on one line.
func scalar(s string) (string, error) {
	out, err := yaml.Marshal(strings.Join(strings.Fields(s), " "))
	return strings.TrimSpace(string(out)), err
}
