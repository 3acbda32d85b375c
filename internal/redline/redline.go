// Package redline makes one Word document of two: the new one, with native tracked changes against the old one.
//
// Merge takes two packages filled from one template and returns the new one in which every difference is a tracked insertion or
// deletion (ECMA-376 part 1, 17.13.5): words in runs, paragraphs with their marks, rows of tables, properties of paragraphs and
// sections. Accepting all gives the new document's words, rejecting all the old one's, and each change can be taken by itself.
// Blocks are aligned by their very XML first, then by likeness of words (package align); within a pair of paragraphs, words are.
// What is not tracked is taken from the new document: the grid and look of tables, bookmarks, headers of sections.
// It knows WordprocessingML and nothing of plans.
package redline

import (
	"fmt"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/wml"
)

// Who and when a change is said to be.
type Author struct {
	Name string
	Date time.Time // the zero Time is not said
}

// Merge is new with tracked changes against old. Where one of the two is nil, all of the other was inserted, or deleted.
func Merge(old, new *wml.Package, by Author) (*wml.Package, error) {
	base := new
	if new == nil {
		base = old
	}
	m := &merger{attributes: attributes(by), id: firstID}
	parts := map[string][]byte{}
	for _, name := range base.Names() {
		if name != wml.MainPart && !isMargin(name) {
			continue
		}
		if name != wml.MainPart && (old == nil || new == nil) {
			continue // a header tells nothing of its own: it stays
		}
		before, err := root(old, name)
		if err != nil {
			return nil, err
		}
		after, err := root(new, name)
		if err != nil {
			return nil, err
		}
		parts[name] = m.part(before, after)
	}
	return base.With(parts), nil
}

func isMargin(name string) bool {
	return strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer")
}

// root is the root element of a part; nil when the package lacks it.
func root(p *wml.Package, name string) (*wml.Element, error) {
	if p == nil || p.Part(name) == nil {
		return nil, nil
	}
	e, err := wml.ReadElement(p.Part(name))
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	return e, nil
}

// firstID is the first number of a change; those below are left to the bookmarks of a template.
const firstID = 9001

// A merger writes parts. Numbers of changes go through the whole document (17.13.5: w:id).
type merger struct {
	attributes string
	id         int
	out        strings.Builder
}

// attributes are who and when. Word shows a w:date as it stands, whatever zone it names, so that the day is written as the plan has it.
func attributes(by Author) string {
	a := ` w:author="` + wml.Escape(by.Name) + `"`
	if !by.Date.IsZero() {
		a += ` w:date="` + by.Date.Format("2006-01-02") + "T00:00:00Z" + `"`
	}
	return a
}

// tag opens an element that tells of a change; end is ">" or "/>".
func (m *merger) tag(name, end string) string {
	m.id++
	return fmt.Sprintf(`<%s w:id="%d"%s%s`, name, m.id-1, m.attributes, end)
}

// part merges the root elements of a part. A part that only one document has is that document's.
func (m *merger) part(old, new *wml.Element) []byte {
	m.out.Reset()
	m.out.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	shell := new
	if shell == nil {
		shell = old
	}
	m.out.WriteString(shell.Open)
	if body := shell.Child("w:body"); body != nil {
		m.out.WriteString(body.Open)
		m.blocks(blocksOf(old.Child("w:body")), blocksOf(new.Child("w:body")))
		m.section(old.Child("w:body").Child("w:sectPr"), new.Child("w:body").Child("w:sectPr"))
		m.out.WriteString(body.Close)
	} else {
		m.blocks(blocksOf(old), blocksOf(new))
	}
	m.out.WriteString(shell.Close)
	return []byte(m.out.String())
}

// section writes a section's properties, with those of the old one as a tracked change where they differ.
func (m *merger) section(old, new *wml.Element) {
	if new == nil {
		m.out.WriteString(old.String())
		return
	}
	if old == nil || old.String() == new.String() {
		m.out.WriteString(new.String())
		return
	}
	m.out.WriteString(new.Open + new.Inner() + m.tag("w:sectPrChange", ">") + "<w:sectPr>")
	for _, c := range old.Children { // what a change of properties can say of a section (17.13.5.32): no headers
		if c.Name != "w:headerReference" && c.Name != "w:footerReference" {
			m.out.WriteString(c.String())
		}
	}
	m.out.WriteString("</w:sectPr></w:sectPrChange>" + new.Close)
}
