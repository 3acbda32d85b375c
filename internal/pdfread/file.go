package pdfread

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
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
	workFactor  = 8         // and so many times its size
)

// A File is a document as of one of its revisions.
type File struct {
	source  *source
	upto    int // index of the newest section that counts
	Trailer Dict
	Catalog Dict
}

// source is what the revisions of one file share.
type source struct {
	data       []byte
	sections   []*section // oldest first
	objects    map[place]Object
	containers map[int]*container
	work       int // left, in bytes
	depth      int // of objects being read inside one another
}

// place is where an object is written: a byte of the file, or the n-th object of the stream there.
type place struct{ offset, index int }

// Open reads a file's cross-reference sections; the File is its newest state.
func Open(data []byte) (*File, error) {
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	s := &source{data: data, objects: map[place]Object{}, containers: map[int]*container{}, work: freeWork + workFactor*len(data)}
	if err := s.readSections(); err != nil {
		return nil, err
	}
	return s.view(len(s.sections) - 1)
}

// view is the document as of a section.
func (s *source) view(upto int) (*File, error) {
	f := &File{source: s, upto: upto, Trailer: s.sections[upto].trailer}
	if f.Trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	var err error
	f.Catalog, err = f.Dict(f.Trailer["Root"])
	if err == nil && f.Catalog == nil {
		err = s.damaged(s.sections[upto].offset, "no catalog")
	}
	return f, err
}

// A Revision is what one save added to the file (7.5.6).
type Revision struct {
	End int // of the file as of this revision, in bytes
}

// Revisions are the file's, oldest first.
func (f *File) Revisions() []Revision {
	var out []Revision
	for _, s := range f.source.sections {
		out = append(out, Revision{s.end})
	}
	return out
}

// At is the document as of a revision.
func (f *File) At(revision int) (*File, error) { return f.source.view(revision) }

// Numbers are the numbers of the objects in use, in order.
func (f *File) Numbers() []int {
	seen := map[int]bool{}
	var out []int
	for i := f.upto; i >= 0; i-- {
		for number, e := range f.source.sections[i].entries {
			if !seen[number] && e.kind != free {
				out = append(out, number)
			}
			seen[number] = true
		}
	}
	slices.Sort(out)
	return out
}

// object is what a reference names; nil when nothing does.
func (f *File) object(ref Ref) (Object, error) {
	s := f.source
	for i := f.upto; i >= 0; i-- {
		e, ok := s.sections[i].entries[ref.Number]
		switch {
		case !ok:
			continue
		case e.kind == free || e.kind == plain && e.second != ref.Generation:
			return nil, nil
		case e.kind == plain:
			return f.plainObject(ref.Number, e.first)
		}
		return f.packedObject(ref.Number, e)
	}
	return nil, nil
}

// maxInside bounds objects read while another is: a stream's length may be one, in a stream of objects.
const maxInside = 8

// plainObject reads "12 0 obj … endobj" at an offset.
func (f *File) plainObject(number, offset int) (Object, error) {
	s := f.source
	if o, ok := s.objects[place{offset, -1}]; ok {
		return o, nil
	}
	if offset <= 0 || offset >= len(s.data) {
		return nil, s.damaged(offset, fmt.Sprintf("object %d lies outside the file", number))
	}
	if s.depth == maxInside {
		return nil, s.damaged(offset, "objects need one another to be read")
	}
	s.depth++
	defer func() { s.depth-- }()
	p := &parser{source: s, data: s.data, pos: offset}
	o, err := p.indirect(f, number)
	if err := s.spend(p.pos - offset); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	s.objects[place{offset, -1}] = o
	return o, nil
}

// indirect reads an indirect object (7.3.10). f resolves a stream's length; without it the length must be direct.
func (p *parser) indirect(f *File, number int) (Object, error) {
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
	length := dict["Length"]
	if f != nil {
		if length, err = f.Resolve(length); err != nil {
			return nil, err
		}
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
func (s *source) spend(bytes int) error {
	if s.work -= bytes; s.work < 0 {
		return ErrTooLarge
	}
	return nil
}

func (s *source) damaged(offset int, what string) error { return &Damage{offset, what} }
