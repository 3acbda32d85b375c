package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strconv"
	"sync"
	"time"
	"unicode/utf16"

	kzlib "github.com/klauspost/compress/zlib"
)

// A file is a PDF file being written: its objects one after another, and where each begins (ISO 32000-1, 7.5).
type file struct {
	*bytes.Buffer
	offsets []int     // of object n+1; 0 while it is only reserved
	sent    int       // bytes that have left the buffer already: those of a book (book.go)
	sums    [2]uint32 // of them
}

// A reference names an object: "12 0 R".
type reference int

func (r reference) String() string { return string(r.append(nil)) }

// append is String for where thousands are written.
func (r reference) append(b []byte) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

// newFile begins a file. comment, if any, is a line of plain letters in its head, where programs find it.
func newFile(comment string) *file {
	f := &file{Buffer: takeBuffer()}
	f.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") // four letters above 127: the file is binary (7.5.2)
	if comment != "" {
		f.WriteString("%" + comment + "\n")
	}
	return f
}

// reserve gives a number to an object that is written later.
func (f *file) reserve() reference {
	f.offsets = append(f.offsets, 0)
	return reference(len(f.offsets))
}

// object writes a reserved object.
func (f *file) object(r reference, format string, args ...any) {
	f.offsets[r-1] = f.sent + f.Len()
	fmt.Fprintf(f.Buffer, "%d 0 obj\n", int(r))
	fmt.Fprintf(f.Buffer, format, args...)
	f.WriteString("\nendobj\n")
}

// begin begins a reserved object whose text is put together byte by byte; end takes what begin gave, with the text behind it.
func (f *file) begin(r reference) []byte {
	f.offsets[r-1] = f.sent + f.Len()
	return append(strconv.AppendInt(f.AvailableBuffer(), int64(r), 10), " 0 obj\n"...)
}

func (f *file) end(b []byte) { f.Write(append(b, "\nendobj\n"...)) }

// add writes an object and returns its number.
func (f *file) add(format string, args ...any) reference {
	r := f.reserve()
	f.object(r, format, args...)
	return r
}

// stream writes a packed stream (7.3.8) with further entries in its dictionary.
func (f *file) stream(r reference, entries string, data []byte) {
	if len(data) < smallest {
		f.plainStream(r, entries, data)
		return
	}
	f.packed(r, entries, pack(data))
}

// smallest is the least that is worth packing, in bytes: the look of an empty field is shorter.
const smallest = 64

// packed writes a stream that is packed already: one that many files share.
func (f *file) packed(r reference, entries string, packed []byte) {
	f.encoded(r, entries, "FlateDecode", packed)
}

// encoded writes a stream that a filter (7.4) unpacks.
func (f *file) encoded(r reference, entries, filter string, packed []byte) {
	f.offsets[r-1] = f.sent + f.Len()
	fmt.Fprintf(f.Buffer, "%d 0 obj\n<<%s/Filter/%s/Length %d>>\nstream\n", int(r), entries, filter, len(packed))
	f.Write(packed)
	f.WriteString("\nendstream\nendobj\n")
}

// plainStream writes a stream unpacked: metadata must be readable to those who know no PDF (ISO 19005-2, 6.6.2.1).
func (f *file) plainStream(r reference, entries string, data []byte) {
	f.offsets[r-1] = f.sent + f.Len()
	fmt.Fprintf(f.Buffer, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(r), entries, len(data))
	f.Write(data)
	f.WriteString("\nendstream\nendobj\n")
}

// level is how hard streams are packed: 6 makes a plan's PDF 5 % smaller and takes three times the time.
const level = 1

// packers are kept between files: setting one up costs more than packing a page.
var packers = sync.Pool{New: func() any {
	w, _ := kzlib.NewWriterLevel(io.Discard, level) // the level is valid
	return w
}}

func pack(data []byte) []byte {
	b := takeBuffer()
	defer buffers.Put(b)
	w := packers.Get().(*kzlib.Writer)
	defer packers.Put(w)
	w.Reset(b)
	_, _ = w.Write(data) // a bytes.Buffer takes all
	_ = w.Close()
	return bytes.Clone(b.Bytes())
}

// buffers are kept between files too.
var buffers = sync.Pool{New: func() any { return &bytes.Buffer{} }}

func takeBuffer() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// send lets what was written leave the buffer.
func (f *file) send(w io.Writer) error {
	f.count()
	f.sent += f.Len()
	_, err := w.Write(f.Bytes())
	f.Reset()
	return err
}

// count adds what stands in the buffer to the checksums.
func (f *file) count() {
	f.sums[0] = crc32.Update(f.sums[0], crc32.IEEETable, f.Bytes())
	f.sums[1] = crc32.Update(f.sums[1], castagnoli, f.Bytes())
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// finish writes the cross-reference table and the trailer (7.5.4, 7.5.5). The identifier comes from the content: from two
// checksums of it and where every object begins. It tells files apart; the seal (internal/output) tells whether one was changed.
func (f *file) finish(catalog, info reference) {
	f.count()
	sum := sha256.Sum256(fmt.Append(nil, f.sums, f.offsets))
	id := hex.EncodeToString(sum[:16])
	start := f.sent + f.Len()
	fmt.Fprintf(f.Buffer, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, offset := range f.offsets {
		digits := strconv.AppendInt(f.AvailableBuffer(), int64(10_000_000_000+offset), 10)
		f.Write(append(digits[1:], " 00000 n \n"...)) // ten digits
	}
	fmt.Fprintf(f.Buffer, "trailer\n<</Size %d/Root %s/Info %s/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(f.offsets)+1, catalog, info, id, id, start)
}

// textString is a text string in UTF-16 with its mark (7.9.2.2), written in hexadecimal.
func textString(s string) string {
	b := make([]byte, 0, 4*len(s)+6)
	b = append(b, "<FEFF"...)
	for _, r := range s {
		if r > 0xFFFF {
			high, low := utf16.EncodeRune(r)
			b = appendCode(appendCode(b, uint16(high)), uint16(low))
			continue
		}
		b = appendCode(b, uint16(r))
	}
	return string(append(b, '>'))
}

// date is a date string (7.9.4).
func date(t time.Time) string {
	offset := t.Format("-07'00'")
	return "(D:" + t.Format("20060102150405") + offset + ")"
}

// number writes a coordinate in pt, to a thousandth.
func number(v float64) string { return string(appendNumber(nil, v)) }

// appendNumber is number for where thousands are written.
func appendNumber(b []byte, v float64) []byte {
	thousandths := int64(math.Round(v * 1000))
	if thousandths < 0 {
		b = append(b, '-')
		thousandths = -thousandths
	}
	b = strconv.AppendInt(b, thousandths/1000, 10)
	rest := thousandths % 1000
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
	return bytes.TrimRight(b, "0")
}
