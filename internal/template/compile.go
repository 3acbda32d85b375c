// Package template compiles and fills a Word template: Go's text/template applied to WordprocessingML.
//
// Compile takes a .docx whose text holds actions, {{.Title}} or {{range .Body}}, and Fill runs it on data and gives back the
// package with its parts filled. What is added to text/template is small: an action that Word split over runs is joined; one
// that steers and stands alone in a paragraph or a table row takes the whole paragraph or row; every printed value is escaped
// (escape.go); and six actions say what text can't: style, number, rule, table, section (functions.go), columns (grid.go).
// A template from outside can read no file and no environment, and output, iterations and nesting are bounded.
// This package knows WordprocessingML; it knows nothing of plans, and the names of an action are the fields of the data.
package template

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"text/template"

	"github.com/nguyenthenguyen/docx"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Template is compiled once and filled many times, by many goroutines.
type Template struct {
	pkg    *wml.Package
	parts  []*part
	styles styleNames
	flat   map[string]bool // lists of one level, by w:numId
	model  *element        // the body's sectPr: every section is a copy of it
}

// A part is one compiled part of the package.
type part struct {
	name       string
	program    *template.Template
	paragraphs []string // the text of each paragraph or row, by line of the program
	runs       []runStyle
	columns    []column
	filled     atomic.Int64 // how long it came out the last time, and a little more
}

// maxActions bounds a template.
const maxActions = 20_000

// Compile compiles the main part and every header and footer.
func Compile(p *wml.Package) (*Template, diag.List) {
	t := &Template{pkg: p}
	var found diag.List
	styles, err := readStyleNames(p.Part("word/styles.xml"))
	if err != nil {
		return nil, diag.List{damaged.At(diag.Location{File: p.Name}, "part", "word/styles.xml", "reason", err.Error())}
	}
	t.styles = styles
	if t.flat, err = flatLists(p.Part("word/numbering.xml")); err != nil {
		return nil, diag.List{damaged.At(diag.Location{File: p.Name}, "part", "word/numbering.xml", "reason", err.Error())}
	}
	for _, name := range p.Names() {
		main := name == wml.MainPart
		if !main && !isMargin(name) {
			continue
		}
		c := &compiler{template: t, name: name, main: main, grids: map[*element]int{}}
		compiled := c.part(t.source(name))
		found = append(found, c.found...)
		if c.actions == 0 && !main && !c.found.Failed() {
			continue // nothing is filled in: it stays as it is packed
		}
		t.parts = append(t.parts, compiled)
	}
	if found.Failed() {
		return nil, found
	}
	return t, found
}

// source is a part's bytes. The main part comes through the docx package, whose bounds wml.OpenPackage has checked.
func (t *Template) source(name string) []byte {
	if name == wml.MainPart && t.pkg.Data() != nil {
		if r, err := docx.ReadDocxFromMemory(bytes.NewReader(t.pkg.Data()), int64(len(t.pkg.Data()))); err == nil {
			defer r.Close()
			return []byte(r.Editable().GetContent())
		}
	}
	return t.pkg.Part(name)
}

