package units

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// A cell is one cell of a row as its file has it.
type cell struct {
	text string
	diag.Location
	wrong *diag.Kind // why the file has no value here: a finding if a column that counts meets it
}

// A reader puts rows together to units, of one list or of many.
type reader struct {
	list   *List
	found  diag.List
	words  *vocabulary
	wanted []Variable
	tables bool // a row of headings was met

	named map[string]int    // unit by its name, case aside
	slugs map[string]int    // unit by slug of its name
	lost  map[string]string // names of rows that were refused, by the same form: they are not missing

	merging  bool            // the list is one of a folder
	base     map[string]Unit // what the roster gives, by the same form
	mappings []string        // YAML files that are no lists

	table
}

// A table is the list that is being read.
type table struct {
	shown   string   // file and sheet
	letters bool     // columns are called by their letters, as in a sheet
	columns []Column // by position; Key "" for those that are left out
	headed  bool
	seen    int // rows before the headings
	rows    int
	bare    map[int]bool // columns without heading that were reported
	legacy  repairs
	over    bool // a bound was met
}

func newReader(name string, o Options) *reader {
	r := &reader{list: &List{Name: name}, words: newVocabulary(o), wanted: o.Variables,
		named: map[string]int{}, slugs: map[string]int{}, lost: map[string]string{}}
	for _, heading := range sortedKeys(o.Map) {
		if key := o.Map[heading]; !r.words.knows(key) {
			known := r.words.known()
			delete(r.words.mapped, vi.Slug(heading))
			r.report(badMap.At(diag.Location{}, "heading", heading, "key", key, "known", strings.Join(known, ", ")).WithNear(diag.Near(key, known)))
		}
	}
	return r
}

func (r *reader) report(f diag.Finding) { r.found = append(r.found, f) }

// begin starts a table; text is what its cells say, in whatever form.
func (r *reader) begin(shown string, letters bool, text string) {
	r.table = table{shown: shown, letters: letters, bare: map[int]bool{}, legacy: repairs{font: fontOf(text)}}
}

// row takes the next row. It is false when no more are wanted.
func (r *reader) row(line int, cells []cell) bool {
	if len(cells) > maxColumns {
		r.report(tooManyCells.At(cells[maxColumns].Location, "limit", strconv.Itoa(maxColumns)))
		r.headed, r.over = true, true
		return false
	}
	if !r.headed {
		if r.seen++; r.heads(cells) {
			r.headings(cells)
			return true
		}
		return r.seen < headRows
	}
	if !slices.ContainsFunc(cells, func(c cell) bool { return c.wrong != nil || !blank(c.text) }) {
		return true
	}
	if r.rows++; len(r.list.Units) >= maxRows || r.rows > maxRows {
		r.report(tooManyRows.At(diag.Location{File: r.shown, Line: line, Column: 1}, "limit", strconv.Itoa(maxRows)))
		r.over = true
		return false
	}
	r.unit(line, cells)
	return true
}

// heads tells whether a row holds the headings: one of them is Tên đơn vị.
func (r *reader) heads(cells []cell) bool {
	return slices.ContainsFunc(cells, func(c cell) bool {
		key, _ := r.words.key(r.legacy.peek(c.text))
		return key == keyUnit
	})
}

// headings reads the row of headings.
func (r *reader) headings(cells []cell) {
	r.headed, r.tables = true, true
	for _, c := range cells {
		text, _ := r.legacy.clean(c)
		column := Column{Heading: strings.Join(strings.Fields(text), " "), At: c.Location}
		key, known := r.words.key(text)
		twin := slices.IndexFunc(r.columns, func(other Column) bool { return key != "" && other.Key == key })
		switch {
		case column.Heading == "":
		case !known:
			r.report(unknown.At(c.Location, "heading", column.Heading).WithNear(r.words.near(text)))
			r.list.Unmapped = append(r.list.Unmapped, column)
		case twin >= 0:
			r.report(twoColumns.At(c.Location, "key", key, "first", r.columns[twin].Heading, "second", column.Heading))
		default:
			column.Key = key
		}
		r.columns = append(r.columns, column)
	}
	for _, v := range r.wanted {
		if v.Required && v.Name != keyUnit && !r.gives(v.Name) {
			at := cells[0].Location
			at.Width = 1
			r.report(noColumn.At(at, "name", v.Name))
		}
	}
}

// gives tells whether the table has a column for a key.
func (r *reader) gives(key string) bool {
	return slices.ContainsFunc(r.columns, func(c Column) bool { return c.Key == key })
}

// end closes a table; without is what to say when no row held the headings.
func (r *reader) end(without diag.Finding) {
	switch {
	case !r.headed:
		r.report(without)
	case r.rows == 0 && !r.over:
		r.report(noUnits.At(diag.Location{File: r.shown}))
	}
	if r.legacy.count > 0 {
		r.report(cellsConverted.At(r.legacy.at, "count", strconv.Itoa(r.legacy.count), "encoding", r.legacy.font.name, "value", r.legacy.first))
	}
	for _, c := range r.columns {
		if c.Key != "" {
			r.list.Columns = append(r.list.Columns, c)
		}
	}
}

// unit makes one row a unit.
func (r *reader) unit(line int, cells []cell) {
	before := len(r.found)
	u := Unit{Values: make(map[string]string, len(r.columns)), Places: make(map[string]diag.Location, len(r.columns)),
		At: diag.Location{File: r.shown, Line: line, Column: 1}}
	for i, c := range cells {
		if i >= len(r.columns) || r.columns[i].Heading == "" {
			r.outside(i, c)
			continue
		}
		if key := r.columns[i].Key; key != "" {
			r.value(&u, key, c)
		}
	}
	r.add(u, before)
}

