package rollover

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
)

// A mark is the comment above an entry of the file that says what a person must decide there:
//
//	# XEM LẠI: "UBND huyện", "Phòng Nội vụ": cấp huyện không còn từ 01/7/2025 [next/district]
//
// One that a person writes settles a place for good, in this year's draft and the next ones; without a reason it settles nothing:
//
//	# keep: "giai đoạn 2021-2025": tên của phong trào
//	# keep: cả câu này trích nguyên văn
const (
	openWord = "XEM LẠI:"
	keepWord = "keep:"
)

// keepForm is a keep comment: quoted words, or none for all of the entry, and a reason.
var keepForm = pattern.Of(`^(?i:keep):\s*(?:"([^"]*)"|“([^”]*)”)?\s*[:\-–,;]*\s*(.*)$`)

// keptBy tells whether one of the comments settles words, and by which reason.
func keptBy(comments []plan.Comment, words string) (reason string, kept bool) {
	for _, c := range comments {
		m := keepForm.FindStringSubmatch(c.Text)
		if m == nil || !isReason(m[3]) {
			continue
		}
		if quoted := m[1] + m[2]; quoted == "" || quotable(quoted) == quotable(words) {
			return m[3], true
		}
	}
	return "", false
}

// isReason tells words that give a reason from a blank to be filled in: "…".
func isReason(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// keepLine is the comment that keeps words.
func keepLine(words, reason string) string {
	return "# " + keepWord + ` "` + quotable(words) + `": ` + strings.Join(strings.Fields(reason), " ")
}

// A group is what one mark speaks of: the open entries of one rule in one entry of the file.
type group struct {
	at      plan.Place // of the file's entry
	kind    *diag.Kind
	entries []Entry
}

// groups gathers what must be decided, in the order of the file.
func (l Ledger) groups(notes plan.Notes) []group {
	var groups []group
	for _, e := range l.In(Decide) {
		at := notes.Entry(e.At)
		if at.File != e.At.File { // in an agency file, which other plans share
			continue
		}
		i := slices.IndexFunc(groups, func(g group) bool {
			return g.at == at && g.kind.ID == e.Kind.ID && g.reason() == e.Why(diag.Vietnamese) && g.entries[0].New == e.New
		})
		if i < 0 {
			i = len(groups)
			groups = append(groups, group{at: at, kind: e.Kind})
		}
		groups[i].entries = append(groups[i].entries, e)
	}
	return groups
}

// reason is why the entries of a group must be decided: it is the same for all.
func (g group) reason() string { return g.entries[0].Why(diag.Vietnamese) }

// mark is the comment of a group. Its language is that of the people who keep the file.
func (g group) mark() string {
	var words []string
	for _, e := range g.entries {
		if quoted := `"` + quotable(e.Old) + `"`; !slices.Contains(words, quoted) {
			words = append(words, quoted)
		}
	}
	text := "# " + openWord + " " + strings.Join(words, ", ") + ": " + g.reason()
	if proposed := g.entries[0].New; proposed != "" {
		text += `; đề nghị "` + quotable(proposed) + `"`
	}
	return text + " [" + g.kind.ID + "]"
}

// quotable is words as they stand between the quotes of a mark: on one line, without such quotes.
func quotable(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), `"`, "'")
}

// mark writes the marks of what must be decided.
func mark(e *edit.Edit, entries Ledger, notes plan.Notes) {
	for _, g := range entries.groups(notes) {
		e.Above(g.at, g.mark())
	}
}

// An openMark is a mark as it stands in the file.
type openMark struct {
	comment plan.Comment
	entry   plan.Place // the entry of the file that it speaks of
	id      string     // the rule; "" for a mark that a person wrote
	words   []string   // what it quotes; of a person's, all that it says
}

type openMarks []openMark

// markForm is the comment that mark writes.
var markForm = pattern.Of(`^` + openWord + ` .*\[(next/[a-z-]+)\]$`)

var quotedWords = pattern.Of(`"([^"]*)"`)

