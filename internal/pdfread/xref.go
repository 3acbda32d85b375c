package pdfread

import (
	"bytes"
	"fmt"
	"strconv"
)

// A section is a cross-reference section with its trailer: what one save added, changed or freed (7.5.4, 7.5.8).
type section struct {
	offset  int
	entries map[int]entry
	trailer Dict
}

// An entry tells where an object is.
type entry struct {
	kind   entryKind
	first  int // plain: its offset; packed: the number of the stream it is in
	second int // plain: its generation; packed: its index there
}

type entryKind byte

const (
	free entryKind = iota
	plain
	packed
)

// tail is how much of the file's end may follow its last startxref.
const tail = 2048

// readSections follows the sections from the last back to the first; where they disagree, the later one counts.
func (f *File) readSections() error {
	end := f.data[max(0, len(f.data)-tail):]
	at := bytes.LastIndex(end, []byte("startxref"))
	if at < 0 {
		return f.damaged(len(f.data), "no startxref near the end: the file is cut off")
	}
	p := &parser{file: f, data: f.data, pos: len(f.data) - len(end) + at + len("startxref")}
	next, err := p.token(0)
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	count := 0
	for next != nil {
		offset, ok := next.(int64)
		if !ok || offset <= 0 || offset >= int64(len(f.data)) {
			return f.damaged(p.pos, "a cross-reference section outside the file")
		}
		if seen[int(offset)] || len(seen) >= maxSections {
			return f.damaged(int(offset), "cross-reference sections lead in a circle")
		}
		seen[int(offset)] = true
		read, err := f.section(int(offset))
		if err != nil {
			return err
		}
		if count += len(read.entries); count > maxObjects {
			return ErrTooLarge
		}
		for number, e := range read.entries {
			if _, newer := f.entries[number]; !newer {
				f.entries[number] = e
			}
		}
		if f.Trailer == nil {
			f.Trailer = read.trailer
		}
		next = read.trailer["Prev"]
	}
	return nil
}

// section reads the section at an offset: a table or a stream.
func (f *File) section(offset int) (*section, error) {
	p := &parser{file: f, data: f.data, pos: offset}
	defer func() { _ = f.spend(p.pos - offset) }() // the next who works will be told
	if !p.at("xref") {
		return f.streamSection(p, offset)
	}
	p.pos += len("xref")
	out := &section{offset: offset, entries: map[int]entry{}}
	for {
		o, err := p.token(0)
		if err != nil {
			return nil, err
		}
		if o == operator("trailer") {
			break
		}
		first, ok := o.(int64)
		count, err := p.integer()
		if err != nil || !ok || first < 0 || count < 0 || first+count > maxNumber+1 {
			return nil, p.fail("a cross-reference table with an impossible range")
		}
		for n := first; n < first+count; n++ {
			if err := p.tableEntry(out, int(n)); err != nil {
				return nil, err
			}
		}
	}
	trailer, err := p.object(0)
	if err != nil {
		return nil, err
	}
	var isDict bool
	if out.trailer, isDict = trailer.(Dict); !isDict {
		return nil, p.fail("a trailer without a dictionary")
	}
	return out, f.addHidden(out)
}

// integer reads a whole number.
func (p *parser) integer() (int64, error) {
	o, err := p.token(0)
	n, ok := o.(int64)
	if err == nil && !ok {
		err = p.fail("a whole number is expected")
	}
	return n, err
}

// tableEntry reads "0000000017 00000 n".
func (p *parser) tableEntry(into *section, number int) error {
	offset, err := p.integer()
	if err != nil {
		return err
	}
	generation, err := p.integer()
	if err != nil {
		return err
	}
	kind, err := p.token(0)
	var e entry
	switch {
	case err != nil:
		return err
	case kind == operator("f"):
	case kind == operator("n") && offset < int64(len(p.data)) && generation <= 65535:
		e = entry{plain, int(offset), int(generation)}
	default:
		return p.fail("a cross-reference entry that leads nowhere")
	}
	if other, twice := into.entries[number]; twice && other != e { // readers disagree on which counts
		return p.fail(fmt.Sprintf("two cross-reference entries for object %d", number))
	}
	into.entries[number] = e
	return nil
}

// addHidden adds the objects that a hybrid file keeps from readers of tables (7.5.8.4).
func (f *File) addHidden(to *section) error {
	offset, ok := to.trailer["XRefStm"].(int64)
	if !ok {
		return nil
	}
	if offset <= 0 || offset >= int64(len(f.data)) {
		return f.damaged(to.offset, "a cross-reference stream outside the file")
	}
	hidden, err := f.streamSection(&parser{file: f, data: f.data, pos: int(offset)}, int(offset))
	if err != nil {
		return err
	}
	for number, e := range hidden.entries {
		if to.entries[number].kind == free {
			to.entries[number] = e
		}
	}
	return nil
}

// streamSection reads a cross-reference stream (7.5.8).
func (f *File) streamSection(p *parser, offset int) (*section, error) {
	o, err := p.indirect(-1)
	if err != nil {
		return nil, err
	}
	stream, ok := o.(*Stream)
	if !ok || stream.Dict["Type"] != Name("XRef") {
		return nil, f.damaged(offset, "a cross-reference section is expected here")
	}
	data, err := f.unpack(stream)
	if err != nil {
		return nil, err
	}
	widths, ok := wholes(stream.Dict["W"])
	if !ok || len(widths) != 3 || widths[0] > 4 || widths[1] > 8 || widths[2] > 4 || widths[1] == 0 {
		return nil, f.damaged(offset, "a cross-reference stream with impossible widths")
	}
	ranges, ok := wholes(stream.Dict["Index"])
	if !ok || len(ranges)%2 != 0 {
		size, _ := stream.Dict["Size"].(int64)
		ranges = []int{0, int(min(max(size, 0), maxNumber+1))}
	}
	out := &section{offset: offset, entries: map[int]entry{}, trailer: stream.Dict}
	width := widths[0] + widths[1] + widths[2]
	for ; len(ranges) > 0; ranges = ranges[2:] {
		for n := ranges[0]; n < ranges[0]+ranges[1] && len(data) >= width; n++ {
			if n > maxNumber || len(out.entries) > maxObjects {
				return nil, ErrTooLarge
			}
			if e, ok := streamEntry(data, widths); ok {
				out.entries[n] = e
			}
			data = data[width:]
		}
	}
	return out, nil
}

// streamEntry reads three fields; a first field of no width is 1. ok is false for kinds that later versions may add.
func streamEntry(data []byte, widths []int) (e entry, ok bool) {
	var fields [3]int
	for i, width := range widths {
		for range width {
			fields[i] = fields[i]<<8 | int(data[0])
			data = data[1:]
		}
	}
	if widths[0] == 0 {
		fields[0] = int(plain)
	}
	return entry{entryKind(fields[0]), fields[1], fields[2]}, fields[0] >= 0 && fields[0] <= int(packed) && fields[1] >= 0
}

// wholes is an array of whole numbers that are not negative and fit a file.
func wholes(o Object) ([]int, bool) {
	array, ok := o.(Array)
	var out []int
	for _, o := range array {
		n, whole := o.(int64)
		if !whole || n < 0 || n > MaxSize {
			return nil, false
		}
		out = append(out, int(n))
	}
	return out, ok
}

// String is the reference as a file writes it.
func (r Ref) String() string { return strconv.Itoa(r.Number) + " " + strconv.Itoa(r.Generation) + " R" }
