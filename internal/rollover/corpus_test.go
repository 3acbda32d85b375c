package rollover_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/rollover"
)

// A labelled sentence is one of testdata/corpus.txt, which people labelled before the rules ran on it:
//
//	Trong năm [2024|move=2026], đạt [80%|decide] theo Nghị quyết số 76/NQ-CP ngày 15/7/2021.
//
// What has no label must stay untouched, and nobody be asked about it.
type labelled struct {
	text   string
	labels []label
}

// A label is a stretch of the sentence with what must happen to it: "decide", or "move" with the words that must come.
type label struct {
	from, to int
	what     string
	words    string
}

func corpus(t *testing.T, name string) []labelled {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		all = append(all, parse(t, line))
	}
	return all
}

func parse(t *testing.T, line string) (s labelled) {
	t.Helper()
	for {
		before, rest, found := strings.Cut(line, "[")
		s.text += before
		if !found {
			return s
		}
		inside, after, _ := strings.Cut(rest, "]")
		words, what, ok := strings.Cut(inside, "|")
		if !ok {
			t.Fatalf("no label in %q", line)
		}
		what, becomes, _ := strings.Cut(what, "=")
		s.labels = append(s.labels, label{len(s.text), len(s.text) + len(words), what, becomes})
		s.text += words
		line = after
	}
}

// A score counts places: right as labelled, missed, asked in vain, and moved where nothing was certain.
type score struct{ sentences, clean, right, missed, vain, wrongMoves int }

// judge drafts a plan of one sentence and compares what happened with its labels.
func (s *score) judge(t *testing.T, c labelled) (faults []string) {
	p := load(t, withItem(c.text))
	r := draft(t, p, options(p, 2026))
	start := strings.LastIndex(r.Plan.File.Text, "\n          ") + len("\n          ")
	type place struct {
		from, to int
		entry    rollover.Entry
	}
	var places []place
	for _, e := range r.Ledger {
		if e.Pile == rollover.Untouched || e.Pile == rollover.Stale || e.At.File != r.Plan.File || e.At.Start < start {
			continue
		}
		places = append(places, place{e.At.Start - start, e.At.End - start, e})
	}
	used := make([]bool, len(places))
	for _, l := range c.labels {
		right := false
		for i, at := range places {
			if at.from < l.to && l.from < at.to {
				used[i] = true
				switch {
				case at.entry.Pile == rollover.Moved && (l.what != "move" || at.entry.New != l.words):
					s.wrongMoves++
					faults = append(faults, fmt.Sprintf("moved %q to %q", at.entry.Old, at.entry.New))
				case at.entry.Pile == rollover.Moved && l.what == "move", at.entry.Pile == rollover.Decide && l.what == "decide":
					right = true
				}
			}
		}
		if right {
			s.right++
		} else {
			s.missed++
			faults = append(faults, fmt.Sprintf("%s %q", l.what, c.text[l.from:l.to]))
		}
	}
	for i, at := range places {
		switch {
		case used[i]:
		case at.entry.Kind.ID == "next/ended": // that a document has ended is known to the registry, and was not to those who labelled
		case at.entry.Pile == rollover.Moved:
			s.wrongMoves++
			faults = append(faults, fmt.Sprintf("moved %q to %q", at.entry.Old, at.entry.New))
		default:
			s.vain++
			faults = append(faults, fmt.Sprintf("asks about %q [%s]", at.entry.Old, at.entry.Kind.ID))
		}
	}
	s.sentences++
	if len(faults) == 0 {
		s.clean++
	}
	return faults
}

// share is how much of what was labelled or asked is right, in hundredths of a per cent.
func (s score) share() float64 {
	return 100 * float64(s.right) / float64(max(s.right+s.missed+s.vain+s.wrongMoves, 1))
}

func (s score) String() string {
	return fmt.Sprintf("%d sentences, %d of them without a fault; of %d labelled places %d right, %d missed; %d asked in vain, %d moved wrongly: %.1f %% right",
		s.sentences, s.clean, s.right+s.missed, s.right, s.missed, s.vain, s.wrongMoves, s.share())
}

// The rules were made on testdata/corpus.txt, and mended by each set after it had been run: heldout.txt (94.9 % at its one run, two wrong
// moves), heldout-2.txt (94.5 %, none), the ten sets of training.txt (91.7 to 99.3 %). heldout-3.txt was labelled before that mending began,
// twice and independently (the one sentence that the guide left open was dropped), and run once when it had ended: 99.6 %, no
// wrong move. That figure is the one to quote (docs/nam-sau.md).
func TestTheCorpusIsMovedAsPeopleLabelledIt(t *testing.T) {
	for _, c := range []struct {
		file  string
		least float64
	}{{"testdata/corpus.txt", 98}, {"testdata/heldout.txt", 98}, {"testdata/heldout-2.txt", 98}, {"testdata/heldout-3.txt", 98}, {"testdata/training.txt", 98}} {
		var s score
		for _, sentence := range corpus(t, c.file) {
			if faults := s.judge(t, sentence); len(faults) > 0 {
				t.Logf("%s\n\t%s", sentence.text, strings.Join(faults, "; "))
			}
		}
		t.Logf("%s: %s", c.file, s)
		if s.wrongMoves > 0 {
			t.Errorf("%s: %d years moved that should not", c.file, s.wrongMoves)
		}
		if s.share() < c.least {
			t.Errorf("%s: less than %.0f %% right", c.file, c.least)
		}
	}
}