// marksOf reads the marks of a file.
func marksOf(notes plan.Notes) openMarks {
	var marks openMarks
	for _, c := range notes.Comments {
		said, ok := strings.CutPrefix(c.Text, openWord)
		if !ok {
			continue
		}
		m := openMark{comment: c, entry: notes.Of(c)}
		if form := markForm.FindStringSubmatch(c.Text); form != nil {
			m.id = form[1]
			head, _, _ := strings.Cut(said, `": `)
			for _, w := range quotedWords.FindAllStringSubmatch(head+`"`, -1) {
				m.words = append(m.words, w[1])
			}
		} else {
			m.words = []string{cmp.Or(strings.TrimSpace(said), c.Text)}
		}
		marks = append(marks, m)
	}
	return marks
}

// asks tells whether a mark asks for an entry.
func (marks openMarks) asks(e Entry, notes plan.Notes) bool {
	at := notes.Entry(e.At)
	return slices.ContainsFunc(marks, func(m openMark) bool { return m.id == e.Kind.ID && m.askAt(at, e.Old) })
}

// ask tells whether a mark, of any rule, asks for the words of an entry.
func (marks openMarks) ask(e Entry, notes plan.Notes) bool {
	at := notes.Entry(e.At)
	return slices.ContainsFunc(marks, func(m openMark) bool { return m.id != "" && m.askAt(at, e.Old) })
}

func (m openMark) askAt(entry plan.Place, words string) bool {
	return m.entry == entry && slices.Contains(m.words, quotable(words))
}

// of are the marks of one rule.
func (marks openMarks) of(kind *diag.Kind) openMarks {
	var of openMarks
	for _, m := range marks {
		if m.id == kind.ID {
			of = append(of, m)
		}
	}
	return of
}

// without takes words out of a mark, and the mark out of the file when it asks nothing else.
func (m openMark) without(e *edit.Edit, answered func(words string) bool) {
	left := slices.DeleteFunc(slices.Clone(m.words), answered)
	switch at := m.comment.At; {
	case len(left) == len(m.words):
	case len(left) == 0:
		e.Replace(wholeLine(at), "")
	default:
		_, reason, _ := strings.Cut(m.comment.Text, `": `)
		e.Replace(at, "# "+openWord+` "`+strings.Join(left, `", "`)+`": `+reason)
	}
}

// wholeLine is a comment with its line, if it stands alone there; else with the blanks before it.
func wholeLine(at plan.Place) plan.Place {
	text := at.File.Text
	for at.Start > 0 && text[at.Start-1] == ' ' {
		at.Start--
	}
	if (at.Start == 0 || text[at.Start-1] == '\n') && at.End < len(text) {
		at.End++
	}
	return at
}

// renewed takes out of the file the marks of an earlier draft whose words this one judges anew. What they ask for and no rule finds
// any more stays asked.
func (d *drafter) renewed(e *edit.Edit) {
	judged := map[plan.Place][]string{}
	for _, entry := range d.entries {
		if entry.At.File == d.plan.File {
			at := d.notes.Entry(entry.At)
			judged[at] = append(judged[at], quotable(entry.Old))
		}
	}
	for _, m := range marksOf(d.notes) {
		if m.id != "" {
			m.without(e, func(words string) bool { return slices.Contains(judged[m.entry], words) })
		}
	}
}

// marked are the marks that ask for words which no rule finds any more: the words were changed, the mark was left.
func (d *drafter) marked() []Entry {
	var open []Entry
	for _, m := range marksOf(d.notes) {
		for _, w := range m.words {
			if !slices.ContainsFunc(d.entries, func(e Entry) bool {
				return e.Pile == Decide && e.Kind.ID == m.id && quotable(e.Old) == w && d.notes.Entry(e.At) == m.entry
			}) {
				open = append(open, Entry{Kind: markLeft, Pile: Decide, At: m.comment.At, Old: w})
			}
		}
	}
	return open
}
