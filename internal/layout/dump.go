package layout

import (
	"fmt"
	"strings"
)

// Dump prints a page for tests and for people who look for a fault: an item a line, positions in pt.
func Dump(p *Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %d, %.1f × %.1f\n", p.Number, p.Width.Points(), p.Height.Points())
	for _, item := range p.Items {
		switch i := item.(type) {
		case *Glyphs:
			fmt.Fprintf(&b, "%7.2f %7.2f  %-5.4g %s +%.3f %q\n", i.X.Points(), i.Y.Points(), i.Size.Points(), i.Face.Name(),
				i.Stretch.Points(), i.Text)
		case *Picture:
			fmt.Fprintf(&b, "%7.2f %7.2f  picture %.2f × %.2f %q\n", i.X.Points(), i.Y.Points(), i.Width.Points(), i.Height.Points(), i.Alt)
		case *Rule:
			fmt.Fprintf(&b, "%7.2f %7.2f  rule %.2f × %.2f\n", i.X.Points(), i.Y.Points(), i.Width.Points(), i.Height.Points())
		}
	}
	return b.String()
}

// Lines are the page's lines of text from its items, in reading order, as a person would copy them.
func (p *Page) Lines() []string {
	var lines []string
	var current *Line
	for _, item := range p.Items {
		g, ok := item.(*Glyphs)
		if !ok {
			continue
		}
		if g.Line != current || len(lines) == 0 {
			lines, current = append(lines, ""), g.Line
		}
		lines[len(lines)-1] += g.Text
	}
	return lines
}
