// Package pdfread reads PDF files that come from outside, within bounds.
//
// Open takes a file's bytes, follows its cross-reference sections back to the first revision and gives the newest state of
// the document; Before gives the state of a file that ended earlier. Objects are read when they are asked for, once, and each
// read is paid from a budget that grows with the file: nothing in a file can make this room loop, recurse or grow beyond it.
// Nothing is repaired: what is damaged is an error that names the byte. It decrypts nothing and draws nothing. Clauses are of
// ISO 32000-1.
package pdfread

import (
	"unicode/utf16"
	"unicode/utf8"
)

// An Object (7.3) is nil, bool, int64, float64, Name, String, Array, Dict, Ref or *Stream.
type Object any

// A Name (7.3.5), without its slash.
type Name string

// A String (7.3.4) is bytes.
type String string

// An Array (7.3.6).
type Array []Object

// A Dict (7.3.7).
type Dict map[Name]Object

// A Ref (7.3.10) names an indirect object.
type Ref struct{ Number, Generation int }

// A Stream (7.3.8) is a dictionary and bytes, still packed.
type Stream struct {
	Dict
	Packed []byte
	Offset int // of Packed in the file; -1 inside an object stream
}

// maxHops bounds references that lead to references.
const maxHops = 16

// Resolve follows references to what they name; what is missing is nil (7.3.10).
func (f *File) Resolve(o Object) (Object, error) {
	for range maxHops {
		ref, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		var err error
		if o, err = f.object(ref); err != nil {
			return nil, err
		}
	}
	return nil, f.damaged(0, "references lead in a circle")
}

// get resolves an object of one type; the zero value stands for anything else.
func get[T any](f *File, o Object) (T, error) {
	resolved, err := f.Resolve(o)
	value, _ := resolved.(T)
	return value, err
}

// Dict is the dictionary that o is, names, or, for a stream, begins with; nil when it is none.
func (f *File) Dict(o Object) (Dict, error) {
	resolved, err := f.Resolve(o)
	if s, ok := resolved.(*Stream); ok {
		return s.Dict, err
	}
	d, _ := resolved.(Dict)
	return d, err
}

// Array is the array that o is or names; nil when it is none.
func (f *File) Array(o Object) (Array, error) { return get[Array](f, o) }

// Name is the name that o is or names; "" when it is none.
func (f *File) Name(o Object) (Name, error) { return get[Name](f, o) }

// Bytes is the string that o is or names, as bytes.
func (f *File) Bytes(o Object) ([]byte, error) {
	s, err := get[String](f, o)
	return []byte(s), err
}

// Text is the text string (7.9.2.2) that o is or names.
func (f *File) Text(o Object) (string, error) {
	s, err := get[String](f, o)
	return decode(string(s)), err
}

// Number is the number that o is or names.
func (f *File) Number(o Object) (float64, error) {
	resolved, err := f.Resolve(o)
	switch n := resolved.(type) {
	case int64:
		return float64(n), err
	case float64:
		return n, err
	}
	return 0, err
}

// numbers are those of an array.
func (f *File) numbers(o Object) ([]float64, error) {
	array, err := f.Array(o)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(array))
	for i, o := range array {
		if out[i], err = f.Number(o); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// decode reads a text string: UTF-16 or UTF-8 by its mark, else letters of the first 256 (PDFDocEncoding, where it is Latin 1).
func decode(s string) string {
	switch {
	case len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF:
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case len(s) >= 3 && s[:3] == "\xEF\xBB\xBF" && utf8.ValidString(s):
		return s[3:]
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}
