package template

import (
	"bytes"
	"errors"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/wml"
)

// Options are what a filled document has beside its text.
type Options struct {
	Page       Page // the paper of the first section; {{section}} changes it
	Properties wml.Properties
}

// maxOutput bounds one filled part.
const maxOutput = 32 << 20

// Fill runs the template on data. The package it returns shares with the template what no action touches.
func (t *Template) Fill(data any, o Options) (*wml.Package, diag.List) {
	parts := map[string][]byte{}
	for _, p := range t.parts {
		f := &filling{Template: t, part: p, page: o.Page}
		program, err := p.program.Clone()
		if err != nil {
			return nil, diag.List{p.explain(t.pkg.Name, err, data)}
		}
		var out limited
		out.Grow(int(p.filled.Load()))
		if err := program.Funcs(f.functions()).Execute(&out, data); err != nil {
			return nil, diag.List{p.explain(t.pkg.Name, err, data)}
		}
		parts[p.name] = out.Bytes()
		p.filled.Store(int64(out.Len() + out.Len()/16))
	}
	return t.pkg.With(parts).WithProperties(o.Properties), nil
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
