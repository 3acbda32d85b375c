package pdfread

import (
	"bytes"
	"reflect"
	"strconv"
)

// A parser reads objects (7.2, 7.3) from bytes.
type parser struct {
	file *File
	data []byte
	pos  int
	base int // of data in the file, for messages
}

// maxDepth bounds arrays and dictionaries inside one another. A structure tree of a plan nests by references, not by depth.
const maxDepth = 64

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// space skips white space and comments.
func (p *parser) space() {
	for p.pos < len(p.data) {
		switch c := p.data[p.pos]; {
		case isSpace(c):
			p.pos++
		case c == '%':
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
		default:
			return
		}
	}
}

// An operator is a word that is no object: obj, R, Tj.
type operator string

// fail is an error at the parser's place.
func (p *parser) fail(what string) error { return p.file.damaged(p.base+p.pos, what) }

// token reads an object or an operator; references are left to object.
func (p *parser) token(depth int) (Object, error) {
	p.space()
	if p.pos >= len(p.data) {
		return nil, p.fail("the data ends too early")
	}
	switch c := p.data[p.pos]; {
	case c == '/':
		return p.name(), nil
	case c == '(':
		return p.literal()
	case c == '[':
		p.pos++
		return p.array(depth)
	case c == '<' && p.at("<<"):
		p.pos += 2
		return p.dict(depth)
	case c == '<':
		return p.hexadecimal()
	case isDelimiter(c):
		return nil, p.fail("a delimiter without a beginning")
	}
	word := p.word()
	switch word {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if c := word[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if n, err := strconv.ParseInt(word, 10, 64); err == nil {
			return n, nil
		}
		if n, err := strconv.ParseFloat(word, 64); err == nil {
			return n, nil
		}
		return nil, p.fail("a number that is none")
	}
	return operator(word), nil
}

func (p *parser) at(s string) bool { return bytes.HasPrefix(p.data[p.pos:], []byte(s)) }

// word reads regular characters; there is at least one.
func (p *parser) word() string {
	start := p.pos
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !isDelimiter(p.data[p.pos]) {
		p.pos++
	}
	return string(p.data[start:p.pos])
}

// object reads an object; an operator in its place is an error.
func (p *parser) object(depth int) (Object, error) {
	o, err := p.token(depth)
	if err != nil {
		return nil, err
	}
	if number, ok := o.(int64); ok {
		return p.reference(number), nil
	}
	if word, ok := o.(operator); ok {
		return nil, p.fail("an object is expected, not " + strconv.Quote(string(word)))
	}
	return o, nil
}

// reference reads on behind a whole number: with another one and R it is a reference.
func (p *parser) reference(number int64) Object {
	start := p.pos
	p.space()
	if p.pos < len(p.data) && p.data[p.pos] >= '0' && p.data[p.pos] <= '9' {
		generation, err := strconv.Atoi(p.word())
		p.space()
		if err == nil && p.at("R") && number >= 0 && number <= maxNumber {
			after := p.pos + 1
			if after == len(p.data) || isSpace(p.data[after]) || isDelimiter(p.data[after]) {
				p.pos = after
				return Ref{int(number), generation}
			}
		}
	}
	p.pos = start
	return number
}

func (p *parser) array(depth int) (Object, error) {
	if depth >= maxDepth {
		return nil, p.fail("objects nest too deep")
	}
	out := Array{}
	for {
		p.space()
		if p.at("]") {
			p.pos++
			return out, nil
		}
		o, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

// maxKey is how much of a key a message shows.
const maxKey = 100

func (p *parser) dict(depth int) (Object, error) {
	if depth >= maxDepth {
		return nil, p.fail("objects nest too deep")
	}
	out := Dict{}
	for {
		p.space()
		if p.at(">>") {
			p.pos += 2
			return out, nil
		}
		if !p.at("/") {
			return nil, p.fail("a dictionary's key is expected")
		}
		key := p.name()
		value, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if other, twice := out[key]; twice && !reflect.DeepEqual(other, value) { // readers disagree on which counts
			return nil, p.fail("a dictionary with two values for " + strconv.Quote(string(key[:min(len(key), maxKey)])))
		}
		out[key] = value
	}
}

// name reads a name; #xx is a byte (7.3.5).
func (p *parser) name() Name {
	p.pos++
	var out []byte
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !isDelimiter(p.data[p.pos]) {
		c := p.data[p.pos]
		if c == '#' && p.pos+2 < len(p.data) {
			if n, err := strconv.ParseUint(string(p.data[p.pos+1:p.pos+3]), 16, 8); err == nil {
				c = byte(n)
				p.pos += 2
			}
		}
		out = append(out, c)
		p.pos++
	}
	return Name(out)
}

// hexadecimal reads <48656C>; an odd last digit counts as if a 0 followed (7.3.4.3).
func (p *parser) hexadecimal() (Object, error) {
	p.pos++
	var out []byte
	digits := 0
	for ; p.pos < len(p.data); p.pos++ {
		c := p.data[p.pos]
		var n byte
		switch {
		case c == '>':
			p.pos++
			return String(out), nil
		case isSpace(c):
			continue
		case c >= '0' && c <= '9':
			n = c - '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			n = c | 0x20 - 'a' + 10
		default:
			return nil, p.fail("a digit is expected")
		}
		if digits%2 == 0 {
			out = append(out, n<<4)
		} else {
			out[len(out)-1] |= n
		}
		digits++
	}
	return nil, p.fail("a string without an end")
}

// escapes of a literal string (7.3.4.2).
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads (text), in which parentheses nest.
func (p *parser) literal() (Object, error) {
	p.pos++
	var out []byte
	for open := 1; p.pos < len(p.data); p.pos++ {
		c := p.data[p.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				p.pos++
				return String(out), nil
			}
		case '\\':
			p.pos++
			out = p.escape(out)
			continue
		case '\r':
			if p.at("\r\n") {
				p.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, p.fail("a string without an end")
}

// escape reads what follows a backslash and leaves the parser on its last byte.
func (p *parser) escape(out []byte) []byte {
	if p.pos >= len(p.data) {
		return out
	}
	c := p.data[p.pos]
	switch {
	case escapes[c] != 0:
		return append(out, escapes[c])
	case c == '\n':
		return out
	case c == '\r':
		if p.at("\r\n") {
			p.pos++
		}
		return out
	case c >= '0' && c <= '7':
		n := c - '0'
		for range 2 {
			if p.pos+1 < len(p.data) && p.data[p.pos+1] >= '0' && p.data[p.pos+1] <= '7' {
				p.pos++
				n = n<<3 | (p.data[p.pos] - '0')
			}
		}
		return append(out, n)
	}
	return append(out, c)
}
