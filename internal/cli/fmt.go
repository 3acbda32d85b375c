package cli

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/tidy"
)

// fmtCommand is `kehoach fmt PLAN.yaml...`.
func (p *program) fmtCommand() *cobra.Command {
	c := p.command("fmt PLAN.yaml...", aboutFmt, func(args []string) error {
		for _, name := range args {
			p.tidy(name)
		}
		return nil
	})
	c.Args = p.atLeastOne(needPlan)
	return c
}

// tidy writes one file in its canonical form, and says so when that changes it.
func (p *program) tidy(name string) {
	source, found := plan.ReadSource(filepath.ToSlash(name), plan.Options{})
	if found.Failed() {
		p.findings(found)
		return
	}
	data, found := tidy.File(source)
	p.findings(found)
	if data != nil && !bytes.Equal(data, source.Bytes) {
		if len(p.rewrite([]output.File{{Name: name, Data: data, Input: name}})) > 0 {
			fmt.Fprintln(p.stdout, source.Name)
		}
	}
}

var aboutFmt = diag.Words{
	VI: `viết tệp kế hoạch, tệp cơ quan theo dạng chuẩn

Xếp các mục theo thứ tự của ngôn ngữ kế hoạch, thụt lề hai dấu cách, chữ dựng sẵn, bỏ dấu cách cuối dòng. Chú thích và mọi giá trị giữ nguyên.`,
	EN: `write plans and agency files in their canonical form

Keys in the order of the plan language, two blanks a level, composed letters, no blanks at line ends. Comments and all values stay.`,
}
