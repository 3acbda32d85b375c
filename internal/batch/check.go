package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/carry"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/units"
)

func kind(name, vi, en, fixVI, fixEN string) *diag.Kind {
	return &diag.Kind{ID: "batch/" + name, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}}
}

var (
	noName = kind("name", `đơn vị không có giá trị "{name}" mà tên tệp cần`, `the unit has no value "{name}", which the file name needs`,
		"điền giá trị ấy, hoặc đổi --name", "fill it in, or change --name")
	noLetters = kind("name-letters", `giá trị "{value}" của "{name}" không có chữ nào dùng được cho tên tệp`, `value "{value}" of "{name}" has no letter that a file name can take`,
		"sửa giá trị ấy, hoặc đổi --name", "change it, or --name")
	sameName = kind("same-name", `hai đơn vị cho cùng một tệp "{file}": {first} và {second}`, `two units give one file "{file}": {first} and {second}`,
		`thêm vào --name một giá trị để phân biệt, ví dụ "{{province | slug}}/{{unit | slug}}"`, `add a value to --name that tells them apart, "{{province | slug}}/{{unit | slug}}" say`)
	bookName = kind("book-name", `tệp "{file}" của đơn vị trùng với tệp chung --combined`, `the unit's file "{file}" is the one of --combined`,
		"đổi tên tệp ở --combined", "give --combined another name")
	sameUnit = kind("same-unit", `đơn vị "{name}" có hai lần trong danh sách`, `unit "{name}" stands twice in the list`,
		"sửa lại tên, hoặc bỏ một dòng", "mend the name, or drop a row")
	mustChoose = kind("choice", "đơn vị còn phải quyết định các phần: {ids}", "the unit has yet to decide about: {ids}",
		"ghi tệp kế hoạch riêng của đơn vị vào danh sách (cột Tệp kế hoạch riêng)", "name a file of the unit's own in the list")
	outside = kind("outside", `tệp "{file}" nằm ngoài thư mục của danh sách`, `file "{file}" lies outside the list's folder`,
		"đặt tệp ấy cạnh danh sách hoặc trong thư mục con", "put the file beside the list or below it")
	noSignatory = &diag.Kind{ID: "batch/no-signatory", Severity: diag.Warning,
		Message: diag.Words{VI: "{count} đơn vị không có người ký trong danh sách: kế hoạch của họ in tên người ký của kế hoạch mẫu, {name}",
			EN: "{count} units have no signatory in the list: their plans print the model's, {name}"},
		Fix: diag.Words{VI: "thêm cột Người ký (signatory.name)", EN: "add a column Người ký (signatory.name)"}}
	noColumn = kind("no-column", `kế hoạch dùng giá trị "{name}" mà danh sách không có cột nào cho`, `the plan uses a value "{name}" for which the list has no column`,
		"thêm cột {name} vào danh sách, hoặc thêm giá trị ấy vào values của kế hoạch", "add a column {name} to the list, or the value to the plan's values")
)

// Prepared is a job whose units have been looked at.
type Prepared struct {
	*Job
	tasks    []*task
	required []Item
	digest   string // of everything that all units share
	list     string // digest of all units: their names in order, values and own files
}

// A task is one unit of the shard.
type task struct {
	n      int // in the list, from 0
	unit   *units.Unit
	values map[string]string
	stem   string
	inputs string    // of a job that resumes: what an earlier entry of it would say
	found  diag.List // what the check said; a task with errors is not built
}

