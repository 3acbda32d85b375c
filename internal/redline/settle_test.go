package redline_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/wml"
)

// settle accepts or rejects every change of a document by the rules of ECMA-376 part 1, 17.13.5.
func settle(t testing.TB, pkg *wml.Package, accept bool) *wml.Package {
	t.Helper()
	parts := map[string][]byte{}
	for _, name := range pkg.Names() {
		if name != wml.MainPart && !strings.HasPrefix(name, "word/header") && !strings.HasPrefix(name, "word/footer") {
			continue
		}
		root, err := wml.ReadElement(pkg.Part(name))
		if err != nil {
			t.Fatal(err)
		}
		s := settler{keep: "w:ins", drop: "w:del"}
		if !accept {
			s = settler{keep: "w:del", drop: "w:ins", restore: true}
		}
		s.element(root)
		parts[name] = []byte(strings.NewReplacer("w:delText", "w:t", "w:delInstrText", "w:instrText").Replace(root.String()))
	}
	return pkg.With(parts)
}

// A settler walks a part. keep and drop are what runs and marks stand in that stay, and that go.
type settler struct {
	keep, drop string
	restore    bool // properties as they were
}

func (s settler) element(e *wml.Element) {
	var children []*wml.Element
	for _, c := range e.Children {
		switch {
		case c.Name == s.drop:
			continue
		case c.Name == s.keep && c.Close != "":
			children = append(children, c.Children...)
			continue
		case c.Name == s.keep:
			continue
		case c.Name == "w:tr" && c.Child("w:trPr").Child(s.drop) != nil:
			continue
		}
		children = append(children, c)
	}
	e.Children = children
	s.join(e)
	for _, c := range e.Children {
		s.element(c)
		s.properties(c)
	}
	var tables []*wml.Element
	for _, c := range e.Children {
		if c.Name != "w:tbl" || c.Child("w:tr") != nil { // a table without rows is gone
			tables = append(tables, c)
		}
	}
	e.Children = tables
}

// join takes away the marks of paragraphs that go: what is left of such a paragraph goes in front of the next.
func (s settler) join(e *wml.Element) {
	var out, waiting []*wml.Element
	for _, c := range e.Children {
		if c.Name != "w:p" {
			out = append(out, c)
			continue
		}
		var content []*wml.Element
		for _, inside := range c.Children {
			if inside.Name != "w:pPr" && inside.Name != s.drop {
				content = append(content, inside)
			}
		}
		if c.Child("w:pPr").Child("w:rPr").Child(s.drop) != nil {
			waiting = append(waiting, content...)
			continue
		}
		var children []*wml.Element
		if pPr := c.Child("w:pPr"); pPr != nil {
			children = append(children, pPr)
		}
		c.Children = append(append(children, waiting...), content...)
		waiting = nil
		out = append(out, c)
	}
	if len(waiting) > 0 {
		panic("the words of a paragraph that goes have nowhere to go")
	}
	e.Children = out
}

// properties settles what an element says of itself.
func (s settler) properties(e *wml.Element) {
	change := e.Child(e.Name + "Change")
	if change == nil {
		return
	}
	var own []*wml.Element
	for _, c := range e.Children {
		if c != change && (!s.restore || c.Name == "w:rPr" || c.Name == "w:sectPr" || c.Name == "w:headerReference" || c.Name == "w:footerReference") {
			own = append(own, c)
		}
	}
	if s.restore {
		was := change.Children[0].Children
		if e.Name == "w:pPr" {
			own = append(append([]*wml.Element{}, was...), own...)
		} else {
			own = append(own, was...)
		}
	}
	e.Children = own
}
