package rollover

import (
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/vi"
)

// inForce files what the registry knows of a document that is no longer what it was, and tells whether it ended.
func (d *drafter) inForce(doc document, e Entry) (over bool) {
	entry, ok := d.registry.Cited(doc.number, doc.kind+" "+doc.name, doc.day)
	if !ok || doc.number != "" && !sameBody(doc.issuer, entry.Issuer) {
		return false
	}
	yearEnd := time.Date(d.to, time.December, 31, 0, 0, 0, 0, time.UTC)
	status := entry.On(yearEnd)
	switch status.State {
	case registry.Ended:
		successor := diag.Words{}
		next, listed := d.registry.Successor(entry, yearEnd)
		switch {
		case listed:
			if e.cited != nil {
				e.cited.succeed(entry, next)
				e.cited.propose(&e)
			}
			successor = diag.Words{VI: ", thay bằng ", EN: ", replaced by "}.Then(diag.Bare(next.Name() + " (" + next.Number + ")"))
		case status.Successor != "":
			successor = diag.Words{VI: ", thay bằng văn bản số ", EN: ", replaced by number "}.Then(diag.Bare(status.Successor))
		case status.By != "":
			successor = diag.Words{VI: " theo ", EN: " by "}.Then(diag.Bare(status.By))
		}
		e.Kind, e.Pile = ended.Saying("successor", successor), Decide
		e.Args = diag.Args{"document", entry.Name(), "since", status.Since.Format("02/01/2006")}
	case registry.Amended:
		e.Kind, e.Pile, e.Args = amended, Stale, diag.Args{"document", entry.Name(), "by", status.By}
	default:
		return false
	}
	d.add(e)
	return status.State == registry.Ended
}

// sameBody tells whether a citation's words for a document's issuer can mean the registry's: one may be shorter (UBND tỉnh), or not
// there. Numbers such as 49/KH-UBND are used by every body.
func sameBody(cited, listed string) bool {
	cited, listed = spelledOut(cited), spelledOut(listed)
	return strings.HasPrefix(cited, listed) || strings.HasPrefix(listed, cited)
}

// spelledOut is a body's name without abbreviations, in small letters.
func spelledOut(body string) string {
	var b strings.Builder
	at := 0
	for _, a := range vi.Abbreviations(body) {
		b.WriteString(body[at:a.From] + a.Words)
		at = a.To
	}
	return vi.OneTone(strings.ToLower(b.String() + body[at:]))
}
