package rollover

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
)

// A draft's file says where it comes from in a comment of its own, above its first key, and by a digest of all else that nobody has
// edited it since:
//
//	# kehoach next: từ ../2024/dan-chu-co-so.yaml, năm 2024, theo tên đơn vị mới (9f86d081)
const (
	originWord   = "kehoach next:"
	mergersWord  = "theo tên đơn vị mới"  // Options.Mergers
	refactorWord = "thay bằng tham chiếu" // Options.Refactor
)

// An Origin is what a draft says of the plan that it was made from.
type Origin struct {
	File string // relative to the draft, with forward slashes
	Year int
	// Mergers and Refactor are the options with which it was made.
	Mergers, Refactor bool
}

var originForm = pattern.Of(`^` + originWord + ` từ (.+), năm (\d{4})((?:, (?:` + mergersWord + `|` + refactorWord + `))*) \(([0-9a-f]{8})\)$`)

// unsealed stands where the digest will.
const unsealed = "00000000"

// OriginOf reads that comment of a file; false for a plan that was not drafted from another.
func OriginOf(file *plan.Source) (Origin, bool) {
	m, _ := originIn(file)
	if m == nil {
		return Origin{}, false
	}
	year, err := strconv.Atoi(m[2])
	return Origin{m[1], year, strings.Contains(m[3], mergersWord), strings.Contains(m[3], refactorWord)}, err == nil
}

// originIn finds the comment in a file, and where its digest stands.
func originIn(file *plan.Source) (match []string, digest plan.Place) {
	for _, c := range file.Notes().Comments {
		if m := originForm.FindStringSubmatch(c.Text); m != nil {
			end := c.At.Start + strings.LastIndexByte(file.Text[c.At.Start:c.At.End], ')')
			return m, plan.Place{File: file, Start: end - len(unsealed), End: end}
		}
	}
	return nil, plan.Place{}
}

// origin writes the comment, not yet sealed; a draft that is drafted from has one already, which now names that draft.
func (d *drafter) origin(e *edit.Edit, from Origin) {
	line := "# " + originWord + " từ " + from.File + ", năm " + strconv.Itoa(from.Year)
	if from.Mergers {
		line += ", " + mergersWord
	}
	if from.Refactor {
		line += ", " + refactorWord
	}
	line += " (" + unsealed + ")"
	for _, c := range d.notes.Comments {
		if strings.HasPrefix(c.Text, originWord+" ") {
			e.Replace(c.At, line)
			return
		}
	}
	e.Above(d.plan.Version.At, line)
}

// seal puts the digest of a draft's bytes into its comment.
func seal(draft *plan.Source) ([]byte, error) { return withDigest(draft, digestOf(draft.Bytes)) }

func withDigest(file *plan.Source, digest string) ([]byte, error) {
	_, at := originIn(file)
	e := edit.Of(file)
	e.Replace(at, digest)
	return e.Bytes()
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:len(unsealed)]
}

// Edited tells whether a file is anything else than a draft as it was written: a person's work.
func Edited(data []byte) bool {
	file, found := plan.ReadSource("", plan.Options{ReadFile: func(string) ([]byte, error) { return data, nil }})
	if found.Failed() {
		return true
	}
	m, _ := originIn(file)
	if m == nil {
		return true
	}
	open, err := withDigest(file, unsealed)
	return err != nil || digestOf(open) != m[4] || bytes.Equal(open, data)
}
