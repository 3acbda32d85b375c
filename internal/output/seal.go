package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
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

// SealFile fills the seal of a file that grew on the disk: it begins with Unsealed, in its first kilobyte, or ends with it.
func SealFile(f *os.File) error {
	at, sum, err := sealOf(f)
	if err == nil && at >= 0 {
		_, err = f.WriteAt([]byte(sealMark+sum), at)
	}
	return err
}

// sealedFile is Sealed for a file that is not held in memory.
func sealedFile(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	at, sum, err := sealOf(f)
	seal := make([]byte, len(Unsealed))
	if err != nil || at < 0 {
		return false
	}
	_, err = f.ReadAt(seal, at)
	return err == nil && strings.EqualFold(string(seal), sealMark+sum)
}

// sealOf is where a file's seal begins, -1 where it has none, and what it must say.
func sealOf(f *os.File) (at int64, sum string, err error) {
	info, err := f.Stat()
	if err != nil {
		return -1, "", err
	}
	size, n := info.Size(), int64(len(Unsealed))
	head := make([]byte, min(size, 1024))
	if _, err := f.ReadAt(head, 0); err != nil {
		return -1, "", err
	}
	if at = size - n; bytes.HasPrefix(head, []byte("PK")) {
		mark := make([]byte, len(sealMark))
		if _, err := f.ReadAt(mark, max(at, 0)); err != nil || string(mark) != sealMark {
			return -1, "", nil //nolint:nilerr // a file too short for a seal has none
		}
	} else if at = int64(bytes.Index(head, []byte(sealMark))); at < 0 || at+n > size {
		return -1, "", nil
	}
	h := sha256.New()
	_, err = io.Copy(h, io.MultiReader(io.NewSectionReader(f, 0, at), strings.NewReader(Unsealed), io.NewSectionReader(f, at+n, size-at-n)))
	return at, hex.EncodeToString(h.Sum(nil)), err
}
