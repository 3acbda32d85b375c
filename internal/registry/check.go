package registry

import (
	"slices"
	"strconv"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// A checker turns what is written into entries and reports what can't be true.
type checker struct{ found diag.List }

func (c *checker) report(k *diag.Kind, at plan.Place, args ...string) {
	c.found = append(c.found, k.At(at.Location(), args...))
}

// entry checks one document.
func (c *checker) entry(r *record) Entry {
	e := Entry{Type: r.Type.Text, Number: r.Number.Text, Issued: c.day(r.Date), Issuer: r.Issuer.Text, Subject: r.Subject.Text, Since: c.day(r.Since),
		Successor: r.Successor.Text, Source: r.Source.Text}
	for _, alias := range r.Aliases {
		e.Aliases = append(e.Aliases, alias.Text)
	}
	c.number(r.Number)
	c.number(r.Successor)
	if !r.Number.Given() && !byName(e.Type) {
		c.report(noNumber, r.Type.At, "value", e.Type)
	}
	c.notBefore(r.Since, e.Since, e.Issued, issueWord)
	for _, a := range r.Amended {
		e.Amended = append(e.Amended, c.change(a, e))
	}
	slices.SortStableFunc(e.Amended, func(a, b Change) int { return a.On.Compare(b.On) })
	if r.Ended != nil {
		e.Ended = c.change(r.Ended, e)
	} else if r.Successor.Given() {
		c.report(noEnding, r.Successor.At)
	}
	return e
}

// change checks what another document did to e.
func (c *checker) change(r *change, e Entry) Change {
	c.number(r.By)
	on := c.day(r.On)
	c.notBefore(r.On, on, e.Issued, issueWord)
	return Change{on, r.By.Text}
}

// day is a date in full; zero where none is given.
func (c *checker) day(d plan.Date) time.Time {
	if !d.Given() {
		return time.Time{}
	}
	if d.Day == 0 || d.Month == 0 {
		c.report(wholeDate, d.At)
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func (c *checker) notBefore(written plan.Date, day, earlier time.Time, name diag.Words) {
	if !day.IsZero() && day.Before(earlier) {
		c.found = append(c.found, tooEarly.Saying("other", name).At(written.At.Location()))
	}
}

// number checks how a number is written: a wrong one would never be found.
func (c *checker) number(v plan.Value) {
	if !v.Given() {
		return
	}
	if found := phrase.Find("Văn bản số " + v.Text); len(found) == 1 && found[0].Kind == phrase.Document && found[0].Document.Symbol == v.Text {
		return
	}
	c.report(badNumber, v.At, "value", v.Text)
}

// circles reports documents that replace one another in a circle, at the first of them.
func (c *checker) circles(r *Registry, records []*record) {
	settled := map[string]bool{} // numbers from which no circle is reached
	for i, e := range r.entries {
		var path []string
		for e.Successor != "" && !settled[key(e.Number)] {
			if slices.Contains(path, key(e.Number)) {
				c.report(circle, records[i].Successor.At, "number", e.Number)
				break
			}
			path = append(path, key(e.Number))
			next, ok := r.Lookup(e.Successor)
			if !ok {
				break
			}
			e = next
		}
		for _, number := range path {
			settled[number] = true
		}
	}
}

func lineOf(at plan.Place) string { return strconv.Itoa(at.Line()) }
