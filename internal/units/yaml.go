package units

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// A sequence is a list in YAML: mappings, their keys as in Unit.Values; agency and signatory may be mappings of their own.
type sequence struct {
	*reader
	lines []string
}

// yaml reads a list as YAML. In a folder a file that is no list is remembered: it may be the plan of a unit.
func (r *reader) yaml(data []byte, shown string) {
	whole := diag.Location{File: shown}
	text, found := decode(data, shown)
	if i := strings.IndexFunc(text, func(c rune) bool { return c == utf8.RuneError }); found != nil && !found.Failed() || i >= 0 {
		found = diag.List{notUTF8.At(whole)}
	}
	if found != nil {
		r.found = append(r.found, found...)
		return
	}
	s := &sequence{r, strings.Split(text, "\n")}
	r.begin(shown, false, "")
	var document yaml.Node
	err := yaml.NewDecoder(bytes.NewReader([]byte(text))).Decode(&document)
	switch {
	case errors.Is(err, io.EOF) || err == nil && len(document.Content) == 0:
		r.report(fileEmpty.At(whole))
	case err != nil:
		r.report(s.syntax(text, err))
	case document.Content[0].Kind == yaml.MappingNode && r.merging:
		r.mappings = append(r.mappings, shown)
	case document.Content[0].Kind != yaml.SequenceNode:
		r.report(yamlShape.Saying("expected", aList).At(s.place(document.Content[0])))
	default:
		r.headed, r.tables = true, true
		s.units(document.Content[0])
		r.end(diag.Finding{})
	}
}

var (
	aList    = diag.Words{VI: "một danh sách các đơn vị", EN: "a list of units"}
	aMapping = diag.Words{VI: "các khóa và giá trị của một đơn vị", EN: "the keys and values of a unit"}
	aValue   = diag.Words{VI: "một giá trị", EN: "a value"}
)

// syntax places an error of yaml.v3.
func (s *sequence) syntax(text string, err error) diag.Finding {
	fault := plan.FaultOf(text, err)
	before := text[:fault.Start]
	start := strings.LastIndexByte(before, '\n') + 1
	line := strings.Count(before, "\n") + 1
	at := diag.Location{File: s.shown, Line: line, Column: diag.Column(text[start:], fault.Start-start), Source: strings.TrimSuffix(s.lines[line-1], "\r")}
	at.Width = max(diag.Column(text[start:], fault.End-start)-at.Column, 1)
	return yamlSyntax.Saying("reason", fault.Reason).Saying("fix", fault.Fix).At(at)
}

// place is where a node stands. yaml.v3 counts columns in characters.
func (s *sequence) place(n *yaml.Node) diag.Location {
	at := diag.Location{File: s.shown, Line: n.Line, Column: max(n.Column, 1), Width: max(utf8.RuneCountInString(firstLine(n.Value)), 1)}
	if n.Line >= 1 && n.Line <= len(s.lines) {
		at.Source = strings.TrimSuffix(s.lines[n.Line-1], "\r")
	}
	return at
}

func (s *sequence) units(list *yaml.Node) {
	for _, n := range list.Content {
		if s.rows++; s.rows > maxRows || len(s.list.Units) >= maxRows {
			s.report(tooManyRows.At(s.place(n), "limit", strconv.Itoa(maxRows)))
			return
		}
		n = follow(n)
		if n.Kind != yaml.MappingNode {
			s.report(yamlShape.Saying("expected", aMapping).At(s.place(n)))
			continue
		}
		before := len(s.found)
		u := Unit{Values: map[string]string{}, Places: map[string]diag.Location{}, At: diag.Location{File: s.shown, Line: n.Line, Column: 1}}
		s.columns = s.columns[:0]
		s.fields(&u, n, "")
		s.add(u, before)
	}
	s.columns = nil
}

// follow resolves an alias.
func follow(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// fields reads the entries of a mapping, their keys under a prefix.
func (s *sequence) fields(u *Unit, n *yaml.Node, prefix string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], follow(n.Content[i+1])
		key, known := s.words.key(prefix + name.Value)
		inner := prefix == "" && value.Kind == yaml.MappingNode && (name.Value == "agency" || name.Value == "signatory")
		switch {
		case inner:
			s.fields(u, value, name.Value+".")
		case !known:
			keys := s.words.known()
			s.report(yamlKey.At(s.place(name), "key", prefix+name.Value, "known", strings.Join(keys, ", ")).WithNear(diag.Near(prefix+name.Value, keys)))
		case key == "":
		case s.gives(key):
			s.report(yamlTwice.At(s.place(name), "key", key))
		case value.Kind != yaml.ScalarNode:
			s.report(yamlShape.Saying("expected", aValue).At(s.place(value)))
		default:
			s.columns = append(s.columns, Column{Heading: key, Key: key})
			if value.Tag != "!!null" {
				s.value(u, key, cell{text: value.Value, Location: s.place(value)})
			}
		}
	}
}