func isMargin(name string) bool {
	return (strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer")) && strings.HasSuffix(name, ".xml")
}

// A compiler turns one part into a program for text/template.
type compiler struct {
	template *Template
	name     string
	main     bool
	out      strings.Builder
	compiled part
	open     []opened
	grids    map[*element]int // tables whose columns an action sets
	actions  int
	found    diag.List
}

// An opened control action waits for its end.
type opened struct {
	action    action
	container *element // where it stands: its end must stand in the same
	paragraph string
}

func (c *compiler) part(source []byte) *part {
	c.compiled.name = c.name
	root, err := readPart(source)
	if err != nil {
		c.find(damaged, "reason", err.Error())
		return nil
	}
	c.out.WriteString(prolog)
	c.line("")
	c.element(root)
	for _, o := range c.open {
		c.quote(neverEnded, o.paragraph, "action", o.action.body)
	}
	if c.found.Failed() {
		return nil
	}
	program, err := template.New(c.name).Funcs(placeholders).Parse(c.out.String())
	if err != nil {
		c.found = append(c.found, c.compiled.explain(c.template.pkg.Name, err, nil))
		return nil
	}
	c.compiled.program = program
	return &c.compiled
}

// element writes an element, and hands those that actions concern to their own functions.
func (c *compiler) element(e *element) {
	switch e.Name {
	case "w:p":
		c.paragraph(e)
	case "w:tr":
		c.row(e)
	case "w:tbl":
		c.table(e)
	case "w:gridCol", "w:tcW":
		c.columnWidth(e)
	case "w:sectPr":
		if c.main && e.Parent.Name == "w:body" {
			c.template.model = e
			c.out.WriteString("{{_lastSection}}")
			return
		}
		c.raw(e)
	default:
		c.all(e)
	}
}

// all writes an element with everything in it.
func (c *compiler) all(e *element) {
	c.tag(e.Open)
	for _, child := range e.Children {
		c.element(child)
	}
	if e.Name == "w:tc" && !endsWithParagraph(e) {
		c.out.WriteString("<w:p/>") // a cell ends with a paragraph, or Word calls the file damaged (17.4.65)
	}
	c.out.WriteString(e.Close)
}

// endsWithParagraph tells whether a cell's last block is a paragraph that every filling keeps.
func endsWithParagraph(cell *element) bool {
	for _, e := range slices.Backward(cell.Children) {
		if e.Name == "w:p" {
			return len(loneActions(e)) == 0
		}
		if e.Name != "" {
			return false
		}
	}
	return false
}

// raw writes an element with no action in it.
func (c *compiler) raw(e *element) {
	var b strings.Builder
	e.Write(&b)
	c.tag(b.String())
}

// tag writes markup; braces in it, in an attribute say, are no action.
func (c *compiler) tag(markup string) {
	if strings.Contains(markup, "{{") {
		markup = strings.ReplaceAll(markup, "{{", "{{`{{`}}")
	}
	c.out.WriteString(markup)
}

// line begins a line of the program, so that an error's line number names the paragraph.
func (c *compiler) line(text string) {
	if len(c.compiled.paragraphs) > 0 {
		c.out.WriteByte('\n')
	}
	c.compiled.paragraphs = append(c.compiled.paragraphs, text)
}

// row writes a table row; one whose cells hold only control actions becomes those.
func (c *compiler) row(e *element) {
	text := textOf(e)
	c.line(text)
	if actions := loneInRow(e); actions != nil {
		for _, a := range actions {
			c.control(a, e.Parent, text)
		}
		return
	}
	c.tag(e.Open)
	for _, child := range e.Children {
		c.element(child)
	}
	c.out.WriteString(e.Close)
}

// loneInRow are the control actions of a row that holds nothing else; nil when it holds anything else or nothing.
func loneInRow(e *element) []action {
	var all []action
	blank := true
	e.Walk(func(n *element) bool {
		if n.Name != "w:p" {
			return true
		}
		actions := loneActions(n)
		if actions == nil && strings.TrimSpace(textOf(n)) != "" || slices.ContainsFunc(actions, action.block) {
			blank = false
		}
		all = append(all, actions...)
		return false
	})
	if !blank {
		return nil
	}
	return all
}

// control writes an action that steers, and keeps account of what is open.
func (c *compiler) control(a action, container *element, text string) {
	if a.comment() {
		return
	}
	c.count(text)
	switch a.word() {
	case "if", "with", "range":
		c.open = append(c.open, opened{a, container, text})
	case "else", "end":
		if len(c.open) == 0 {
			c.quote(nothingOpen, text, "action", a.body)
			return
		}
		last := c.open[len(c.open)-1]
		if last.container != container {
			c.quote(unbalanced, text, "action", last.action.body, "where", last.paragraph)
		}
		if a.word() == "end" {
			c.open = c.open[:len(c.open)-1]
		}
	}
	c.out.WriteString("{{" + bounded(a) + "}}")
}

// bounded is a control action with what it ranges over counted.
func bounded(a action) string {
	if a.word() != "range" {
		return a.body
	}
	variables, over, declared := strings.Cut(a.rest(), ":=")
	if !declared {
		return "range _items (" + a.rest() + ")"
	}
	return "range " + variables + ":= _items (" + strings.TrimSpace(over) + ")"
}

func (c *compiler) count(text string) {
	if c.actions++; c.actions == maxActions {
		c.quote(tooMuch, text, "what", fmt.Sprintf("%d {{ }}", maxActions))
	}
}

// find reports something about the whole part; quote something about one paragraph of it.
func (c *compiler) find(kind *diag.Kind, args ...string) {
	c.found = append(c.found, kind.At(diag.Location{File: c.template.pkg.Name}, append(args, "part", c.name)...))
}

func (c *compiler) quote(kind *diag.Kind, paragraph string, args ...string) {
	c.find(kind, append(args, "text", shorten(paragraph))...)
}
