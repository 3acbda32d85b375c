package units

import (
	"slices"
	"strconv"
	"strings"

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
	lacking bool // a column that the plan wants is missing
	over    bool // a bound was met
}

func newReader(name string, o Options) *reader {
	r := &reader{list: &List{Name: name}, words: newVocabulary(o), wanted: o.Variables,
		named: map[string]int{}, lost: map[string]string{}}
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
		if v.Required && v.Name != keyUnit && !r.gives(v.Name) && !r.rosterGives(v.Name) {
			r.lacking = true
			at := cells[0].Location
			at.Width = 1
			used := ""
			if v.At.Line > 0 {
				used = " (" + where(v.At) + ")"
			}
			r.report(noColumn.At(at, "name", v.Name, "where", used))
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
