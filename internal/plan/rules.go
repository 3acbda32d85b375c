package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A part is a key with the place where it is given. Words of a closed set keep no place: word tells that one is given.
type part struct {
	key  string
	at   Place
	word bool
}

func (p part) given() bool { return p.at.File != nil || p.word }

func placed(key string, at Place) part { return part{key: key, at: at} }

// one reports when not exactly one of parts is given.
func (r *resolver) one(at Place, parts ...part) {
	var given, keys []string
	for _, p := range parts {
		keys = append(keys, p.key)
		if p.given() {
			given = append(given, p.key)
			at = cmp.Or(p.at, at)
		}
	}
	if len(given) == 1 {
		return
	}
	if at.File == nil {
		at = Place{File: r.plan.File}
	}
	all := strings.Join(given, ", ")
	if all == "" {
		all = "–"
	}
	r.found = append(r.found, exactlyOne.At(at.Location(), "keys", strings.Join(keys, ", "), "given", all))
}

// needs reports a key without another that belongs to it.
func (r *resolver) needs(p, other part) {
	if p.given() && !other.given() {
		r.found = append(r.found, goesWith.At(p.at.Location(), "key", p.key, "other", other.key))
	}
}

func (r *resolver) excludes(p, other part) {
	if p.given() && other.given() {
		r.found = append(r.found, notWith.At(other.at.Location(), "key", other.key, "other", p.key))
	}
}

// rules checks what values of one plan demand of each other.
func (r *resolver) rules() {
	p := r.plan
	agencies := part{key: "agencies"}
	if len(p.Agencies) > 0 {
		agencies.at = p.Agencies[0].At
	}
	r.one(p.Version.At, placed("agency", p.Agency.At), agencies)
	r.period()
	r.wholeDate(p.Date)
	issued := placed("issued_under", p.IssuedUnder.At)
	r.excludes(issued, placed("number", p.Number.At))
	if len(p.Recipients) > 0 {
		r.excludes(issued, placed("recipients", p.Recipients[0].To.At))
	}
	if len(p.Signatories) > 0 {
		r.excludes(issued, placed("signatories", p.Signatories[0].At))
	}
	for i, s := range p.Signatories {
		if slices.ContainsFunc(p.Signatories[:i], func(other Value) bool { return other.Text == s.Text }) {
			r.found = append(r.found, signsTwice.At(s.At.Location(), "id", s.Text))
		}
	}
	for _, s := range p.allSections() {
		if r.decoded && s.empty() {
			r.found = append(r.found, noContent.Saying("what", aSection).At(s.At.Location()))
		}
		if s.Funding != nil {
			for _, a := range s.Funding.Amounts {
				r.amount(a)
			}
		}
		for _, list := range s.lists() {
			Walk(list, r.item)
		}
	}
	for _, role := range p.Roles {
		Walk(role.Duties, r.item)
	}
	for _, a := range p.Appendices {
		r.table(a.Table)
		if a.Assignments != nil {
			for _, c := range a.Assignments.Columns {
				r.number(c.Width, 5, 250, "mm, 5–250")
			}
		}
	}
	for _, v := range p.Values {
		if !variableName.MatchString(v.Name.Text) {
			r.found = append(r.found, badID.At(v.Name.At.Location(), "id", v.Name.Text))
		}
	}
}

func (s *Section) empty() bool { return !s.Heading.Given() && s.bare() }

// bare tells whether a section has no more than a heading.
func (s *Section) bare() bool {
	return !s.Text.Given() && len(s.Purposes)+len(s.Requirements)+len(s.Items)+len(s.DutiesOf)+len(s.Reports) == 0 &&
		s.Funding == nil && !s.After.Given()
}

func (r *resolver) item(i *Item) {
	if r.decoded && !i.Heading.Given() && !i.Text.Given() && len(i.Items) == 0 {
		r.found = append(r.found, noContent.Saying("what", anItem).At(i.At.Location()))
	}
	if i.Funding != nil {
		r.amount(i.Funding)
	}
}

