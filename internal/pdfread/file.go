package pdfread

import (
	"bytes"
	"errors"
	"fmt"
)

// What Open may say beside *Damage.
var (
	ErrNotPDF    = errors.New("not a PDF file")
	ErrEncrypted = errors.New("an encrypted PDF file")
	ErrTooLarge  = errors.New("a PDF file beyond all bounds")
)

// Damage is a place where a file is not as ISO 32000-1 wants it.
type Damage struct {
	Offset int // byte of the file; where a stream was unpacked, of the stream
	What   string
}

func (d *Damage) Error() string { return fmt.Sprintf("damaged at byte %d: %s", d.Offset, d.What) }

// Bounds. A plan's PDF has 0.1 MB and 500 objects, with signatures and time stamps 0.3 MB and 5 revisions.
const (
	MaxSize     = 128 << 20 // of a file
	maxNumber   = 8388607   // of an object: annex C
	maxObjects  = 1_000_000 // in all revisions
	maxSections = 512       // cross-reference sections
	maxUnpacked = 64 << 20  // of one stream
	freeWork    = 64 << 20  // bytes parsed and unpacked, whatever the file's size
	workFactor  = 16        // and so many times its size: each signature reads it once more
)

// A File is a document in the state that its last revision gave it.
type File struct {
	Trailer Dict
	Catalog Dict

	data       []byte
	entries    map[int]entry
	objects    map[place]Object
	containers map[int]*container
	work       *int // left, in bytes
	depth      int  // of objects being read inside one another
}

// place is where an object is written: a byte of the file, or the n-th object of the stream there.
type place struct{ offset, index int }

// Open reads a file's cross-reference sections.
func Open(data []byte) (*File, error) {
	work := freeWork + workFactor*len(data)
	return open(data, &work)
}

// Before opens the file as it was when it ended at a byte: later revisions are not there at all. What that costs is paid from
// the budget of f.
func (f *File) Before(end int) (*File, error) { return open(f.data[:end], f.work) }

func open(data []byte, work *int) (*File, error) {
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f := &File{data: data, entries: map[int]entry{}, objects: map[place]Object{}, containers: map[int]*container{}, work: work}
	if err := f.readSections(); err != nil {
		return nil, err
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	var err error
	f.Catalog, err = f.Dict(f.Trailer["Root"])
	if err == nil && f.Catalog == nil {
		err = f.damaged(len(data), "no catalog")
	}
	return f, err
}

// object is what a reference names; nil when nothing does.
func (f *File) object(ref Ref) (Object, error) {
	switch e := f.entries[ref.Number]; {
	case e.kind == free || e.kind == plain && e.second != ref.Generation:
		return nil, nil
	case e.kind == plain:
		return f.plainObject(ref.Number, e.first)
	default:
		return f.packedObject(ref.Number, e)
	}
}

// maxInside bounds objects read while another is: a stream's length may be one, in a stream of objects.
const maxInside = 8

// plainObject reads "12 0 obj … endobj" at an offset.
func (f *File) plainObject(number, offset int) (Object, error) {
	if o, ok := f.objects[place{offset, -1}]; ok {
		return o, nil
	}
	if offset <= 0 || offset >= len(f.data) {
		return nil, f.damaged(offset, fmt.Sprintf("object %d lies outside the file", number))
	}
	if f.depth == maxInside {
		return nil, f.damaged(offset, "objects need one another to be read")
	}
	f.depth++
	defer func() { f.depth-- }()
	p := &parser{file: f, data: f.data, pos: offset}
	o, err := p.indirect(number)
	if err := f.spend(p.pos - offset); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	f.objects[place{offset, -1}] = o
	return o, nil
}

// indirect reads an indirect object (7.3.10); number is -1 for any. A stream's length must be direct while the sections that would
// find it are still being read.
func (p *parser) indirect(number int) (Object, error) {
	for i, want := range []Object{int64(number), nil, operator("obj")} {
		got, err := p.token(0)
		if err != nil {
			return nil, err
		}
		if _, whole := got.(int64); i == 1 && whole || i == 0 && number < 0 && whole || got == want {
			continue
		}
		return nil, p.fail(fmt.Sprintf("object %d is expected here", number))
	}
	o, err := p.object(0)
	if err != nil {
		return nil, err
	}
	dict, ok := o.(Dict)
	p.space()
	if !ok || !p.at("stream") {
		return o, nil
	}
	p.pos += len("stream")
	switch {
	case p.at("\r\n"):
		p.pos += 2
	case p.at("\n"):
		p.pos++
	default:
		return nil, p.fail("a stream must begin on a new line")
	}
	start := p.pos
	length, err := p.file.Resolve(dict["Length"])
	if err != nil {
		return nil, err
	}
	n, ok := length.(int64)
	if !ok || n < 0 || n > int64(len(p.data)-start) {
		return nil, p.fail("a stream without a usable length")
	}
	p.pos = start + int(n)
	p.space()
	if !p.at("endstream") {
		return nil, p.fail("a stream is not as long as it says")
	}
	return &Stream{Dict: dict, Packed: p.data[start : start+int(n)], Offset: start}, nil
}

// spend pays for work from the budget.
func (f *File) spend(bytes int) error {
	if *f.work -= bytes; *f.work < 0 {
		return ErrTooLarge
	}
	return nil
}

func (f *File) damaged(offset int, what string) error { return &Damage{offset, what} }
