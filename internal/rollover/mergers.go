package rollover

import (
	"path"

	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

// kindsOf are the agency file's words for the kinds of units that there are today.
var kindsOf = map[territory.Kind]string{territory.Commune: "xa", territory.Ward: "phuong", territory.SpecialZone: "dac-khu"}

var kindLine = pattern.Of(`(?m)^kind:[ \t]*([a-z-]+)`)

// agency writes the agency file of the unit into which the plan's was merged, beside the old one, which the draft calls name. It is
// nil where nothing was merged, where more than one agency issues the plan, or where more than one unit took the old one's area.
func (d *drafter) agency(name string) *AgencyFile {
	if len(d.plan.Issuers) != 1 || d.where.Home == nil || d.where.Home.Exists() || len(d.where.Home.Today()) != 1 {
		return nil
	}
	home, today := d.where.Home, d.where.Home.Today()[0]
	old := d.plan.Issuers[0]
	changed, renamed, notes := edit.Of(old.File), map[string]bool{}, old.File.Notes()
	for _, passage := range old.Passages() {
		if _, kept := keptBy(notes.On(passage.At), passage.Value.Text); kept {
			continue
		}
		if passage.Key == "place" && passage.Value.Text == home.Name {
			changed.Scalar(passage.At, today.Name)
			renamed[passage.Path] = true
			continue
		}
		a := &plan.Plan{File: old.File}
		for _, line := range a.Lines(passage.Text) {
			var words []edit.Word
			for _, r := range territory.Renamed(line.Text, d.where) {
				if at, written := line.Place(r.From, r.To); written {
					words = append(words, edit.Word{At: at, New: r.New})
				}
			}
			if len(words) > 0 {
				changed.Words(passage.Value, words)
				renamed[passage.Path] = true
			}
		}
	}
	if at := kindLine.FindStringSubmatchIndex(old.File.Text); at != nil {
		changed.Replace(plan.Place{File: old.File, Start: at[2], End: at[3]}, kindsOf[today.Kind])
	}
	data, err := changed.Bytes()
	if err != nil { // two names in one place: the old file stays, whose names are then told
		return nil
	}
	return &AgencyFile{path.Join(path.Dir(name), "agency-"+vi.Slug(today.String())+".yaml"), data, renamed}
}
