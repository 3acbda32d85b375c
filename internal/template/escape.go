package template

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// A runStyle is the w:rPr of a run in which an action stands, with bold and italic added or not: index 1 is bold, 2 italic.
type runStyle [4]string

// newRunStyle prepares the four. The children of w:rPr keep the schema's order (17.3.2.28): bold and italic come after the
// style and the fonts.
func newRunStyle(rPr *element) runStyle {
	var front, rest strings.Builder
	bold, italic := "", ""
	if rPr != nil {
		for _, c := range rPr.children {
			switch c.name {
			case "w:rStyle", "w:rFonts":
				c.write(&front)
			case "w:b":
				bold = c.open + c.close
			case "w:i":
				italic = c.open + c.close
			default:
				c.write(&rest)
			}
		}
	}
	var s runStyle
	for i := range s {
		b, it := bold, italic
		if i&1 != 0 {
			b = "<w:b/>"
		}
		if i&2 != 0 {
			it = "<w:i/>"
		}
		if inner := front.String() + b + it + rest.String(); inner != "" {
			s[i] = "<w:rPr>" + inner + "</w:rPr>"
		}
	}
	return s
}

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
		style := 0
		if span.Bold {
			style |= 1
		}
		if span.Italic {
			style |= 2
		}
		if style == 0 {
			writeText(b, span.Text)
			continue
		}
		b.WriteString("</w:t></w:r>" + s.run(style))
		writeText(b, span.Text)
		b.WriteString("</w:t></w:r>" + s.run(0))
	}
}

// run opens a run and its text.
func (s runStyle) run(style int) string { return "<w:r>" + s[style] + openText }

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
