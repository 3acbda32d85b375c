package proof

import (
	"encoding/hex"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A Signature is what one signature of a PDF says and whether that holds (ISO 32000-1, 12.8). What it says is read in the file
// as it was when it was made: what stands there now may be another's word.
type Signature struct {
	Field    string `json:"field"`
	Signer   string `json:"signer"` // the certificate's common name; its chain is not looked at
	Issuer   string `json:"issuer"`
	Serial   string `json:"serial"`
	Time     string `json:"time"`      // RFC 3339
	TimeFrom string `json:"time_from"` // "timestamp" of an authority, or "claimed" by the signer
	Stamp    bool   `json:"stamp"`     // it is a time stamp of the document (ETSI EN 319 142-1, 5.4.3): nobody signs with it
	Intact   bool   `json:"intact"`    // the bytes it covers are those that were signed
	Reason   Reason `json:"reason"`    // why it is not
	Whole    bool   `json:"whole"`     // it covers the file to its end
	// Certifies is the level of a certification (DocMDP): 1 nothing may change, 2 fields may be filled in and signed, 3 comments
	// may be added too, which are told as changes all the same; 0 for an approval.
	Certifies int      `json:"certifies"`
	Filled    []string `json:"filled"`  // fields filled in or signed since, as they may be
	Added     []Added  `json:"added"`   // fields to sign in added since, as they may be
	Changed   []string `json:"changed"` // what was changed since and may not be
	Allowed   bool     `json:"allowed"` // it is intact, and nothing was changed since that may not be

	object pdfread.Object // the field
	end    int            // of what it covers
	then   *pdfread.File  // the document as it was signed
	locks  []lock
}

// Added is a field that a signing program made.
type Added struct {
	Field string `json:"field"`
	Page  int    `json:"page"` // from 1; 0 where it lies on none
}

// sound tells whether the signature holds and nothing was done to the file that it does not allow.
func (s *Signature) sound() bool { return s.Intact && s.Allowed }

// A Reason tells why a signature does not hold.
type Reason string

const (
	BadRange    Reason = "range"      // it does not cover the file as it says, itself included
	Unreadable  Reason = "unreadable" // its content is no signature
	Altered     Reason = "altered"    // the covered bytes were changed, or the signature is not the certificate's
	WrongStamp  Reason = "stamp"      // its time stamp belongs to another signature
	UnknownKind Reason = "unknown"    // a kind or an algorithm that is not checked here
	Removed     Reason = "removed"    // it was taken out of the form later
)

func (r Reason) Error() string { return string(r) }

// maxSignatures bounds those of one file.
const maxSignatures = 64

// signatures are those that a file's fields hold now, and those that were taken out of them, in the order in which they were
// made; those that don't say when stand last.
func signatures(d *document) ([]Signature, error) {
	out := []Signature{}
	known := map[gap]bool{}
	check := func(s Signature, g gap, err error) error {
		if len(out) == maxSignatures {
			return pdfread.ErrTooLarge
		}
		if err == nil && known[g] { // one gap is one signature, however many fields say that it is theirs
			err = BadRange
		}
		if err == nil {
			err = s.read(d, g)
			known[g] = s.then != nil
		}
		if s.Intact = err == nil; err != nil && !errors.As(err, &s.Reason) {
			return err
		}
		if s.object == nil {
			s.Intact, s.Reason = false, Removed
		}
		if s.Field != "" {
			out = append(out, s)
		}
		return nil
	}
	for _, field := range d.fields {
		if field.kind != "Sig" || empty(field.value) {
			continue
		}
		g, err := gapOf(d.File, d.data, field.value)
		if err := check(Signature{Field: field.name, Filled: []string{}, Added: []Added{}, Changed: []string{}, object: field.object}, g, err); err != nil {
			return nil, err
		}
	}
	for _, g := range gapsIn(d.data) {
		if known[g] {
			continue
		}
		if err := check(Signature{Filled: []string{}, Added: []Added{}, Changed: []string{}}, g, nil); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b Signature) int {
		if (a.end == 0) != (b.end == 0) {
			return b.end - a.end
		}
		return a.end - b.end
	})
	return out, nil
}

// read reads what the signature in a gap says, in the file as it was when it was made, and checks it. Without a field's name it
// is that of the field that held it then, or still "" when none did.
func (s *Signature) read(d *document, g gap) error {
	then, signed, err := recall(d, g, s.Field)
	if err != nil {
		return err
	}
	s.Field, s.then, s.end, s.Whole = signed.name, then, g.end, g.end == len(d.data)
	value := signed.value.(pdfread.Dict)
	claimed, err := then.Text(value["M"])
	if err != nil {
		return err
	}
	s.setTime(pdfTime(claimed), "claimed")
	if err := s.permissions(signed.dict, value); err != nil {
		return err
	}
	contents, err := then.Bytes(value["Contents"])
	if err != nil {
		return err
	}
	filter, err := then.Name(value["SubFilter"])
	if err != nil {
		return err
	}
	covered := covered{d.data[:g.first], d.data[g.second:g.end]}
	switch filter {
	case "adbe.pkcs7.detached", "ETSI.CAdES.detached":
		return s.check(contents, covered)
	case "ETSI.RFC3161":
		s.Stamp = true
		return s.checkStamp(contents, covered)
	}
	return UnknownKind
}

