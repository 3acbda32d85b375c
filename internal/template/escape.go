package template

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// A runStyle is the w:rPr of a run in which an action stands, for every style that may be added to it: its index is a look.
type runStyle [16]string

// A look is what a span adds to its run.
type look int

const (
	bold look = 1 << iota
	italic
	strike
	underline
)

// runOrder are the children of w:rPr up to the last that a look sets, in the schema's order (17.3.2.28).
var runOrder = []string{"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:outline",
	"w:shadow", "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden", "w:color", "w:spacing", "w:w", "w:kern",
	"w:position", "w:sz", "w:szCs", "w:highlight", "w:u"}

// newRunStyle prepares all looks of a run with these properties.
func newRunStyle(rPr *element) (s runStyle) {
	for i := range s {
		set := map[string]string{}
		for l, add := range map[look][2]string{bold: {"w:b", "<w:b/>"}, italic: {"w:i", "<w:i/>"}, strike: {"w:strike", "<w:strike/>"},
			underline: {"w:u", `<w:u w:val="single"/>`}} {
			if look(i)&l != 0 {
				set[add[0]] = add[1]
			}
		}
		var b strings.Builder
		for _, name := range runOrder {
			if own := rPr.Child(name); set[name] != "" {
				b.WriteString(set[name])
			} else if own != nil {
				own.Write(&b)
			}
		}
		if rPr != nil {
			for _, c := range rPr.Children {
				if c.Name != "" && !slices.Contains(runOrder, c.Name) {
					c.Write(&b)
				}
			}
		}
		if b.Len() > 0 {
			s[i] = "<w:rPr>" + b.String() + "</w:rPr>"
		}
	}
	return s
}

// plainRun is a run without properties of its own.
var plainRun = newRunStyle(nil)

// A markup is WordprocessingML that the program made: it is not escaped.
type markup string

// text turns a printed value into WordprocessingML that stands inside a w:t. What is no text is refused, so that a template
// never prints <nil> or [a b].
func (s runStyle) text(value any) (markup, error) {
	var b strings.Builder
	switch v := value.(type) {
	case markup:
		return v, nil
	case string:
		writeText(&b, v)
	case Text:
		s.spans(&b, v)
	case int:
		b.WriteString(strconv.Itoa(v))
	case nil:
		return "", fmt.Errorf("there is no value")
	default:
		return "", fmt.Errorf("a value of type %T is no text", value)
	}
	return markup(b.String()), nil
}

// spans writes a rich text: a stretch in another style closes the run and opens one of its own.
func (s runStyle) spans(b *strings.Builder, t Text) {
	for _, span := range t {
		style := span.look()
		if style == 0 {
			writeText(b, span.Text)
			continue
		}
		b.WriteString("</w:t></w:r>" + s.run(style))
		writeText(b, span.Text)
		b.WriteString("</w:t></w:r>" + s.run(0))
	}
}

// look is what the span adds to its run.
func (s Span) look() look {
	var l look
	for _, add := range []struct {
		on   bool
		look look
	}{{s.Bold, bold}, {s.Italic, italic}, {s.Strike, strike}, {s.Underline, underline}} {
		if add.on {
			l |= add.look
		}
	}
	return l
}

// run opens a run and its text.
func (s runStyle) run(style look) string { return "<w:r>" + s[style] + openText }

const openText = `<w:t xml:space="preserve">`

// writeText writes letters inside a w:t. A newline is a line break, a tab a tab stop, U+2011 Word's no-break hyphen.
func writeText(b *strings.Builder, s string) {
	for {
		i := special(s)
		if i < 0 {
			b.WriteString(wml.Escape(s))
			return
		}
		b.WriteString(wml.Escape(s[:i]))
		switch {
		case s[i] == '\n':
			b.WriteString("</w:t><w:br/>" + openText)
			s = s[i+1:]
		case s[i] == '\t':
			b.WriteString("</w:t><w:tab/>" + openText)
			s = s[i+1:]
		case strings.HasPrefix(s[i:], "\u2011"):
			b.WriteString("</w:t><w:noBreakHyphen/>" + openText)
			s = s[i+len("\u2011"):]
		default: // another letter that shares a byte with U+2011
			b.WriteString(wml.Escape(s[i : i+1]))
			s = s[i+1:]
		}
	}
}

// special is where the first letter stands that is no text in WordprocessingML; -1 when there is none.
func special(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\n', c == '\t', c == 0xE2 && strings.HasPrefix(s[i:], "\u2011"):
			return i
		}
	}
	return -1
}
