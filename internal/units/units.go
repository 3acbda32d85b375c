// Package units reads lists of units (danh sách đơn vị): which communes a model plan is made for, and what is theirs.
//
// Read takes a list as CSV, XLSX or YAML, or a folder of lists that came back from many offices, and returns one Unit a row,
// every value with the place where it stands, beside findings that name file, sheet, row and column. What is read is bounded
// (limits.go); text comes out in NFC without characters that nobody sees, old Vietnamese encodings are told by which of them
// makes Vietnamese words (encoding.go). Starter writes the list that a plan needs.
//
// A row with an error is not among the units; the others are, also where the list as a whole has one. This package knows keys, not what a plan does with them: it
// builds nothing, derives nothing, opens no unit's own plan file, and leaves names of output files to those who write them.
package units

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Unit (đơn vị) is one row of a list: its name and the values it gives, keyed as `kehoach build --set KEY=VALUE` takes them.
type Unit struct {
	Name   string                   // Tên đơn vị, unique in the list: "xã Sơn Tây Hạ"; with its province where the list has it there
	Values map[string]string        // by key: "kind", "agency.place", "so_thon"; empty cells are absent, "unit" is there when Name holds more
	Plan   string                   // YAML file that overrides parts of the plan for this unit, relative to the list; "" for none
	At     diag.Location            // the row
	Places map[string]diag.Location // where each value stands; the name's and the file's under "unit" and "plan"
}

// A Column is a column of a list as it was headed.
type Column struct {
	Heading string
	Key     string // what it gives; "" when nobody knows
	At      diag.Location
}

// A List is what was read.
type List struct {
	Name     string // as the person named it, with forward slashes
	Units    []Unit
	Columns  []Column // those that give values; of a folder, none
	Unmapped []Column // those that were left out, with a warning each
}

// Options are what a caller knows beside the list.
type Options struct {
	Map       map[string]string // key by heading, of --map; it wins over the headings known
	Variables []Variable        // what the plan wants of a list
	Expected  []string          // names that must be in the list; nil when any will do
}

// Read reads the list in the file or folder name. The list is nil when there is no table to be read at all.
func Read(name string, o Options) (*List, diag.List) {
	name = filepath.ToSlash(name)
	r := newReader(name, o)
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		r.folder(name)
	} else {
		r.file(name, name)
	}
	r.missing(o.Expected)
	found := r.found.Sort()
	if !r.tables {
		return nil, found
	}
	return r.list, found
}

// file reads one list; shown is its name in findings.
func (r *reader) file(name, shown string) {
	whole := diag.Location{File: shown}
	ending := strings.ToLower(path.Ext(name))
	if !isList(ending) {
		r.report(badEnding.At(whole, "ending", ending))
		return
	}
	data, found := readBytes(name, shown)
	if found != nil {
		r.found = append(r.found, found...)
		return
	}
	switch ending {
	case ".xlsx", ".xlsm":
		r.xlsx(data, shown)
	case ".yaml", ".yml":
		r.yaml(data, shown)
	default:
		r.csv(data, shown)
	}
}

// isList tells the endings of files that may be lists.
func isList(ending string) bool {
	switch ending {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".yaml", ".yml":
		return true
	}
	return false
}
