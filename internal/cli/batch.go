package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/units"
)

// batchFlags are the flags of `kehoach batch`.
type batchFlags struct {
	starter  string
	units    string
	columns  []string
	out      string
	name     string
	jobs     int
	shard    string
	resume   bool
	update   bool
	dryRun   bool
	formats  []string
	zip      string
	combined string
	merge    bool
	progress string
	template string
	fontDir  string
	force    bool
}

// batchCommand is `kehoach batch PLAN.yaml --units LIST`.
func (p *program) batchCommand() *cobra.Command {
	var f batchFlags
	c := p.command("batch PLAN.yaml --units LIST", aboutBatch, func(args []string) error { return p.batch(args, f) })
	c.Args = cobra.ArbitraryArgs
	c.Flags().StringVar(&f.starter, "starter", "", p.say(starterFlag))
	c.Flags().StringVar(&f.units, "units", "", p.say(unitsFlag))
	c.Flags().StringArrayVar(&f.columns, "map", nil, p.say(mapFlag))
	c.Flags().StringVarP(&f.out, "output", "o", "", p.say(batchOutFlag))
	c.Flags().StringVar(&f.name, "name", "{{unit | slug}}", p.say(patternFlag))
	c.Flags().IntVar(&f.jobs, "jobs", 0, p.say(jobsFlag))
	c.Flags().StringVar(&f.shard, "shard", "", p.say(shardFlag))
	c.Flags().BoolVar(&f.resume, "resume", false, p.say(resumeFlag))
	c.Flags().BoolVar(&f.update, "update", false, p.say(batchUpdateFlag))
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, p.say(dryRunFlag))
	c.Flags().StringSliceVar(&f.formats, "format", []string{"docx", "pdf"}, p.say(batchFormatFlag))
	c.Flags().StringVar(&f.zip, "zip", "", p.say(zipFlag))
	c.Flags().StringVar(&f.combined, "combined", "", p.say(combinedFlag))
	c.Flags().BoolVar(&f.merge, "merge-manifests", false, p.say(mergeFlag))
	c.Flags().StringVar(&f.progress, "progress", "auto", p.say(progressFlag))
	c.Flags().StringVar(&f.template, "template", "", p.say(templateFlag))
	c.Flags().StringVar(&f.fontDir, "font-dir", "", p.say(fontFlag))
	c.Flags().BoolVar(&f.force, "force", false, p.say(forceFlag))
	return c
}

// batch builds the plans of all units of a list.
func (p *program) batch(args []string, f batchFlags) error {
	if f.merge {
		return p.mergeManifests(args, f.out)
	}
	job, err := f.job()
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef(needModel)
	}
	if f.starter != "" {
		return p.starter(args[0], f.starter, f.force)
	}
	if f.units == "" {
		return usagef(needUnits)
	}
	columns, err := f.columnMap()
	if err != nil {
		return err
	}
	created, err := sourceDate()
	if err != nil {
		return err
	}
	progress, err := p.progress(f.progress)
	if err != nil {
		return err
	}
	model, found := plan.LoadModel(filepath.ToSlash(args[0]), plan.Options{})
	p.findings(found)
	if model == nil {
		return nil
	}
	list, found := units.Read(f.units, units.Options{Map: columns, Variables: variables(model)})
	p.findings(found)
	if list == nil || len(list.Units) == 0 {
		return nil
	}
	renderer := p.renderer(f.template, f.fontDir)
	if renderer == nil {
		return nil
	}
	renderer.Created, renderer.Fields = created, render.Fields{Sign: true, Number: true}
	job.Model, job.Units, job.Renderer, job.Version = model, list.Units, renderer, version()
	if job.Out == "" {
		job.Out = strings.TrimSuffix(args[0], filepath.Ext(args[0]))
	}
	job.Lists = listFolder(f.units)
	prepared, found := job.Prepare()
	p.firstFindings(found)
	p.machine(found)
	switch {
	case prepared == nil:
	case f.dryRun:
		p.print(wouldBuild, "units", prepared.Sound(), "all", prepared.Total(), "folder", filepath.ToSlash(job.Out))
	default:
		p.run(prepared, progress)
	}
	return nil
}

// listFolder is the folder that units' own plan files are named from: that of the list, or of the lists.
func listFolder(name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.ToSlash(name)
	}
	return filepath.ToSlash(filepath.Dir(name))
}

