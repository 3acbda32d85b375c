package template

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/wml"
)

// Options are what a filled document has beside its text.
type Options struct {
	Page                             Page // the paper of the first section; {{section}} changes it
	Title, Author, Subject, Language string
}

// maxOutput bounds one filled part.
const maxOutput = 32 << 20

// Fill runs the template on data. The package it returns shares with the template what no action touches.
func (t *Template) Fill(data any, o Options) (*wml.Package, diag.List) {
	parts := map[string][]byte{"docProps/core.xml": core(o)}
	for _, p := range t.parts {
		f := &filling{Template: t, part: p, page: o.Page}
		program, err := p.program.Clone()
		if err != nil {
			return nil, diag.List{p.explain(t.pkg.Name, err, data)}
		}
		var out limited
		if err := program.Funcs(f.functions()).Execute(&out, data); err != nil {
			return nil, diag.List{p.explain(t.pkg.Name, err, data)}
		}
		parts[p.name] = out.Bytes()
	}
	return t.pkg.With(parts), nil
}

// limited is a buffer that refuses to grow beyond maxOutput.
type limited struct{ bytes.Buffer }

var errTooLong = errors.New("the filled part grows beyond 32 MB")

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxOutput {
		return 0, errTooLong
	}
	return l.Buffer.Write(p)
}

// core is docProps/core.xml (ECMA-376 part 2, 11). It carries no date: the clock is never read.
func core(o Options) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, property := range []struct{ name, value string }{
		{"dc:title", o.Title}, {"dc:subject", o.Subject}, {"dc:creator", o.Author}, {"dc:language", o.Language},
	} {
		fmt.Fprintf(&b, "<%s>%s</%s>", property.name, wml.Escape(property.value), property.name)
	}
	b.WriteString("</cp:coreProperties>")
	return []byte(b.String())
}
