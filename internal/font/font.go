// Package font gives the faces that documents are measured and drawn with.
//
// Default returns Liberation Serif, whose advances are those of Times New Roman, from a Go module: no font needs to be on
// the machine. Dir looks for a real Times New Roman in a folder instead. A face answers how wide a letter is and how tall a
// line; it draws nothing. Widths are read when a text first needs them, and kept, and a face may be used by many goroutines.
package font

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// Style is one of the four faces of a family.
type Style struct{ Bold, Italic bool }

// A Family has a face for each Style.
type Family struct{ faces map[Style]*Face }

// Face is the face of a style.
func (f *Family) Face(s Style) *Face { return f.faces[s] }

// styles are the four, in the order in which a folder is searched for them.
var styles = []Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}}

// Default is Liberation Serif 2.1, read on first use.
var Default = sync.OnceValue(func() *Family {
	f := &Family{faces: map[Style]*Face{}}
	for style, data := range map[Style][]byte{
		{}:                         liberationserifregular.TTF,
		{Bold: true}:               liberationserifbold.TTF,
		{Italic: true}:             liberationserifitalic.TTF,
		{Bold: true, Italic: true}: liberationserifbolditalic.TTF,
	} {
		face, err := newFace(data)
		if err != nil {
			panic("font: the built-in face can't be read: " + err.Error())
		}
		f.faces[style] = face
	}
	return f
})

// Bounds of a folder of fonts.
const (
	maxFiles = 5000
	maxFont  = 32 << 20 // bytes
)

// Dir finds the four faces of Times New Roman among the .ttf files of a folder.
func Dir(dir string) (*Family, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	if len(entries) > maxFiles {
		return nil, fmt.Errorf("more than %d files", maxFiles)
	}
	f := &Family{faces: map[Style]*Face{}}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !strings.EqualFold(filepath.Ext(entry.Name()), ".ttf") || info.Size() > maxFont {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			continue
		}
		face, err := newFace(data)
		if err == nil && face.family == "Times New Roman" && f.faces[face.style] == nil {
			f.faces[face.style] = face
		}
	}
	for _, style := range styles {
		if f.faces[style] == nil {
			return nil, errors.New("regular, bold, italic and bold italic .ttf files of Times New Roman are needed")
		}
	}
	return f, nil
}
