package plan

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// With is the plan of one unit: the model p with other values. Everything that values can't change is shared between the
// plans of one model, and With may be called by many goroutines. A value is one of
//
//	number, date                                  the plan's own
//	unit, kind                                    "xã Sơn Tây Hạ", xa: the first agency's names follow where they are not given
//	agency.name, .short, .letterhead, .place …    a field of the first agency, or a value of its own
//	signatory.name, .post, .for                   the first who signs; KT. comes and goes with a deputy's post
//	anything else                                 a variable; it wins over the plan's own
//
// Findings about a value have no place, since values come from anywhere: their argument "key" names the value.
func (p *Plan) With(values map[string]string) (*Plan, diag.List) {
	g := &giver{values: values, plan: *p}
	g.plan.Given = values
	g.filled()
	g.index()
	g.words()
	g.head()
	g.agency()
	g.signatory()
	if g.found.Failed() {
		return nil, g.found
	}
	chosen, found := p.model.variant(&g.plan)
	if found.Failed() {
		return nil, append(g.found, found...)
	}
	made := chosen.apply(&g.plan)
	g.found = append(append(g.found, made.missing(chosen)...), made.unchosen()...)
	if g.found.Failed() {
		return nil, g.found
	}
	if g.targets(made); g.found.Failed() {
		return nil, g.found
	}
	return made, g.found
}

// A giver puts values into a copy of a plan.
type giver struct {
	values map[string]string
	plan   Plan
	found  diag.List
}

func (g *giver) find(k *diag.Kind, key string, args ...string) {
	g.found = append(g.found, k.At(diag.Location{}, append([]string{"key", key, "value", g.values[key]}, args...)...))
}

// filled reports values in which something is still to be filled in, as a plan's text would. "[so_ho]" is what a list that was
// written for the plan says for so_ho, until a person does.
func (g *giver) filled() {
	for _, key := range slices.Sorted(maps.Keys(g.values)) {
		switch value := g.values[key]; {
		case strings.Contains(value, "???"):
			g.find(givenOpen, key)
		case value == Example(key):
			g.find(givenExample, key)
		}
	}
}

// Example is what stands in a list for a value that nobody has given: it builds, and is a finding.
func Example(key string) string { return "[" + key + "]" }

// figure is a number as Vietnamese writes it, with full stops between thousands and a decimal comma.
var figure = regexp.MustCompile(`^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?%?$`)

// targets reports values that make a target (chỉ tiêu) of something that is no number.
func (g *giver) targets(made *Plan) {
	made.WalkItems(func(i *Item, _ Lock) {
		if i.Target == nil || figure.MatchString(strings.TrimSpace(made.Plain(i.Target.Value))) {
			return
		}
		for _, p := range i.Target.Value.Paragraphs {
			for _, in := range p.Inlines {
				if value, given := g.values[in.Variable]; given && value != Example(in.Variable) && !figure.MatchString(value) {
					g.find(givenFigure, in.Variable)
				}
			}
		}
	})
}

// index gives the plan variables of its own.
func (g *giver) index() {
	x := *g.plan.index
	x.values = maps.Clone(x.values)
	for name, value := range g.values {
		x.values[name] = value
	}
	g.plan.index = &x
	for _, v := range g.plan.Values {
		value, given := g.values[v.Name.Text]
		if _, _, _, date := parseDate(v.Value.Text); given && date && strings.Contains(v.Value.Text, "/") {
			if _, _, _, ok := parseDate(value); !ok {
				g.find(wrongDate(value, givenDate, givenForm), v.Name.Text)
			}
		}
	}
}

// words warns of a value that conditions ask for but that says what none of them knows.
func (g *giver) words() {
	known := g.plan.model.words
	for _, name := range slices.Sorted(maps.Keys(known)) {
		value := g.values[name]
		means := func(word string) bool { return wordKey(word) == wordKey(value) }
		if strings.TrimSpace(value) != "" && !slices.ContainsFunc(known[name], means) {
			g.find(givenUnknown, name, "known", strings.Join(known[name], ", "))
		}
	}
}

