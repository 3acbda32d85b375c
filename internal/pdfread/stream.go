package pdfread

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// Data is a stream's content, unpacked (7.4). Only what text, files and cross-references are packed with is known; other
// filters, those of pictures, are an error.
func (f *File) Data(s *Stream) ([]byte, error) {
	filter, err := f.Resolve(s.Dict["Filter"])
	if err != nil {
		return nil, err
	}
	parms, err := f.Resolve(s.Dict["DecodeParms"])
	if err != nil {
		return nil, err
	}
	return f.unpack(&Stream{Dict: Dict{"Filter": filter, "DecodeParms": parms}, Packed: s.Packed, Offset: s.Offset})
}

// unpack unpacks a stream whose filter and parameters are direct.
func (f *File) unpack(stream *Stream) ([]byte, error) {
	filter, parms := stream.Dict["Filter"], stream.Dict["DecodeParms"]
	if array, ok := filter.(Array); ok && len(array) <= 1 {
		filter = nil
		if len(array) == 1 {
			filter = array[0]
		}
		if array, ok := parms.(Array); ok && len(array) == 1 {
			parms = array[0]
		}
	}
	switch filter {
	case nil:
		return stream.Packed, f.spend(len(stream.Packed))
	case Name("FlateDecode"):
	default:
		return nil, f.damaged(stream.Offset, "a stream is packed in a way that is not read here")
	}
	data, err := f.inflate(stream)
	if err != nil {
		return nil, err
	}
	if d, ok := parms.(Dict); ok {
		return f.unpredict(data, d, stream.Offset)
	}
	return data, nil
}

func (f *File) inflate(stream *Stream) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(stream.Packed))
	if err != nil {
		return nil, f.damaged(stream.Offset, "a stream that can't be unpacked")
	}
	limit := min(maxUnpacked, *f.work)
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case len(data) > limit:
		return nil, ErrTooLarge
	case err != nil && !errors.Is(err, io.EOF):
		return nil, f.damaged(stream.Offset, "a stream that can't be unpacked")
	}
	return data, f.spend(len(data))
}

// unpredict undoes the PNG filters (7.4.4.4) that writers put before packing cross-reference streams.
func (f *File) unpredict(data []byte, parms Dict, offset int) ([]byte, error) {
	number := func(name Name, otherwise int64) int64 {
		if n, ok := parms[name].(int64); ok {
			return n
		}
		return otherwise
	}
	if number("Predictor", 1) < 10 {
		if number("Predictor", 1) == 1 {
			return data, nil
		}
		return nil, f.damaged(offset, "a stream with a predictor that is not read here")
	}
	columns, colors, bits := number("Columns", 1), number("Colors", 1), number("BitsPerComponent", 8)
	if columns < 1 || columns > 1<<16 || colors < 1 || colors > 4 || bits != 8 {
		return nil, f.damaged(offset, "a stream with impossible predictor values")
	}
	width, step := int(columns*colors), int(colors)
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for ; len(data) > width; data = data[width+1:] {
		row := bytes.Clone(data[1 : width+1])
		for i := range row {
			left, corner := byte(0), byte(0)
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, row...)
		above = row
	}
	return out, nil
}

// paeth is the neighbour nearest to left + above - corner (PNG specification, 9.4).
func paeth(left, above, corner byte) byte {
	estimate := int(left) + int(above) - int(corner)
	distance := func(b byte) int { return max(estimate-int(b), int(b)-estimate) }
	switch {
	case distance(left) <= distance(above) && distance(left) <= distance(corner):
		return left
	case distance(above) <= distance(corner):
		return above
	}
	return corner
}

// A container is an object stream (7.5.7), unpacked.
type container struct {
	data    []byte
	numbers []int
	offsets []int
}

// packedObject reads an object out of an object stream.
func (f *File) packedObject(number int, e entry) (Object, error) {
	if f.depth == maxInside {
		return nil, f.damaged(0, "objects need one another to be read")
	}
	f.depth++
	defer func() { f.depth-- }()
	home, err := f.object(Ref{e.first, 0})
	if err != nil {
		return nil, err
	}
	stream, ok := home.(*Stream)
	if !ok || stream.Offset < 0 {
		return nil, f.damaged(0, "an object lies in a stream that is none")
	}
	if o, ok := f.objects[place{stream.Offset, e.second}]; ok {
		return o, nil
	}
	c, err := f.container(stream)
	if err != nil {
		return nil, err
	}
	if e.second >= len(c.numbers) || c.numbers[e.second] != number {
		return nil, f.damaged(stream.Offset, "an object is not in the stream that should hold it")
	}
	p := &parser{file: f, data: c.data, pos: c.offsets[e.second]}
	o, err := p.object(0)
	if err := f.spend(p.pos - c.offsets[e.second]); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	f.objects[place{stream.Offset, e.second}] = o
	return o, nil
}

// container unpacks an object stream, once.
func (f *File) container(stream *Stream) (*container, error) {
	if c := f.containers[stream.Offset]; c != nil {
		return c, nil
	}
	data, err := f.Data(stream)
	if err != nil {
		return nil, err
	}
	count, _ := stream.Dict["N"].(int64)
	first, _ := stream.Dict["First"].(int64)
	c := &container{data: data}
	p := &parser{file: f, data: data}
	for i := int64(0); i < count && i < maxObjects; i++ {
		number, err := p.integer()
		if err != nil {
			return nil, err
		}
		offset, err := p.integer()
		if err != nil {
			return nil, err
		}
		if offset < 0 || first < 0 || first+offset >= int64(len(data)) {
			return nil, f.damaged(stream.Offset, "an object lies outside the stream that holds it")
		}
		c.numbers, c.offsets = append(c.numbers, int(number)), append(c.offsets, int(first+offset))
	}
	f.containers[stream.Offset] = c
	return c, nil
}
