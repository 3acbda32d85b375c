package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/rollover"
)

// checkFlags are the flags of `kehoach check`.
type checkFlags struct {
	format, failOn string
	fix, place     bool
}

// checkCommand is `kehoach check PATH...`.
func (p *program) checkCommand() *cobra.Command {
	var f checkFlags
	c := p.command("check PATH...", aboutCheck, func(args []string) error { return p.check(args, f) })
	c.Args = p.atLeastOne(needPathToCheck)
	c.Flags().StringVar(&f.format, "format", "text", p.say(checkFormatFlag))
	c.Flags().StringVar(&f.failOn, "fail-on", "error", p.say(failOnFlag))
	c.Flags().BoolVar(&f.fix, "fix", false, p.say(fixFlag))
	c.Flags().BoolVar(&f.place, "place", false, p.say(pageFlag))
	return c
}

// A checkWriter writes what was found in files.
type checkWriter func(found diag.List, w io.Writer, lang diag.Lang, files []string) error

// ofFindings is a form of the report that says nothing of files in which nothing was found.
func ofFindings(write func(diag.List, io.Writer, diag.Lang) error) checkWriter {
	return func(found diag.List, w io.Writer, lang diag.Lang, _ []string) error { return write(found, w, lang) }
}

// checkWriters are the forms of the report.
var checkWriters = map[string]checkWriter{
	"text":   ofFindings(diag.List.WriteText),
	"json":   ofFindings(diag.List.WriteJSON),
	"sarif":  ofFindings(diag.List.WriteSARIF),
	"github": ofFindings(diag.List.WriteGitHub),
	"junit":  diag.List.WriteJUnit,
	"html":   ofFindings(diag.List.WriteHTML),
}

// mostPasses bounds how often files are mended: of repairs that overlap one is made at a time.
const mostPasses = 4

var failOns = map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning}

// check looks at plans with the loader's rules and those of package check.
func (p *program) check(paths []string, f checkFlags) error {
	write, known := checkWriters[f.format]
	if !known {
		return usagef(badCheckFormat, "value", f.format)
	}
	worst, known := failOns[f.failOn]
	if !known {
		return usagef(badFailOn, "value", f.failOn)
	}
	documents, paths := apart(paths)
	var files []string
	var found diag.List
	if len(paths) > 0 {
		files, found = plan.Files(paths...)
	}
	if len(files)+len(documents) == 0 && !found.Failed() {
		found = append(found, nothingToCheck.At(diag.Location{File: paths[0]}))
	}
	looked := onAllCores(files, look)
	left := map[string]bool{} // files that can't be mended
	for pass := 0; f.fix && pass < mostPasses && p.fix(looked, left, f.format); pass++ {
		looked = onAllCores(files, look)
	}
	if f.place {
		p.places(looked)
	}
	for _, one := range looked {
		if f.format == "sarif" {
			check.Repairs(one.rules)
		}
		found = append(found, one.list()...)
	}
	for _, name := range documents {
		if data, ok := p.read(name); ok {
			rules, more := check.Template(filepath.ToSlash(name), data)
			found = append(append(found, more...), check.List(rules)...)
		}
	}
	found = once(found)
	if err := write(found, p.stdout, p.lang, slices.Concat(files, slashed(documents))); err != nil {
		p.fail(machineFailed)
	}
	if f.format == "text" {
		p.summary(found, len(files)+len(documents))
	}
	for _, one := range found {
		if one.Kind.Severity <= worst {
			p.fail(inputErrors)
		}
	}
	return nil
}

// places finds out where on the page the words of findings stand, or why they stand on none.
func (p *program) places(all []looked) {
	renderer := p.renderer("", "")
	if renderer == nil {
		return
	}
	for _, one := range all {
		if one.plan == nil {
			for i := range one.loader {
				one.loader[i].Unprinted = notLaidOut
			}
			continue
		}
		files := map[string]*plan.Source{one.plan.File.Name: one.plan.File}
		for _, a := range one.plan.Issuers {
			files[a.File.Name] = a.File
		}
		var asked []*diag.Finding
		for i := range one.loader {
			asked = append(asked, &one.loader[i])
		}
		for i := range one.rules {
			asked = append(asked, &one.rules[i].Finding)
		}
		var places []plan.Place
		for _, f := range asked {
			var at plan.Place
			if file := files[f.File]; file != nil {
				at = file.Place(f.Location)
			}
			places = append(places, at)
		}
		spots, found := renderer.Printed(one.plan, places)
		for i, f := range asked {
			switch {
			case f.Line == 0:
				f.Unprinted = ofNoPlace
			case found.Failed():
				f.Unprinted = notLaidOut
			case i >= len(spots):
				f.Unprinted = tooManyAsked
			case spots[i].Separate:
				f.Unprinted = inOwnFile
			case spots[i].Page == 0:
				f.Unprinted = notPrinted
			default:
				f.Page, f.PageLine = spots[i].Page, spots[i].Line
			}
		}
	}
}

