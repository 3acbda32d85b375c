package cli

import (
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/compare"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// diffFlags are the flags of `kehoach diff`.
type diffFlags struct {
	format string
}

// diffCommand is `kehoach diff OLD.yaml NEW.yaml`.
func (p *program) diffCommand() *cobra.Command {
	var f diffFlags
	c := p.command("diff OLD.yaml NEW.yaml", aboutDiff, func(args []string) error { return p.diff(args[0], args[1], f) })
	c.Args = func(c *cobra.Command, args []string) error {
		if len(args) < 2 {
			return usagef(needTwoPlans)
		}
		return atMost(2)(c, args)
	}
	c.Flags().StringVar(&f.format, "format", "text", p.say(diffFormatFlag))
	return c
}

// diff compares two plans; that they differ is no failure.
func (p *program) diff(oldName, newName string, f diffFlags) error {
	switch f.format {
	case "text", "markdown", "json":
	default:
		return usagef(badDiffFormat, "value", f.format)
	}
	old, new := p.load(oldName), p.load(newName)
	if old == nil || new == nil {
		return nil
	}
	c := compare.Plans(old, new)
	var err error
	switch f.format {
	case "text":
		err = c.Text(p.stdout, p.lang, colourful(p.stdout))
	case "markdown":
		err = c.Markdown(p.stdout, p.lang)
	case "json":
		err = c.JSON(p.stdout)
	}
	if err != nil {
		p.fail(machineFailed)
	}
	return nil
}

// load loads a plan and shows what was found; nil when it has errors.
func (p *program) load(name string) *plan.Plan {
	loaded, found := plan.Load(filepath.ToSlash(name), plan.Options{})
	p.findings(found)
	return loaded
}

// colourful tells whether what is written to w may have colours: w is a terminal, and nobody asked for none (no-color.org).
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	return takesColours(f)
}

var (
	aboutDiff = diag.Words{VI: "so sánh hai kế hoạch theo nội dung: thêm, bỏ, chuyển chỗ, sửa lời, thời hạn, phân công, căn cứ",
		EN: "compare two plans as plans: pieces added, dropped, moved, reworded; deadlines, roles, citations"}
	diffFormatFlag = diag.Words{VI: "`dạng` in ra: text, markdown hoặc json", EN: "`form` of the output: text, markdown or json"}

	needTwoPlans  = diag.Words{VI: "cần hai tệp kế hoạch: bản cũ rồi bản mới", EN: "two plans are needed: the old one, then the new one"}
	badDiffFormat = diag.Words{VI: `--format là text, markdown hoặc json, không phải "{value}"`, EN: `--format is text, markdown or json, not "{value}"`}
)