func (r *resolver) period() {
	p := r.plan.Period
	if p == (Period{}) && !r.decoded { // its absence is a finding already
		return
	}
	at := cmp.Or(p.Quarter.At, r.plan.Version.At)
	r.one(at, placed("year", p.Year.At), placed("school_year", p.SchoolYear.At), placed("from", p.From.At))
	r.needs(placed("quarter", p.Quarter.At), placed("year", p.Year.At))
	r.days(p.From, p.To)
	r.number(p.Year, 1990, 2200, "1990–2200")
	r.number(p.Quarter, 1, 4, "1–4")
	if first, second, ok := strings.Cut(p.SchoolYear.Text, "-"); p.SchoolYear.Given() {
		a, errA := strconv.Atoi(strings.TrimSpace(first))
		b, errB := strconv.Atoi(strings.TrimSpace(second))
		if !ok || errA != nil || errB != nil || b != a+1 {
			r.found = append(r.found, badNumber.At(p.SchoolYear.At.Location(), "value", p.SchoolYear.Text, "expected", "2025-2026"))
		}
	}
}

// days checks a pair of days.
func (r *resolver) days(from, to Date) {
	r.needs(placed("from", from.At), placed("to", to.At))
	r.needs(placed("to", to.At), placed("from", from.At))
	r.wholeDate(from)
	r.wholeDate(to)
	if from.Day > 0 && to.Day > 0 && to.number() < from.number() {
		r.found = append(r.found, wrongOrder.At(to.At.Location(), "key", "to", "other", "from"))
	}
}

// number orders days.
func (d Date) number() int { return d.Year*10000 + d.Month*100 + d.Day }

func (r *resolver) wholeDate(d Date) {
	if d.Given() && d.Year > 0 && d.Day == 0 {
		r.found = append(r.found, wantsDay.At(d.At.Location()))
	}
}

// number checks a value that is a whole number within bounds.
func (r *resolver) number(v Value, from, to int, expected string) {
	if !v.Given() {
		return
	}
	if n, err := strconv.Atoi(v.Text); err != nil || n < from || n > to {
		r.found = append(r.found, badNumber.At(v.At.Location(), "value", v.Text, "expected", expected))
	}
}

// amount checks money.
func (r *resolver) amount(a *Amount) {
	if _, ok := a.Dong(); a.Amount.Given() && !ok {
		r.found = append(r.found, badNumber.At(a.Amount.At.Location(), "value", a.Amount.Text, "expected", "15000000, 15.000.000"))
	}
}

// Dong is the amount in đồng; ok is false when it is no amount.
func (a *Amount) Dong() (dong int64, ok bool) {
	digits := a.Amount.Text
	if groups := strings.Split(digits, "."); len(groups) > 1 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return 0, false
			}
		}
		digits = strings.Join(groups, "")
	}
	dong, err := strconv.ParseInt(digits, 10, 64)
	return dong, err == nil && dong >= 0 && dong <= 1e15
}

// deadline checks one deadline: its form, and what the form needs.
func (r *resolver) deadline(d *Deadline) {
	if d == nil {
		return
	}
	parts := d.parts()
	if given := count(parts); given > 1 || given == 0 && !d.Wording.Given() && r.decoded {
		r.one(d.At, parts...)
	}
	for _, day := range []Date{d.Date, d.Before, d.By} {
		r.wholeDate(day)
	}
	r.days(d.From, d.To)
	r.number(d.WorkingDays, 1, 366, "1–366")
	r.needs(placed("working_days", d.WorkingDays.At), placed("after", d.After.At))
	r.needs(placed("after", d.After.At), placed("working_days", d.WorkingDays.At))
	r.number(d.OnDay, 1, 31, "1–31")
	every := part{key: "every", word: d.Every != ""}
	r.needs(placed("on_day", d.OnDay.At), every)
	r.needs(placed("weekday", d.Weekday.At), every)
	if w := d.Weekday.Text; w != "" && (len(w) != 1 || w < "2" || w > "7") && w != "CN" {
		r.found = append(r.found, badNumber.At(d.Weekday.At.Location(), "value", w, "expected", "2–7, CN"))
	}
	for _, s := range []*Span{d.Within, d.In, d.EndOf, d.LastDay} {
		r.span(s, d.At)
	}
	if d.Use.Given() {
		find(r, r.plan.index.deadlines, d.Use.Text, aDeadline, d.Use.At)
		if end := r.plan.Deadline(d); end != nil && end.Use.Given() {
			r.found = append(r.found, circular.At(d.Use.At.Location(), "id", d.Use.Text))
		}
	}
}