// head sets the plan's number and date.
func (g *giver) head() {
	if number, ok := g.values["number"]; ok {
		g.plan.Number = Value{Text: number}
	}
	text, ok := g.values["date"]
	if !ok {
		return
	}
	if text == "" {
		g.plan.Date = Date{}
		return
	}
	date := Date{Value: Value{Text: text}}
	if date.Day, date.Month, date.Year, ok = parseDate(text); !ok || date.Day == 0 {
		g.find(wrongDate(text, givenDate, givenForm), "date")
		return
	}
	g.plan.Date = date
}

// agencyFields are the fields of an agency that a value may set.
var agencyFields = map[string]func(*Agency) *Text{
	"name":       func(a *Agency) *Text { return &a.Name },
	"short":      func(a *Agency) *Text { return &a.Short },
	"letterhead": func(a *Agency) *Text { return &a.Letterhead },
	"parent":     func(a *Agency) *Text { return &a.Parent },
	"place":      func(a *Agency) *Text { return &a.Place },
	"collective": func(a *Agency) *Text { return &a.Collective },
	"address":    func(a *Agency) *Text { return &a.Address },
}

// otherNoun begins what is no commune's own name: an office, or a kind of unit that is none of today's communes.
var otherNoun = regexp.MustCompile(`(?i)^(ubnd|hđnd|[uủ][yỷ] ban nhân dân|thị trấn|thị xã|huyện|quận|thành phố|tỉnh) `)

// agency gives the plan a first agency of its own, where a value is about it.
func (g *giver) agency() {
	first := *g.plan.Issuers[0]
	changed := false
	kind, unit := UnitName(g.values["unit"])
	own, _ := g.plan.model.plan.Lookup("unit")
	if given := g.values["kind"]; given != "" {
		if !slices.Contains(enums[kindType], given) {
			g.find(givenWord, "kind", "known", strings.Join(enums[kindType], ", "))
		}
		kind = AgencyKind(given)
	}
	named := strings.TrimSpace(g.values["agency.name"]) != "" && strings.TrimSpace(g.values["agency.letterhead"]) != ""
	if given := g.values["unit"]; given != "" && given != own && !named && (unitNames(kind, unit) == nil || otherNoun.MatchString(unit)) {
		g.find(givenUnit, "unit")
	}
	if kind != "" {
		first.Kind, changed = kind, true
		for field, name := range unitNames(kind, unit) {
			*agencyFields[field](&first) = literal(name)
		}
		if first.Name.Text != g.plan.Issuers[0].Name.Text {
			first.Address = Text{} // another office's
		}
	}
	for _, key := range slices.Sorted(maps.Keys(g.values)) {
		field, ok := strings.CutPrefix(key, "agency.")
		switch set := agencyFields[field]; {
		case !ok:
		case set != nil:
			*set(&first), changed = literal(g.values[key]), true
		case field == "suffix":
			first.Suffix, changed = Value{Text: g.values[key]}, true
		case !slices.ContainsFunc(first.Values, func(v *Variable) bool { return v.Name.Text == field }):
			g.found = append(g.found, givenKey.At(diag.Location{}, "key", key).
				WithNear(diag.Near(key, g.plan.variables())))
		}
	}
	for _, field := range []string{"name", "letterhead", "place"} {
		if changed && !agencyFields[field](&first).Given() {
			g.find(givenNothing, "agency."+field)
		}
	}
	if changed {
		g.replace(&first)
	}
}

// replace makes a copy of the first agency the plan's own.
func (g *giver) replace(first *Agency) {
	g.plan.Issuers = append([]*Agency{first}, g.plan.Issuers[1:]...)
}

// literal is a text that is nothing but its letters: values are never interpreted.
func literal(words string) Text {
	t := Text{Value: Value{Text: escape(words)}}
	for line := range strings.SplitSeq(words, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			t.Paragraphs = append(t.Paragraphs, Paragraph{Inlines: []Inline{{Text: line}}})
		}
	}
	return t
}

var kindType = reflect.TypeFor[AgencyKind]()