// Prepare checks every unit, and the names of all files, before anything is written. The findings are those of the units of
// this shard; a unit with errors will not be built, the others are not stopped by it. A fault of
// all units, a value that the whole list lacks, is found once, and there is nothing to run.
func (j *Job) Prepare() (*Prepared, diag.List) {
	p := &Prepared{Job: j, required: requiredOf(j.Model), digest: j.sharedDigest()}
	if found := j.columns(); found.Failed() {
		return nil, found
	}
	if found := j.common(); found.Failed() {
		return nil, found
	}
	if j.YAML {
		if found := carry.Refused(j.Model); found.Failed() {
			return nil, found
		}
	}
	names := namesTaken{by: map[string]*units.Unit{}}
	if stem := j.bookStem(); stem != "" && j.Archive == NoArchive {
		names.take(stem, theBook)
	}
	seen := map[string]bool{}
	var all diag.List
	list := sha256.New()
	for n := range j.Units {
		t := &task{n: n, unit: &j.Units[n]}
		t.values = valuesOf(t.unit)
		if key := fold(t.unit.Name); seen[key] {
			t.found = append(t.found, sameUnit.At(t.unit.At, "name", t.unit.Name))
		} else {
			seen[key] = true
		}
		_, made, found := j.planOf(t)
		t.found = append(t.found, found...)
		if made != nil {
			j.named(t, made, &names)
		}
		p.listed(list, t, made)
		if j.Shard.has(n) {
			if j.Resume && made != nil {
				t.inputs = p.inputs(t, made)
			}
			t.found = t.found.Sort()
			all = append(all, t.found...)
			p.tasks = append(p.tasks, t)
		}
	}
	p.list = hex.EncodeToString(list.Sum(nil))
	return p, append(append(all, j.ownName()...), j.signatories()...)
}

// common looks at the places of what is made of all units: neither a person's file nor another's input is replaced.
func (j *Job) common() (found diag.List) {
	w := output.Writer{Force: j.Force}
	if j.Archive == AllArchive {
		found = append(found, w.Check(output.File{Name: j.archiveName(), Input: j.Model.File.Name})...)
	}
	if j.Book != "" {
		found = append(found, w.Check(output.File{Name: j.bookName(), Input: j.Model.File.Name})...)
	}
	return found
}

// signatories warns of units whose plans would be signed in the name of the model's signatory.
func (j *Job) signatories() diag.List {
	without, first := 0, diag.Location{}
	for i := range j.Units {
		if _, given := j.Units[i].Values["signatory.name"]; !given {
			if without++; without == 1 {
				first = j.Units[i].At
			}
		}
	}
	if without == 0 || j.Model.IssuedUnder.Given() {
		return nil
	}
	return diag.List{noSignatory.At(first, "count", strconv.Itoa(without), "name", j.Model.Signs().Name.Text)}
}

// columns reports values that the model needs and no unit gives.
func (j *Job) columns() diag.List {
	var found diag.List
	for _, want := range j.Model.Wanted() {
		given := func(u units.Unit) bool { _, ok := u.Values[want.Name]; return ok }
		if want.Required && !slices.ContainsFunc(j.Units, given) {
			found = append(found, noColumn.At(want.At, "name", want.Name))
		}
	}
	return found.Sort()
}

// valuesOf are the values that a unit's plan is built with: those of its row, and its name.
func valuesOf(u *units.Unit) map[string]string {
	if _, ok := u.Values["unit"]; ok {
		return u.Values
	}
	values := make(map[string]string, len(u.Values)+1)
	for key, value := range u.Values {
		values[key] = value
	}
	values["unit"] = u.Name
	return values
}

// planOf is the unit's model, its own file laid over it, and the plan that its values make of that. Findings about its values
// stand at their cells.
func (j *Job) planOf(t *task) (model, made *plan.Plan, found diag.List) {
	model, found = j.modelOf(t.unit)
	if model == nil {
		return nil, nil, found
	}
	made, more := model.With(t.values)
	return model, made, append(found, placed(more, t.unit)...)
}