// parts are the forms of a deadline.
func (d *Deadline) parts() []part {
	forms := []part{placed("use", d.Use.At), placed("date", d.Date.At), placed("before", d.Before.At), placed("by", d.By.At), placed("from", cmp.Or(d.From.At, d.To.At)),
		placed("working_days", cmp.Or(d.WorkingDays.At, d.After.At))}
	for _, s := range []struct {
		key  string
		span *Span
	}{{"within", d.Within}, {"in", d.In}, {"by_end_of", d.EndOf}, {"last_working_day_of", d.LastDay}} {
		forms = append(forms, placed(s.key, s.span.at()))
	}
	return append(forms, part{key: "every", word: d.Every != ""}, part{key: "standing", word: d.Standing != ""})
}

func count(parts []part) int {
	n := 0
	for _, p := range parts {
		if p.given() {
			n++
		}
	}
	return n
}

// at is where a span's first value stands.
func (s *Span) at() Place {
	if s == nil {
		return Place{}
	}
	return cmp.Or(s.Month.At, s.Quarter.At, s.Half.At, s.Months.At, s.Year.At)
}

func (r *resolver) span(s *Span, at Place) {
	if s == nil {
		return
	}
	parts := []part{placed("month", s.Month.At), placed("quarter", s.Quarter.At), placed("half", s.Half.At), placed("months", s.Months.At)}
	if n := count(parts); n > 1 || n == 0 && !s.Year.Given() {
		r.one(at, append(parts, part{key: "year"})...)
	}
	r.number(s.Month, 1, 12, "1–12")
	r.number(s.Quarter, 1, 4, "1–4")
	r.number(s.Half, 1, 2, "1–2")
	r.number(s.Months, 1, 12, "1–12")
	r.number(s.Year, 1990, 2200, "1990–2200")
}

// Cell marks that continue a cell. See Table.
const (
	mergeLeft  = "<"
	mergeAbove = "^"
)

// table checks that every row fits the columns and every merge has a cell to go on from.
func (r *resolver) table(t *Table) {
	if t == nil || len(t.Columns) == 0 { // a table without columns is a finding already
		return
	}
	for _, c := range t.Columns {
		r.number(c.Width, 5, 250, "mm, 5–250")
	}
	for y, row := range t.Rows {
		if len(row) != len(t.Columns) {
			at := t.Columns[0].Heading.At
			if len(row) > 0 {
				at = row[0].At
			}
			r.found = append(r.found, badRow.At(at.Location(), "found", strconv.Itoa(len(row)), "columns", strconv.Itoa(len(t.Columns))))
			continue
		}
		for x, cell := range row {
			if cell.Text == mergeLeft && x == 0 || cell.Text == mergeAbove && (y == 0 || len(t.Rows[y-1]) <= x) {
				r.found = append(r.found, badMerge.At(cell.At.Location()))
			}
		}
	}
}

// check holds an agency to the decree's margins and to what its authority lines need.
func (a *Agency) check() diag.List {
	var found diag.List
	if a.Page != nil {
		for _, m := range []struct {
			value    Value
			side     string
			from, to float64
		}{{a.Page.Top, "trên (top)", 20, 25}, {a.Page.Bottom, "dưới (bottom)", 20, 25}, {a.Page.Left, "trái (left)", 30, 35}, {a.Page.Right, "phải (right)", 15, 20}} {
			mm, err := strconv.ParseFloat(m.value.Text, 64)
			if m.value.Given() && (err != nil || !(mm >= m.from && mm <= m.to)) {
				found = append(found, badMargin.At(m.value.At.Location(), "side", m.side, "from", strconv.Itoa(int(m.from)), "to", strconv.Itoa(int(m.to))))
			}
		}
	}
	r := &resolver{plan: &Plan{Title: a.Name}}
	for _, s := range a.Signatories {
		for _, form := range s.Authority {
			at := placed(string(form), s.Post.At)
			switch form {
			case "TM":
				r.needs(at, placed("collective", a.Collective.At))
			case "KT", "TL", "TUQ":
				r.needs(at, placed("for", s.For.At))
			}
		}
	}
	return append(found, r.found...)
}