var (
	ofNoPlace    = diag.Words{VI: "nói về cả tệp, không ở riêng trang nào", EN: "about the file as a whole, on no page of its own"}
	notLaidOut   = diag.Words{VI: "chưa dàn được trang, xem kehoach build", EN: "the plan can't be set on pages yet, see kehoach build"}
	tooManyAsked = diag.Words{VI: "quá nhiều chỗ, không tìm trang nữa", EN: "too many places, this one was not looked for"}
	inOwnFile    = diag.Words{VI: "in ở tệp riêng của phụ lục", EN: "printed in the appendix's own file"}
	notPrinted   = diag.Words{VI: "không in ra trang nào", EN: "printed on no page"}
)

// slashed are names of files as findings write them.
func slashed(names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, filepath.ToSlash(name))
	}
	return out
}

// apart tells Word files from paths to plans.
func apart(paths []string) (documents, plans []string) {
	for _, path := range paths {
		if strings.EqualFold(filepath.Ext(path), ".docx") {
			documents = append(documents, path)
		} else {
			plans = append(plans, path)
		}
	}
	return documents, plans
}

// A looked is one plan with what was found in it.
type looked struct {
	plan   *plan.Plan // nil when it can't be read
	loader diag.List
	rules  []check.Finding
}

func look(file string) looked {
	p, found := plan.Load(file, plan.Options{})
	if p == nil {
		return looked{loader: found}
	}
	documents, more := registryOf(p)
	found = append(append(found, more...), stillOpen(p, documents)...)
	return looked{p, found, check.Plan(p, check.Options{Registry: documents})}
}

// stillOpen tells how many places a plan leaves to be decided: as many as review lists.
func stillOpen(p *plan.Plan, documents *registry.Registry) diag.List {
	if _, drafted := rollover.OriginOf(p.File); !drafted && !strings.Contains(p.File.Text, "XEM LẠI") { // as most: it need not be reviewed
		return nil
	}
	open := rollover.Review(p, nil, rollover.Options{Registry: documents}).In(rollover.Decide)
	if len(open) == 0 {
		return nil
	}
	return diag.List{openDraft.At(diag.Location{File: p.File.Name}, "count", strconv.Itoa(len(open)), "file", p.File.Name)}
}

func (l looked) list() diag.List { return append(l.loader, check.List(l.rules)...) }

// once drops what was said already: plans share their agency's file.
func once(list diag.List) diag.List {
	type key struct {
		id, message string
		at          diag.Location
	}
	seen := map[key]bool{}
	kept := diag.List{}
	for _, f := range list {
		k := key{f.Kind.ID, f.Message(diag.English), f.Location}
		if !seen[k] {
			seen[k] = true
			kept = append(kept, f)
		}
	}
	return kept
}

// fix makes the certain repairs in the files, those of agencies too, and shows what was written; false when nothing was. A file that
// can't be mended is told and noted in left, so that no later pass tells it again.
func (p *program) fix(all []looked, left map[string]bool, format string) bool {
	var files []output.File
	var found diag.List
	before := map[string]*plan.Source{} // by name
	for _, one := range all {
		if one.plan == nil {
			continue
		}
		sources := []*plan.Source{one.plan.File}
		for _, a := range one.plan.Issuers {
			sources = append(sources, a.File)
		}
		for _, source := range sources {
			if left[source.Name] || before[source.Name] != nil {
				continue
			}
			data, changed, err := check.Fix(source, one.rules)
			if err != nil {
				found = append(found, notMended.At(diag.Location{File: source.Name}, "reason", err.Error()))
				left[source.Name] = true
			}
			if err != nil || !changed {
				continue
			}
			before[source.Name] = source
			files = append(files, output.File{Name: filepath.FromSlash(source.Name), Data: data, Input: source.Name})
		}
	}
	p.findings(found)
	written := p.rewrite(files)
	for _, f := range files {
		left[f.Input] = true
	}
	for _, f := range written {
		source := before[f.Input]
		delete(left, source.Name)
		if format == "text" {
			fmt.Fprintf(p.stdout, "%s", diff.Diff(source.Name, source.Bytes, source.Name, f.Data))
		}
	}
	return len(written) > 0
}

