package wml

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/vi"
)

// levels is how many levels a list has. 17.9.3: w:ilvl 0 to 8.
const levels = 9

// A level is one level of a list (17.9.6).
type level struct {
	start     int
	format    string
	text      string // "%1.%2."
	suffix    NumberSuffix
	restart   int // the level after which it starts anew: w:lvlRestart, 1-based; 0 never; -1 not given
	legal     bool
	paragraph *node // pPr of the level
	run       *node // rPr of the level
	style     string
}

// A list is a w:num with its abstract definition and overrides resolved.
type list struct {
	counters *counters
	levels   [levels]*level
	override [levels]int // startOverride; -1 when there is none
	begun    bool
}

// counters are shared by all lists of one abstract definition, as Word shares them. 17.9.15
type counters struct {
	value [levels]int
	used  [levels]bool
}

// numbering is the numbering part with the counts so far; one serves one reading of a document.
type numbering struct {
	lists  map[int]*list
	styled map[string]numberRef // the level that names a paragraph style: w:pStyle
}

func newNumbering(part *node, styles *sheet) *numbering {
	n := &numbering{lists: map[int]*list{}, styled: map[string]numberRef{}}
	if part == nil {
		return n
	}
	abstracts := map[string]*node{}
	for _, c := range part.children {
		if id, ok := c.attr("abstractNumId"); ok && c.name == "w:abstractNum" {
			abstracts[id] = c
		}
	}
	shared := map[*node]*counters{}
	for _, c := range part.children {
		id, ok := c.number("numId")
		if c.name != "w:num" || !ok {
			continue
		}
		abstract := followLink(abstracts[c.val("w:abstractNumId")], part, abstracts, styles)
		if abstract == nil {
			continue
		}
		if shared[abstract] == nil {
			shared[abstract] = &counters{}
		}
		n.lists[id] = newList(c, abstract, shared[abstract])
		for i, l := range n.lists[id].levels {
			if l != nil && l.style != "" {
				if _, taken := n.styled[l.style]; !taken {
					n.styled[l.style] = numberRef{list: id, level: i, hasList: true, hasLevel: true}
				}
			}
		}
	}
	return n
}

// followLink goes from a definition that only names a numbering style to the one that defines it (17.9.21). One step: a style
// that leads on to another is not followed.
func followLink(abstract, part *node, abstracts map[string]*node, styles *sheet) *node {
	link := abstract.val("w:numStyleLink")
	if link == "" {
		return abstract
	}
	target, ok := styles.styles[link].child("w:pPr").child("w:numPr").child("w:numId").attr("val")
	if !ok {
		return abstract
	}
	for _, c := range part.children {
		if id, _ := c.attr("numId"); c.name == "w:num" && id == target {
			return abstracts[c.val("w:abstractNumId")]
		}
	}
	return abstract
}

func newList(num, abstract *node, shared *counters) *list {
	l := &list{counters: shared}
	for i := range l.override {
		l.override[i] = -1
	}
	for _, lvl := range abstract.children {
		if i, ok := lvl.number("ilvl"); ok && lvl.name == "w:lvl" && i >= 0 && i < levels {
			l.levels[i] = newLevel(lvl)
		}
	}
	for _, over := range num.children {
		i, ok := over.number("ilvl")
		if over.name != "w:lvlOverride" || !ok || i < 0 || i >= levels {
			continue
		}
		if lvl := over.child("w:lvl"); lvl != nil {
			l.levels[i] = newLevel(lvl)
		}
		if start, ok := over.child("w:startOverride").number("val"); ok {
			l.override[i] = start
		}
	}
	return l
}

func newLevel(lvl *node) *level {
	l := &level{start: 0, format: "decimal", suffix: SuffixTab, restart: -1}
	if v, ok := lvl.child("w:start").number("val"); ok {
		l.start = v
	}
	if v := lvl.val("w:numFmt"); v != "" {
		l.format = v
	}
	l.text = lvl.val("w:lvlText")
	switch lvl.val("w:suff") {
	case "space":
		l.suffix = SuffixSpace
	case "nothing":
		l.suffix = SuffixNothing
	}
	if v, ok := lvl.child("w:lvlRestart").number("val"); ok {
		l.restart = v
	}
	l.legal, _ = lvl.onOff("w:isLgl")
	l.paragraph, l.run, l.style = lvl.child("w:pPr"), lvl.child("w:rPr"), lvl.val("w:pStyle")
	return l
}

// next counts one paragraph of a list's level and returns its label's text. ok is false when there is no such level.
func (n *numbering) next(ref numberRef) (l *level, text string, ok bool) {
	of := n.lists[ref.list]
	if of == nil || ref.level < 0 || ref.level >= levels || of.levels[ref.level] == nil {
		return nil, "", false
	}
	of.begin()
	c := of.counters
	if c.used[ref.level] {
		c.value[ref.level]++
	} else {
		c.value[ref.level], c.used[ref.level] = of.levels[ref.level].start, true
	}
	of.restartBelow(ref.level)
	return of.levels[ref.level], of.label(ref.level), true
}

// begin applies a list's own start values the first time the list is met.
func (l *list) begin() {
	if l.begun {
		return
	}
	l.begun = true
	for i, start := range l.override {
		if start >= 0 {
			if l.levels[i] != nil {
				own := *l.levels[i]
				own.start = start
				l.levels[i] = &own
			}
			l.counters.used[i] = false
		}
	}
}

// restartBelow lets the levels under at begin anew when they are next used (17.9.10).
func (l *list) restartBelow(at int) {
	for below := at + 1; below < levels; below++ {
		lower := l.levels[below]
		if lower == nil || lower.restart == -1 || (lower.restart > 0 && at < lower.restart) {
			l.counters.used[below] = false
		}
	}
}

// label fills the level's text: %1 is the first level's number.
func (l *list) label(at int) string {
	text := l.levels[at].text
	if l.levels[at].format == "bullet" {
		return strings.Map(bulletLetter, text)
	}
	if !strings.Contains(text, "%") {
		return text
	}
	for i := range levels {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) || l.levels[i] == nil {
			continue
		}
		value, format := l.counters.value[i], l.levels[i].format
		if !l.counters.used[i] {
			value = l.levels[i].start
		}
		if l.levels[at].legal && format != "none" {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, formatNumber(value, format))
	}
	return text
}

// bulletLetter turns a letter of the symbol fonts that Word and LibreOffice write bullets in (private use, U+F0xx) into one of
// any font: what looks like a letter or a mark of ASCII is one, all else is a dot.
func bulletLetter(r rune) rune {
	switch {
	case r < 0xF000 || r > 0xF0FF:
		return r
	case r >= 0xF021 && r <= 0xF02F || r >= 0xF03A && r <= 0xF040 || r == 0xF06F:
		return r - 0xF000
	}
	return '•'
}

// formatNumber writes a number as w:numFmt says (17.18.59). Formats that plans don't use are written in digits.
func formatNumber(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "upperRoman":
		return vi.Roman(n)
	case "lowerRoman":
		return strings.ToLower(vi.Roman(n))
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerLetter":
		return letters(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letters counts a … z, aa, bb … as Word does (17.18.59, lowerLetter).
func letters(n int) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
