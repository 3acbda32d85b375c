package compose

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
)

// recipients writes the lines under "Nơi nhận:", the archive last (NĐ 30 PL I, II.9d).
func (c *composer) recipients(d *Document) {
	p := c.plan
	if p.IssuedUnder.Given() {
		return
	}
	list := p.Recipients
	if len(list) == 0 {
		list = p.Issuers[0].Recipients
	}
	for _, r := range list {
		words := "- " + strings.ReplaceAll(c.line(r.To), " - ", "\u00A0- ") // a line that begins with a dash is another recipient
		if note := c.line(r.Note); note != "" {
			words += " (" + note + ")"
		}
		if !strings.HasSuffix(words, ";") {
			words += ";"
		}
		d.Recipients = append(d.Recipients, plain(words))
	}
	archive := p.Archive
	if archive == nil {
		archive = p.Issuers[0].Archive
	}
	d.Recipients = append(d.Recipients, c.archive(archive))
}

// archive is "- Lưu: VT, VHXH, AB.(15)."; VT alone when nothing is said.
func (c *composer) archive(a *plan.Archive) template.Text {
	units := []string{"VT"}
	last := ""
	if a != nil {
		if len(a.Units) > 0 {
			units = nil
		}
		for _, u := range a.Units {
			units = append(units, c.line(u))
		}
		last = c.line(a.Drafter)
		if a.Copies.Given() {
			last += ".(" + a.Copies.Text + ")"
		}
	}
	if last != "" {
		units = append(units, last)
	}
	return plain("- Lưu: " + strings.Join(units, ", ") + ".")
}

// signatures writes the authority, the post and the name of whoever signs (NĐ 30 PL I, II.7).
func (c *composer) signatures(d *Document) {
	p := c.plan
	if p.IssuedUnder.Given() {
		return
	}
	var signatories []*plan.Signatory
	for _, id := range p.Signatories {
		signatories = append(signatories, p.Signatory(id))
	}
	if len(signatories) == 0 {
		for _, agency := range p.Issuers {
			signatories = append(signatories, agency.Signatories[0])
		}
	}
	for _, s := range signatories {
		d.Signatures = append(d.Signatures, Signature{Lines: c.authority(s), Name: c.line(s.Name)})
	}
	d.Joint = len(d.Signatures) > 1
	c.signatureColumns(d)
	for i := 0; d.Joint && i < len(d.Signatures); i += 2 {
		pair := Pair{Left: &d.Signatures[i]}
		if i+1 < len(d.Signatures) {
			pair.Right = &d.Signatures[i+1]
		}
		d.Pairs = append(d.Pairs, pair)
	}
}

// How wide the column of a signature is, pt: what authority and post need, and no less than the leader's picture with a margin; wider
// lines are broken.
const (
	pictureWidth   = 150.0
	leastSignature = 170.0
	mostSignature  = 200.0
)

// signatureColumns finds the columns of the signatures. Two beside each other have the same room on the left of the leader's
// picture, which stands in the middle of its column: 72 pt for the seal and more, but 64 on the narrowest page of the decree.
func (c *composer) signatureColumns(d *Document) {
	need := 0.0
	for _, s := range d.Signatures {
		need = max(need, c.widest(s.Lines, bold, titleSize)+spare)
	}
	d.SignatureWidth = min(max(need, leastSignature), mostSignature)
	if d.Joint {
		d.PairSpace = (textWidth(d.Page) - 3*d.SignatureWidth/2 - pictureWidth/2) / 2
	}
	for i := range d.Signatures {
		d.Signatures[i].Lines = c.splitLines(d.Signatures[i].Lines, bold, titleSize, d.SignatureWidth)
	}
}

// authority are the lines above a name: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
func (c *composer) authority(s *plan.Signatory) []string {
	var lines []string
	acting := ""
	for _, form := range s.Authority {
		switch form {
		case "TM":
			lines = append(lines, "TM. "+c.line(c.agencyOf(s).Collective))
		case "KT", "TL", "TUQ":
			lines = append(lines, string(form)+". "+c.line(s.For))
		case "Q":
			acting = "Q. "
		}
	}
	for i, line := range c.lines(s.Post) {
		if i == 0 {
			line = acting + line
		}
		lines = append(lines, line)
	}
	return lines
}

func (c *composer) agencyOf(s *plan.Signatory) *plan.Agency {
	for _, agency := range c.plan.Issuers {
		if slices.Contains(agency.Signatories, s) {
			return agency
		}
	}
	return c.plan.Issuers[0]
}
