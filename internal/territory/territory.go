// Package territory knows the administrative units of Vietnam: the 34 provinces and 3,321 communes of today, and the provinces,
// districts and communes that they came from.
//
// Find takes a noun's kind and a name and returns units; a unit tells what it became and when. Mentions takes a text and returns the
// places in it that name a unit, or a body of one; Renamed returns the edits that write today's names. It knows no plan: which
// stretches of a plan it is asked about, and whether a citation's history may be touched, is for who calls.
//
// The table, units.txt, is written by generate.py from the statistics office's catalogue and the conversion of 01/7/2025, and
// describes 30/6/2025 and every day since; units that ended earlier are not in it (docs/decisions/0016-territory.md). It is read at
// the first question, once.
package territory

import (
	"strings"
	"time"
)

//go:generate python3 generate.py

// A Unit (đơn vị hành chính) is a unit of one kind under one name and one parent. Where one of these changed, another Unit followed.
type Unit struct {
	Kind   Kind
	Name   string  // without the noun: "Sơn Tây Hạ", "12"
	Parent *Unit   // what it lies in, today or when it ended; nil for a province
	Began  *Change // nil: before the table begins
	Ended  *Change // nil: it exists

	next, prev []*Unit
}

// A Change is a day on which units began or ended, and the resolution that says so.
type Change struct {
	On     time.Time // the first day of what is new
	By     string    // "1677/NQ-UBTVQH15"
	Issued time.Time
}

// String is the name with its noun, as it stands in a sentence: "xã Sơn Tây Hạ", but "Phường 12" (NĐ 30 PL II, III.1b).
func (u *Unit) String() string {
	noun := u.Kind.Noun()
	if isDigit(u.Name[0]) || u.Name == "Hồ Chí Minh" {
		noun = capital(noun)
	}
	return noun + " " + u.Name
}

// Full is the name with those of all units it lies in: "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi".
func (u *Unit) Full() string {
	var b strings.Builder
	b.WriteString(u.String())
	for p := u.Parent; p != nil; p = p.Parent {
		b.WriteString(", ")
		b.WriteString(p.String())
	}
	return b.String()
}

// Exists tells whether u is a unit of today.
func (u *Unit) Exists() bool { return u.Ended == nil }

// ExistedOn tells whether u was a unit on a day, as far back as the table goes.
func (u *Unit) ExistedOn(day time.Time) bool {
	return (u.Began == nil || !day.Before(u.Began.On)) && (u.Ended == nil || day.Before(u.Ended.On))
}

// Successors are the units that took u or a part of it on the day it ended: several for a commune that was divided; none for a
// district, whose level ended, but for those whose whole area is one đặc khu.
func (u *Unit) Successors() []*Unit { return u.next }

// Predecessors are the units that u took, or parts of them.
func (u *Unit) Predecessors() []*Unit { return u.prev }

// Today are the units of today that u became: itself, if it exists.
func (u *Unit) Today() []*Unit {
	if u.Exists() {
		return []*Unit{u}
	}
	var today []*Unit
	for _, n := range u.next {
		today = append(today, n.Today()...)
	}
	return today
}

// Province is the province that u is or lies in.
func (u *Unit) Province() *Unit {
	for u.Parent != nil {
		u = u.Parent
	}
	return u
}

// Find returns the units of a kind and a name, whatever the style of its tone marks (Hoà, Hòa), its case and its apostrophe. Kind 0
// is any. With more units, only what lies in each of them, or in what they became.
func Find(kind Kind, name string, within ...*Unit) []*Unit {
	var found []*Unit
	for _, u := range table().named(string(appendKey(nil, name))) {
		if (kind == 0 || u.Kind == kind) && liesInAll(u, within) {
			found = append(found, u)
		}
	}
	return found
}

// All calls yield for every unit, province by province.
func All(yield func(*Unit) bool) {
	t := table()
	for i := range t.units {
		if !yield(&t.units[i]) {
			return
		}
	}
}

func liesInAll(u *Unit, within []*Unit) bool {
	for _, w := range within {
		if !liesIn(u, w) {
			return false
		}
	}
	return true
}

// liesIn tells whether u lies in w, or in a unit that w became.
func liesIn(u, w *Unit) bool {
	for p := u.Parent; p != nil; p = p.Parent {
		if p == w {
			return true
		}
		for _, n := range w.next {
			if p == n || liesIn(u, n) {
				return true
			}
		}
	}
	return false
}
