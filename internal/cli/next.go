package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/rollover"
)

// nextFlags are the flags of `kehoach next`.
type nextFlags struct {
	year     int
	out      string
	refactor bool
	mergers  bool
	update   bool
}

// nextCommand is `kehoach next PLAN.yaml --year YYYY`.
func (p *program) nextCommand() *cobra.Command {
	var f nextFlags
	c := p.command("next PLAN.yaml --year YYYY", aboutNext, func(args []string) error {
		switch {
		case f.year == 0:
			return usagef(needYear)
		case f.year < 2000 || f.year > 2100:
			return usagef(badYear, "value", strconv.Itoa(f.year))
		case f.out != "" && !isYAML(f.out):
			return usagef(badDraftFile, "value", f.out)
		}
		return p.next(args[0], f)
	})
	c.Args = exactlyOne(needPlanToMove)
	c.Flags().IntVar(&f.year, "year", 0, p.say(nextYearFlag))
	c.Flags().StringVarP(&f.out, "output", "o", "", p.say(nextOutFlag))
	c.Flags().BoolVar(&f.refactor, "refactor", false, p.say(refactorFlag))
	c.Flags().BoolVar(&f.mergers, "apply-mergers", false, p.say(mergersFlag))
	c.Flags().BoolVar(&f.update, "update", false, p.say(updateFlag))
	return c
}

func isYAML(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return ending == ".yaml" || ending == ".yml"
}

// exactlyOne takes one file and nothing else.
func exactlyOne(words diag.Words) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef(words)
		}
		return atMost(1)(c, args)
	}
}

// next writes the draft of another year beside the plan, and says what a person must decide.
func (p *program) next(name string, f nextFlags) error {
	old, found := plan.Load(filepath.ToSlash(name), plan.Options{})
	p.findings(found)
	if old == nil {
		return nil
	}
	o, ok := p.rolloverOptions(old)
	if !ok {
		return nil
	}
	target := f.out
	if target == "" {
		year, _ := old.Lookup("year")
		target = nextName(name, year, strconv.Itoa(f.year))
	}
	o.Year, o.Refactor, o.Mergers = f.year, f.refactor, f.mergers
	o.Name, o.From = filepath.ToSlash(target), relative(target, name)
	for _, agency := range old.AgencyPaths() {
		o.Agencies = append(o.Agencies, relative(target, filepath.Join(filepath.Dir(name), filepath.FromSlash(agency))))
	}
	there, ok := p.there(target, old, f.year)
	if !ok {
		return nil
	}
	draft, found := rollover.Draft(old, o)
	p.findings(found)
	if draft == nil {
		return nil
	}
	p.writeDraft(target, there, old, draft, f.update, o)
	return nil
}

// there is the draft that stands where the new one goes, nil where there is none; false for a file that is no draft of the plan.
func (p *program) there(target string, old *plan.Plan, year int) (*plan.Source, bool) {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return nil, true
	}
	source, found := plan.ReadSource(filepath.ToSlash(target), plan.Options{})
	if !found.Failed() {
		found = rollover.DraftOf(source, old, year)
	}
	p.findings(found)
	return source, !found.Failed()
}

// writeDraft writes a draft where there is none. One that is there is replaced only while nobody has edited it.
func (p *program) writeDraft(target string, there *plan.Source, old *plan.Plan, draft *rollover.Result, update bool, o rollover.Options) {
	files := []output.File{{Name: target, Data: draft.Bytes, Input: target}}
	switch {
	case there == nil:
	case bytes.Equal(there.Bytes, draft.Bytes):
		fmt.Fprint(p.stdout, p.say(nothingNew, "file", filepath.ToSlash(target)))
		return
	case rollover.Edited(there.Bytes) && !update:
		p.findings(diag.List{draftEdited.At(diag.Location{File: filepath.ToSlash(target)})})
		return
	case rollover.Edited(there.Bytes):
		p.updateDraft(target, old, o)
		return
	}
	if a := draft.Agency; a != nil {
		name := filepath.Join(filepath.Dir(target), filepath.FromSlash(a.Name))
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) { // one that is there is the office's own
			files = append(files, output.File{Name: name, Data: a.Bytes, Input: target})
		}
	}
	p.write(files, true, nil)
	if p.status == done {
		_ = draft.Ledger.WriteText(p.stdout, p.lang)
		fmt.Fprint(p.stdout, p.say(nextNext, "plan", filepath.ToSlash(target)))
	}
}

// updateDraft carries what is new into a draft that people have edited; their answers stay.
func (p *program) updateDraft(target string, old *plan.Plan, o rollover.Options) {
	edited, found := plan.Load(filepath.ToSlash(target), plan.Options{})
	p.findings(found)
	if edited == nil {
		return
	}
	data, ledger, found := rollover.Update(edited, old, o)
	p.findings(found)
	if found.Failed() {
		return
	}
	p.write([]output.File{{Name: followed(target), Data: data, Input: target}}, true, nil)
	if p.status == done {
		_ = ledger.WriteText(p.stdout, p.lang)
	}
}

