package wml

import "strings"

// An Element is an XML element of a part, or, without a name, character data. It keeps the bytes it was read from, so that what
// nobody touches comes out as it went in.
type Element struct {
	Name     string // "w:p"; "" for character data
	Open     string // the start or empty tag; the text of character data, entities and all
	Close    string // the end tag; "" when the element is empty
	Children []*Element
	Parent   *Element
}

// ReadElement reads a part into elements. What stands before its root element is left out.
func ReadElement(part []byte) (*Element, error) {
	lexer := NewLexer(part)
	root := &Element{}
	stack := []*Element{root}
	for {
		t, ok := lexer.Next()
		if !ok {
			break
		}
		top := stack[len(stack)-1]
		if t.Kind == EndTag {
			top.Close = string(t.Raw)
			stack = stack[:len(stack)-1]
			continue
		}
		child := &Element{Name: t.Name, Open: string(t.Raw), Parent: top}
		top.Children = append(top.Children, child)
		if t.Kind == StartTag {
			stack = append(stack, child)
		}
	}
	if err := lexer.Err(); err != nil {
		return nil, err
	}
	for _, c := range root.Children {
		if c.Name != "" {
			return c, nil
		}
	}
	return nil, errNoRoot
}

const errNoRoot = constError("it has no root element")

// Child is the first child of a name; nil when there is none. A nil element has no children.
func (e *Element) Child(name string) *Element {
	if e == nil {
		return nil
	}
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Attribute is an attribute's value; "" when it is missing.
func (e *Element) Attribute(name string) string {
	if e == nil {
		return ""
	}
	value, _ := Token{Raw: []byte(e.Open)}.Attribute(name)
	return value
}

// Ancestor is the nearest element around e of a name; nil when there is none.
func (e *Element) Ancestor(name string) *Element {
	for p := e.Parent; p != nil; p = p.Parent {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// Walk visits the element and what is in it, in the order of the file, until visit says not to go into one.
func (e *Element) Walk(visit func(*Element) bool) {
	if visit(e) {
		for _, c := range e.Children {
			c.Walk(visit)
		}
	}
}

// Write puts the element and everything in it into b as it was read; of a nil element nothing.
func (e *Element) Write(b *strings.Builder) {
	if e == nil {
		return
	}
	b.WriteString(e.Open)
	for _, c := range e.Children {
		c.Write(b)
	}
	b.WriteString(e.Close)
}

// String is the element and everything in it as it was read.
func (e *Element) String() string {
	var b strings.Builder
	e.Write(&b)
	return b.String()
}

// Inner is everything in the element as it was read.
func (e *Element) Inner() string {
	var b strings.Builder
	if e != nil {
		for _, c := range e.Children {
			c.Write(&b)
		}
	}
	return b.String()
}
