package territory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// An Edit writes today's name in the place of one that is no more: the bytes From to To become New.
type Edit struct {
	From, To int
	New      string // empty: a district that a commune's name went with drops out
	Was, Is  *Unit  // Is is nil where a district drops out
}

var (
	merged = diag.Words{
		VI: "{was} nay là {is} từ ngày {day} (Nghị quyết số {law})",
		EN: "{was} has been {is} since {day} (resolution {law})",
	}
	dropped = diag.Words{
		VI: "{was}: cấp huyện kết thúc từ ngày {day} (Nghị quyết số {law})",
		EN: "{was}: the district level ended on {day} (resolution {law})",
	}
)

// Why says what became of the unit, when and by what resolution.
func (e Edit) Why(lang diag.Lang) string {
	on := e.Was.Ended.On
	words, is := dropped, ""
	if e.Is != nil {
		words, is = merged, e.Is.Full()
	}
	return words.In(lang, diag.Args{"was", e.Was.Full(), "is", is, "day", vi.ShortDate(on.Day(), int(on.Month()), on.Year()), "law", e.Was.Ended.By})
}

// Renamed returns the edits, in order, that write a text in today's names, and of these only what is certain: a unit that ended, that
// can be no other, and that one unit took whole. "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi" becomes "xã Sơn Tây Hạ, tỉnh Quảng
// Ngãi". These stay, for a person to decide, and Mentions names them: a commune that was divided, one of several of its name, a body
// of a district, two names in one text that are one unit today, and what the text calls history ("xã Sơn Màu cũ").
func Renamed(text string, context Context) []Edit {
	mentions := Mentions(text, context)
	called := namesByUnit(mentions)
	var edits []Edit
	for i := 0; i < len(mentions); {
		j := i + 1
		for j < len(mentions) && (mentions[j].Listed || mentions[j].Narrows) {
			j++
		}
		if !isHistory(text[:mentions[i].BodyFrom], text[mentions[j-1].To:]) {
			edits = append(edits, renamedGroup(text, mentions[i:j], called)...)
		}
		i = j
	}
	return edits
}

// namesByUnit has for each unit of today the name by which the text calls it or what it took; empty for one called by two.
func namesByUnit(mentions []Mention) map[*Unit]string {
	called := map[*Unit]string{}
	for i := range mentions {
		m := &mentions[i]
		if m.Narrows {
			continue
		}
		name := keyOf(m.Kind.Noun() + " " + m.Name)
		for _, u := range m.Units {
			for _, today := range u.Today() {
				if other, met := called[today]; met && other != name {
					called[today] = ""
				} else {
					called[today] = name
				}
			}
		}
	}
	return called
}

// historyNear is how far before a name, in bytes, words of history are looked for.
const historyNear = 48

// isHistory tells whether the words around a name speak of what was.
func isHistory(before, after string) bool {
	if rest, ok := strings.CutPrefix(strings.TrimLeft(after, " ("), "cũ"); ok {
		if next, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(next) {
			return true
		}
	}
	before = strings.ToLower(before[max(0, len(before)-historyNear):])
	for _, words := range []string{"trước đây", "trước là", "nguyên là", "tiền thân", "sáp nhập", "hợp nhất", "đổi tên", "tách từ", "cũ là"} {
		if strings.Contains(before, words) {
			return true
		}
	}
	return false
}

// renamedGroup has all edits of a mention, the names listed with it and the units in which they lie, or none when one of its names
// is not certain.
func renamedGroup(text string, mentions []Mention, called map[*Unit]string) []Edit {
	var edits []Edit
	var first *Unit // what the first is today
	for i := range mentions {
		m := &mentions[i]
		switch {
		case !m.Narrows:
			u := m.becomes()
			if u == nil || called[u] == "" || first != nil && u.Kind != first.Kind {
				return nil
			}
			if first == nil {
				first = u
			}
			edits = m.edit(edits, text, u)
		case m.Kind.Level() == DistrictLevel:
			e := Edit{From: mentions[i-1].To, To: m.To, Was: m.Units[0]}
			if strings.Contains(text[e.From:m.From], "(") {
				switch {
				case strings.HasPrefix(text[m.To:], ")"):
					e.To++
				case i+1 < len(mentions):
					e.From, e.To = m.From, mentions[i+1].From
				default:
					return nil
				}
			}
			edits = append(edits, e)
		default:
			edits = m.edit(edits, text, first.Province())
		}
	}
	return edits
}

// becomes is the one unit of today that m names or that took the unit it names whole; nil when that is not certain.
func (m *Mention) becomes() *Unit {
	if m.Cut || m.Name == "" {
		return nil
	}
	var is *Unit
	for _, u := range m.Units {
		today := u.Today()
		if len(today) != 1 || is != nil && today[0] != is {
			return nil
		}
		is = today[0]
	}
	if is == nil || is.Kind.Level() == m.Kind.Level() && (!m.isCommittee() || is.Kind == m.Kind) {
		return is
	}
	if m.Body == "" || lexicon().government[keyOf(m.Body)] { // of an island district that is a đặc khu
		return is
	}
	return nil
}

// isCommittee tells whether noun and body are one word: Tỉnh ủy.
func (m *Mention) isCommittee() bool { return m.Body != "" && m.BodyFrom == m.From }

// edit adds the edit that writes unit u where m stands, unless it stands there.
func (m *Mention) edit(edits []Edit, text string, u *Unit) []Edit {
	name := u.Name
	if formOf(m.Name) == upper {
		name = strings.ToUpper(name)
	}
	from, words := m.From, name
	if m.From == m.NameFrom || m.isCommittee() {
		from = m.NameFrom
	} else {
		words = m.noun(text, u) + " " + name
	}
	for _, was := range m.Units {
		if was == u || was.Kind == u.Kind && was.Name == u.Name {
			return edits // spelled in another way, perhaps
		}
	}
	return append(edits, Edit{From: from, To: m.To, New: words, Was: m.Units[0], Is: u})
}

// noun is the noun of u, written as m's is: in capitals, or with one at the beginning of a sentence or before a number.
func (m *Mention) noun(text string, u *Unit) string {
	noun, _, _ := strings.Cut(u.String(), " "+u.Name)
	_, to := letters().nextWord(text, m.From)
	switch formOf(text[m.From:to]) {
	case upper:
		if formOf(m.Name) == upper && to-m.From > len("TP") {
			return strings.ToUpper(noun)
		}
	case title:
		if !isDigit(m.Name[0]) || beginsSentence(text[:m.From]) {
			return capital(noun)
		}
	}
	return noun
}

// beginsSentence tells whether a sentence begins after the text.
func beginsSentence(before string) bool {
	before = strings.TrimSpace(before)
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:")
}