// job is what the flags ask for.
func (f batchFlags) job() (*batch.Job, error) {
	job := &batch.Job{Out: f.out, Jobs: f.jobs, Resume: f.resume, Force: f.force, Archive: batch.Archive(f.zip), Book: f.combined}
	var ok bool
	if job.Name, ok = batch.ParsePattern(f.name); !ok {
		return nil, usagef(badPattern, "value", f.name)
	}
	if f.jobs < 0 || f.jobs > 1024 {
		return nil, usagef(badJobs, "value", strconv.Itoa(f.jobs))
	}
	if f.shard != "" {
		shard, err := batch.ParseShard(f.shard)
		if err != nil {
			return nil, usagef(badShard, "value", f.shard)
		}
		job.Shard = shard
	}
	if !slices.Contains([]batch.Archive{batch.NoArchive, batch.UnitArchive, batch.AllArchive}, job.Archive) {
		return nil, usagef(badZip, "value", f.zip)
	}
	if f.combined != "" && !strings.EqualFold(filepath.Ext(f.combined), ".pdf") {
		return nil, usagef(badCombined, "value", f.combined)
	}
	names := slices.DeleteFunc(slices.Clone(f.formats), func(name string) bool { return strings.TrimSpace(name) == "yaml" })
	job.YAML, job.Update = len(names) < len(f.formats), f.update
	formats, err := render.Formats(names)
	if err != nil {
		return nil, usagef(badBatchFormat, "value", strings.Join(f.formats, ","))
	}
	job.Formats = formats
	if job.YAML && len(formats) == 0 && (f.zip != "" || f.combined != "") {
		return nil, usagef(badPacking)
	}
	if f.update && (!job.YAML || len(formats) > 0 || f.resume || f.zip != "" || f.combined != "") {
		return nil, usagef(badUpdate)
	}
	return job, nil
}

// columnMap reads --map HEADING=KEY.
func (f batchFlags) columnMap() (map[string]string, error) {
	columns := map[string]string{}
	for _, pair := range f.columns {
		at := strings.LastIndex(pair, "=") // a heading may hold one, a key can't
		if at < 1 || at == len(pair)-1 {
			return nil, usagef(badMap, "value", pair)
		}
		columns[strings.TrimSpace(pair[:at])] = strings.TrimSpace(pair[at+1:])
	}
	return columns, nil
}

// variables are what the list may give beside what every list may.
func variables(model *plan.Plan) []units.Variable {
	var out []units.Variable
	for _, w := range model.Wanted() {
		out = append(out, units.Variable{Name: w.Name, Value: w.Value, Required: w.Required, At: w.At})
	}
	return out
}

// run builds. The first interrupt lets the units in hand be finished, the second ends the program at once.
func (p *program) run(prepared *batch.Prepared, progress progress) {
	defer batch.Tune()()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)
	start := time.Now()
	prepared.Progress = progress.unit
	result := prepared.Run(ctx)
	progress.done()
	p.batchSummary(prepared.Job, result, time.Since(start))
}

// maxShown bounds how many findings, or failed units, a terminal is given.
const maxShown = 50

// firstFindings shows the first findings of many.
func (p *program) firstFindings(found diag.List) {
	p.findings(found[:min(len(found), maxShown)])
	if len(found) > maxShown {
		fmt.Fprint(p.stderr, p.say(moreFindings, "count", strconv.Itoa(len(found)-maxShown)))
		if found.Failed() {
			p.fail(inputErrors)
		}
	}
}

// batchSummary says what came of a run: how many units, which failed and why, and how to try those again.
func (p *program) batchSummary(job *batch.Job, r batch.Result, took time.Duration) {
	for _, f := range r.Failures[:min(len(r.Failures), maxShown)] {
		why := ""
		for _, finding := range f.Found {
			if finding.Kind.Severity == diag.Error {
				why = finding.Message(p.lang)
				break
			}
		}
		fmt.Fprint(p.stderr, p.say(unitFailed, "unit", f.Unit, "row", row(f.At), "why", why))
	}
	if n := len(r.Failures) - maxShown; n > 0 {
		fmt.Fprint(p.stderr, p.say(moreFailed, "count", strconv.Itoa(n)))
	}
	if r.Failed > 0 {
		p.fail(inputErrors)
	}
	p.firstFindings(r.Notes.Sort())
	p.findings(r.Found)
	p.machine(allFound(r))
	p.print(batchDone, "built", r.Built, "kept", r.Kept, "failed", r.Failed, "seconds", fmt.Sprintf("%.1f", took.Seconds()))
	for _, name := range r.Files {
		fmt.Fprintln(p.stdout, filepath.ToSlash(name))
	}
	if r.Interrupted || r.Done() < r.Total {
		p.print(batchStopped, "left", r.Total-r.Done())
		p.fail(inputErrors)
	}
	if r.Failed > 0 || r.Done() < r.Total {
		p.retry(job)
	}
}

