package compose

import (
	"strings"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/template"
)

// The sizes that the built-in template sets measured lines in, pt. NĐ 30 PL I, V.
const (
	agencySize = 12 // and Quốc hiệu
	numberSize = 13 // Tiêu ngữ, place and date, and what stands in a frame too
	titleSize  = 14 // an appendix's title, and authority and post, too
)

var (
	bold   = font.Style{Bold: true}
	italic = font.Style{Italic: true}
)

// A measured text has the width of each of its letters, in pt.
type measured struct {
	letters []rune
	widths  []float64
}

// measure measures a text set in one style and size; bold and italic of its own are added.
func (c *composer) measure(t template.Text, style font.Style, size float64) measured {
	var m measured
	for _, span := range t {
		face := c.faceOf(span, style)
		for _, r := range span.Text {
			m.letters = append(m.letters, r)
			m.widths = append(m.widths, advance(face, r, size))
		}
	}
	return m
}

// width is the width of a text on one line, pt.
func (c *composer) width(t template.Text, style font.Style, size float64) float64 {
	width := 0.0
	for _, span := range t {
		face := c.faceOf(span, style)
		for _, r := range span.Text {
			width += advance(face, r, size)
		}
	}
	return width
}

func (c *composer) faceOf(span template.Span, style font.Style) *font.Face {
	return c.family.Face(font.Style{Bold: style.Bold || span.Bold, Italic: style.Italic || span.Italic})
}

// advance is how wide a letter is, pt; a no-break hyphen is drawn as a hyphen.
func advance(face *font.Face, r rune, size float64) float64 {
	if _, mark := MarkedPlace(r); mark {
		return 0
	}
	if r == '\u2011' {
		r = '-'
	}
	units, _ := face.Advance(r)
	return float64(units) * size / float64(face.UnitsPerEm())
}

// lineWidth is the width of a line of one style, pt.
func (c *composer) lineWidth(line string, style font.Style, size float64) float64 {
	return c.width(template.Text{{Text: line}}, style, size)
}

// widest is the width of the widest of some lines.
func (c *composer) widest(lines []string, style font.Style, size float64) float64 {
	width := 0.0
	for _, line := range lines {
		width = max(width, c.lineWidth(line, style, size))
	}
	return width
}

func (m measured) span(from, to int) float64 {
	width := 0.0
	for _, w := range m.widths[from:to] {
		width += w
	}
	return width
}

// words are where the words of the text begin and end.
func (m measured) words() (words [][2]int) {
	from := -1
	for i, r := range m.letters {
		if r == ' ' {
			from = -1
			continue
		}
		if from < 0 {
			words = append(words, [2]int{i, i})
			from = i
		}
		words[len(words)-1][1] = i + 1
	}
	return words
}

// balanced breaks a text into as few lines as the room asks for, all about as long, and returns where each begins and ends. No
// line is one word alone and none begins with a dash, unless there is no other way; and one ends where the sense does, rather than
// where it is a little longer or shorter.
func (m measured) balanced(room float64) [][2]int {
	words := m.words()
	type ending struct {
		lines int
		cost  float64 // the squares of what is free in them
		from  int     // the word that the last line begins with
	}
	best := make([]ending, len(words)+1)
	for to := 1; to <= len(words); to++ {
		for from := to - 1; from >= 0; from-- {
			width := m.span(words[from][0], words[to-1][1])
			if width > room && from < to-1 {
				break
			}
			free := room - min(width, room)
			e := ending{best[from].lines + 1, best[from].cost + free*free, from}
			if from == to-1 && len(words) > 1 {
				e.cost += 4 * room * room
			}
			if from > 0 && m.dash(words[from]) {
				e.cost += 4 * room * room
			}
			if from > 0 && !m.dash(words[from-1]) && !m.turns(words[from]) {
				e.cost += room * room / 4
			}
			if best[to].lines == 0 || e.lines < best[to].lines || e.lines == best[to].lines && e.cost < best[to].cost {
				best[to] = e
			}
		}
	}
	var lines [][2]int
	for to := len(words); to > 0; to = best[to].from {
		lines = append([][2]int{{words[best[to].from][0], words[to-1][1]}}, lines...)
	}
	return lines
}

// dash tells whether a word is a dash that joins two names.
func (m measured) dash(word [2]int) bool {
	return word[1] == word[0]+1 && strings.ContainsRune("-–", m.letters[word[0]])
}

// turns tells whether a word begins a new part of a name: "của Ủy ban nhân dân xã", "PHƯỜNG NGHĨA LỘ", "ngày 05 tháng 01 năm 2026".
func (m measured) turns(word [2]int) bool {
	switch text := string(m.letters[word[0]:word[1]]); text {
	case "của", "và", "về", "trên", "XÃ", "PHƯỜNG", "ĐẶC":
		return true
	default:
		return strings.HasPrefix(text, "ngày")
	}
}

// split breaks one line of a text into lines that are no wider than room.
func (c *composer) split(t template.Text, style font.Style, size, room float64) []template.Text {
	if c.width(t, style, size) <= room {
		return []template.Text{t}
	}
	m := c.measure(t, style, size)
	var lines []template.Text
	for _, line := range m.balanced(room) {
		lines = append(lines, cutOut(t, line[0], line[1]))
	}
	return lines
}

// splitLines breaks lines of one style.
func (c *composer) splitLines(lines []string, style font.Style, size, room float64) []string {
	var out []string
	for _, line := range lines {
		for _, t := range c.split(template.Text{{Text: line}}, style, size, room) {
			out = append(out, t.String())
		}
	}
	return out
}

// cutOut is a text's letters from from to to.
func cutOut(t template.Text, from, to int) template.Text {
	var out template.Text
	at := 0
	for _, span := range t {
		letters := []rune(span.Text)
		if a, b := max(from-at, 0), min(to-at, len(letters)); a < b {
			span.Text = string(letters[a:b])
			out = append(out, span)
		}
		at += len(letters)
	}
	return out
}
