// Package compare compares two plans as plans: not lines of files, but what an office would say has changed.
//
// Plans takes the plan of before and that of now and returns the changes: sections, items and duties added, dropped, moved and
// reworded; deadlines shifted; roles, outputs, citations, recipients, signatories, reports, period, title and agency changed. What
// belongs together is found by id where both have one, else by likeness of words within the same parent, else anywhere (match.go).
// Texts are compared in the words of the page, word by word; a reference in them is one word, equal when it names the same thing,
// so that a citation replaced is said once and not wherever it is cited. Text, Markdown, JSON and Sheet write a comparison out.
// It reads no files and knows nothing of Word's tracked changes, which are package redline's.
package compare

import (
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Kind is what a change is about. Scripts rely on the words.
type Kind string

const (
	Added      Kind = "added"     // thêm
	Dropped    Kind = "dropped"   // bỏ
	Moved      Kind = "moved"     // chuyển chỗ: under another parent, or elsewhere in the order
	Reworded   Kind = "reworded"  // sửa lời
	YearOnly   Kind = "year"      // a text in which only the plan's year was moved
	DeadlineOf Kind = "deadline"  // thời hạn
	RoleOf     Kind = "role"      // đơn vị chủ trì, or who makes a report
	SupportOf  Kind = "support"   // đơn vị phối hợp
	OutputOf   Kind = "output"    // kết quả
	FundingOf  Kind = "funding"   // kinh phí
	ServesOf   Kind = "serves"    // the purposes that an item serves
	CitationOf Kind = "citation"  // căn cứ, viện dẫn: replaced, or new or gone
	Recipient  Kind = "recipient" // nơi nhận
	Signatory  Kind = "signatory" // người ký
	ReportOf   Kind = "report"    // name, receiver, period of a report
	PeriodOf   Kind = "period"    // thời kỳ
	TitleOf    Kind = "title"     // trích yếu
	NumberOf   Kind = "number"    // số
	DateOf     Kind = "date"      // ngày ban hành
	AgencyOf   Kind = "agency"    // cơ quan ban hành
	ValueOf    Kind = "value"     // a variable of the plan's own
	FormOf     Kind = "form"      // how it is printed: numbering, urgency, draft …
)

// A Change is one difference.
type Change struct {
	Kind  Kind
	Of    string     // what was changed: "item", "section", "citation" …
	Path  string     // the keys that lead to it, in the new plan, or in the old when it is dropped
	Where diag.Words // the same for a person: "Mục II, nội dung 3"
	Old   *Side      // nil when there was nothing
	New   *Side      // nil when there is nothing
	Words []Word     // old and new in one; of Moved the text as it is
}

// A Side is one plan's part in a change.
type Side struct {
	diag.Location
	Text string
}

// A Word is a stretch of text that both have, or only one.
type Word struct {
	Op   Op
	Text string
}

// Op is what became of a stretch.
type Op string

const (
	Same Op = "same"
	Out  Op = "dropped"
	In   Op = "added"
)

// A Comparison is what Plans found.
type Comparison struct {
	Old, New string // the files' names
	Changes  []Change

	before, after *side
}

// Plans compares two plans. The changes stand in the order of the page, dropped pieces where they were.
func Plans(old, new *plan.Plan) *Comparison {
	a, b := read(old), read(new)
	shareNames(a, b)
	before, after := a.tree(), b.tree()
	matchTrees(before, after)
	w := &writer{old: a, new: b}
	w.pair(before, after)
	return &Comparison{Old: old.File.Name, New: new.File.Name, Changes: w.changes, before: a, after: b}
}
