package proof

import (
	"bytes"
	"crypto"
	_ "crypto/sha256" // what time stamps are made with
	_ "crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"math/big"
	"strings"
	"time"

	"github.com/smallstep/pkcs7"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A Signature is what one signature of a PDF says and whether that holds (ISO 32000-1, 12.8).
type Signature struct {
	Field    string `json:"field"`
	Signer   string `json:"signer"` // the certificate's common name; its chain is not looked at
	Issuer   string `json:"issuer"`
	Serial   string `json:"serial"`
	Time     string `json:"time"`      // RFC 3339
	TimeFrom string `json:"time_from"` // "timestamp" of an authority, or "claimed" by the signer
	Intact   bool   `json:"intact"`    // the bytes it covers are those that were signed
	Reason   Reason `json:"reason"`    // why it is not
	Whole    bool   `json:"whole"`     // it covers the file to its end
	// Certifies is the level of a certification (DocMDP): 1 nothing may change, 2 fields may be filled in and signed, 3 also
	// comments; 0 for an approval.
	Certifies int      `json:"certifies"`
	Filled    []string `json:"filled"`  // fields filled in or signed since
	Changed   []string `json:"changed"` // all else that was changed since
	Allowed   bool     `json:"allowed"` // what was changed since is what may be

	revision int // that it covers; -1 when none
}

// sound tells whether the signature holds and nothing was done to the file that it does not allow.
func (s *Signature) sound() bool { return s.Intact && s.Allowed }

// A Reason tells why a signature does not hold.
type Reason string

const (
	BadRange    Reason = "range"      // it does not cover the file as it says
	Unreadable  Reason = "unreadable" // its content is no signature
	Altered     Reason = "altered"    // the covered bytes were changed, or the signature is not the certificate's
	WrongStamp  Reason = "stamp"      // its time stamp belongs to another signature
	UnknownKind Reason = "unknown"    // a kind or a digest that is not checked here
)

func (r Reason) Error() string { return string(r) }

// signature reads and checks one signature; value is the field's.
func signature(f *pdfread.File, data []byte, field string, value pdfread.Dict) (Signature, error) {
	s := Signature{Field: field, Filled: []string{}, Changed: []string{}, revision: -1}
	err := s.read(f, data, value)
	if errors.As(err, &s.Reason) {
		return s, nil
	}
	s.Intact = err == nil
	return s, err
}

func (s *Signature) read(f *pdfread.File, data []byte, value pdfread.Dict) error {
	claimed, err := f.Text(value["M"])
	if err != nil {
		return err
	}
	s.setTime(pdfTime(claimed), "claimed")
	if s.Certifies, err = certification(f, value); err != nil {
		return err
	}
	contents, err := f.Bytes(value["Contents"])
	if err != nil {
		return err
	}
	covered, end, err := byteRange(f, data, value, contents)
	if err != nil {
		return err
	}
	s.Whole = end == len(data)
	for i, r := range f.Revisions() {
		if end <= r.End && len(bytes.TrimSpace(data[end:r.End])) == 0 { // some leave out the line's end behind %%EOF
			s.revision = i
			break
		}
	}
	filter, err := f.Name(value["SubFilter"])
	if err != nil {
		return err
	}
	switch filter {
	case "adbe.pkcs7.detached", "ETSI.CAdES.detached":
		return s.check(contents, covered)
	case "ETSI.RFC3161":
		return s.checkStamp(contents, covered)
	}
	return UnknownKind
}

// byteRange returns the bytes that a signature covers, and where they end. They must be all of them up to there but the
// signature itself (12.8.1): else something could stand in the gap that nobody signed.
func byteRange(f *pdfread.File, data []byte, value pdfread.Dict, contents []byte) (covered []byte, end int, err error) {
	array, err := f.Array(value["ByteRange"])
	if err != nil {
		return nil, 0, err
	}
	var n [4]int
	if len(array) != 4 {
		return nil, 0, BadRange
	}
	for i, o := range array {
		v, ok := o.(int64)
		if !ok || v < 0 || v > int64(len(data)) {
			return nil, 0, BadRange
		}
		n[i] = int(v)
	}
	first, second, end := n[1], n[2], n[2]+n[3]
	if n[0] != 0 || first >= second || end > len(data) {
		return nil, 0, BadRange
	}
	gap := string(data[first:second])
	if !strings.HasPrefix(gap, "<") || !strings.HasSuffix(gap, ">") || !strings.EqualFold(gap[1:len(gap)-1], hex.EncodeToString(contents)) {
		return nil, 0, BadRange
	}
	return append(bytes.Clone(data[:first]), data[second:end]...), end, nil
}

// parse reads a CMS message (RFC 5652), behind which signers leave zeros.
func parse(contents []byte) (*pkcs7.PKCS7, error) {
	var raw asn1.RawValue
	if _, err := asn1.Unmarshal(contents, &raw); err == nil {
		contents = raw.FullBytes
	}
	message, err := pkcs7.Parse(contents)
	if err != nil || len(message.Signers) != 1 || message.GetOnlySigner() == nil {
		return nil, Unreadable
	}
	return message, nil
}

func (s *Signature) setSigner(c *x509.Certificate) {
	s.Signer, s.Issuer, s.Serial = c.Subject.CommonName, c.Issuer.CommonName, serial(c.SerialNumber)
}

func serial(n *big.Int) string { return n.Text(16) }

// check checks a signature over the covered bytes, and the time stamp that it may carry.
func (s *Signature) check(contents, covered []byte) error {
	message, err := parse(contents)
	if err != nil {
		return err
	}
	s.setSigner(message.GetOnlySigner())
	message.Content = covered
	if message.Verify() != nil {
		return Altered
	}
	signer := message.Signers[0]
	for _, attribute := range signer.UnauthenticatedAttributes {
		if attribute.Type.Equal(timeStampToken) {
			when, err := stampTime(attribute.Value.Bytes, signer.EncryptedDigest)
			if err != nil {
				return err
			}
			s.setTime(when, "timestamp")
		}
	}
	return nil
}

// checkStamp checks a document's time stamp: a time stamp of the covered bytes themselves.
func (s *Signature) checkStamp(contents, covered []byte) error {
	message, err := parse(contents)
	if err != nil {
		return err
	}
	s.setSigner(message.GetOnlySigner())
	when, err := stampTime(contents, covered)
	s.setTime(when, "timestamp")
	return err
}

// timeStampToken is id-aa-timeStampToken (RFC 3161, appendix A).
var timeStampToken = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}

