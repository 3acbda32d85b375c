package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/compare"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/sheet"
)

// diffFlags are the flags of `kehoach diff`.
type diffFlags struct {
	format  string
	docx    string
	redline string
	force   bool
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
	c.Flags().StringVar(&f.docx, "docx", "", p.say(diffDocxFlag))
	c.Flags().StringVar(&f.redline, "redline", "", p.say(redlineFlag))
	c.Flags().BoolVar(&f.force, "force", false, p.say(forceFlag))
	return c
}

// diff compares two plans; that they differ is no failure. Files that are asked for are made before anything is shown.
func (p *program) diff(oldName, newName string, f diffFlags) error {
	switch f.format {
	case "text", "markdown", "json":
	default:
		return usagef(badDiffFormat, "value", f.format)
	}
	for flag, name := range map[string]string{"--docx": f.docx, "--redline": f.redline} {
		if name != "" && !strings.EqualFold(filepath.Ext(name), string(render.DOCX)) {
			return usagef(badDiffFile, "flag", flag, "value", name)
		}
	}
	created, err := sourceDate()
	if err != nil {
		return err
	}
	old, new := p.load(oldName), p.load(newName)
	if old == nil || new == nil {
		return nil
	}
	comparison := compare.Plans(old, new)
	var files []output.File
	if f.docx != "" {
		files = append(files, p.comparisonSheet(comparison, f.docx, created)...)
	}
	if f.redline != "" {
		files = append(files, p.redline(old, new, f.redline, created)...)
	}
	if p.status != done {
		return nil
	}
	p.showComparison(comparison, f.format)
	beside := *p // who reads Markdown or JSON reads nothing else
	if f.format != "text" {
		beside.stdout = p.stderr
	}
	beside.write(files, f.force, nil)
	p.fail(beside.status)
	return nil
}

// load loads a plan and shows what was found; nil when it has errors.
func (p *program) load(name string) *plan.Plan {
	loaded, found := plan.Load(filepath.ToSlash(name), plan.Options{})
	p.findings(found)
	return loaded
}

func (p *program) showComparison(c *compare.Comparison, format string) {
	var err error
	switch format {
	case "markdown":
		err = c.Markdown(p.stdout, p.lang)
	case "json":
		err = c.JSON(p.stdout)
	default:
		err = c.Text(p.stdout, p.lang, colourful(p.stdout))
	}
	if err != nil {
		p.fail(machineFailed)
	}
}

// comparisonSheet is the comparison in three columns, as a Word file.
func (p *program) comparisonSheet(c *compare.Comparison, name string, created time.Time) []output.File {
	maker, found := sheet.NewMaker(font.Default(), created)
	if maker == nil {
		p.findings(found)
		return nil
	}
	made, found := maker.Make(c.Sheet(), stem(name), []render.Format{render.DOCX})
	return p.outputs(made, found, name)
}

// redline is the new plan's Word file with tracked changes against the old one's.
func (p *program) redline(old, new *plan.Plan, name string, created time.Time) []output.File {
	renderer := p.renderer("", "")
	if renderer == nil {
		return nil
	}
	renderer.Created = created
	made, found := renderer.Redline(old, new, stem(name))
	return p.outputs(made, found, name)
}

// outputs are files that were made under the stem of a name that a person gave, beside it.
func (p *program) outputs(made []render.File, found diag.List, name string) []output.File {
	p.findings(found)
	var files []output.File
	for _, f := range made {
		files = append(files, output.File{Name: filepath.Join(filepath.Dir(name), f.Name), Data: f.Data, Input: name})
	}
	return files
}

// colourful tells whether what is written to w may have colours: w is a terminal, and nobody asked for none (no-color.org).
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && takesColours(f)
}

var (
	aboutDiff = diag.Words{VI: "so sánh hai kế hoạch theo nội dung: thêm, bỏ, chuyển chỗ, sửa lời, thời hạn, phân công, căn cứ",
		EN: "compare two plans as plans: pieces added, dropped, moved, reworded; deadlines, roles, citations"}
	diffFormatFlag = diag.Words{VI: "`dạng` in ra: text, markdown hoặc json", EN: "`form` of the output: text, markdown or json"}
	diffDocxFlag   = diag.Words{VI: "`tệp` .docx: bảng so sánh ba cột nội dung cũ, nội dung mới, lý do", EN: "a .docx `file`: the comparison in three columns, old, new, reason"}
	redlineFlag    = diag.Words{VI: "`tệp` .docx: kế hoạch mới đúng thể thức, có đánh dấu thay đổi (Track Changes) so với bản cũ",
		EN: "a .docx `file`: the new plan in its format with tracked changes against the old one"}

	needTwoPlans  = diag.Words{VI: "cần hai tệp kế hoạch: bản cũ rồi bản mới", EN: "two plans are needed: the old one, then the new one"}
	badDiffFormat = diag.Words{VI: `--format là text, markdown hoặc json, không phải "{value}"`, EN: `--format is text, markdown or json, not "{value}"`}
	badDiffFile   = diag.Words{VI: `{flag} ghi tệp .docx, không phải "{value}"`, EN: `{flag} names a .docx file, not "{value}"`}
)