// rolloverOptions are the options that the plan's agency gives: its registry of documents over the one that ships.
func (p *program) rolloverOptions(of *plan.Plan) (rollover.Options, bool) {
	documents, found := registryOf(of)
	p.findings(found)
	return rollover.Options{Registry: documents}, !found.Failed()
}

// registryOf is the registry of documents that a plan's agencies keep, over the one that ships.
func registryOf(of *plan.Plan) (*registry.Registry, diag.List) {
	documents := registry.Shipped()
	var found diag.List
	for _, a := range of.Issuers {
		if !a.Registry.Given() {
			continue
		}
		if !isYAML(a.Registry.Text) { // of another file nothing is shown
			found = append(found, badRegistry.At(a.Registry.At.Location()))
			continue
		}
		name := filepath.ToSlash(filepath.Join(filepath.Dir(filepath.FromSlash(a.File.Name)), filepath.FromSlash(a.Registry.Text)))
		own, more := registry.Load(name, plan.Options{})
		found = append(found, more...)
		if own != nil {
			documents = own.Over(documents)
		}
	}
	return documents, found
}

// nextName is where the draft goes: into the folder of the new year beside the old year's, else beside the plan under a name with the
// new year.
func nextName(name, from, to string) string {
	dir, base := filepath.Dir(name), filepath.Base(name)
	folder := dir
	if whole, err := filepath.Abs(dir); err == nil { // "." has a name too
		folder = whole
	}
	switch {
	case filepath.Base(folder) == from && filepath.Base(dir) == from:
		return filepath.Join(filepath.Dir(dir), to, base)
	case filepath.Base(folder) == from:
		return filepath.Join(dir, "..", to, base)
	case strings.Contains(base, from):
		return filepath.Join(dir, strings.ReplaceAll(base, from, to))
	}
	return filepath.Join(dir, stem(name)+"-"+to+filepath.Ext(name))
}

// relative is a file as another file's folder names it, with forward slashes.
func relative(from, file string) string {
	base, err := filepath.Abs(filepath.Dir(from))
	if err != nil {
		return filepath.ToSlash(file)
	}
	target, err := filepath.Abs(file)
	if err != nil {
		return filepath.ToSlash(file)
	}
	rel, err := filepath.Rel(base, target)
	if err != nil { // on another drive
		return filepath.ToSlash(target)
	}
	return filepath.ToSlash(rel)
}

var (
	aboutNext      = diag.Words{VI: "dự thảo kế hoạch năm sau từ kế hoạch năm trước", EN: "draft next year's plan from last year's"}
	nextYearFlag   = diag.Words{VI: "`năm` của kế hoạch mới", EN: "`year` of the new plan"}
	nextOutFlag    = diag.Words{VI: "`tệp` .yaml sẽ ghi; mặc định ở thư mục của năm mới", EN: "`file` to write; by default in the new year's folder"}
	refactorFlag   = diag.Words{VI: "thay năm, văn bản, thời hạn viết thẳng trong câu bằng {{year}}, {{cite …}}, {{deadline …}}", EN: "put {{year}}, {{cite …}}, {{deadline …}} in place of literals"}
	mergersFlag    = diag.Words{VI: "ghi tên hiện nay của các đơn vị đã sắp xếp, cả trong tệp cơ quan", EN: "write today's names of units that were merged, in the agency file too"}
	updateFlag     = diag.Words{VI: "đưa cái mới vào bản dự thảo đã sửa, giữ những gì đã trả lời", EN: "carry what is new into a draft that was edited; answers are kept"}
	needYear       = diag.Words{VI: "cần --year: năm của kế hoạch mới, ví dụ --year 2027", EN: "--year is needed: the new plan's year, for example --year 2027"}
	badDraftFile   = diag.Words{VI: `-o ghi tệp .yaml hoặc .yml, không phải "{value}"`, EN: `-o names a .yaml or .yml file, not "{value}"`}
	needPlanToMove = diag.Words{VI: "cần tệp kế hoạch năm trước, ví dụ: kehoach next plans/2026/ke-hoach.yaml --year 2027", EN: "last year's plan is needed, for example: kehoach next plans/2026/plan.yaml --year 2027"}
	nothingNew     = diag.Words{VI: "{file}: không có gì mới\n", EN: "{file}: nothing is new\n"}
	nextNext       = diag.Words{VI: "Tiếp theo: kehoach review {plan}\n", EN: "Next: kehoach review {plan}\n"}
)

var draftEdited = diag.Declare(&diag.Kind{ID: "next/edited",
	Message: diag.Words{VI: "bản dự thảo này đã được sửa; giữ nguyên", EN: "this draft was edited; it is kept"},
	Fix:     diag.Words{VI: "thêm --update để đưa cái mới vào, giữ những gì đã trả lời; hoặc ghi -o tên khác", EN: "add --update to carry in what is new and keep the answers, or write another file with -o"}})

var badRegistry = diag.Declare(&diag.Kind{ID: "registry/file",
	Message: diag.Words{VI: "sổ văn bản phải là tệp .yaml hoặc .yml", EN: "a registry of documents is a .yaml or .yml file"},
	Fix:     diag.Words{VI: "ghi tên tệp sổ văn bản của cơ quan, ví dụ registry: so-van-ban.yaml", EN: "name the office's registry, for example registry: so-van-ban.yaml"}})
