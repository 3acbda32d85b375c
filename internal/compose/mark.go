package compose

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
)

// The letters of which marks are made: of a plane that Unicode keeps for private use, so that no text has them and nothing that looks at
// letters takes them for any.
const (
	firstMark = '\U000F0000'
	lastMark  = '\U000FFFFD'
)

// MaxMarks is how many places ComposeMarked can mark.
const MaxMarks = lastMark - firstMark + 1

// MarkedPlace reads a mark: which of the places it stands for; false for a letter that is none.
func MarkedPlace(r rune) (place int, ok bool) {
	return int(r - firstMark), r >= firstMark && r <= lastMark
}

// ComposeMarked is Compose with a mark before the words that are written at each of some places of the plan's files, wherever they are
// printed: who looks for the words of a finding on the page finds them there, folded, referred to or repeated as they may be. A document
// that holds marks is for reading only.
func ComposeMarked(p *plan.Plan, family *font.Family, places []plan.Place) ([]Part, diag.List) {
	c := newComposer(p, family)
	c.marks = marksOf(p, places[:min(len(places), MaxMarks)])
	return c.compose()
}

// marks are the marks to be set, by the place of the inline or value before whose letters they stand.
type marks struct {
	inlines map[plan.Place][]mark
	others  []mark // of places in no text: they are set before a value, or before what is made of a mapping
}

// A mark is to be set before a byte of an inline's words, or before the words of what stands at a place.
type mark struct {
	place  plan.Place
	offset int
	letter rune
}

func marksOf(p *plan.Plan, places []plan.Place) *marks {
	m := &marks{inlines: map[plan.Place][]mark{}}
	passages := p.Passages()
	for _, a := range p.Issuers {
		passages = append(passages, a.Passages()...)
	}
	for i, place := range places {
		one := mark{place: place, letter: firstMark + rune(i)}
		if !m.inText(p, passages, one) {
			m.others = append(m.others, one)
		}
	}
	return m
}

// inText notes a mark whose place stands in a text; false when it stands in none.
func (m *marks) inText(p *plan.Plan, passages []plan.Passage, one mark) bool {
	for _, passage := range passages {
		if !overlap(passage.At, one.place) {
			continue
		}
		locator, literals := passage.Locate(), p.Literals(passage.Text)
		for _, paragraph := range passage.Paragraphs {
			for _, in := range paragraph.Inlines {
				if !overlap(in.At, one.place) {
					continue
				}
				switch {
				case in.Text != "":
					one.offset = firstAt(in.Text, one.place, func(from, to int) plan.Place { return locator.Place(in, from, to) })
				case in.Mention != nil && in.Mention.Literal != nil:
					for _, words := range literals {
						if first, _ := words.Place(0, 1); overlap(first, in.At) {
							one.offset = firstAt(words.Text, one.place, func(from, to int) plan.Place { at, _ := words.Place(from, to); return at })
						}
					}
				}
				set := append(m.inlines[in.At], one)
				slices.SortStableFunc(set, func(a, b mark) int { return b.offset - a.offset })
				m.inlines[in.At] = set
				return true
			}
		}
	}
	return false
}

// firstAt is the first byte of a text that stands at a place or behind it.
func firstAt(text string, place plan.Place, at func(from, to int) plan.Place) int {
	found := sort.Search(len(text), func(i int) bool {
		for !utf8.RuneStart(text[i]) {
			i--
		}
		return at(i, i+1).Start >= place.Start
	})
	if found == len(text) {
		return 0
	}
	return found
}

func overlap(a, b plan.Place) bool {
	return a.File != nil && a.File == b.File && a.Start < b.End && b.Start < a.End
}

// marked are the words of an inline with the marks that belong among them.
func (c *composer) marked(in plan.Inline, words string) string {
	if c.marks == nil {
		return words
	}
	for _, one := range c.marks.inlines[in.At] { // the last first, so that the others keep their bytes
		at := min(one.offset, len(words))
		words = words[:at] + string(one.letter) + words[at:]
	}
	return words
}

// at are words with the marks of the places in no text that begin in a place.
func (c *composer) at(place plan.Place, words string) string {
	if c.marks == nil || words == "" {
		return words
	}
	return c.marks.before(place) + words
}

// textAt is at for a text.
func (c *composer) textAt(place plan.Place, t template.Text) template.Text {
	if c.marks == nil || len(t) == 0 {
		return t
	}
	return append(template.Text{{Text: c.marks.before(place)}}, t...)
}

func (m *marks) before(place plan.Place) string {
	var b strings.Builder
	for _, one := range m.others {
		if place.File == one.place.File && place.Start <= one.place.Start && one.place.Start < place.End {
			b.WriteRune(one.letter)
		}
	}
	return b.String()
}