// modelOf is the model with the unit's own file laid over it, where it has one.
func (j *Job) modelOf(u *units.Unit) (*plan.Plan, diag.List) {
	if u.Plan == "" {
		handedOnly := j.YAML && len(j.Formats) == 0 && j.Book == "" // then the unit chooses in its own plan
		if choices := j.Model.Choices(); len(choices) > 0 && !handedOnly {
			return nil, diag.List{mustChoose.At(u.At, "ids", strings.Join(choices, ", "))}
		}
		return j.Model, nil
	}
	if !filepath.IsLocal(filepath.FromSlash(u.Plan)) {
		return nil, diag.List{outside.At(u.Places["plan"], "file", u.Plan)}
	}
	return j.Model.Override(path.Join(j.Lists, u.Plan), plan.Options{})
}

// placed gives findings about values the place of their cells, and those about the model the unit that they are about.
func placed(found diag.List, u *units.Unit) diag.List {
	for i, f := range found {
		if at, ok := u.Places[f.Arg("key")]; ok && f.Arg("key") != "" {
			found[i].Location = at
			continue
		}
		if f.File == "" || f.Arg("key") != "" {
			found[i].Location = u.At
		}
		if letter := f.Arg("letter"); letter != "" && f.Line == 0 { // it stands in no file, but may in a cell
			found[i].Location = cellOf(u, letter)
		}
	}
	return found
}

// cellOf is the cell of a unit in which words stand; its row when they stand in none.
func cellOf(u *units.Unit, words string) diag.Location {
	for _, key := range slices.Sorted(maps.Keys(u.Values)) {
		if at, ok := u.Places[key]; ok && strings.Contains(u.Values[key], words) {
			return at
		}
	}
	return u.At
}

// named gives a unit its file names, and reports one that another unit has.
func (j *Job) named(t *task, made *plan.Plan, names *namesTaken) {
	lookup := func(name string) (string, bool) {
		switch name {
		case "n":
			return fmt.Sprintf("%04d", t.n+1), true
		case "unit": // with its province, where the list tells two communes of one name apart by it
			return t.unit.Name, true
		}
		return made.Lookup(name)
	}
	stem, missing := j.Name.stem(lookup)
	if value, _ := lookup(missing); strings.TrimSpace(value) != "" {
		t.found = append(t.found, noLetters.At(t.unit.At, "name", missing, "value", value))
		return
	}
	if missing != "" {
		t.found = append(t.found, noName.At(t.unit.At, "name", missing))
		return
	}
	t.stem = stem
	for _, suffix := range render.Suffixes(made) {
		other := names.take(stem+suffix, t.unit)
		if other == theBook {
			t.found = append(t.found, bookName.At(t.unit.At, "file", stem+suffix+".pdf"))
			t.stem = ""
		} else if other != nil {
			t.found = append(t.found, sameName.At(t.unit.At, "file", stem+suffix, "first", where(other), "second", where(t.unit)))
			t.stem = ""
		}
	}
}

// where is a unit with its row, for people.
func where(u *units.Unit) string {
	if u.At.Line > 0 {
		return u.Name + " (" + path.Base(u.At.File) + ":" + strconv.Itoa(u.At.Line) + ")"
	}
	return u.Name
}

// theBook stands for the book among the units that have names.
var theBook = &units.Unit{Name: "--combined"}

// namesTaken are the file names given so far, by what they have in common on any file system.
type namesTaken struct{ by map[string]*units.Unit }

// take gives a name to a unit; another unit that has it already is returned.
func (n *namesTaken) take(name string, u *units.Unit) *units.Unit {
	key := fold(name)
	if other := n.by[key]; other != nil && other != u {
		return other
	}
	n.by[key] = u
	return nil
}

// path is a file of the output folder.
func (j *Job) path(name string) string { return filepath.Join(j.Out, filepath.FromSlash(name)) }

// Total is how many units the run is about, Sound how many of them have no fault so far.
func (p *Prepared) Total() int { return len(p.tasks) }
func (p *Prepared) Sound() int {
	n := 0
	for _, t := range p.tasks {
		if !t.found.Failed() {
			n++
		}
	}
	return n
}
