// Package registry is the office's register of documents (sổ văn bản): what each is, since when it has been in force, what amended,
// ended or replaced it, and who says so.
//
// In comes a YAML file that an office keeps; a small one ships with the program (van-ban.yaml). Out come entries, looked up by number
// or by name, and what an entry is on a given day. It knows only what its files say, and they say of what date they are: an entry
// that is in force there may have ended since. A document that is not listed is unknown, not invalid.
package registry

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/phrase"
)

// A Registry is what one or two files say.
type Registry struct {
	// Date is the day on which the facts were checked; of two files, the earlier.
	Date    time.Time
	entries []Entry
	byKey   map[string][]int // number or name as key makes it, to entries, the latest first
}

// An Entry is one document. A zero day or empty word says that the file does not tell.
type Entry struct {
	Type    string    // tên loại: Luật, Nghị định
	Number  string    // số, ký hiệu
	Issued  time.Time // ngày ban hành
	Issuer  string    // cơ quan ban hành
	Subject string    // trích yếu; of a law, its name
	Since   time.Time // ngày có hiệu lực
	Amended []Change  // sửa đổi, bổ sung: the earliest first
	Ended   Change    // hết hiệu lực toàn bộ
	// Successor is the number of the document that took its place (văn bản thay thế).
	Successor string
	Aliases   []string // other names
	Source    string   // where the facts stand
}

// A Change is what another document did to this one, and from which day on.
type Change struct {
	On time.Time
	By string // its number
}

// A State is what a document is on a day.
type State int

const (
	Unknown State = iota // the registry tells neither since when it has been in force nor that it was amended or ended
	NotYet               // chưa có hiệu lực
	InForce              // còn hiệu lực
	Amended              // còn hiệu lực, đã được sửa đổi, bổ sung
	Ended                // hết hiệu lực
)

var stateNames = [...]string{"unknown", "not-yet", "in-force", "amended", "ended"}

// String is the English word that machines read.
func (s State) String() string { return stateNames[s] }

// A Status is a document's state on a day.
type Status struct {
	State State
	Since time.Time // when the state began; of NotYet, when it will end
	By    string    // the number of the document that amended or ended it
	// Successor is the number of the document in its place, once it has ended.
	Successor string
}

// On tells what the document is on a day. It ends at the beginning of the day on which it is said to end.
func (e Entry) On(day time.Time) Status {
	if !e.Ended.On.IsZero() && !day.Before(e.Ended.On) {
		return Status{Ended, e.Ended.On, e.Ended.By, e.Successor}
	}
	if day.Before(e.Since) {
		return Status{State: NotYet, Since: e.Since}
	}
	status := Status{State: InForce, Since: e.Since}
	if e.Since.IsZero() {
		status.State = Unknown
	}
	for _, a := range e.Amended {
		if !day.Before(a.On) {
			status = Status{State: Amended, Since: a.On, By: a.By}
		}
	}
	return status
}

// Name is how a person writes the document in short: "Luật Đất đai" or "Nghị định số 30/2020/NĐ-CP".
func (e Entry) Name() string {
	if byName(e.Type) {
		return e.Type + " " + e.Subject
	}
	return e.Type + " số " + e.Number
}

// byName tells the types that are cited by their name. NĐ 30 PL I, II.6b.
func byName(kind string) bool {
	switch strings.ToLower(kind) {
	case "luật", "bộ luật", "pháp lệnh", "hiến pháp":
		return true
	}
	return false
}

// Lookup finds a document by its number ("72/2025/QH15", however blanks, hyphens and capitals are written) or its name ("Luật Đất đai",
// "Luật Đất đai năm 2013"). Of several it gives the one issued last.
func (r *Registry) Lookup(numberOrName string) (Entry, bool) {
	if all := r.All(numberOrName); len(all) > 0 {
		return all[0], true
	}
	return Entry{}, false
}

// All finds every document of a number or name, the one issued last first: numbers without a year begin anew every year, and every
// province has them; a law's name outlives the law.
func (r *Registry) All(numberOrName string) []Entry {
	found := r.keyed(key(numberOrName))
	if name, year := cutYear(numberOrName); len(found) == 0 && year > 0 {
		for _, e := range r.keyed(key(name)) {
			if e.Issued.Year() == year {
				found = append(found, e)
			}
		}
	}
	return found
}

// Cited finds the document that a citation means: by its number if it has one, else by its name; issued is what the citation tells
// of the date (zero: nothing). Numbers without a year, such as 49/KH-UBND, and names mean several documents: then the date must
// be that of the entry. A number with its year means one, whatever date is written beside it.
func (r *Registry) Cited(number, name string, issued phrase.Day) (Entry, bool) {
	by := number
	if by == "" {
		by = name
	}
	all := r.All(by)
	for _, e := range all {
		if (issued.Year == 0 || issued.Year == e.Issued.Year()) && (issued.Month == 0 || issued.Month == int(e.Issued.Month())) &&
			(issued.Day == 0 || issued.Day == e.Issued.Day()) {
			return e, true
		}
	}
	if len(all) == 1 && hasYear.MatchString(number) {
		return all[0], true
	}
	return Entry{}, false
}

// hasYear matches numbers that are unique: 30/2020/NĐ-CP.
var hasYear = regexp.MustCompile(`/\d{4}/`)

func (r *Registry) keyed(key string) []Entry {
	var found []Entry
	for _, i := range r.byKey[key] {
		found = append(found, r.entries[i])
	}
	return found
}

// Successor follows who replaced whom, from an entry that has ended on a day to the one in its place that has not. It is false where
// the registry doesn't know one.
func (r *Registry) Successor(e Entry, day time.Time) (Entry, bool) {
	for range len(r.entries) {
		if e.Successor == "" || e.On(day).State != Ended {
			break
		}
		next, ok := r.Lookup(e.Successor)
		if !ok {
			return Entry{}, false
		}
		if e = next; e.On(day).State != Ended {
			return e, true
		}
	}
	return Entry{}, false
}

// Len is the number of documents.
func (r *Registry) Len() int { return len(r.entries) }

// Over puts an office's registry over another: what both know is taken from the office's.
func (r *Registry) Over(base *Registry) *Registry {
	entries := slices.Clone(r.entries)
	own := map[string]bool{}
	for _, e := range r.entries {
		own[identity(e)] = true
	}
	for _, e := range base.entries {
		if !own[identity(e)] {
			entries = append(entries, e)
		}
	}
	date := r.Date
	if base.Date.Before(date) {
		date = base.Date
	}
	return index(date, entries)
}

// identity is what tells one document from every other: numbers without a year are used again every year, and in every province.
func identity(e Entry) string {
	return key(e.Number) + " " + key(e.Name()) + " " + key(e.Issuer) + " " + e.Issued.Format(time.DateOnly)
}

// index makes a registry of entries.
func index(date time.Time, entries []Entry) *Registry {
	r := &Registry{Date: date, entries: entries, byKey: map[string][]int{}}
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return entries[b].Issued.Compare(entries[a].Issued) })
	for _, i := range order {
		e := entries[i]
		keys := []string{key(e.Number)}
		if byName(e.Type) {
			keys = append(keys, key(e.Name()))
		}
		for _, alias := range e.Aliases {
			keys = append(keys, key(alias))
		}
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			if k != "" {
				r.byKey[k] = append(r.byKey[k], i)
			}
		}
	}
	return r
}
