package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
)

// An office silences a rule for all of its plans in its agency file, or for one entry of a plan by a comment there; each with a reason:
//
//	check:
//	  - {rule: writing/quotes, severity: off, reason: cơ quan dùng dấu nháy thẳng}
//
//	# ignore: writing/quotes, writing/doubled: trích nguyên văn
var ignoreForm = pattern.Of(`(?i)^ignore(?::\s*|\s+)([a-z-]+/[a-z-]+(?:\s*,\s*[a-z-]+/[a-z-]+)*)\s*[:\-–,;]*\s*(.*)$`)

// namesNone is an ignore comment that names no rule.
var namesNone = pattern.Of(`(?i)^ignore:\s*(?::.*)?$`)

// notAnID is an ignore comment whose first words, before a colon, are no rule's id.
var notAnID = pattern.Of(`(?i)^ignore:\s*([^\s/:]+)\s*:`)

var (
	unknownRule = diag.Declare(&diag.Kind{ID: "check/unknown-rule", Severity: diag.Warning,
		Message: diag.Words{VI: `không có quy tắc "{rule}"`, EN: `there is no rule "{rule}"`},
		Fix:     diag.Words{VI: `xem các quy tắc: kehoach explain`, EN: `see the rules: kehoach explain`}})
	namedNone = diag.Declare(&diag.Kind{ID: "check/no-rule", Severity: diag.Note,
		Message: diag.Words{VI: "chú thích này không nêu quy tắc nào, nên không bỏ qua gì", EN: "this comment names no rule, so that nothing is ignored"},
		Fix:     diag.Words{VI: "ghi mã trong ngoặc vuông của lời báo, ví dụ # ignore: writing/quotes: lý do", EN: "write the code in brackets of the finding, for example # ignore: writing/quotes: why"}})
	unusedIgnore = diag.Declare(&diag.Kind{ID: "check/unused-ignore", Severity: diag.Note,
		Message: diag.Words{VI: "ở đây {rule} không báo gì, nên không có gì để bỏ qua", EN: "{rule} finds nothing here, so that there is nothing to ignore"},
		Fix:     diag.Words{VI: "xóa chú thích, hoặc đặt nó ngay trên dòng có lời báo", EN: "delete the comment, or put it right above the line of the finding"}})
	noReason = diag.Declare(&diag.Kind{ID: "check/no-reason", Severity: diag.Warning,
		Message: diag.Words{VI: "bỏ qua {rule} mà không ghi lý do, nên không được tính", EN: "{rule} is ignored without a reason, so that it is not"},
		Fix:     diag.Words{VI: "ghi: # ignore: {rule}: lý do", EN: "write: # ignore: {rule}: why"}})
)

// An ignored is a rule that a comment ignores.
type ignored struct {
	rule    string
	comment plan.Comment
	used    bool // something is found there
}

// silenced drops what a comment ignores and gives rules the severities of the agency file.
func (l *Look) silenced(found []Finding) []Finding {
	severities := l.severities()
	notes := map[*plan.Source]plan.Notes{}
	ignores := map[*plan.Source][]ignored{}
	for _, file := range l.files() {
		if !strings.Contains(file.Text, "ignore") && !strings.Contains(file.Text, "IGNORE") { // as most: its comments need not be read
			continue
		}
		notes[file] = file.Notes()
		ignores[file] = l.ignores(notes[file])
	}
	kept := slices.DeleteFunc(found, func(f Finding) bool {
		drop := severities[f.Kind.ID] == off
		for n, i := range ignores[f.At.File] {
			if i.rule == f.Kind.ID && notes[f.At.File].Covers(i.comment, f.At) {
				ignores[f.At.File][n].used, drop = true, true
			}
		}
		return drop
	})
	for _, i := range ignores[l.Plan.File] { // in an agency file, other plans may need it
		if !i.used && severities[i.rule] != off && l.ran(i.rule, kept) {
			l.complain(unusedIgnore, i.comment.At, i.rule)
		}
	}
	for i := range kept {
		if severity, ok := severities[kept[i].Kind.ID]; ok {
			kind := *kept[i].Kind
			kind.Severity = severity
			kept[i].Kind = &kind
		}
	}
	return append(kept, l.complaints...)
}

// ran tells whether a rule has looked at the plan: found holds the failures too.
func (l *Look) ran(id string, found []Finding) bool {
	return l.applies(Find(id)) && !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule == failed && f.Arg("rule") == id })
}

// files are the plan's own and its agencies'.
func (l *Look) files() []*plan.Source {
	files := []*plan.Source{l.Plan.File}
	for _, a := range l.Plan.Issuers {
		files = append(files, a.File)
	}
	return files
}

// ignores are the ignore comments of a file; one that names no rule or gives no reason is complained of.
func (l *Look) ignores(notes plan.Notes) []ignored {
	var all []ignored
	for _, c := range notes.Comments {
		m := ignoreForm.FindStringSubmatch(c.Text)
		if m == nil {
			if namesNone.MatchString(c.Text) {
				l.complain(namedNone, c.At, "")
			} else if wrong := notAnID.FindStringSubmatch(c.Text); wrong != nil {
				l.complain(unknownRule, c.At, wrong[1]).Near = Near(wrong[1])
			}
			continue
		}
		for rule := range strings.SplitSeq(m[1], ",") {
			switch rule = strings.TrimSpace(rule); {
			case Find(rule) == nil:
				l.complain(unknownRule, c.At, rule).Near = Near(rule)
			case strings.TrimSpace(m[2]) == "":
				l.complain(noReason, c.At, rule)
			default:
				all = append(all, ignored{rule: rule, comment: c})
			}
		}
	}
	return all
}

func (l *Look) complain(kind *diag.Kind, at plan.Place, rule string) *Finding {
	l.complaints = append(l.complaints, Finding{Finding: kind.At(at.Location(), "rule", rule), At: at, Rule: &Rule{Kind: *kind}})
	return &l.complaints[len(l.complaints)-1]
}

// off is the severity of a rule that an agency does not want.
const off diag.Severity = -1

var severityOf = map[plan.Strictness]diag.Severity{"off": off, "note": diag.Note, "warning": diag.Warning, "error": diag.Error}

// severities are what the agency files say of rules.
func (l *Look) severities() map[string]diag.Severity {
	said := map[string]diag.Severity{}
	for _, a := range l.Plan.Issuers {
		for _, s := range a.Check {
			if Find(s.Rule.Text) == nil {
				l.complain(unknownRule, s.Rule.At, s.Rule.Text).Near = Near(s.Rule.Text)
				continue
			}
			said[s.Rule.Text] = severityOf[s.Severity]
		}
	}
	return said
}