// allFound are all findings of a run, of units too.
func allFound(r batch.Result) diag.List {
	found := slices.Clone(r.Found)
	for _, f := range r.Failures {
		found = append(found, f.Found...)
	}
	return found
}

// retry says how to build what this run did not. --update finds by itself what is done; an archive or a book of all units needs
// all of them.
func (p *program) retry(job *batch.Job) {
	words := []string{"kehoach"}
	for _, arg := range p.args {
		if !strings.HasPrefix(arg, "--resume") {
			words = append(words, quoted(arg))
		}
	}
	say := batchRetry
	switch {
	case job.Archive == batch.AllArchive || job.Book != "":
		say = batchRetryAll
	case !job.Update:
		words = append(words, "--resume")
	}
	p.print(say, "command", strings.Join(words, " "))
}

// row is where a unit stands in its list.
func row(at diag.Location) string {
	if at.Line == 0 {
		return at.File
	}
	return at.File + ":" + strconv.Itoa(at.Line)
}

// print writes words with arguments of any kind to standard output.
func (p *program) print(w diag.Words, args ...any) {
	var words []string
	for _, a := range args {
		words = append(words, fmt.Sprint(a))
	}
	fmt.Fprint(p.stdout, p.say(w, words...))
}

var (
	aboutBatch = diag.Words{VI: `lập kế hoạch của nhiều đơn vị từ một kế hoạch mẫu và một danh sách

  kehoach batch mau.yaml --units don-vi.csv -o out`, EN: `make the plans of many units from one model plan and a list

  kehoach batch model.yaml --units units.csv -o out`}
	unitsFlag       = diag.Words{VI: "`danh sách` đơn vị: .csv, .xlsx, .yaml, hoặc thư mục các danh sách", EN: "`list` of units: .csv, .xlsx, .yaml, or a folder of lists"}
	mapFlag         = diag.Words{VI: "cột `TIÊU-ĐỀ=TÊN` ứng với giá trị nào; ghi được nhiều lần", EN: "which value a column gives, `HEADING=KEY`; may be repeated"}
	batchOutFlag    = diag.Words{VI: "`thư mục` đặt tệp; mặc định cùng tên với kế hoạch mẫu", EN: "`folder` for the files; by default one named like the model"}
	patternFlag     = diag.Words{VI: "`mẫu` tên tệp, ví dụ \"{{province | slug}}/{{unit | slug}}-{{year}}\"", EN: "`pattern` of file names, \"{{province | slug}}/{{unit | slug}}-{{year}}\" say"}
	jobsFlag        = diag.Words{VI: "`số` đơn vị lập cùng lúc; 0 là một cho mỗi nhân", EN: "`number` of units at a time; 0 is one a core"}
	shardFlag       = diag.Words{VI: "chỉ lập `phần` I/N của danh sách, ví dụ 2/5", EN: "only `part` I/N of the list, 2/5 say"}
	resumeFlag      = diag.Words{VI: "bỏ qua đơn vị có đầu vào và tệp không đổi từ lần trước (không áp dụng với --zip all, --combined)", EN: "skip units whose inputs and files are unchanged (not with --zip all, --combined)"}
	batchFormatFlag = diag.Words{VI: "các `định dạng`: docx, pdf, và yaml (kế hoạch riêng để từng đơn vị sửa tiếp)", EN: "`formats`: docx, pdf, and yaml (each unit's own plan, to be edited)"}
	batchUpdateFlag = diag.Words{VI: "với --format yaml: đưa bản mới của kế hoạch mẫu vào các kế hoạch đã giao, giữ chỗ đơn vị đã sửa", EN: "with --format yaml: carry a new edition of the model into the plans handed out, keeping what units changed"}
	badBatchFormat  = diag.Words{VI: `--format là docx, pdf, yaml hoặc vài trong số đó, không phải "{value}"`, EN: `--format is docx, pdf, yaml or several of them, not "{value}"`}
	badUpdate       = diag.Words{VI: "--update chỉ đi với --format yaml, không có --resume, --zip, --combined; lập .docx và .pdf sau bằng kehoach build", EN: "--update goes with --format yaml alone, without --resume, --zip, --combined; make .docx and .pdf afterwards by kehoach build"}
	dryRunFlag      = diag.Words{VI: "chỉ kiểm tra danh sách, không ghi gì", EN: "check the list only, write nothing"}
	zipFlag         = diag.Words{VI: "đóng `gói` .zip: unit (mỗi đơn vị một gói) hoặc all (một gói chung)", EN: "pack as .zip: `unit` (one each) or all (one for all)"}
	combinedFlag    = diag.Words{VI: "lập thêm một `tệp` .pdf chung của mọi đơn vị để in, có mục lục", EN: "also write one .pdf `file` of all units for printing, with bookmarks"}
	progressFlag    = diag.Words{VI: "`cách` báo tiến độ: auto, json hoặc none", EN: "`how` progress is told: auto, json or none"}

	needModel   = diag.Words{VI: "cần đúng một kế hoạch mẫu", EN: "exactly one model plan is needed"}
	needUnits   = diag.Words{VI: "cần --units: danh sách đơn vị; tạo danh sách mẫu bằng --starter don-vi.xlsx", EN: "--units is needed: the list of units; --starter units.xlsx writes an example"}
	badPattern  = diag.Words{VI: `--name không hiểu mẫu "{value}"; ví dụ "{{unit | slug}}-{{year}}"`, EN: `--name does not understand "{value}"; "{{unit | slug}}-{{year}}" is an example`}
	badJobs     = diag.Words{VI: `--jobs từ 0 đến 1024, không phải "{value}"`, EN: `--jobs lies between 0 and 1024, not "{value}"`}
	badShard    = diag.Words{VI: `--shard cần dạng I/N với I từ 1 đến N, không phải "{value}"`, EN: `--shard takes I/N with I from 1 to N, not "{value}"`}
	badZip      = diag.Words{VI: `--zip là unit hoặc all, không phải "{value}"`, EN: `--zip is unit or all, not "{value}"`}
	badCombined = diag.Words{VI: `--combined ghi một tệp .pdf, không phải "{value}"`, EN: `--combined writes a .pdf, not "{value}"`}
	badPacking  = diag.Words{VI: "--zip và --combined gồm .docx, .pdf: ghi thêm chúng vào --format, hoặc bỏ --zip, --combined", EN: "--zip and --combined are of .docx and .pdf: add them to --format, or leave --zip and --combined out"}
	badMap      = diag.Words{VI: `--map cần dạng TIÊU-ĐỀ=TÊN, không phải "{value}"`, EN: `--map takes HEADING=KEY, not "{value}"`}

	wouldBuild    = diag.Words{VI: "sẽ lập {units}/{all} đơn vị vào {folder}; chưa ghi gì\n", EN: "would build {units} of {all} units into {folder}; nothing is written\n"}
	moreFindings  = diag.Words{VI: "… và {count} chỗ nữa\n", EN: "… and {count} more\n"}
	unitFailed    = diag.Words{VI: "không lập được {unit} ({row}): {why}\n", EN: "{unit} ({row}) failed: {why}\n"}
	moreFailed    = diag.Words{VI: "… và {count} đơn vị nữa, xem manifest\n", EN: "… and {count} more units, see the manifest\n"}
	batchDone     = diag.Words{VI: "đã lập {built} đơn vị, giữ nguyên {kept}, lỗi {failed}; {seconds} giây\n", EN: "{built} units built, {kept} unchanged, {failed} failed; {seconds} s\n"}
	batchStopped  = diag.Words{VI: "dừng giữa chừng: còn {left} đơn vị chưa lập\n", EN: "stopped: {left} units are left\n"}
	batchRetryAll = diag.Words{VI: "chạy lại (--zip all và --combined lập lại mọi đơn vị): {command}\n", EN: "to build those (--zip all and --combined build all units again): {command}\n"}
	batchRetry    = diag.Words{VI: "chạy lại những đơn vị ấy: {command}\n", EN: "to build those: {command}\n"}
)
