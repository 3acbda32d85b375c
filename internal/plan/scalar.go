package plan

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A scalarMap tells where each byte of a scalar's value stands in the source: at[i] for byte i, at[len(value)] for the end of the
// last one.
type scalarMap struct{ at []int }

// place is the stretch of the source in which value[from:to] is written. An escaped letter is longer there; behind the last letter
// of a line, the next one's place lies beyond the break.
func (m scalarMap) place(file *Source, from, to int) Place {
	start := m.at[from]
	if to <= from {
		return Place{file, start, start}
	}
	last := m.at[to-1]
	_, size := utf8.DecodeRuneInString(file.Text[last:])
	least := last + max(size, 1)
	end := max(m.at[to], least)
	if i := strings.IndexByte(file.Text[least:min(end, len(file.Text))], '\n'); i >= 0 {
		end = least + i
	}
	return Place{file, start, max(start, min(end, len(file.Text)))}
}

// mapScalar follows a scalar from its first byte (its quote, its "|", its first letter) and returns where its bytes stand and
// where it ends. yaml.v3 gives the value and its beginning only; what is followed here must come to the same value. When it
// doesn't, every byte of the value stands at the beginning, and exact is false.
func mapScalar(text string, start int, style yaml.Style, value string) (m scalarMap, end int, exact bool) {
	t := tracer{text: text, pos: start}
	switch {
	case style&yaml.DoubleQuotedStyle != 0:
		t.pos++
		t.doubleQuoted()
	case style&yaml.SingleQuotedStyle != 0:
		t.pos++
		t.singleQuoted()
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		t = traceBlock(text, start, style&yaml.FoldedStyle != 0, value)
	default:
		t.plain(value)
	}
	if string(t.value) == value {
		end := t.pos
		if style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && end > start+1 {
			end-- // the closing quote
		}
		return scalarMap{append(t.at, end)}, t.pos, true
	}
	at := make([]int, len(value)+1)
	for i := range at {
		at[i] = start
	}
	line, _, _ := strings.Cut(text[start:], "\n")
	at[len(value)] = start + len(line)
	return scalarMap{at}, start + len(line), false
}

// A tracer reads a scalar again, keeping the place of every byte that it gives.
type tracer struct {
	text  string
	pos   int
	value []byte
	at    []int
}

// emit adds s to the value, as written at the given offset.
func (t *tracer) emit(s string, at int) {
	for i := range len(s) {
		t.value = append(t.value, s[i])
		t.at = append(t.at, at)
	}
}

// copyBytes adds n bytes of the text as they stand.
func (t *tracer) copyBytes(n int) {
	for range n {
		t.value = append(t.value, t.text[t.pos])
		t.at = append(t.at, t.pos)
		t.pos++
	}
}

// blanks reads blanks and line breaks. Blanks on one line stay; a line break is a blank, further ones are line breaks
// (YAML 1.2, 6.5). After an escaped line break every further one counts.
func (t *tracer) blanks(escapedBreak bool) {
	start := t.pos
	for t.pos < len(t.text) && strings.IndexByte(" \t\n", t.text[t.pos]) >= 0 {
		t.pos++
	}
	run := t.text[start:t.pos]
	breaks := strings.Count(run, "\n")
	switch {
	case escapedBreak:
		t.emit(strings.Repeat("\n", breaks), start)
	case breaks == 0:
		t.pos = start
		t.copyBytes(len(run))
	case breaks == 1:
		t.emit(" ", start)
	default:
		t.emit(strings.Repeat("\n", breaks-1), start)
	}
}

// plain follows an unquoted scalar until it has as many bytes as its value.
func (t *tracer) plain(value string) {
	for len(t.value) < len(value) && t.pos < len(t.text) {
		if strings.IndexByte(" \t\n", t.text[t.pos]) >= 0 {
			t.blanks(false)
		} else {
			t.copyBytes(1)
		}
	}
}

func (t *tracer) singleQuoted() {
	for t.pos < len(t.text) {
		switch c := t.text[t.pos]; {
		case strings.HasPrefix(t.text[t.pos:], "''"):
			t.emit("'", t.pos)
			t.pos += 2
		case c == '\'':
			t.pos++
			return
		case strings.IndexByte(" \t\n", c) >= 0:
			t.blanks(false)
		default:
			t.copyBytes(1)
		}
	}
}

