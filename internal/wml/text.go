package wml

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Text is the document's text, a string for each paragraph: headers and footers first, then the body; a paragraph's number is
// part of it, so that an item moved by hand is seen. Paragraphs without text are left out. A picture stands there by a sum of its
// file, and last what was not read: two documents of one text say the same.
func (d *Document) Text() []string {
	var out []string
	for _, s := range d.Sections {
		for _, blocks := range [][]Block{s.Header.First, s.Header.Default, s.Footer.First, s.Footer.Default, s.Blocks} {
			out = appendText(out, blocks)
		}
	}
	for _, element := range d.Unread {
		out = append(out, "["+element+"]")
	}
	return out
}

// Unsaid is the text in which a document takes back what it says: struck through, or white.
func (d *Document) Unsaid() []string {
	var out []string
	for _, s := range d.Sections {
		for _, blocks := range [][]Block{s.Header.First, s.Header.Default, s.Footer.First, s.Footer.Default, s.Blocks} {
			out = appendUnsaid(out, blocks)
		}
	}
	return out
}

func appendUnsaid(out []string, blocks []Block) []string {
	for _, block := range blocks {
		switch b := block.(type) {
		case *Paragraph:
			for _, inline := range b.Inlines {
				if t, ok := inline.(*Text); ok && (t.Strike || strings.EqualFold(t.Color, "FFFFFF")) {
					out = append(out, strings.TrimSpace(t.Text))
				}
			}
		case *Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					out = appendUnsaid(out, cell.Blocks)
				}
			}
		}
	}
	return out
}

func appendText(out []string, blocks []Block) []string {
	for _, block := range blocks {
		switch b := block.(type) {
		case *Paragraph:
			if text := b.Text(); text != "" {
				out = append(out, text)
			}
		case *Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					out = appendText(out, cell.Blocks)
				}
			}
		}
	}
	return out
}

// Text is a paragraph's number and text, with single spaces: where a line is broken is no part of what it says.
func (p *Paragraph) Text() string {
	var b strings.Builder
	if p.Number != nil {
		b.WriteString(p.Number.Text + " ")
	}
	for _, inline := range p.Inlines {
		switch i := inline.(type) {
		case *Text:
			b.WriteString(i.Text)
		case *Picture:
			sum := sha256.Sum256(i.Data)
			fmt.Fprintf(&b, "[picture %x]", sum[:4])
		case *Break, *TabChar:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
