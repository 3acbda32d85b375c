package template

import (
	"bytes"
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// An element is an XML element of a part, or, without a name, character data. It keeps the bytes it was read from, so that
// what no action touches comes out as it went in.
type element struct {
	name     string // "w:p"; "" for character data
	open     string // the start or empty tag; the text of character data, entities and all
	close    string // the end tag; "" when the element is empty
	children []*element
	parent   *element
}

// readPart reads a part into elements. Line ends become spaces: the compiler counts paragraphs by lines.
func readPart(part []byte) (prolog string, root *element, err error) {
	lexer := wml.NewLexer(part)
	top := &element{}
	at := top
	for {
		t, ok := lexer.Next()
		if !ok {
			break
		}
		raw := oneLine(t.Raw)
		switch t.Kind {
		case wml.CharData:
			at.add(&element{open: raw})
		case wml.EmptyTag:
			at.add(&element{name: t.Name, open: raw})
		case wml.StartTag:
			child := &element{name: t.Name, open: raw}
			at.add(child)
			at = child
		case wml.EndTag:
			at.close = raw
			at = at.parent
		}
	}
	if err := lexer.Err(); err != nil {
		return "", nil, err
	}
	for _, c := range top.children {
		if c.name != "" {
			return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, c, nil
		}
	}
	return "", nil, errNoRoot
}

type constError string

func (e constError) Error() string { return string(e) }

const errNoRoot = constError("it has no root element")

func oneLine(raw []byte) string {
	if bytes.IndexByte(raw, '\n') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return string(raw)
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(string(raw))
}

func (e *element) add(child *element) {
	child.parent = e
	e.children = append(e.children, child)
}

// child is the first child of a name; nil when there is none. A nil element has no children.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// attribute is an attribute's value, "" when it is missing.
func (e *element) attribute(name string) string {
	if e == nil {
		return ""
	}
	value, _ := wml.Token{Raw: []byte(e.open)}.Attribute(name)
	return value
}

// write puts the element and everything in it into b as it was read.
func (e *element) write(b *strings.Builder) {
	b.WriteString(e.open)
	for _, c := range e.children {
		c.write(b)
	}
	b.WriteString(e.close)
}

// inner is everything in the element as it was read.
func (e *element) inner() string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	for _, c := range e.children {
		c.write(&b)
	}
	return b.String()
}

// walk visits the element and what is in it, in the order of the file, until visit says not to go into one.
func (e *element) walk(visit func(*element) bool) {
	if visit(e) {
		for _, c := range e.children {
			c.walk(visit)
		}
	}
}

// ancestor is the nearest element around e of a name.
func (e *element) ancestor(name string) *element {
	for p := e.parent; p != nil; p = p.parent {
		if p.name == name {
			return p
		}
	}
	return nil
}
