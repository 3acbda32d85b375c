package units

import (
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// maxFiles bounds a folder of lists: one of each commune in the country, and as many plans of their own.
const maxFiles = 10_000

// roster is the name, without its ending, of the list in a folder that says which units are expected to send theirs. Its rows
// are no units; what they give holds where a unit's own list says nothing.
const roster = "units"

// folder reads the lists in a folder and merges them. Files in folders below are left alone, as are hidden ones and the lock
// files of Excel (~$…).
func (r *reader) folder(name string) {
	entries, err := os.ReadDir(name)
	if err != nil {
		r.report(fileUnreadable.Saying("reason", diag.Reason(err)).At(diag.Location{File: name}))
		return
	}
	var files []string
	for _, entry := range entries { // sorted by name
		file := entry.Name()
		if !entry.IsDir() && isList(strings.ToLower(path.Ext(file))) && !strings.HasPrefix(file, ".") && !strings.HasPrefix(file, "~$") {
			files = append(files, file)
		}
	}
	switch {
	case len(files) == 0:
		r.report(emptyFolder.At(diag.Location{File: name}))
		return
	case len(files) > maxFiles:
		r.report(tooManyFiles.At(diag.Location{File: name}, "limit", strconv.Itoa(maxFiles)))
		return
	}
	isRoster := func(file string) bool { return strings.EqualFold(strings.TrimSuffix(file, path.Ext(file)), roster) }
	expected := ""
	if i := slices.IndexFunc(files, isRoster); i >= 0 {
		expected = path.Join(name, files[i])
		files = slices.Delete(files, i, i+1)
		r.expect(expected)
	}
	r.merging = true
	for _, file := range files {
		r.file(path.Join(name, file), path.Join(name, file))
	}
	if expected != "" && len(r.mappings) == len(files) { // beside it are plans of units, if anything: it is the list
		r.found, r.base = nil, nil
		r.file(expected, expected)
	}
	r.list.Columns = nil
	r.strangers(name)
}

// expect reads the roster.
func (r *reader) expect(file string) {
	own := newReader(file, Options{})
	own.words = r.words
	own.file(file, file)
	r.found = append(r.found, own.found...)
	r.base = map[string]Unit{}
	for _, u := range own.list.Units {
		r.base[strings.ToLower(u.Name)] = u
	}
}

// inherit gives a unit what the roster says of it.
func (r *reader) inherit(u *Unit, form string) {
	given, ok := r.base[form]
	if !ok {
		return
	}
	for key, value := range given.Values {
		if _, own := u.Values[key]; !own {
			u.Values[key], u.Places[key] = value, given.Places[key]
		}
	}
	if u.Plan == "" && given.Plan != "" {
		u.Plan, u.Places[keyPlan] = given.Plan, given.Places[keyPlan]
	}
}

// rosterGives tells whether the roster has a value for some unit.
func (r *reader) rosterGives(key string) bool {
	for _, u := range r.base {
		if u.Values[key] != "" {
			return true
		}
	}
	return false
}

// missing names the units that are expected and not there, and those that are there and not expected.
func (r *reader) missing(names []string) {
	expected := map[string]Unit{}
	for _, name := range names {
		expected[strings.ToLower(name)] = Unit{Name: name, At: diag.Location{File: r.list.Name}}
	}
	maps.Copy(expected, r.base)
	if len(expected) == 0 {
		return
	}
	var absent []string
	for _, form := range sortedKeys(expected) {
		u := expected[form]
		if _, there := r.named[form]; there || r.lost[form] != "" {
			continue
		}
		absent = append(absent, u.Name)
		r.report(notReturned.At(u.At, "name", u.Name))
	}
	for _, u := range r.list.Units {
		if _, known := expected[strings.ToLower(u.Name)]; !known {
			r.report(notExpected.At(u.Places[keyUnit], "name", u.Name).WithNear(diag.Near(u.Name, absent)))
		}
	}
}

// strangers reports the YAML files of a folder that are neither lists nor a unit's plan.
func (r *reader) strangers(folder string) {
	plans := map[string]bool{}
	for _, u := range r.list.Units {
		plans[path.Join(folder, u.Plan)] = true
	}
	for _, file := range r.mappings {
		if !plans[file] {
			r.report(notAList.At(diag.Location{File: file}))
		}
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