// summary is the last line of the text report: what was found, and in how many files, or how many were looked at.
func (p *program) summary(found diag.List, files int) {
	count := map[diag.Severity]int{}
	in := map[string]bool{} // an agency's file is looked at with the plans that name it
	for _, f := range found {
		count[f.Kind.Severity]++
		in[f.File] = true
	}
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := count[s]; n > 0 {
			parts = append(parts, p.number(counted[s], n))
		}
	}
	if len(parts) == 0 {
		fmt.Fprint(p.stdout, p.say(nothingFound, "files", p.number(countedFiles, files)))
		return
	}
	fmt.Fprint(p.stdout, p.say(foundInFiles, "found", strings.Join(parts, ", "), "files", p.number(countedFiles, len(in))))
}

// number is a count with its noun; English has a form for one.
func (p *program) number(noun diag.Words, n int) string {
	words := strconv.Itoa(n) + " " + p.say(noun)
	if p.lang == diag.English && n != 1 {
		words += "s"
	}
	return words
}

var (
	aboutCheck = diag.Words{
		VI: `kiểm tra kế hoạch như một Chánh Văn phòng: thể thức, cách viết, viện dẫn, tên gọi, điều vô lý

PATH là tệp kế hoạch, thư mục hoặc tệp Word (.docx: lề, cỡ chữ, số trang). Xem từng quy tắc: kehoach explain.`,
		EN: `look at plans as an office chief does: format, writing, citations, names, sense

PATH is a plan, a folder or a Word file (.docx: margins, sizes, page number). For each rule see: kehoach explain.`,
	}
	checkFormatFlag = diag.Words{VI: "`dạng` báo cáo: text, json, sarif, github, junit hoặc html", EN: "`form` of the report: text, json, sarif, github, junit or html"}
	failOnFlag      = diag.Words{VI: "`mức` làm lệnh báo thất bại (mã 1): error hoặc warning", EN: "`severity` that makes the command fail (status 1): error or warning"}
	pageFlag        = diag.Words{VI: "ghi thêm chỗ ấy ở trang mấy, dòng mấy của văn bản in ra", EN: "also tell the page and line where it is printed"}
	fixFlag         = diag.Words{VI: "sửa ngay trong tệp những chỗ chắc chắn, chú thích giữ nguyên, và cho xem đã sửa gì", EN: "make the certain repairs in the files, comments kept, and show them"}

	needPathToCheck = diag.Words{VI: "cần một tệp kế hoạch hoặc thư mục, ví dụ: kehoach check plans/2026", EN: "a plan or a folder is needed, for example: kehoach check plans/2026"}
	badCheckFormat  = diag.Words{VI: `--format là text, json, sarif, github, junit hoặc html, không phải "{value}"`, EN: `--format is text, json, sarif, github, junit or html, not "{value}"`}
	badFailOn       = diag.Words{VI: `--fail-on là error hoặc warning, không phải "{value}"`, EN: `--fail-on is error or warning, not "{value}"`}

	counted = map[diag.Severity]diag.Words{
		diag.Error:   {VI: "lỗi", EN: "error"},
		diag.Warning: {VI: "cảnh báo", EN: "warning"},
		diag.Note:    {VI: "lưu ý", EN: "note"},
	}
	countedFiles = diag.Words{VI: "tệp", EN: "file"}
	foundInFiles = diag.Words{VI: "{found} trong {files}\n", EN: "{found} in {files}\n"}
	nothingFound = diag.Words{VI: "{files}, không có gì phải sửa\n", EN: "{files}, nothing to mend\n"}
)

var nothingToCheck = diag.Declare(&diag.Kind{ID: "check/no-plan", Message: diag.Words{VI: "thư mục không có kế hoạch nào", EN: "the folder holds no plan"},
	Fix: diag.Words{VI: "kiểm tra tên thư mục", EN: "check the folder's name"}})

// openDraft is one for all marks of a file: each is told by review, and refused by build --final.
var openDraft = diag.Declare(&diag.Kind{ID: "check/open-draft", Severity: diag.Note,
	Message: diag.Words{VI: "còn {count} chỗ XEM LẠI", EN: "places still to be decided: {count} (XEM LẠI)"},
	Fix:     diag.Words{VI: "trả lời từng chỗ: kehoach review {file}; build --final từ chối khi còn chỗ chưa trả lời", EN: "answer them: kehoach review {file}; build --final refuses while one is open"}})

var notMended = diag.Declare(&diag.Kind{ID: "check/not-mended", Message: diag.Words{VI: "không sửa được, tệp giữ nguyên: {reason}", EN: "can't be mended and stays as it is: {reason}"},
	Fix: diag.Words{VI: "sửa tay theo các gợi ý", EN: "mend it by hand as the hints say"}})
