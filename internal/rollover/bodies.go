package rollover

import (
	"github.com/kehoach/kehoach/internal/bodies"
	"github.com/kehoach/kehoach/internal/phrase"
)

// bodies files the former bodies and posts that a sentence names outside of documents; taken are stretches that were looked at.
func (s sentence) bodies(found []phrase.Phrase, taken []phrase.Span) {
	for _, b := range bodies.Find(s.line.Text) {
		if overlaps(b.Span, taken) || insideDocument(b.Span, found) {
			continue
		}
		taken = append(taken, b.Span)
		s.entry(oldBody.Saying("body", b.Why()), Decide, b.Span, b.Today)
	}
}

func overlaps(at phrase.Span, taken []phrase.Span) bool {
	for _, t := range taken {
		if at.From < t.To && t.From < at.To {
			return true
		}
	}
	return false
}

// insideDocument tells whether a stretch belongs to a document cited.
func insideDocument(at phrase.Span, found []phrase.Phrase) bool {
	for _, f := range found {
		if f.Kind == phrase.Document && at.From < f.To && f.From < at.To {
			return true
		}
	}
	return false
}
