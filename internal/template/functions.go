package template

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template"
)

// A filling is one run of a template on one document's data: what its functions share.
type filling struct {
	*Template
	part       *part
	page       Page // of the section that is being written
	sections   int  // written so far
	iterations int
	grids      map[int][]int // widths of a table's columns in twips, where {{columns}} set them
}

// maxIterations bounds all turns of all ranges of one filling together.
const maxIterations = 200_000

// functions are what actions may call, beside text/template's own comparisons. Those that would let a template print what is no
// text, or grow without bound, are taken away.
func (f *filling) functions() template.FuncMap {
	return template.FuncMap{
		"style":        f.style,
		"number":       f.number,
		"table":        f.table,
		"section":      f.section,
		"_columns":     f.columns,
		"_width":       f.columnWidth,
		"_rule":        f.rule,
		"_lastSection": f.lastSection,
		"_items":       f.items,
		"_text":        func(run int, value any) (markup, error) { return f.part.runs[run].text(value) },
		"print":        refused, "printf": refused, "println": refused, "html": refused, "js": refused, "urlquery": refused,
		"call": refused,
	}
}

// placeholders are the same names for parsing, before there is any data.
var placeholders = (&filling{}).functions()

func refused(...any) (string, error) { return "", errors.New("this function is not for templates") }

// items counts the turns of a range before they are run. Numbers, channels and functions are no lists.
func (f *filling) items(list any) (any, error) {
	v := reflect.ValueOf(list)
	switch v.Kind() {
	case reflect.Invalid:
		return nil, nil
	case reflect.Slice, reflect.Array, reflect.Map:
	default:
		return nil, fmt.Errorf("range over a value of type %T, which is no list", list)
	}
	if f.iterations += v.Len() + 1; f.iterations > maxIterations {
		return nil, fmt.Errorf("more than %d turns", maxIterations)
	}
	return list, nil
}

// style names the paragraph's style as Word shows it.
func (f *filling) style(name string) (markup, error) {
	id, ok := f.styles.paragraph[name]
	if !ok {
		return "", noStyle{name, keys(f.styles.paragraph)}
	}
	return markup("<w:pStyle w:val=" + quoteAttribute(id) + "/>"), nil
}

// number puts the paragraph into the list that a numbering style names, at a level from 0. "" says nothing of lists: w:numId 0,
// which would take the paragraph out of its style's, makes LibreOffice 7.4.7 drop the style's indents too.
func (f *filling) number(list string, level int) (markup, error) {
	if list == "" {
		return "", nil
	}
	id, ok := f.styles.list[list]
	if !ok {
		return "", noStyle{list, keys(f.styles.list)}
	}
	return markup(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val=%s/></w:numPr>`, level, quoteAttribute(id))), nil
}

// rule makes the paragraph's border points long, centred in its column, by indents on both sides.
func (f *filling) rule(at int, points any) (markup, error) {
	length, err := inTwips(points)
	if err != nil {
		return "", err
	}
	side := max(0, (f.part.columns[at].width(f.textWidth(), f.grids)-length)/2)
	return markup(fmt.Sprintf(`<w:ind w:left="%d" w:right="%d" w:firstLine="0"/>`, side, side)), nil
}

// inTwips reads a length in points.
func inTwips(points any) (int, error) {
	switch p := points.(type) {
	case int:
		return p * 20, nil
	case float64:
		return int(p*20 + 0.5), nil
	}
	return 0, fmt.Errorf("a length is a number of points, not a value of type %T", points)
}

// Paper of A4 in twips. NĐ 30 PL I, I.1.
const paperShort, paperLong = 11906, 16838

// textWidth is the width between the margins of the current page, in twips.
func (f *filling) textWidth() int {
	width := paperShort
	if f.page.Landscape {
		width = paperLong
	}
	return width - twips(f.page.Left) - twips(f.page.Right)
}

// twips turns mm into twips.
func twips(mm float64) int { return int(mm*1440/25.4 + 0.5) }

// section ends the section that was written, and lets what follows stand on next.
func (f *filling) section(next Page) (markup, error) {
	if f.model == nil {
		return "", errors.New("the template's body has no section properties to copy")
	}
	ended := f.sectionProperties()
	f.page = next
	return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>` + ended + `</w:pPr></w:p>`, nil
}

// lastSection is the body's own section properties: those of the last section.
func (f *filling) lastSection() markup { return f.sectionProperties() }

// sectionProperties are the template's own with the current page's size and margins. What stands in the footer of the first
// page (ô 13) is the document's, not each appendix's: later sections show their ordinary footer there.
func (f *filling) sectionProperties() markup {
	var b strings.Builder
	b.WriteString(f.model.Open)
	f.sections++
	for _, c := range f.model.Children {
		switch c.Name {
		case "w:footerReference":
			if ordinary := f.ordinaryFooter(); f.sections > 1 && c.Attribute("w:type") == "first" && ordinary != "" {
				b.WriteString(`<w:footerReference w:type="first" r:id=` + quoteAttribute(ordinary) + `/>`)
				continue
			}
			c.Write(&b)
		case "w:pgSz":
			if f.page.Landscape {
				fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, paperLong, paperShort)
			} else {
				fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d"/>`, paperShort, paperLong)
			}
		case "w:pgMar":
			fmt.Fprintf(&b, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header=%s w:footer=%s w:gutter="0"/>`,
				twips(f.page.Top), twips(f.page.Right), twips(f.page.Bottom), twips(f.page.Left),
				quoteAttribute(c.Attribute("w:header")), quoteAttribute(c.Attribute("w:footer")))
		default:
			c.Write(&b)
		}
	}
	b.WriteString(f.model.Close)
	return markup(b.String())
}

// ordinaryFooter is the relationship of the template's default footer; "" when it has none.
func (f *filling) ordinaryFooter() string {
	for _, c := range f.model.Children {
		if c.Name == "w:footerReference" && c.Attribute("w:type") == "default" {
			return c.Attribute("r:id")
		}
	}
	return ""
}

func keys(m map[string]string) []string {
	return slices.Sorted(maps.Keys(m))
}

// noStyle is a style that the template does not have.
type noStyle struct {
	name  string
	known []string
}

func (e noStyle) Error() string { return "no style " + e.name }
