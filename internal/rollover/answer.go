package rollover

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Question is what a person is asked once: the same words in one text, for one reason. Of figures and names of persons each place
// is a question of its own: they may be the same by chance.
type Question struct {
	Entries []Entry // at least one
	asked   Ledger  // all that must be decided
}

// Questions are what must be decided, in the order of the file.
func (l Ledger) Questions() []Question {
	var questions []Question
	asked := l.In(Decide)
	for _, e := range asked {
		i := slices.IndexFunc(questions, func(q Question) bool { return q.Entries[0].same(e) })
		if i < 0 {
			i = len(questions)
			questions = append(questions, Question{asked: asked})
		}
		questions[i].Entries = append(questions[i].Entries, e)
	}
	return questions
}

// same tells whether two entries ask the same of the same text.
func (e Entry) same(other Entry) bool {
	return e.Kind.ID == other.Kind.ID && e.Old == other.Old && e.New == other.New && e.path == other.path &&
		(e.path != "" && e.Kind.ID != figure.ID && e.Kind.ID != person.ID || e.At == other.At) && e.Why(diag.English) == other.Why(diag.English)
}

// Hindrance says why new words can't be put in their place from here, so that a person edits the file; empty when they can.
func (q Question) Hindrance() diag.Words {
	switch {
	case q.Entries[0].Kind == markLeft:
		return hinderedByMark
	case q.Entries[0].beside:
		return hinderedByFile
	case !slices.ContainsFunc(q.Entries, func(e Entry) bool { return !e.scalar.Given() }):
		return diag.Words{}
	case q.Entries[0].path == "":
		return hinderedByForm
	}
	return hinderedByStyle
}

var (
	hinderedByMark  = diag.Words{VI: "đây là dòng chú thích; sửa chỗ nó nói đến trong tệp rồi xóa dòng ấy", EN: "this is a comment; edit in the file what it speaks of, then delete it"}
	hinderedByForm  = diag.Words{VI: "chỗ này không phải một câu; sửa trong tệp", EN: "this is no text; edit it in the file"}
	hinderedByStyle = diag.Words{VI: "chỗ này lẫn chữ đậm, nghiêng hoặc {{…}}; sửa trong tệp", EN: "these words run over bold, italic or {{…}}; edit them in the file"}
)

// Replace answers a question by other words, and returns the file with them and without what the mark asked. Words that are nothing,
// that hold a control character, or with which the file is no plan any more are refused.
func (q Question) Replace(p *plan.Plan, words string) ([]byte, diag.List) {
	if why := q.Hindrance(); why != (diag.Words{}) {
		return nil, q.refused(why)
	}
	if strings.TrimSpace(words) == "" { // it would erase without a word
		return nil, q.refused(noWords)
	}
	if first := q.Entries[0]; words == first.New && first.cited != nil && len(first.cited.successor) > 0 {
		return q.reword(p, first.cited.successor)
	}
	e := edit.Of(p.File)
	var list []edit.Word
	for _, entry := range q.Entries {
		if entry.At == entry.scalar.At {
			e.Scalar(entry.At, words)
			continue
		}
		list = append(list, edit.Word{At: entry.At, New: words})
	}
	if len(list) > 0 {
		e.Words(q.Entries[0].scalar, list)
	}
	notes := p.File.Notes()
	if !q.isAskedElsewhere(notes) {
		q.unmark(e, notes)
	}
	return q.write(p, e, words, map[string]bool{q.Entries[0].path: true})
}

// Keep answers a question by keeping the words for good, with a reason, which stands in the file from now on.
func (q Question) Keep(p *plan.Plan, reason string) ([]byte, diag.List) {
	if q.Entries[0].beside {
		return nil, q.refused(hinderedByFile)
	}
	if !isReason(reason) {
		return nil, q.refused(noReason)
	}
	e := edit.Of(p.File)
	notes := p.File.Notes()
	at := notes.Entry(q.Entries[0].At)
	if q.Entries[0].Kind == markLeft {
		at = q.Entries[0].At // the comment gives way to the reason
	}
	e.Above(at, keepLine(q.Entries[0].Old, reason))
	q.unmark(e, notes)
	return q.write(p, e, reason, nil)
}

// write is the file with an answer in it, once that is a plan again in which nothing else has changed.
func (q Question) write(p *plan.Plan, e *edit.Edit, typed string, changed map[string]bool) ([]byte, diag.List) {
	if i := strings.IndexFunc(typed, breaksLines); i >= 0 {
		return nil, q.refused(controlWords)
	}
	after, why := asLoaded(p).readBack(p, e, changed)
	if why != (diag.Words{}) {
		return nil, q.refused(why)
	}
	return after.bytes, nil
}

// breaksLines tells characters that a key leaves in an answer (an arrow, the escape key), or that end a line.
func breaksLines(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) }

var (
	noWords      = diag.Words{VI: "để trống không xóa gì", EN: "a blank erases nothing"}
	noReason     = diag.Words{VI: "giữ thì cần lý do, viết bằng chữ", EN: "keeping needs a reason, in words"}
	controlWords = diag.Words{VI: "có ký tự điều khiển, như của phím mũi tên", EN: "it holds a control character, as an arrow key leaves one"}
)

func (q Question) refused(why diag.Words) diag.List {
	return diag.List{refused.Saying("reason", why).At(q.Entries[0].At.Location())}
}

// isAskedElsewhere tells whether the mark asks for the same words at another place too, which stays open.
func (q Question) isAskedElsewhere(notes plan.Notes) bool {
	first := q.Entries[0]
	at := notes.Entry(first.At)
	return slices.ContainsFunc(q.asked, func(e Entry) bool {
		return e.Kind.ID == first.Kind.ID && quotable(e.Old) == quotable(first.Old) && notes.Entry(e.At) == at &&
			!slices.ContainsFunc(q.Entries, func(own Entry) bool { return own.At == e.At })
	})
}

// unmark takes the question's words out of their mark.
func (q Question) unmark(e *edit.Edit, notes plan.Notes) {
	first := q.Entries[0]
	at := notes.Entry(first.At)
	for _, m := range marksOf(notes) {
		if first.Kind == markLeft && m.comment.At == first.At || m.entry == at && m.id == first.Kind.ID {
			m.without(e, func(words string) bool { return words == quotable(first.Old) || words == first.Old })
		}
	}
}

// Places says of how many places one answer speaks; empty of one.
func (q Question) Places() diag.Words {
	if len(q.Entries) == 1 {
		return diag.Words{}
	}
	n := diag.Args{"count", strconv.Itoa(len(q.Entries))}
	return diag.Words{VI: severalPlaces.In(diag.Vietnamese, n), EN: severalPlaces.In(diag.English, n)}
}

var severalPlaces = diag.Words{VI: "{count} chỗ trong câu này, sửa cùng lúc", EN: "{count} places in this text, changed together"}
