package rollover

import (
	"fmt"
	"path"
	"slices"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// A stage is a file that an edit makes of a plan's, read back: it must be a plan again.
type stage struct {
	edit  *edit.Edit
	bytes []byte
	plan  *plan.Plan
}

// surroundings are the draft's name and the agency files beside it.
type surroundings struct {
	name   string
	files  map[string][]byte // by the names that the draft leads to
	agency *AgencyFile       // one of them that is new
}

// agencyFiles lets the draft name its agency files as they stand from its own folder, or the one of the unit that took the old one's
// place.
func (d *drafter) agencyFiles(e *edit.Edit, o Options) surroundings {
	beside := surroundings{name: o.Name, files: map[string][]byte{}}
	for i, value := range d.plan.AgencyValues() {
		name, data := o.Agencies[i], d.plan.Issuers[i].File.Bytes
		if o.Mergers {
			if beside.agency = d.agency(name); beside.agency != nil {
				name, data = beside.agency.Name, beside.agency.Bytes
			}
		}
		if name != d.plan.AgencyPaths()[i] {
			e.Scalar(value.At, name)
		}
		beside.files[path.Join(path.Dir(o.Name), name)] = data
	}
	return beside
}

// asLoaded are a plan's name and the agency files that it was loaded with.
func asLoaded(p *plan.Plan) surroundings {
	beside := surroundings{name: p.File.Name, files: map[string][]byte{}}
	for _, a := range p.Issuers {
		beside.files[a.File.Name] = a.File.Bytes
	}
	return beside
}

// readBack makes an edit and loads what came of it. No other text may have changed than those of changed paths.
func (beside surroundings) readBack(before *plan.Plan, e *edit.Edit, changed map[string]bool) (stage, diag.Words) {
	after, why := beside.load(before, e)
	if why != (diag.Words{}) {
		return stage{}, why
	}
	if path := strayed(before.Passages(), after.plan.Passages(), changed); path != "" {
		return stage{}, strayedTo.Then(diag.Bare(path))
	}
	for i, a := range before.Issuers {
		if path := strayed(a.Passages(), after.plan.Issuers[i].Passages(), beside.renamed()); path != "" {
			return stage{}, strayedTo.Then(diag.Bare(after.plan.Issuers[i].File.Name + ": " + path))
		}
	}
	return after, diag.Words{}
}

// renamed are the texts of the agency file that may have changed.
func (beside surroundings) renamed() map[string]bool {
	if beside.agency == nil {
		return nil
	}
	return beside.agency.renamed
}

// load makes an edit of before's file and loads what came of it; else it says why that is no plan any more.
func (beside surroundings) load(before *plan.Plan, e *edit.Edit) (stage, diag.Words) {
	data, err := e.Bytes()
	if err != nil {
		return stage{}, diag.Bare(err.Error())
	}
	after, found := plan.Load(beside.name, plan.Options{Values: before.Given, ReadFile: func(file string) ([]byte, error) {
		if file == beside.name {
			return data, nil
		}
		if data, ok := beside.files[file]; ok {
			return data, nil
		}
		return nil, fmt.Errorf("%s", file)
	}})
	if found.Failed() {
		i := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Kind.Severity == diag.Error })
		return stage{}, diag.Words{VI: found[i].Message(diag.Vietnamese), EN: found[i].Message(diag.English)}
	}
	return stage{e, data, after}, diag.Words{}
}

var strayedTo = diag.Words{VI: "chỗ khác cũng đổi theo: ", EN: "another place would change: "}

// strayed is the path of a text that is not what it was, though nothing was to change there; "" where there is none.
func strayed(was, is []plan.Passage, changed map[string]bool) string {
	for i, text := range was {
		if i >= len(is) || text.Path != is[i].Path || text.Value.Text != is[i].Value.Text && !changed[text.Path] {
			return text.Path
		}
	}
	if len(is) > len(was) {
		return is[len(was)].Path
	}
	return ""
}

// changedTexts are the paths of the texts in which something moves.
func changedTexts(entries []Entry) map[string]bool {
	changed := map[string]bool{}
	for _, e := range entries {
		if e.Pile == Moved && e.path != "" {
			changed[e.path] = true
		}
	}
	return changed
}

func broke(name string, reason diag.Words) diag.List {
	return diag.List{broken.Saying("reason", reason).At(diag.Location{File: name})}
}

// relocate tells where entries about the old file stand in the new one.
func (s stage) relocate(entries []Entry, old *plan.Source) {
	moved := s.edit.Moved()
	for i := range entries {
		at := &entries[i].At
		if at.File != old {
			continue // in an agency file
		}
		length := at.End - at.Start
		if entries[i].Pile == Moved {
			length = len(entries[i].New)
		}
		start := moved(at.Start)
		*at = plan.Place{File: s.plan.File, Start: start, End: min(start+length, len(s.plan.File.Text))}
	}
}
