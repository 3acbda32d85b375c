package batch

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"time"

	"github.com/kehoach/kehoach/internal/render"
)

// members writes files into an archive. They are packed inside already, and are stored as they are; the clock is never read.
func members(z *zip.Writer, files []render.File) error {
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := w.Write(f.Data); err != nil {
			return err
		}
	}
	return nil
}

// pack is the archive of one unit, its files without their folder.
func pack(files []render.File) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	bare := make([]render.File, len(files))
	for i, f := range files {
		f.Name = f.Name[lastSlash(f.Name)+1:]
		bare[i] = f
	}
	if err := members(z, bare); err != nil {
		return nil, err
	}
	err := z.Close()
	return b.Bytes(), err
}

func lastSlash(name string) int {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			return i
		}
	}
	return -1
}

// An archive of all units is written to the disk as they come.
type archive struct {
	name string
	file *os.File
	out  *bufio.Writer
	zip  *zip.Writer
}

func newArchive(name string) (*archive, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriterSize(f, 1<<18)
	return &archive{name, f, out, zip.NewWriter(io.Writer(out))}, nil
}

func (a *archive) add(files []render.File) error { return members(a.zip, files) }

func (a *archive) close() error {
	return errors.Join(a.zip.Close(), a.out.Flush(), a.file.Close())
}
