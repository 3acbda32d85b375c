package proof

import (
	"bytes"
	"crypto"
	_ "crypto/sha256" // what signatures are made with
	_ "crypto/sha512"
	"encoding/asn1"
	"io"
	"math/big"
	"time"

	"github.com/smallstep/pkcs7"
)

// covered are the bytes that a signature covers: what stands before its gap and behind it.
type covered [2][]byte

// Hash hashes them where they lie; pkcs7 asks for it instead of hashing a message's own content.
func (c covered) Hash(h crypto.Hash, _ io.Reader) ([]byte, error) {
	sum := h.New()
	sum.Write(c[0])
	sum.Write(c[1])
	return sum.Sum(nil), nil
}

// check checks a signature over the covered bytes, and the time stamp that it may carry.
func (s *Signature) check(contents []byte, covered covered) error {
	message, err := s.parse(contents)
	if err != nil {
		return err
	}
	signer := message.Signers[0]
	message.Content, message.Hasher = nil, covered
	if len(signer.AuthenticatedAttributes) == 0 { // the content itself is signed, not a digest of it among others
		message.Content = bytes.Join(covered[:], nil)
	}
	if message.Verify() != nil {
		return Altered
	}
	for _, attribute := range signer.UnauthenticatedAttributes {
		if attribute.Type.Equal(timeStampToken) {
			when, err := stampTime(attribute.Value.Bytes, [2][]byte{signer.EncryptedDigest})
			if err != nil {
				return err
			}
			s.setTime(when, "timestamp")
		}
	}
	return nil
}

// checkStamp checks a document's time stamp: a time stamp of the covered bytes themselves.
func (s *Signature) checkStamp(contents []byte, covered covered) error {
	if _, err := s.parse(contents); err != nil {
		return err
	}
	when, err := stampTime(contents, covered)
	s.setTime(when, "timestamp")
	return err
}

// parse reads a signature's message and notes who signed.
func (s *Signature) parse(contents []byte) (*pkcs7.PKCS7, error) {
	message, err := parse(contents)
	if message != nil {
		c := message.GetOnlySigner()
		s.Signer, s.Issuer, s.Serial = c.Subject.CommonName, c.Issuer.CommonName, c.SerialNumber.Text(16)
	}
	return message, err
}

// parse reads a CMS message (RFC 5652), behind which signers leave zeros. With UnknownKind the message is there all the same.
func parse(contents []byte) (*pkcs7.PKCS7, error) {
	var raw asn1.RawValue
	if _, err := asn1.Unmarshal(contents, &raw); err == nil {
		contents = raw.FullBytes
	}
	message, err := pkcs7.Parse(contents)
	if err != nil || len(message.Signers) != 1 || message.GetOnlySigner() == nil {
		return nil, Unreadable
	}
	signer := message.Signers[0]
	if _, ok := hashes[signer.DigestAlgorithm.Algorithm.String()]; !ok || !algorithms[signer.DigestEncryptionAlgorithm.Algorithm.String()] {
		return message, UnknownKind
	}
	return message, nil
}

// hashes that a signature or a time stamp may be made with (RFC 5754). SHA-1 proves nothing any more: two texts of one sum can
// be made.
var hashes = map[string]crypto.Hash{
	"2.16.840.1.101.3.4.2.1": crypto.SHA256,
	"2.16.840.1.101.3.4.2.2": crypto.SHA384,
	"2.16.840.1.101.3.4.2.3": crypto.SHA512,
}

// algorithms of signatures that pkcs7 checks: RSA and ECDSA, named alone or with their hash (RFC 3370, RFC 5753, RFC 5754).
var algorithms = map[string]bool{
	pkcs7.OIDEncryptionAlgorithmRSA.String():       true,
	pkcs7.OIDEncryptionAlgorithmRSASHA256.String(): true,
	pkcs7.OIDEncryptionAlgorithmRSASHA384.String(): true,
	pkcs7.OIDEncryptionAlgorithmRSASHA512.String(): true,
	pkcs7.OIDDigestAlgorithmECDSASHA256.String():   true,
	pkcs7.OIDDigestAlgorithmECDSASHA384.String():   true,
	pkcs7.OIDDigestAlgorithmECDSASHA512.String():   true,
	pkcs7.OIDEncryptionAlgorithmECDSAP256.String(): true,
	pkcs7.OIDEncryptionAlgorithmECDSAP384.String(): true,
	pkcs7.OIDEncryptionAlgorithmECDSAP521.String(): true,
}

// timeStampToken is id-aa-timeStampToken (RFC 3161, appendix A).
var timeStampToken = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}

// stampTime checks a time stamp token (RFC 3161, 2.4.2) over data and returns its time.
func stampTime(token []byte, data covered) (time.Time, error) {
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
	if sum, _ := data.Hash(hash, nil); !bytes.Equal(sum, info.Imprint.Hash) {
		return time.Time{}, WrongStamp
	}
	return info.Time, nil
}
