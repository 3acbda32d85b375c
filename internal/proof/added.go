package proof

import "github.com/kehoach/kehoach/internal/pdfread"

// findAdded finds the fields that were added to the form and may be.
func (c *comparison) findAdded() error {
	var lists [2]pdfread.Array
	for i, f := range []*pdfread.File{c.old, c.new} {
		form, err := f.Dict(f.Catalog["AcroForm"])
		if err != nil {
			return err
		}
		if lists[i], err = f.Array(form["Fields"]); err != nil {
			return err
		}
	}
	for _, o := range lists[1][min(len(lists[0]), len(lists[1])):] {
		ref, ok := o.(pdfread.Ref)
		if !ok {
			continue
		}
		field, err := c.new.Dict(ref)
		if err != nil {
			return err
		}
		if ok, err = c.mayAdd(ref, field); err != nil {
			return err
		}
		if !ok {
			continue
		}
		if c.added[ref], err = c.new.Text(field["T"]); err != nil {
			return err
		}
	}
	return nil
}

// mayAdd tells whether a field may be added: it does nothing but sign, and shows nothing unless its signature holds. A document's
// time stamp shows nothing and may be added even where nothing else may (ISO 32000-2, 12.8.2.2).
func (c *comparison) mayAdd(ref pdfread.Ref, field pdfread.Dict) (bool, error) {
	if field["FT"] != pdfread.Name("Sig") || field["Subtype"] != pdfread.Name("Widget") {
		return false, nil
	}
	for _, more := range []pdfread.Name{"A", "AA", "Kids", "Parent"} {
		if field[more] != nil {
			return false, nil
		}
	}
	rect, err := c.new.Rectangle(field["Rect"])
	if err != nil {
		return false, err
	}
	flat := rect.X1 == rect.X2 || rect.Y1 == rect.Y2
	for _, s := range c.signed {
		if s.object == ref {
			return s.Intact && (c.level != 1 || s.Stamp && flat), nil
		}
	}
	return c.level != 1 && (flat || field["AP"] == nil && field["MK"] == nil), nil
}
