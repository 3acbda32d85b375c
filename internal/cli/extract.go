package cli

import (
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/proof"
	"github.com/kehoach/kehoach/internal/render"
)

// extractCommand is `kehoach extract FILE -o PLAN.yaml` or `--all -o DIR`.
func (p *program) extractCommand() *cobra.Command {
	var out string
	var all, force bool
	c := p.command("extract FILE.pdf|FILE.docx", aboutExtract, func(args []string) error {
		if out == "" {
			return usagef(needTarget)
		}
		if !all && !ends(out, ".yaml", ".yml") {
			return usagef(badEnding, "value", out, "endings", ".yaml")
		}
		p.extract(args[0], out, all, force)
		return nil
	})
	c.Args = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef(needFinished)
		}
		return atMost(1)(c, args)
	}
	c.Flags().StringVarP(&out, "output", "o", "", p.say(targetFlag))
	c.Flags().BoolVar(&all, "all", false, p.say(allFlag))
	c.Flags().BoolVar(&force, "force", false, p.say(forceFlag))
	return c
}

func (p *program) extract(name, out string, all, force bool) {
	data, ok := p.read(name)
	if !ok {
		return
	}
	slashed := filepath.ToSlash(name)
	inside, found := proof.Inside(slashed, data)
	p.findings(found)
	if found.Failed() {
		return
	}
	files := []output.File{{Name: out, Data: bundle.Find(inside, bundle.Plan).Data, Input: name, Source: name}}
	if all {
		files = nil
		for _, f := range inside {
			files = append(files, output.File{Name: filepath.Join(out, filepath.FromSlash(f.Path)), Data: f.Data, Input: name, Source: name})
		}
	}
	p.write(files, force, nil)
	if p.status != done {
		return
	}
	renderer := p.renderer("", "")
	if renderer == nil {
		return
	}
	if all {
		made, found := proof.Made(slashed, data, inside, renderer)
		fmt.Fprint(p.stdout, p.say(buildAgain, "command", rebuildCommand(filepath.ToSlash(out), inside, made)))
		if made.OtherFaces {
			found = append(found, otherFaces.At(diag.Location{File: slashed}))
		}
		if made.Silent {
			found = append(found, untoldFlags.At(diag.Location{File: slashed}))
		}
		p.findings(found)
	}
	p.warnOfChanges(slashed, data, inside, renderer)
}

// rebuildCommand builds what was taken out again.
func rebuildCommand(folder string, inside []bundle.File, made proof.Making) string {
	command := ""
	if !made.Created.IsZero() {
		command = "SOURCE_DATE_EPOCH=" + strconv.FormatInt(made.Created.Unix(), 10) + " "
	}
	command += "kehoach build " + quoted(path.Join(folder, bundle.Find(inside, bundle.Plan).Path))
	for _, f := range inside {
		switch f.Role {
		case bundle.Values:
			command += " --values " + quoted(path.Join(folder, f.Path))
		case bundle.Template:
			command += " --template " + quoted(path.Join(folder, f.Path))
		case bundle.Document:
			command += " --attach-docx"
		}
	}
	if made.Fields != "" {
		command += " --fields " + made.Fields
	}
	return command
}

// quoted is an argument as a shell takes it.
func quoted(arg string) string {
	if arg == "" || strings.ContainsAny(arg, " '\"$&()*;<>?[\\]`|{}#~!") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(arg) + `"`
	}
	return arg
}

// maxChanges is how many changes are named; the rest is counted.
const maxChanges = 10

// warnOfChanges says where a file says other than the plan that it carries: the plan is then not the last word.
func (p *program) warnOfChanges(name string, data []byte, inside []bundle.File, renderer *render.Renderer) {
	changes, found := proof.Compare(name, data, inside, renderer)
	for i, c := range changes {
		if i == maxChanges {
			found = append(found, moreChanges.At(diag.Location{File: name}, "count", strconv.Itoa(len(changes)-i)))
			break
		}
		found = append(found, staleChange.At(diag.Location{File: name}, "plan", excerpt(c.Plan), "document", excerpt(c.Document)))
	}
	p.findings(found)
}

// excerpt is a text's beginning.
func excerpt(text string) string {
	const most = 160
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

var (
	staleChange = diag.Declare(&diag.Kind{ID: "extract/stale",
		Message: diag.Words{VI: "kế hoạch bên trong ghi \"{plan}\", văn bản ghi \"{document}\"", EN: "the plan inside says \"{plan}\", the document says \"{document}\""},
		Fix: diag.Words{VI: "văn bản đã được sửa sau khi lập: sửa kế hoạch vừa lấy ra cho khớp trước khi dùng",
			EN: "the document was changed after it was built: bring the plan into line before you use it"}})
	otherFaces = diag.Declare(&diag.Kind{ID: "extract/fonts", Severity: diag.Note,
		Message: diag.Words{VI: "tệp dùng phông khác; lệnh trên chưa có --font-dir", EN: "the file is set in other fonts; the command lacks --font-dir"},
		Fix:     diag.Words{VI: "thêm --font-dir với thư mục phông đã dùng khi lập", EN: "add --font-dir and the folder that it was built with"}})
	untoldFlags = diag.Declare(&diag.Kind{ID: "extract/flags", Severity: diag.Note,
		Message: diag.Words{VI: "tệp Word không cho biết bản PDF lập cùng dùng --pdf-standard, --fields, --attach-docx nào",
			EN: "a Word file does not tell which --pdf-standard, --fields and --attach-docx the PDF beside it was built with"},
		Fix: diag.Words{VI: "thêm vào lệnh trên nếu bản PDF đã dùng", EN: "add them to the command if it was"}})
	moreChanges = diag.Declare(&diag.Kind{ID: "extract/stale",
		Message: diag.Words{VI: "còn {count} chỗ khác nữa", EN: "places beside these: {count}"}})
)
