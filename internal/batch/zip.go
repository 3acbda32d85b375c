package batch

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path"
	"time"

	"github.com/kehoach/kehoach/internal/output"
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

// pack is the archive of one unit, its files without their folder, sealed as every file of the program is.
func pack(files []render.File) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	bare := make([]render.File, len(files))
	for i, f := range files {
		f.Name = path.Base(f.Name)
		bare[i] = f
	}
	err := errors.Join(members(z, bare), z.Close())
	return output.Seal(b.Bytes()), err
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
	z := zip.NewWriter(io.Writer(out))
	return &archive{name, f, out, z}, z.SetComment(output.Unsealed)
}

func (a *archive) add(files []render.File) error { return members(a.zip, files) }

// close ends and seals the archive.
func (a *archive) close() error {
	return errors.Join(a.zip.Close(), a.out.Flush(), output.SealFile(a.file), a.file.Close())
}