// stampTime checks a time stamp token (RFC 3161, 2.4.2) over data and returns its time.
func stampTime(token, data []byte) (time.Time, error) {
	message, err := parse(token)
	if err != nil {
		return time.Time{}, err
	}
	if message.Verify() != nil {
		return time.Time{}, Altered
	}
	var info struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint struct {
			Algorithm struct {
				Algorithm  asn1.ObjectIdentifier
				Parameters asn1.RawValue `asn1:"optional"`
			}
			Hash []byte
		}
		Serial *big.Int
		Time   time.Time     `asn1:"generalized"`
		Rest   asn1.RawValue `asn1:"optional"`
	}
	if _, err := asn1.Unmarshal(message.Content, &info); err != nil {
		return time.Time{}, Unreadable
	}
	hash, ok := hashes[info.Imprint.Algorithm.Algorithm.String()]
	if !ok {
		return time.Time{}, UnknownKind
	}
	h := hash.New()
	h.Write(data)
	if !bytes.Equal(h.Sum(nil), info.Imprint.Hash) {
		return time.Time{}, WrongStamp
	}
	return info.Time, nil
}

// hashes that a time stamp may be made with (RFC 5754).
var hashes = map[string]crypto.Hash{
	"2.16.840.1.101.3.4.2.1": crypto.SHA256,
	"2.16.840.1.101.3.4.2.2": crypto.SHA384,
	"2.16.840.1.101.3.4.2.3": crypto.SHA512,
}

// certification is the level P of a certification (12.8.2.2); 0 for an approval.
func certification(f *pdfread.File, value pdfread.Dict) (int, error) {
	references, err := f.Array(value["Reference"])
	if err != nil {
		return 0, err
	}
	for _, o := range references {
		reference, err := f.Dict(o)
		if err != nil {
			return 0, err
		}
		if method, err := f.Name(reference["TransformMethod"]); err != nil || method != "DocMDP" {
			continue
		}
		parameters, err := f.Dict(reference["TransformParams"])
		if err != nil {
			return 0, err
		}
		if level, ok := parameters["P"].(int64); ok && level >= 1 && level <= 3 {
			return int(level), nil
		}
		return 2, nil
	}
	return 0, nil
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
