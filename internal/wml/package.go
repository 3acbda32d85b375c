package wml

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	kflate "github.com/klauspost/compress/flate"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// Bounds of a package from outside. A plan's own is some 10 KB; a Word file with pictures stays far below.
const (
	maxPackage = 64 << 20  // bytes of the file
	maxMembers = 2000      // parts
	maxPart    = 32 << 20  // bytes of one part, unpacked
	maxParts   = 128 << 20 // bytes of all parts, unpacked
)

// A Package is a .docx file: named parts (ECMA-376 part 2). It never changes; With gives a new one.
type Package struct {
	Name    string // how findings call it
	packed  map[string]*zip.File
	changed map[string][]byte
	order   []string
	data    []byte
	date    time.Time             // of every member; the zero Time is 1980-01-01
	begun   map[string]*Beginning // of changed parts that begin as others do
	kept    *kept                 // shared with every package that With makes of this one
}

// kept is what was read of the packed parts: a template's styles are the same in thousands of documents.
type kept struct {
	mu    sync.Mutex
	parts map[string][]byte
	trees map[string]*node
}

// keptPart bounds a part that is kept unpacked, in bytes.
const keptPart = 1 << 20

var (
	notPackage = &diag.Kind{ID: "wml/package",
		Message: diag.Words{VI: "không phải tệp .docx dùng được: {reason}", EN: "not a usable .docx file: {reason}"},
		Fix:     diag.Words{VI: "mở tệp trong Word rồi lưu lại thành .docx", EN: "open it in Word and save it as .docx again"}}
	badPart = &diag.Kind{ID: "wml/part",
		Message: diag.Words{VI: "phần {part} trong tệp .docx bị hỏng: {reason}", EN: "part {part} of the .docx file is damaged: {reason}"},
		Fix:     diag.Words{VI: "mở tệp trong Word rồi lưu lại thành .docx", EN: "open it in Word and save it as .docx again"}}
)

// OpenPackage opens a .docx file held in data. Its size, its members and what they unpack to are bounded.
func OpenPackage(name string, data []byte) (*Package, diag.List) {
	p, err := openPackage(name, data)
	if err != nil {
		return nil, diag.List{notPackage.At(diag.Location{File: name}, "reason", err.Error())}
	}
	return p, nil
}

