// Package schedule lists what is due: by when, by whom, from which plan and item (theo dõi thời hạn).
//
// What comes in are loaded plans; what goes out are Entries, sorted by day, and these as a table, a calendar (RFC 5545), a
// tracking sheet or JSON. An entry is an item, a report or a named deadline of a plan; what recurs is one for each day. Days are
// those of internal/due, words those of the page. It reads no files and no clock: the same plans give the same bytes.
package schedule

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
)

// A Kind says what in a plan is due.
type Kind string

const (
	Item     Kind = "item"     // nội dung, nhiệm vụ
	Report   Kind = "report"   // báo cáo
	Deadline Kind = "deadline" // a deadline that the plan only names in its text
)

// A Source is the plan that an entry is from.
type Source struct {
	File   string
	Title  string // Kế hoạch …
	Agency string
	Number string // 05/KH-UBND; empty when not yet given
	Issued time.Time
	Opens  calendar.Day // the first day of its period
	period string
}

// A Party is a unit or person that carries something out.
type Party struct{ ID, Name string }

// An Entry is one thing that is due on one day.
type Entry struct {
	Plan    *Source
	Kind    Kind
	ID      string // of the item, report or deadline; empty when it has none
	Where   string // khoản 1 Mục II; empty where the page has no such number
	What    string // its heading or its words, on one line
	Leads   []Party
	Support []Party
	When    string   // as the page says it: trước ngày 30/5/2026
	Due     *due.Due // nil when it has no day
	At      diag.Location

	occurrence int // of what recurs, from 0
}

// A Range narrows a list. Its zero value lists everything.
type Range struct {
	From, To calendar.Day // zero: no bound; with a bound, what has no day is left out
	Role     string       // id or name of a party that leads or supports; empty: any
}

// holds tells whether a day lies in the range.
func (r Range) holds(d calendar.Day) bool {
	return (r.From.IsZero() || !d.Before(r.From)) && (r.To.IsZero() || !d.After(r.To))
}

func (r Range) bounded() bool { return !r.From.IsZero() || !r.To.IsZero() }

// asks tells whether an entry is one of the role's.
func (r Range) asks(e Entry) bool {
	if r.Role == "" {
		return true
	}
	return slices.ContainsFunc(slices.Concat(e.Leads, e.Support), func(p Party) bool {
		return strings.EqualFold(p.ID, r.Role) || strings.EqualFold(p.Name, r.Role)
	})
}

// Sort orders entries by their last day, then by plan and place; those without a day stand last.
func Sort(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(byDay(a.Due, b.Due), cmp.Compare(a.Plan.File, b.Plan.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
}

func byDay(a, b *due.Due) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return a.Last.Compare(b.Last)
}

// names are those of parties, on one line.
func names(parties []Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, p.Name)
	}
	return strings.Join(all, "; ")
}
