package proof

import (
	"math"
	"slices"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A Foreign is a field that a rebuild has not, at least not in that place.
type Foreign struct {
	Field string `json:"field"`
	Page  int    `json:"page"`  // from 1; 0 where it lies on none
	Shows bool   `json:"shows"` // a person sees something there
}

// A place is where the plan puts a field.
type place struct {
	page int
	kind pdfread.Name
	rect pdfread.Rectangle
	used bool
}

// foreignFields are the fields of a file that a rebuild, fresh, has not. Those that a signing program made are none, as long as their
// signature holds. exactly tells that the pages agree: then fields must stand where the plan puts them.
func foreignFields(d, fresh *document, exactly bool, signed []Signature) ([]Foreign, error) {
	own, err := places(fresh)
	if err != nil {
		return nil, err
	}
	of := byWidget(d.fields)
	out := []Foreign{}
	onPage := map[string]bool{}
	for _, note := range d.notes {
		field, ok := of[note.ref]
		if !ok || len(out) == maxChanged {
			continue
		}
		onPage[field.name] = true
		rect, err := d.Rectangle(note.dict["Rect"])
		if err != nil {
			return nil, err
		}
		if take(own[field.name], place{note.page, field.kind, rect, false}, exactly) || slices.ContainsFunc(signed, func(s Signature) bool {
			return s.Intact && s.object == pdfread.Object(note.ref)
		}) {
			continue
		}
		at, err := shownAt(d.File, note.dict)
		if err != nil {
			return nil, err
		}
		shows := rect.X1 < rect.X2 && rect.Y1 < rect.Y2 &&
			(at != pdfread.Rectangle{} || note.dict["MK"] != nil || field.kind != "Sig" && !empty(field.value))
		out = append(out, Foreign{short(field.name), note.page + 1, shows})
	}
	for _, field := range d.fields {
		if own[field.name] == nil && !onPage[field.name] && len(out) < maxChanged {
			out = append(out, Foreign{short(field.name), 0, false})
		}
	}
	return out, nil
}

// places are where the fields of a file stand, by name.
func places(d *document) (map[string][]*place, error) {
	out := map[string][]*place{}
	of := byWidget(d.fields)
	for _, note := range d.notes {
		field, ok := of[note.ref]
		if !ok {
			continue
		}
		rect, err := d.Rectangle(note.dict["Rect"])
		if err != nil {
			return nil, err
		}
		out[field.name] = append(out[field.name], &place{note.page, field.kind, rect, false})
	}
	return out, nil
}

// nearby is how far a rectangle may lie from its place, in pt: programs round.
const nearby = 1

// take finds a place that nobody has taken.
func take(own []*place, p place, exactly bool) bool {
	near := func(a, b float64) bool { return math.Abs(a-b) <= nearby }
	for _, o := range own {
		if !o.used && o.kind == p.kind && (!exactly || o.page == p.page && near(o.rect.X1, p.rect.X1) && near(o.rect.Y1, p.rect.Y1) &&
			near(o.rect.X2, p.rect.X2) && near(o.rect.Y2, p.rect.Y2)) {
			o.used = true
			return true
		}
	}
	return false
}

// painted finds the fields to sign in that show something though nobody has signed in them.
func painted(d *document) ([]string, error) {
	of := byWidget(d.fields)
	out := []string{}
	for _, note := range d.notes {
		field, ok := of[note.ref]
		if !ok || field.kind != "Sig" || !empty(field.value) || len(out) == maxChanged {
			continue
		}
		at, err := shownAt(d.File, note.dict)
		if err != nil {
			return nil, err
		}
		if at.X1 < at.X2 && at.Y1 < at.Y2 {
			out = append(out, short(field.name))
		}
	}
	return out, nil
}
