package schedule

import (
	"encoding/json"
	"io"

	"github.com/kehoach/kehoach/internal/diag"
)

// JSON writes entries in the shape that scripts read. Days are ISO 8601; day is the last one (hạn cuối), null for what has none.
func JSON(w io.Writer, entries []Entry, lang diag.Lang) error {
	type party struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	type entry struct {
		Day       *string `json:"day"`
		Nominal   *string `json:"nominal"`
		Permitted *string `json:"permitted"`
		Known     bool    `json:"known"`
		Kind      Kind    `json:"kind"`
		ID        string  `json:"id"`
		Where     string  `json:"where"`
		What      string  `json:"what"`
		When      string  `json:"when"`
		Leads     []party `json:"leads"`
		Support   []party `json:"support"`
		Agency    string  `json:"agency"`
		Plan      string  `json:"plan"`
		Number    string  `json:"number"`
		File      string  `json:"file"`
		Line      int     `json:"line"`
		Column    int     `json:"column"`
		UID       string  `json:"uid"`
		Note      string  `json:"note"`
	}
	parties := func(all []Party) []party {
		out := []party{}
		for _, p := range all {
			out = append(out, party(p))
		}
		return out
	}
	uids := uidsOf(entries)
	out := struct {
		Deadlines []entry `json:"deadlines"`
	}{[]entry{}}
	for i, e := range entries {
		row := entry{Kind: e.Kind, ID: e.ID, Where: e.Where, What: e.What, When: e.When, Leads: parties(e.Leads), Support: parties(e.Support),
			Agency: e.Plan.Agency, Plan: e.Plan.Title, Number: e.Plan.Number, File: e.Plan.File, Line: e.At.Line, Column: e.At.Column,
			UID: uids[i], Note: note(e, lang)}
		if d := e.Due; d != nil {
			last, nominal, permitted := d.Last.String(), d.Nominal.String(), d.Permitted.String()
			row.Day, row.Nominal, row.Permitted, row.Known = &last, &nominal, &permitted, d.Known
		}
		out.Deadlines = append(out.Deadlines, row)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
