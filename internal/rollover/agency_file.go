package rollover

import (
	"path"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// The agency file says whose plan it is, and to whom plans go: units and bodies that are no more are printed from there on every page. All
// plans of the office share it, so that a person edits it, or settles a place there by a keep comment; a plan's draft changes nothing in it.

// agencies looks at the texts of the agency files.
func (d *drafter) agencies() {
	d.whichUnit()
	for i, a := range d.plan.Issuers {
		d.entries = append(d.entries, d.agencyEntries(a, d.plan.AgencyPaths()[i])...)
	}
}

// whichUnit asks whose plan it is where several units bear the agency's name and nothing tells which: without that no unit in the plan can
// be judged.
func (d *drafter) whichUnit() {
	if len(d.homes) < 2 {
		return
	}
	var names []string
	for _, u := range d.homes[:min(len(d.homes), manyUnits)] {
		names = append(names, u.Full())
	}
	if len(d.homes) > manyUnits {
		names = append(names, "…")
	}
	agency := d.plan.Issuers[0]
	e := Entry{Kind: severalUnits, Args: diag.Args{"units", strings.Join(names, "; ")}, Pile: Decide, At: agency.Name.At, Old: agency.Name.Value.Text, beside: true}
	if reason, kept := keptBy(agency.File.Notes().On(e.At), e.Old); kept {
		e.Kind, e.Args, e.Pile = settledBy, diag.Args{"reason", reason}, Untouched
	}
	d.entries = append(d.entries, e)
}

// manyUnits bounds how many units of one name are told.
const manyUnits = 6

// agencyEntries are what the rules for units and bodies find in one agency file.
func (d *drafter) agencyEntries(a *plan.Agency, name string) []Entry {
	in := &drafter{plan: &plan.Plan{File: a.File}, from: d.from, to: d.to, registry: d.registry, notes: a.File.Notes(), where: d.where}
	in.mergers = d.mergers && !d.drafted && d.agency(name) != nil // it is written anew, beside
	for _, passage := range a.Passages() {
		if _, person := passage.In.(*plan.Signatory); person {
			continue
		}
		for _, line := range in.plan.Lines(passage.Text) {
			found := phrase.Find(line.Text)
			s := sentence{drafter: in, line: line, text: passage.Value, path: path.Base(a.File.Name) + ":" + passage.Path, in: passage.In, found: found}
			if passage.Key == "place" {
				s.place()
				continue
			}
			s.bodies(found, s.units(found))
		}
	}
	if home := d.where.Home; in.mergers {
		at := kindLine.FindStringSubmatchIndex(a.File.Text)
		if kind := kindsOf[home.Today()[0].Kind]; at != nil && a.File.Text[at[2]:at[3]] != kind {
			in.add(Entry{Kind: mergedName, Args: diag.Args{"since", dayShown(home.Ended.On)}, Pile: Moved,
				At: plan.Place{File: a.File, Start: at[2], End: at[3]}, Old: a.File.Text[at[2]:at[3]], New: kind})
		}
	}
	for i := range in.entries {
		in.entries[i].beside, in.entries[i].scalar = true, plan.Value{}
	}
	return in.entries
}

// place judges the place in the line of the date (địa danh), which is the unit's bare name.
func (s sentence) place() {
	home := s.where.Home
	if home == nil || home.Exists() || home.Ended == nil || s.line.Text != home.Name {
		return
	}
	all := phrase.Span{To: len(s.line.Text)}
	since := dayShown(home.Ended.On)
	today := home.Today()
	proposed := ""
	if len(today) == 1 {
		proposed = today[0].Name
	}
	if s.mergers && proposed != "" {
		s.entry(mergedName, Moved, all, proposed, "since", since)
		return
	}
	s.entry(merged.Saying("today", todayWords(today)), Decide, all, proposed, "unit", home.String(), "since", since)
}

// hinderedByFile is why a question about the agency file is not answered in the plan.
var hinderedByFile = diag.Words{VI: `chỗ này ở tệp cơ quan, dùng chung cho nhiều kế hoạch; sửa trong tệp ấy, hoặc ghi dòng # keep: "…": lý do phía trên chỗ ấy`,
	EN: `this stands in the agency file, which other plans share; edit it there, or write # keep: "…": why above it there`}
