// Command pack turns the parts in ke-hoach/ into ke-hoach.docx and those in bang/, with the styles of ke-hoach/, into bang.docx; or,
// with -unpack FILE.docx, a template that was edited in Word back into the parts in ke-hoach/. The same parts always give the same
// bytes.
package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// parts is the folder of the template of a plan, and the one that others share parts with.
const parts = "ke-hoach"

// shared are the parts that bang.docx takes from parts: what it looks like.
var shared = []string{"_rels/.rels", "docProps/core.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml",
	"word/header1.xml"}

func main() {
	edited := flag.String("unpack", "", "a template edited in Word, to be taken back into parts")
	flag.Parse()
	err := errors.Join(pack("ke-hoach", nil), pack("bang", shared))
	if *edited != "" {
		err = unpack(*edited)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// pack writes a folder's parts and those it shares as a zip file, the content types first as OPC readers expect them, dates fixed.
func pack(folder string, shared []string) error {
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			name, _ := filepath.Rel(folder, path)
			files[filepath.ToSlash(name)] = path
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range shared {
		files[name] = filepath.Join(parts, filepath.FromSlash(name))
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) { // "[" sorts before letters
		f, err := os.Open(files[name])
		if err != nil {
			return err
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.Copy(w, f)
		}
		if err != nil {
			return err
		}
		f.Close()
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(folder+".docx", b.Bytes(), 0o644)
}

// maxPart bounds what one part may unpack to.
const maxPart = 32 << 20

// unpack replaces the parts by those of an edited template, a tag a line where blocks begin, so that a review sees what changed.
func unpack(name string) error {
	z, err := zip.OpenReader(name)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, member := range z.File {
		if !filepath.IsLocal(member.Name) || strings.HasSuffix(member.Name, "/") {
			continue
		}
		r, err := member.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(io.LimitReader(r, maxPart))
		r.Close()
		if err != nil {
			return err
		}
		if strings.HasSuffix(member.Name, ".xml") {
			content = []byte(lines.Replace(string(content)))
		}
		path := filepath.Join(parts, filepath.FromSlash(member.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// lines puts each block on a line of its own.
var lines = strings.NewReplacer("<w:p ", "\n<w:p ", "<w:p>", "\n<w:p>", "<w:tbl>", "\n<w:tbl>", "<w:tr ", "\n<w:tr ",
	"<w:tr>", "\n<w:tr>", "<w:style ", "\n<w:style ", "<w:lvl ", "\n<w:lvl ", "<w:sectPr", "\n<w:sectPr")