// escapes are the one-letter escapes of a double-quoted scalar. YAML 1.2, 5.7.
var escapes = map[byte]string{'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f",
	'r': "\r", 'e': "\x1b", ' ': " ", '"': `"`, '\'': "'", '\\': `\`, '/': "/", 'N': "\u0085", '_': "\u00A0",
	'L': "\u2028", 'P': "\u2029"}

var codeLength = map[byte]int{'x': 2, 'u': 4, 'U': 8}

func (t *tracer) doubleQuoted() {
	for t.pos < len(t.text) {
		switch c := t.text[t.pos]; {
		case c == '"':
			t.pos++
			return
		case c == '\\' && t.pos+1 < len(t.text):
			t.escape(t.text[t.pos+1])
		case strings.IndexByte(" \t\n", c) >= 0:
			t.blanks(false)
		default:
			t.copyBytes(1)
		}
	}
}

// escape reads a backslash and what follows it.
func (t *tracer) escape(letter byte) {
	start := t.pos
	t.pos += 2
	if letter == '\n' {
		t.blanks(true)
		return
	}
	if n := codeLength[letter]; n > 0 {
		code := rune(0)
		for range n {
			if t.pos < len(t.text) {
				code = code<<4 | rune(strings.IndexByte("0123456789abcdef", t.text[t.pos]|0x20))
				t.pos++
			}
		}
		t.emit(string(code), start)
		return
	}
	t.emit(escapes[letter], start)
}

// traceBlock follows a literal or folded scalar. Its indentation is that of its first line with something in it, unless the
// header says less: then the one that comes to the value.
func traceBlock(text string, start int, folded bool, value string) tracer {
	header, _, _ := strings.Cut(text[start:], "\n")
	begin := min(start+len(header)+1, len(text))
	indicators, _, _ := strings.Cut(header, " ")
	indent := 0
	for line := range strings.SplitSeq(text[begin:], "\n") {
		if rest := strings.TrimLeft(line, " "); rest != "" {
			indent = len(line) - len(rest)
			break
		}
	}
	lowest := indent
	if strings.ContainsAny(indicators, "123456789") {
		lowest = 1
	}
	var t tracer
	for ; indent >= max(lowest, 0); indent-- {
		t = tracer{text: text, pos: begin}
		t.block(indent, folded, strings.Contains(indicators, "-"), strings.Contains(indicators, "+"))
		if string(t.value) == value {
			break
		}
	}
	return t
}

// block reads the lines of a block scalar (YAML 1.2, 8.1): it stands indent columns in; strip drops the last line break, keep
// holds all that follow.
func (t *tracer) block(indent int, folded, strip, keep bool) {
	end, breakAt := t.pos, -1 // breakAt: the break after the last line with something in it
	afterBlank := false       // that line began with a blank
	empty := t.emptyLines(indent)
	for t.pos < len(t.text) && strings.HasPrefix(t.text[t.pos:], strings.Repeat(" ", indent)) {
		t.pos += indent
		startsBlank := t.pos < len(t.text) && (t.text[t.pos] == ' ' || t.text[t.pos] == '\t')
		switch {
		case breakAt < 0:
		case folded && !afterBlank && !startsBlank:
			if len(empty) == 0 {
				t.emit(" ", breakAt)
			}
		default:
			t.emit("\n", breakAt)
		}
		for _, at := range empty {
			t.emit("\n", at)
		}
		afterBlank = startsBlank
		line, _, broken := strings.Cut(t.text[t.pos:], "\n")
		t.copyBytes(len(line))
		end, breakAt = t.pos, -1
		if !broken {
			empty = nil
			break
		}
		breakAt = t.pos
		t.pos++
		empty = t.emptyLines(indent)
	}
	if breakAt >= 0 && !strip {
		t.emit("\n", breakAt)
	}
	if keep {
		for _, at := range empty {
			t.emit("\n", at)
		}
	}
	t.pos = end
}

// emptyLines skips lines of at most indent blanks and returns where their breaks stand.
func (t *tracer) emptyLines(indent int) []int {
	var breaks []int
	for {
		i := t.pos
		for i < len(t.text) && i-t.pos < indent && t.text[i] == ' ' {
			i++
		}
		if i >= len(t.text) || t.text[i] != '\n' {
			return breaks
		}
		breaks = append(breaks, i)
		t.pos = i + 1
	}
}
