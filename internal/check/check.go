// Package check looks at a plan as an office chief does (kiểm tra thể thức, cách viết, viện dẫn, tên gọi, logic của kế hoạch).
//
// Plan takes a loaded plan and returns findings, the most telling first: each names its rule, the place in the YAML file, what is
// wrong and what to do, and carries the repair where that is certain. Rules lists every rule with its reason and an example of wrong
// and right; the documentation and `kehoach explain` are made of the same. A rule is one file, or one of a family in one, and stands in
// the list of rules.go; it sees the plan through a look (look.go), which reads each sentence once for all rules. What the decree
// leaves open is never called an error. Template does the same for a Word file. This package changes no file: Fix returns the bytes of a
// repaired one.
package check

import (
	"fmt"
	"slices"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
)

// A Rule is one thing that is looked at.
type Rule struct {
	diag.Kind            // id ("family/name"), severity, clause, the sentence of a finding and what to do
	Title     diag.Words // the rule as a heading
	Reason    diag.Words // why: the clause in plain words, or the common sense behind it; one or two sentences
	Wrong     string     // an example that the rule reports: a sentence, or YAML laid over the smallest plan (example.go)
	Right     string     // the same mended

	// Exactly one is given: what the rule looks at.
	sentence func(*Sentence)         // each line of text, in the order of the file
	whole    func(*Look)             // the plan as a whole, once
	word     func(*wordFile) []fault // a Word file, not a plan (template.go)
}

// Family is the part of the id before the stroke: names, citation, sense, format, template, writing.
func (r *Rule) Family() string {
	for i, c := range r.ID {
		if c == '/' {
			return r.ID[:i]
		}
	}
	return r.ID
}

// Options are what a caller gives beside the plan.
type Options struct {
	Registry *registry.Registry // nil takes the one that ships
}

// A Finding is what a rule found, with its repairs where they are certain.
type Finding struct {
	diag.Finding
	Rule    *Rule
	At      plan.Place
	repairs []repair
}

// Plan looks at p with every rule. A rule that fails is itself reported and does not stop the others; where the plan can't be looked at
// at all, that is the one finding.
func Plan(p *plan.Plan, o Options) (found []Finding) {
	defer onPanic(func(reason string) {
		found = []Finding{{Rule: notLooked, Finding: notLooked.Kind.At(diag.Location{File: p.File.Name}, "reason", reason)}}
	})
	l := newLook(p, o)
	for _, r := range rules {
		l.apply(r)
	}
	return l.result()
}

// Rules are all rules, family by family.
func Rules() []*Rule { return slices.Clone(rules) }

// Find is the rule with an id; nil when there is none.
func Find(id string) *Rule {
	i := slices.IndexFunc(rules, func(r *Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return rules[i]
}

// Near is the id of the rule that was probably meant; "" when none is close.
func Near(id string) string {
	var all []string
	for _, r := range rules {
		all = append(all, r.ID)
	}
	return diag.Near(id, all)
}

// The program's own faults: of one rule, of the whole.
var (
	failed = &Rule{Kind: diag.Kind{ID: "check/rule-failed", Severity: diag.Warning,
		Message: diag.Words{VI: "quy tắc {rule} bị lỗi: {reason}", EN: "rule {rule} failed: {reason}"}, Fix: reportIt}}
	notLooked = &Rule{Kind: diag.Kind{ID: "check/failed",
		Message: diag.Words{VI: "chương trình bị lỗi, kế hoạch này chưa được kiểm tra: {reason}", EN: "the program failed, this plan was not checked: {reason}"}, Fix: reportIt}}
	reportIt = diag.Words{VI: "đây là lỗi của chương trình; xin báo lại kèm tệp này", EN: "this is a fault of the program; please report it with this file"}
)

// onPanic tells of a panic in the function that defers it, which then returns.
func onPanic(tell func(reason string)) {
	if reason := recover(); reason != nil {
		tell(fmt.Sprint(reason))
	}
}

// failure is the finding that a rule is broken.
func (r *Rule) failure(file, reason string) Finding {
	return Finding{Rule: failed, Finding: failed.Kind.At(diag.Location{File: file}, "rule", r.ID, "reason", reason)}
}

// apply runs one rule.
func (l *Look) apply(r *Rule) {
	defer onPanic(func(reason string) { l.findings = append(l.findings, r.failure(l.Plan.File.Name, reason)) })
	l.rule = r
	if !l.applies(r) {
		return
	}
	if r.whole != nil {
		r.whole(l)
		return
	}
	if family := r.Family(); family == "writing" || family == "names" {
		l.written(r.sentence)
		return
	}
	for i := range l.Sentences {
		r.sentence(&l.Sentences[i])
	}
}

// applies tells whether a rule looks at this plan.
func (l *Look) applies(r *Rule) bool {
	return r.word == nil && (r.Family() != "format" || r == outsideDecree || !l.outside())
}
