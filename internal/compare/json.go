package compare

import (
	"encoding/json"
	"io"
)

// JSON writes the comparison for programs: {"changes": [{"kind", "of", "path", "old", "new", "words"}]}.
func (c *Comparison) JSON(w io.Writer) error {
	type side struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Text   string `json:"text"`
	}
	type piece struct {
		Op   Op     `json:"op"`
		Text string `json:"text"`
	}
	type change struct {
		Kind  Kind    `json:"kind"`
		Of    string  `json:"of"`
		Path  string  `json:"path"`
		Old   *side   `json:"old"`
		New   *side   `json:"new"`
		Words []piece `json:"words"`
	}
	of := func(s *Side) *side {
		if s == nil {
			return nil
		}
		return &side{s.File, s.Line, s.Column, s.Text}
	}
	out := struct {
		Changes []change `json:"changes"`
	}{[]change{}}
	for _, c := range c.Changes {
		words := []piece{}
		for _, w := range c.Words {
			words = append(words, piece(w))
		}
		out.Changes = append(out.Changes, change{c.Kind, c.Of, c.Path, of(c.Old), of(c.New), words})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
