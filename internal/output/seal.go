package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
)

const (
	sealMark = "kehoach-sha256:"
	zeros    = "0000000000000000000000000000000000000000000000000000000000000000"

	// Unsealed is the seal before it is filled in. A PDF carries it uncompressed, before anything that may hold another file's.
	Unsealed = sealMark + zeros
)

// Seal fills the seal of a finished file: the SHA-256 of the file with zeros in its place. A zip file gets its seal as the
// archive's comment. A file that is neither stays as it is.
func Seal(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("PK")) {
		data = comment(data, Unsealed)
	}
	i := place(data)
	if i < 0 || !bytes.HasPrefix(data[i:], []byte(Unsealed)) {
		return data
	}
	sum := sha256.Sum256(data)
	hex.Encode(data[i+len(sealMark):], sum[:])
	return data
}

// comment gives a zip file without one a comment (APPNOTE 4.3.16: its length ends the file).
func comment(data []byte, text string) []byte {
	n := len(data) - 2
	if n < 20 || data[n] != 0 || data[n+1] != 0 || !bytes.HasPrefix(data[n-20:], []byte("PK\x05\x06")) {
		return data
	}
	return append(binary.LittleEndian.AppendUint16(data[:n:n], uint16(len(text))), text...)
}

// place is where a file's own seal begins, -1 where it has none: a zip file's stands at its end.
func place(data []byte) int {
	if bytes.HasPrefix(data, []byte("PK")) {
		return bytes.LastIndex(data, []byte(sealMark))
	}
	return bytes.Index(data, []byte(sealMark))
}

// Sealed tells whether a file is as the program wrote it.
func Sealed(data []byte) bool {
	i := place(data)
	if i < 0 || len(data) < i+len(Unsealed) {
		return false
	}
	digest := string(data[i+len(sealMark) : i+len(Unsealed)])
	blank := bytes.Clone(data)
	copy(blank[i+len(sealMark):], zeros)
	sum := sha256.Sum256(blank)
	return strings.EqualFold(digest, hex.EncodeToString(sum[:]))
}
