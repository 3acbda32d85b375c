package rollover

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
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
var keepForm = regexp.MustCompile(`^(?i:keep):\s*(?:"([^"]*)"|“([^”]*)”)?\s*[:\-–,;]*\s*(.*)$`)

// keptBy tells whether one of the comments settles words, and by which reason.
func keptBy(comments []plan.Comment, words string) (reason string, kept bool) {
	for _, c := range comments {
		m := keepForm.FindStringSubmatch(c.Text)
		if m == nil || strings.TrimSpace(m[3]) == "" {
			continue
		}
		if quoted := m[1] + m[2]; quoted == "" || quoted == words {
			return m[3], true
		}
	}
	return "", false
}

// markForm is the comment that mark writes.
var markForm = regexp.MustCompile(`^XEM LẠI: .*\[(next/[a-z-]+)\]$`)

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
