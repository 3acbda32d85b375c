package plan

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

// Root is what a file holds as YAML; nil when it holds nothing that can be read, with the finding that says so.
func (s *Source) Root() (*yaml.Node, diag.List) {
	d := &decoder{file: s}
	return d.parse(), d.found
}

// parse reads the file as YAML and returns its root node; nil after a finding. yaml.v3 stops at the first error of syntax.
func (d *decoder) parse() *yaml.Node {
	reader := yaml.NewDecoder(bytes.NewReader([]byte(d.file.Text)))
	var document, second yaml.Node
	err := reader.Decode(&document)
	switch {
	case errors.Is(err, io.EOF) || err == nil && (len(document.Content) == 0 || tree.IsNull(document.Content[0])):
		d.found = append(d.found, fileEmpty.At(diag.Location{File: d.file.Name}))
		return nil
	case err != nil:
		d.found = append(d.found, d.syntax(err))
		return nil
	}
	if err := reader.Decode(&second); err == nil {
		d.found = append(d.found, yamlMulti.At(d.place(&second).Location()))
		return nil
	} else if !errors.Is(err, io.EOF) {
		d.found = append(d.found, d.syntax(err))
		return nil
	}
	return tree.Root(&document)
}

// syntax places an error of yaml.v3: where a line of prose explains it, that line with its mended form.
func (d *decoder) syntax(err error) diag.Finding {
	fault := FaultOf(d.file.Text, err)
	if fault.Fix == syntaxFix {
		if f, ok := d.prose(d.file, d.file.line(fault.Start), traps); ok {
			return f
		}
	}
	return yamlSyntax.Saying("reason", fault.Reason).Saying("fix", fault.Fix).At(Place{d.file, fault.Start, fault.End}.Location())
}

// entry is a line that holds a key with prose, or an item of a list that is prose.
var entry = regexp.MustCompile(`^(\s*(?:- +)*)(?:([a-z_]+):[ \t]+)?(.*?)\s*$`)

// A trap is a beginning or an inside of prose that YAML misreads.
type trap struct {
	found  func(value string) bool
	reason diag.Words
}

// Of a tab and a # YAML makes something without a word.
var (
	tabTrap     = trap{func(v string) bool { return strings.ContainsRune(v, '\t') }, diag.Words{VI: "có dấu tab", EN: "there is a tab"}}
	hashTrap    = trap{func(v string) bool { return bare(v) && strings.Contains(v, " #") }, diag.Words{VI: "có dấu # bên trong, phần sau bị coi là chú thích", EN: "there is a # inside, and what follows is taken for a comment"}}
	silentTraps = []trap{tabTrap, hashTrap}
	traps       = []trap{
		tabTrap,
		{quoteGoesOn, diag.Words{VI: "câu bắt đầu bằng dấu nháy rồi viết tiếp", EN: "it begins with a quote and goes on behind it"}},
		{func(v string) bool { return strings.HasPrefix(v, "{{") }, diag.Words{VI: "câu bắt đầu bằng {{", EN: "it begins with {{"}},
		{func(v string) bool { return strings.HasPrefix(v, "*") || strings.HasPrefix(v, "&") }, diag.Words{VI: "câu bắt đầu bằng dấu * hoặc &", EN: "it begins with * or &"}},
		{func(v string) bool { return v != "" && strings.ContainsAny(v[:1], "@%`!") }, diag.Words{VI: "câu bắt đầu bằng ký tự có nghĩa riêng trong YAML", EN: "it begins with a character that means something in YAML"}},
		{func(v string) bool { return strings.HasPrefix(v, "- ") }, diag.Words{VI: "câu bắt đầu bằng dấu -", EN: "it begins with -"}},
		{func(v string) bool { return bare(v) && strings.Contains(v, ": ") }, diag.Words{VI: "có dấu hai chấm bên trong", EN: "there is a colon inside"}},
		hashTrap,
	}
)

// bare tells whether prose stands without quotes, brackets or block marks.
func bare(v string) bool { return v != "" && !strings.ContainsAny(v[:1], `"'[{|>`) }

// quoteGoesOn tells whether prose begins with a quoted word and goes on: "Dân vận khéo" là ….
func quoteGoesOn(v string) bool {
	if v == "" || v[0] != '"' && v[0] != '\'' {
		return false
	}
	t := tracer{text: v, pos: 1}
	if v[0] == '"' {
		t.doubleQuoted()
	} else {
		t.singleQuoted()
	}
	rest := strings.TrimSpace(v[t.pos:])
	return rest != "" && !strings.ContainsAny(rest[:1], "#,]}:")
}

// prose looks for a trap in a line and shows the line mended.
func (d *decoder) prose(file *Source, line int, traps []trap) (diag.Finding, bool) {
	if line < 1 || line > len(file.lines) {
		return diag.Finding{}, false
	}
	start := file.lines[line-1]
	text, _, _ := strings.Cut(file.Text[start:], "\n")
	m := entry.FindStringSubmatchIndex(text)
	if m == nil || m[6] == m[7] {
		return diag.Finding{}, false
	}
	lead, value := text[:m[6]], text[m[6]:m[7]]
	for _, trap := range traps {
		if trap.found(value) {
			at := Place{file, start + m[6], start + m[7]}
			return yamlProse.Saying("reason", trap.reason).At(at.Location(), "mended", strings.TrimLeft(mend(lead, value), " ")), true
		}
	}
	return diag.Finding{}, false
}

// mend puts prose between single quotes, in which YAML reads everything as it stands; what has quotes or brackets keeps them.
func mend(lead, value string) string {
	value = strings.ReplaceAll(value, "\t", " ")
	if !bare(value) && !quoteGoesOn(value) && !strings.HasPrefix(value, "{{") {
		return lead + value
	}
	return lead + "'" + strings.ReplaceAll(value, "'", "''") + "'"
}
