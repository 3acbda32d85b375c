package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A reference is what stands between braces in a text.
type reference struct{ raw string }

// words are the parts of a reference: cite, kh-49, date=long, as="literal words".
var words = regexp.MustCompile(`[^\s="“”]+=(?:"[^"]*"|“[^”]*”|[^\s"]*)|[^\s"]+`)

// variableName is what {{year}} and {{agency.name}} may look like.
var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?$`)

// A resolver binds every id of a plan to what it names.
type resolver struct {
	plan     *Plan
	promised func(string) bool
	decoded  bool
	found    diag.List
}

// bind binds one inline's reference.
func (r *resolver) bind(in *Inline) {
	parts := words.FindAllString(in.ref.raw, -1)
	switch {
	case len(parts) == 1 && variableName.MatchString(parts[0]):
		in.Variable = parts[0]
		r.variable(parts[0], in.At)
	case len(parts) >= 2 && parts[0] == "cite":
		in.Mention = r.mention(in, parts[1:])
	case len(parts) == 2:
		r.bindTo(in, parts[0], parts[1])
	default:
		r.found = append(r.found, badReference.At(in.At.Location(), "value", in.ref.raw).WithNear(""))
	}
}

// variable checks that a name has a value, or will have one.
func (r *resolver) variable(name string, at Place) {
	if _, ok := r.plan.Lookup(name); !ok && !r.promised(name) {
		others := slices.DeleteFunc(r.plan.variables(), func(other string) bool { return other == name }) // a plan may have no year
		r.found = append(r.found, noVariable.At(at.Location(), "name", name).WithNear(diag.Near(name, others)))
	}
}

func (r *resolver) bindTo(in *Inline, what, id string) {
	x := r.plan.index
	switch what {
	case "deadline":
		in.Deadline = find(r, x.deadlines, id, aDeadline, in.At)
	case "role":
		in.Role = find(r, x.roles, id, aRole, in.At)
	case "item":
		in.Item = find(r, x.items, id, anItem, in.At)
	case "appendix":
		in.Appendix = find(r, x.appendices, id, anAppendix, in.At)
	default:
		r.found = append(r.found, badReference.At(in.At.Location(), "value", in.ref.raw).
			WithNear(diag.Near(what, []string{"cite", "deadline", "role", "item", "appendix"})))
	}
}

// find looks an id up, and reports it with its nearest neighbour when it names nothing.
func find[T any](r *resolver, in map[string]*T, id string, what diag.Words, at Place) *T {
	if found, ok := in[id]; ok {
		return found
	}
	var ids []string
	for known := range in {
		ids = append(ids, known)
	}
	slices.Sort(ids)
	r.found = append(r.found, unknownID.Saying("what", what).At(at.Location(), "id", id).WithNear(diag.Near(id, ids)))
	return nil
}

// mention reads how a citation is to be printed in one place.
func (r *resolver) mention(in *Inline, parts []string) *Mention {
	m := &Mention{Citation: find(r, r.plan.index.citations, parts[0], aDocument, in.At)}
	for _, option := range parts[1:] {
		key, value, given := strings.Cut(option, "=")
		value = strings.Trim(value, `"“”`)
		switch {
		case !given && slices.Contains([]MentionForm{MentionFull, MentionShort, MentionName}, MentionForm(key)):
			m.Form = MentionForm(key)
		case key == "date" && (value == string(DateLong) || value == string(DateShort)):
			m.Date = DateForm(value)
		case key == "issuer" && given:
			m.Issuer = &value
		case key == "at" && value != "":
			m.Pinpoint = value
		case key == "as" && value != "":
			m.Literal = &value
		default:
			near := diag.Near(key, []string{"full", "short", "name", "date", "issuer", "at", "as"})
			if near == key {
				near = ""
			}
			r.found = append(r.found, badOption.At(in.At.Location(), "value", option).WithNear(near))
		}
	}
	if m.Citation == nil {
		return nil
	}
	return m
}
