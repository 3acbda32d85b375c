package rollover

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Question is what a person is asked once: the same words in one entry of the file, for one reason.
type Question struct {
	Entries []Entry // at least one
}

// Questions are what must be decided, in the order of the file.
func (l Ledger) Questions() []Question {
	var questions []Question
	for _, e := range l.In(Decide) {
		i := slices.IndexFunc(questions, func(q Question) bool { return q.Entries[0].same(e) })
		if i < 0 {
			i = len(questions)
			questions = append(questions, Question{})
		}
		questions[i].Entries = append(questions[i].Entries, e)
	}
	return questions
}

// same tells whether two entries ask the same of the same text.
func (e Entry) same(other Entry) bool {
	return e.Kind.ID == other.Kind.ID && e.Old == other.Old && e.New == other.New && e.path == other.path &&
		(e.path != "" || e.At == other.At) && e.Why(diag.English) == other.Why(diag.English)
}

// CanReplace tells whether new words can be put in their place from here; else a person edits the file.
func (q Question) CanReplace() bool {
	return !slices.ContainsFunc(q.Entries, func(e Entry) bool { return !e.scalar.Given() })
}

var errWritten = errors.New("the words run over a reference, bold or italic")

// Replace answers a question by other words, and returns the file with them and without what the mark asked. The words are never
// nothing: a blank would erase them without a word.
func (q Question) Replace(p *plan.Plan, words string) ([]byte, error) {
	if strings.TrimSpace(words) == "" || !q.CanReplace() {
		return nil, errWritten
	}
	e := edit.Of(p.File)
	var list []edit.Word
	for _, entry := range q.Entries {
		list = append(list, edit.Word{At: entry.At, New: words})
	}
	e.Words(q.Entries[0].scalar, list)
	q.unmark(e, p.File.Notes())
	return e.Bytes()
}

// Keep answers a question by keeping the words for good, with a reason, which stands in the file from now on.
func (q Question) Keep(p *plan.Plan, reason string) ([]byte, error) {
	e := edit.Of(p.File)
	notes := p.File.Notes()
	if q.Entries[0].Kind != openMark {
		e.Above(notes.Entry(q.Entries[0].At), "# "+keepWord+` "`+quotable(q.Entries[0].Old)+`": `+strings.Join(strings.Fields(reason), " "))
	}
	q.unmark(e, notes)
	return e.Bytes()
}

// unmark takes the question's words out of their mark, and the mark out of the file when it asks nothing else.
func (q Question) unmark(e *edit.Edit, notes plan.Notes) {
	entry := q.Entries[0]
	at := notes.Entry(entry.At)
	for _, mark := range marksOf(notes) {
		here := mark.entry == at && mark.id == entry.Kind.ID || entry.Kind == openMark && mark.comment.At == entry.At
		if !here || len(mark.words) > 0 && !slices.Contains(mark.words, quotable(entry.Old)) {
			continue
		}
		if len(mark.words) <= 1 {
			e.Replace(wholeLine(mark.comment.At), "")
			continue
		}
		quoted := regexp.QuoteMeta(`"` + quotable(entry.Old) + `"`)
		without := regexp.MustCompile(`(?:, )?`+quoted).ReplaceAllString(mark.comment.At.File.Text[mark.comment.At.Start:mark.comment.At.End], "")
		e.Replace(mark.comment.At, strings.Replace(without, openWord+" , ", openWord+" ", 1))
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