func openPackage(name string, data []byte) (*Package, error) {
	if len(data) > maxPackage {
		return nil, errors.New("more than 64 MB")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > maxMembers {
		return nil, errors.New("too many members")
	}
	p := &Package{Name: name, packed: map[string]*zip.File{}, data: data, kept: &kept{parts: map[string][]byte{}, trees: map[string]*node{}}}
	var total uint64
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		total += f.UncompressedSize64
		switch {
		case f.UncompressedSize64 > maxPart || total > maxParts:
			return nil, errors.New("unpacks to too much")
		case f.Flags&1 != 0:
			return nil, errors.New("encrypted")
		case path.Clean("/"+f.Name) != "/"+f.Name || strings.Contains(f.Name, `\`):
			return nil, errors.New("a member with an unsafe name")
		case p.packed[f.Name] != nil:
			return nil, errors.New("two members of one name")
		case f.Method != zip.Store && f.Method != zip.Deflate:
			return nil, errors.New("a member packed in an unknown way")
		}
		p.packed[f.Name] = f
		p.order = append(p.order, f.Name)
	}
	if p.packed[contentTypes] == nil {
		return nil, errors.New("no " + contentTypes)
	}
	if p.packed[MainPart] == nil {
		return nil, errors.New("no " + MainPart)
	}
	return p, nil
}

// The parts that every document has.
const (
	MainPart     = "word/document.xml"
	contentTypes = "[Content_Types].xml"
)

// Names are the parts' names, in the file's order, added ones last.
func (p *Package) Names() []string { return p.order }

// Data is the file as it was opened, without what With changed.
func (p *Package) Data() []byte { return p.data }

// Part is a part's content, unpacked; nil when there is no such part or it can't be unpacked.
func (p *Package) Part(name string) []byte {
	if content, ok := p.changed[name]; ok {
		return content
	}
	f := p.packed[name]
	if f == nil {
		return nil
	}
	p.kept.mu.Lock()
	defer p.kept.mu.Unlock()
	content, ok := p.kept.parts[name]
	if !ok {
		content = unpack(f)
		if len(content) <= keptPart {
			p.kept.parts[name] = content
		}
	}
	return content
}

// tree is a part that every document shares with its template, parsed once.
func (p *Package) tree(name string) (*node, error) {
	if _, changed := p.changed[name]; changed || p.packed[name] == nil {
		return parse(p.Part(name))
	}
	part := p.Part(name)
	p.kept.mu.Lock()
	defer p.kept.mu.Unlock()
	if known := p.kept.trees[name]; known != nil {
		return known, nil
	}
	n, err := parse(part)
	if err == nil && len(part) <= keptPart {
		p.kept.trees[name] = n
	}
	return n, err
}

// unpack is a member's content; nil when it can't be unpacked.
func unpack(f *zip.File) []byte {
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil || len(content) > maxPart {
		return nil
	}
	return content
}

// With is the package with parts replaced or added. The caller adds content types and relationships where a part needs them.
func (p *Package) With(parts map[string][]byte) *Package {
	next := *p
	next.changed = maps.Clone(p.changed)
	if next.changed == nil {
		next.changed = map[string][]byte{}
	}
	next.order = slices.Clone(p.order)
	next.begun = maps.Clone(p.begun)
	for name := range parts {
		delete(next.begun, name)
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		next.changed[name] = parts[name]
		if !slices.Contains(next.order, name) {
			next.order = append(next.order, name)
		}
	}
	return &next
}

// A Beginning is what a part has in common with the same part of many packages: it is packed once. Deflate's blocks may follow
// one another wherever a stream was flushed (RFC 1951, 3.2.4).
type Beginning struct {
	plain, packed []byte
	sum           uint32
}

// Begin packs a beginning.
func Begin(plain []byte) *Beginning {
	return &Beginning{plain, deflate(plain, false), crc32.ChecksumIEEE(plain)}
}

// end is the last block of a stream that holds nothing more (RFC 1951, 3.2.3: final, fixed codes, end of block).
var end = []byte{3, 0}

// deflate packs data, to its end or to where another block may follow.
func deflate(data []byte, last bool) []byte {
	if last && len(data) == 0 {
		return end
	}
	var b bytes.Buffer
	c := compressors.Get().(*kflate.Writer)
	defer compressors.Put(c)
	c.Reset(&b)
	_, _ = c.Write(data) // a bytes.Buffer takes all
	if last {
		_ = c.Close()
	} else {
		_ = c.Flush()
	}
	return b.Bytes()
}

// WithBegun is the package with parts replaced or added, each its beginning and rest behind it.
func (p *Package) WithBegun(begun map[string]*Beginning, rest map[string][]byte) *Package {
	parts := map[string][]byte{}
	for name, b := range begun {
		parts[name] = append(slices.Clip(b.plain), rest[name]...)
	}
	next := p.With(parts)
	if next.begun == nil {
		next.begun = map[string]*Beginning{}
	}
	maps.Copy(next.begun, begun)
	return next
}

// modified is the date that every member carries. The clock is never read: a document without a date gets the oldest that a
// zip file can say.
func (p *Package) modified() time.Time {
	if p.date.Year() < 1980 {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return p.date.In(vi.Hanoi)
}

// packing is how hard parts are packed: 6 makes a DOCX 7 % smaller and takes three times the time.
const packing = 1

// compressors are kept between files: setting one up costs more than packing a plan.
var compressors = sync.Pool{New: func() any {
	w, _ := kflate.NewWriter(io.Discard, packing) // the level is valid
	return w
}}

// Write packs the file. Parts that With did not touch are copied as they were packed; the same package always gives the same
// bytes.
func (p *Package) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		c := compressors.Get().(*kflate.Writer)
		c.Reset(w)
		return &pooled{c}, nil
	})
	for _, name := range p.order {
		if err := p.writeMember(z, name); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *Package) writeMember(z *zip.Writer, name string) error {
	if content, ok := p.changed[name]; ok {
		if b := p.begun[name]; b != nil {
			return p.writeBegun(z, name, b, content)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.modified()})
		if err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	}
	f := p.packed[name]
	w, err := p.rawMember(z, zip.FileHeader{Name: name, Method: f.Method, CRC32: f.CRC32,
		CompressedSize64: f.CompressedSize64, UncompressedSize64: f.UncompressedSize64})
	if err != nil {
		return err
	}
	at, err := f.DataOffset()
	if err != nil {
		return err
	}
	end := at + int64(f.CompressedSize64)
	if at < 0 || end < at || end > int64(len(p.data)) {
		return io.ErrUnexpectedEOF
	}
	_, err = w.Write(p.data[at:end])
	return err
}

// writeBegun writes a part whose beginning is packed already.
func (p *Package) writeBegun(z *zip.Writer, name string, b *Beginning, content []byte) error {
	rest := content[len(b.plain):]
	packed := deflate(rest, true)
	w, err := p.rawMember(z, zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.Update(b.sum, crc32.IEEETable, rest),
		CompressedSize64: uint64(len(b.packed) + len(packed)), UncompressedSize64: uint64(len(content))})
	if err != nil {
		return err
	}
	if _, err = w.Write(b.packed); err != nil {
		return err
	}
	_, err = w.Write(packed)
	return err
}

// rawMember begins a member that is packed already.
func (p *Package) rawMember(z *zip.Writer, header zip.FileHeader) (io.Writer, error) {
	header.Modified = p.modified()
	//lint:ignore SA1019 CreateRaw takes the date in this form only
	header.ModifiedDate, header.ModifiedTime = dosTime(header.Modified)
	return z.CreateRaw(&header)
}

// dosTime is a time as a raw header holds it (APPNOTE 4.4.6).
func dosTime(t time.Time) (date, clock uint16) {
	return uint16(t.Year()-1980)<<9 | uint16(t.Month())<<5 | uint16(t.Day()), uint16(t.Hour())<<11 | uint16(t.Minute())<<5 | uint16(t.Second()/2)
}

// pooled gives its compressor back when the member is written.
type pooled struct{ *kflate.Writer }

func (p *pooled) Close() error {
	err := p.Writer.Close()
	compressors.Put(p.Writer)
	return err
}
