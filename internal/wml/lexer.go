package wml

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// TokenKind is what a Token is.
type TokenKind int

const (
	StartTag TokenKind = iota // <w:p …>
	EndTag                    // </w:p>
	EmptyTag                  // <w:b/>
	CharData                  // text between tags, entities not yet resolved
)

// A Token is a piece of an XML part. Its slices lie in the input, so that the input can be rewritten around it.
type Token struct {
	Kind       TokenKind
	Name       string // with its prefix, "w:p"; empty for CharData
	Raw        []byte // the whole token
	Start, End int    // offsets of Raw in the input
}

// maxDepth bounds the nesting of elements; Word's own files stay below 40.
const maxDepth = 256

// A Lexer cuts an XML part into tokens and checks that its tags are balanced. It reads what OPC parts may hold (ECMA-376
// part 2, 8.1.4: no DTD); comments and processing instructions are skipped.
type Lexer struct {
	input []byte
	at    int
	open  []string
	names map[string]string // one string for each name
	err   error
}

// NewLexer begins at the start of an XML part in UTF-8.
func NewLexer(input []byte) *Lexer {
	return &Lexer{input: bytes.TrimPrefix(input, []byte("\uFEFF")), names: map[string]string{}}
}

// Err is what stopped the lexer; nil at the end of a well-formed part.
func (l *Lexer) Err() error { return l.err }

// Next returns the next token; false at the end or after an error.
func (l *Lexer) Next() (Token, bool) {
	for l.err == nil && l.at < len(l.input) {
		rest := l.input[l.at:]
		switch {
		case rest[0] != '<':
			return l.text(rest)
		case bytes.HasPrefix(rest, []byte("<?")):
			l.skip("?>")
		case bytes.HasPrefix(rest, []byte("<!--")):
			l.skip("-->")
		case bytes.HasPrefix(rest, []byte("<!")):
			l.fail(errors.New("a document type or CDATA section, which such a part may not hold"))
		default:
			return l.tag(rest)
		}
	}
	if l.err == nil && len(l.open) > 0 {
		l.fail(fmt.Errorf("<%s> is never closed", l.open[len(l.open)-1]))
	}
	return Token{}, false
}

func (l *Lexer) fail(err error) (Token, bool) {
	l.err = fmt.Errorf("byte %d: %w", l.at, err)
	return Token{}, false
}

// skip moves behind the next closing mark.
func (l *Lexer) skip(mark string) {
	end := bytes.Index(l.input[l.at+2:], []byte(mark))
	if end < 0 {
		l.fail(fmt.Errorf("no %s before the end", mark))
		return
	}
	l.at += 2 + end + len(mark)
}

// text reads up to the next tag.
func (l *Lexer) text(rest []byte) (Token, bool) {
	end := bytes.IndexByte(rest, '<')
	if end < 0 {
		end = len(rest)
	}
	if len(l.open) == 0 && len(bytes.TrimSpace(rest[:end])) > 0 {
		return l.fail(errors.New("text outside the root element"))
	}
	t := Token{Kind: CharData, Raw: rest[:end], Start: l.at, End: l.at + end}
	l.at += end
	return t, true
}

// tag reads one tag, minding ">" inside quoted attribute values.
func (l *Lexer) tag(rest []byte) (Token, bool) {
	end, quote := -1, byte(0)
	for i := 1; i < len(rest) && end < 0; i++ {
		switch c := rest[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return l.fail(errors.New("< inside a tag"))
		case c == '>':
			end = i + 1
		}
	}
	if end < 0 {
		return l.fail(errors.New("a tag without its >"))
	}
	t := Token{Raw: rest[:end], Start: l.at, End: l.at + end}
	body := rest[1 : end-1]
	switch {
	case bytes.HasPrefix(body, []byte("/")):
		t.Kind, body = EndTag, body[1:]
	case bytes.HasSuffix(body, []byte("/")):
		t.Kind, body = EmptyTag, body[:len(body)-1]
	default:
		t.Kind = StartTag
	}
	nameEnd := bytes.IndexAny(body, " \t\r\n")
	if nameEnd < 0 {
		nameEnd = len(body)
	}
	if nameEnd == 0 {
		return l.fail(errors.New("a tag without a name"))
	}
	t.Name = l.name(body[:nameEnd])
	if err := l.nest(t); err != nil {
		return l.fail(err)
	}
	l.at += end
	return t, true
}

// nest keeps the stack of open elements.
func (l *Lexer) nest(t Token) error {
	switch {
	case t.Kind == StartTag && len(l.open) == maxDepth:
		return fmt.Errorf("elements nested more than %d deep", maxDepth)
	case t.Kind == StartTag:
		l.open = append(l.open, t.Name)
	case t.Kind == EndTag && len(l.open) == 0:
		return fmt.Errorf("</%s> closes nothing", t.Name)
	case t.Kind == EndTag && l.open[len(l.open)-1] != t.Name:
		return fmt.Errorf("</%s> where </%s> is due", t.Name, l.open[len(l.open)-1])
	case t.Kind == EndTag:
		l.open = l.open[:len(l.open)-1]
	}
	return nil
}

func (l *Lexer) name(raw []byte) string {
	if known, ok := l.names[string(raw)]; ok {
		return known
	}
	name := string(raw)
	l.names[name] = name
	return name
}

// Attribute is the value of an attribute of a start or empty tag, entities resolved.
func (t Token) Attribute(name string) (string, bool) {
	rest := t.Raw
	if i := bytes.IndexAny(rest, " \t\r\n"); i >= 0 {
		rest = rest[i:]
	}
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return "", false
		}
		found := bytes.TrimSpace(rest[:equals])
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return "", false
		}
		if string(found) == name {
			return Unescape(rest[1 : 1+end]), true
		}
		rest = rest[end+2:]
	}
}

// Unescape resolves the five named and the numeric entities of XML; others stay as they are.
func Unescape(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	for len(raw) > 0 {
		amp := bytes.IndexByte(raw, '&')
		if amp < 0 {
			b.Write(raw)
			break
		}
		b.Write(raw[:amp])
		raw = raw[amp:]
		end := bytes.IndexByte(raw, ';')
		if letter, ok := entity(raw[1:max(end, 1)]); end > 0 && ok {
			b.WriteRune(letter)
			raw = raw[end+1:]
			continue
		}
		b.WriteByte('&')
		raw = raw[1:]
	}
	return b.String()
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(code)) || code > utf8.MaxRune {
		return 0, false
	}
	return rune(code), true
}

// Escape makes s the content of an element or of a quoted attribute. Letters that XML can't hold (ECMA-376 rests on XML 1.0,
// 2.2) are dropped, invalid UTF-8 becomes U+FFFD.
func Escape(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		default:
			if IsXMLChar(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// plain tells whether a text stands in XML as it is.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == '&', c == '<', c == '>', c == '"', c == 0xEF: // U+FFFE and U+FFFF begin with 0xEF
			return false
		}
	}
	return utf8.ValidString(s)
}

// IsXMLChar tells whether XML 1.0 can hold the letter (2.2, Char).
func IsXMLChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}