// outside reports a cell under no heading.
func (r *reader) outside(i int, c cell) {
	switch {
	case blank(c.text):
	case i >= len(r.columns) && !r.letters: // in CSV: a separator inside a text that wants quotes
		r.report(extraCell.At(c.Location, "value", short(c.text)))
	case !r.bare[i]:
		r.bare[i] = true
		r.report(noHead.At(c.Location, "column", r.columnName(i)))
	}
}

// columnName is how a person finds a column.
func (r *reader) columnName(i int) string {
	if r.letters {
		return letters(i + 1)
	}
	return strconv.Itoa(i + 1)
}

// letters is a column's name in a sheet: A, Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// value takes one cell into a unit.
func (r *reader) value(u *Unit, key string, c cell) {
	if c.wrong != nil {
		r.report(c.wrong.At(c.Location, "value", c.text))
		return
	}
	text, wrong := r.legacy.clean(c)
	if wrong != nil {
		r.report(*wrong)
		return
	}
	if text == "" {
		return
	}
	u.Places[key] = c.Location
	switch key {
	case keyUnit:
		u.Name = strings.Join(strings.Fields(text), " ")
	case keyPlan:
		if file, ok := planFile(text); ok {
			u.Plan = file
		} else {
			r.report(badPath.At(c.Location, "value", short(text)))
		}
	case keyKind:
		if id, ok := kinds[vi.Slug(text)]; ok {
			u.Values[key] = id
		} else {
			r.report(badKind.At(c.Location, "value", short(text)).WithNear(diag.Near(text, kindWords)))
		}
	default:
		u.Values[key] = text
	}
}

// planFile is the path of a unit's own plan; ok is false when it leads out of the list's folder.
func planFile(text string) (file string, ok bool) {
	file = strings.ReplaceAll(text, `\`, "/")
	ending := strings.ToLower(filepath.Ext(file))
	ok = filepath.IsLocal(file) && !strings.ContainsAny(file, ":*?\"<>|\n\t") && (ending == ".yaml" || ending == ".yml")
	return file, ok
}

// add takes a unit into the list when nothing was found against it since before.
func (r *reader) add(u Unit, before int) {
	failed := r.found[before:].Failed()
	at := u.Places[keyUnit]
	switch reason := wrongName(u.Name); {
	case u.Name == "":
		if !failed {
			r.report(noName.At(u.At))
		}
		return
	case reason != nil:
		r.report(badName.Saying("reason", *reason).At(at, "value", short(u.Name)))
		return
	}
	form := strings.ToLower(u.Name)
	if first, ok := r.named[form]; ok {
		r.report(duplicate.At(at, "name", u.Name, "first", where(r.list.Units[first].At)))
		return
	}
	r.inherit(&u, form)
	failed = r.lacks(u) || failed
	if failed {
		r.lost[form] = u.Name
		return
	}
	if id, word := kinds[vi.Slug(firstWords(u.Name))], u.Values[keyKind]; word != "" && id != "" && id != word {
		r.report(otherKind.At(u.Places[keyKind], "kind", word, "name", u.Name))
	}
	s := vi.Slug(u.Name)
	if other, ok := r.slugs[s]; ok {
		r.report(sameSlug.At(at, "name", u.Name, "other", r.list.Units[other].Name, "first", where(r.list.Units[other].At), "slug", s))
	}
	r.named[form], r.slugs[s] = len(r.list.Units), len(r.list.Units)
	r.list.Units = append(r.list.Units, u)
}

// lacks reports what the plan wants and the unit does not give. A unit with a plan of its own may give it there.
func (r *reader) lacks(u Unit) bool {
	if u.Plan != "" {
		return false
	}
	lacks := false
	for _, v := range r.wanted {
		i := slices.IndexFunc(r.columns, func(c Column) bool { return c.Key == v.Name })
		if v.Required && i >= 0 && v.Name != keyUnit && u.Values[v.Name] == "" {
			at := u.At
			if r.letters {
				at.Column = i + 1
			}
			r.report(emptyCell.At(at, "name", u.Name, "heading", r.columns[i].Heading))
			lacks = true
		}
	}
	return lacks
}

// wrongName tells why a text is no name of a unit; nil when it may be one.
func wrongName(name string) *diag.Words {
	switch {
	case utf8.RuneCountInString(name) > maxName:
		return &diag.Words{VI: fmt.Sprintf("dài hơn %d ký tự", maxName), EN: fmt.Sprintf("longer than %d characters", maxName)}
	case strings.ContainsAny(name, `/\:*?"<>|=`):
		return &diag.Words{VI: `có một trong các ký tự / \ : * ? " < > | =`, EN: `it holds one of / \ : * ? " < > | =`}
	case vi.Slug(name) == "":
		return &diag.Words{VI: "không có chữ nào", EN: "it has no letter"}
	}
	return nil
}

// firstWords are the words of a name that may be its kind: "đặc khu" of "đặc khu Lý Sơn", "xã" of "xã Sơn Tây Hạ".
func firstWords(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 && vi.Slug(words[0]+" "+words[1]) == "dac-khu" {
		return words[0] + " " + words[1]
	}
	if len(words) > 1 {
		return words[0]
	}
	return ""
}

// where is a place in words: "units.xlsx, trang Đơn vị:7".
func where(at diag.Location) string { return at.File + ":" + strconv.Itoa(at.Line) }

// short is the beginning of a text for a message.
func short(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