// recall opens the file as it was when it ended where a signature's range ends, and finds the field whose value that signature
// is, by its name where it is known.
func recall(d *document, g gap, name string) (*pdfread.File, field, error) {
	then, err := d.Before(g.end)
	if err == nil {
		var all []field
		all, err = fields(then)
		for _, field := range all {
			if field.kind != "Sig" || name != "" && field.name != name {
				continue
			}
			if its, err := gapOf(then, d.data, field.value); err == nil && its == g {
				return then, field, nil
			}
		}
	}
	if err == nil || errors.As(err, new(*pdfread.Damage)) {
		err = BadRange
	}
	return nil, field{}, err
}

// A gap is what a signature's range leaves out, and where the range ends (12.8.1).
type gap struct{ first, second, end int }

// gapOf is the gap of a signature's value. The range must cover all bytes up to its end but the signature itself: else something
// could stand in the gap that nobody signed.
func gapOf(f *pdfread.File, data []byte, value pdfread.Object) (gap, error) {
	dict, ok := value.(pdfread.Dict)
	if !ok {
		return gap{}, Unreadable
	}
	array, err := f.Array(dict["ByteRange"])
	if err != nil {
		return gap{}, err
	}
	contents, err := f.Bytes(dict["Contents"])
	if err != nil {
		return gap{}, err
	}
	var n [4]int
	if len(array) != 4 {
		return gap{}, BadRange
	}
	for i, o := range array {
		v, ok := o.(int64)
		if !ok || v < 0 || v > int64(len(data)) {
			return gap{}, BadRange
		}
		n[i] = int(v)
	}
	g := gap{n[1], n[2], n[2] + n[3]}
	if n[0] != 0 || !g.lies(data) || !strings.EqualFold(string(data[g.first+1:g.second-1]), hex.EncodeToString(contents)) {
		return gap{}, BadRange
	}
	return g, nil
}

// lies tells whether a gap lies in the file and may be a string of digits.
func (g gap) lies(data []byte) bool {
	return g.first+1 < g.second && g.second <= g.end && g.end <= len(data) && data[g.first] == '<' && data[g.second-1] == '>'
}

// writtenRange is a range as signing programs write it. It stands in the file as it is: it is written before what it covers is
// known.
var writtenRange = regexp.MustCompile(`/ByteRange\s*\[\s*0\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*\]`)

// gapsIn are the gaps of all ranges that stand anywhere in the file, also where no revision names them any more.
func gapsIn(data []byte) []gap {
	var out []gap
	at := 0
	for len(out) <= maxSignatures {
		m := writtenRange.FindSubmatchIndex(data[at:])
		if m == nil {
			break
		}
		var n [3]int
		for i := range n {
			n[i], _ = strconv.Atoi(string(data[at+m[2*i+2] : at+m[2*i+3]])) // nine digits are a number
		}
		if g := (gap{n[0], n[1], n[1] + n[2]}); g.lies(data) && !slices.Contains(out, g) {
			out = append(out, g)
		}
		at += m[1]
	}
	return out
}

// permissions reads what a signature allows: its level, if it is a certification (12.8.2.2), and the fields it locks (12.8.2.4),
// which its field may say as well (12.7.4.5).
func (s *Signature) permissions(field, value pdfread.Dict) error {
	f := s.then
	references, err := f.Array(value["Reference"])
	if err != nil {
		return err
	}
	for _, o := range references {
		reference, err := f.Dict(o)
		if err != nil {
			return err
		}
		parameters, err := f.Dict(reference["TransformParams"])
		if err != nil {
			return err
		}
		method, err := f.Name(reference["TransformMethod"])
		if err != nil {
			return err
		}
		switch method {
		case "DocMDP":
			level, err := f.Number(parameters["P"])
			if err != nil {
				return err
			}
			if parameters["P"] == nil {
				level = 2
			}
			s.Certifies = max(1, min(int(level), 3))
		case "FieldMDP":
			if err := s.lock(parameters); err != nil {
				return err
			}
		}
	}
	own, err := f.Dict(field["Lock"])
	if err != nil {
		return err
	}
	return s.lock(own)
}

func (s *Signature) lock(d pdfread.Dict) error {
	l, err := readLock(s.then, d)
	s.locks = append(s.locks, l)
	return err
}

func (s *Signature) setTime(when time.Time, from string) {
	if !when.IsZero() {
		s.Time, s.TimeFrom = when.Format(time.RFC3339), from
	}
}

// pdfTime reads a date string (7.9.4): "D:20260305091500+07'00'"; the zero Time when it is none.
func pdfTime(text string) time.Time {
	text = strings.NewReplacer("'", "", "D:", "").Replace(text)
	for _, layout := range []string{"20060102150405Z0700", "20060102150405Z07", "20060102150405", "20060102"} {
		if when, err := time.Parse(layout, text); err == nil {
			return when
		}
	}
	return time.Time{}
}
