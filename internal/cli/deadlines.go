package cli

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/schedule"
)

// deadlinesFlags are what `kehoach deadlines` is asked for.
type deadlinesFlags struct {
	from, to, role, format, out string
	force                       bool
}

// deadlinesCommand is `kehoach deadlines PATH...`.
func (p *program) deadlinesCommand() *cobra.Command {
	var f deadlinesFlags
	c := p.command("deadlines PATH...", aboutDeadlines, func(args []string) error { return p.deadlines(args, f) })
	c.Args = p.atLeastOne(needPath)
	c.Flags().StringVar(&f.from, "from", "", p.say(fromFlag))
	c.Flags().StringVar(&f.to, "to", "", p.say(toFlag))
	c.Flags().StringVar(&f.role, "role", "", p.say(roleFlag))
	c.Flags().StringVar(&f.format, "format", "table", p.say(listFormatFlag))
	c.Flags().StringVarP(&f.out, "output", "o", "", p.say(listFileFlag))
	c.Flags().BoolVar(&f.force, "force", false, p.say(forceFlag))
	return c
}

func (p *program) deadlines(paths []string, f deadlinesFlags) error {
	asked, err := f.asked()
	if err != nil {
		return err
	}
	if !slices.Contains([]string{"table", "ics", "xlsx", "json"}, f.format) {
		return usagef(badListFormat, "value", f.format)
	}
	if f.format == "xlsx" && f.out == "" {
		return usagef(sheetNeedsFile)
	}
	issued, err := sourceDate()
	if err != nil {
		return err
	}
	entries := p.entries(paths, asked)
	var b bytes.Buffer
	switch f.format {
	case "table":
		err = schedule.Table(&b, entries, p.lang)
	case "json":
		err = schedule.JSON(&b, entries, p.lang)
	case "ics":
		b.Write(schedule.ICS(entries, issued, p.lang))
	case "xlsx":
		if len(entries) > schedule.MaxRows {
			p.findings(diag.List{sheetFull.At(diag.Location{File: f.out}, "count", strconv.Itoa(len(entries)), "most", strconv.Itoa(schedule.MaxRows))})
			return nil
		}
		var sheet []byte
		sheet, err = schedule.XLSX(entries, p.lang)
		b.Write(output.Seal(sheet))
	}
	if err != nil {
		panic(err) // strings and days can be written, to a buffer
	}
	if f.out == "" {
		_, _ = io.Copy(p.stdout, &b)
		return nil
	}
	p.write([]output.File{{Name: f.out, Data: b.Bytes(), Input: paths[0], Source: paths[0]}}, f.force, nil)
	return nil
}

// asked reads the range.
func (f deadlinesFlags) asked() (schedule.Range, error) {
	from, err := dayFlag("--from", f.from)
	if err != nil {
		return schedule.Range{}, err
	}
	to, err := dayFlag("--to", f.to)
	if err != nil {
		return schedule.Range{}, err
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return schedule.Range{}, usagef(rangeBackwards, "from", f.from, "to", f.to)
	}
	return schedule.Range{From: from, To: to, Role: norm.NFC.String(f.role)}, nil
}

// dayFlag reads a day as offices write it, 27/3/2026, or as machines do, 2026-03-27.
func dayFlag(flag, text string) (calendar.Day, error) {
	if text == "" {
		return calendar.Day{}, nil
	}
	for _, form := range []string{"2/1/2006", time.DateOnly} {
		if at, err := time.Parse(form, text); err == nil {
			return calendar.DayOf(at), nil
		}
	}
	return calendar.Day{}, usagef(badDay, "flag", flag, "value", text)
}

// entries are what is due in the plans of the paths. A plan that can't be read is reported and does not stop the others.
func (p *program) entries(paths []string, asked schedule.Range) []schedule.Entry {
	files, found := plan.Files(paths...)
	var entries []schedule.Entry
	var roles []string
	loaded := false
	for _, one := range onAllCores(files, func(file string) listing { return listOne(file, asked) }) {
		found = append(found, one.found...)
		entries = append(entries, one.entries...)
		roles = append(roles, one.roles...)
		loaded = loaded || one.loaded
	}
	if len(files) == 0 && !found.Failed() {
		found = append(found, noPlans.At(diag.Location{File: paths[0]}))
	}
	if asked.Role != "" && loaded && !slices.ContainsFunc(roles, func(r string) bool { return strings.EqualFold(r, asked.Role) }) {
		found = append(found, unknownRole.At(diag.Location{}, "role", asked.Role).WithNear(diag.Near(asked.Role, roles)))
	}
	p.findings(found)
	schedule.Sort(entries)
	return entries
}

// A listing is what one plan gave.
type listing struct {
	entries []schedule.Entry
	roles   []string
	found   diag.List
	loaded  bool
}

// onAllCores does the same with many files and gives the results in the order of the files.
func onAllCores[T any](files []string, one func(file string) T) []T {
	results := make([]T, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				results[i] = one(files[i])
			}
		})
	}
	workers.Wait()
	return results
}

func listOne(file string, asked schedule.Range) listing {
	p, found := plan.Load(file, plan.Options{})
	if p == nil {
		return listing{found: found}
	}
	entries, more := schedule.Of(p, asked)
	return listing{entries, schedule.Roles(p), append(found, more...), true}
}

var (
	aboutDeadlines = diag.Words{
		VI: `liệt kê thời hạn của một hay nhiều kế hoạch: việc gì, ai làm, hạn cuối ngày nào

PATH là tệp kế hoạch hoặc thư mục. Ngày nghỉ và cách hiểu "trước ngày" theo days_off của cơ quan.`,
		EN: `list what is due in one or many plans: what, by whom, by which day

PATH is a plan or a folder. Days off and the reading of "trước ngày" follow the agency's days_off.`,
	}
	fromFlag       = diag.Words{VI: "từ `ngày`, ví dụ 01/3/2026", EN: "from this `day` on, 01/3/2026 say"}
	toFlag         = diag.Words{VI: "đến hết `ngày`", EN: "to this `day`"}
	roleFlag       = diag.Words{VI: "chỉ việc của `đơn vị` này: mã (id) hoặc tên", EN: "only what this `role` does: its id or name"}
	listFormatFlag = diag.Words{VI: "`dạng`: table, ics (lịch), xlsx (bảng theo dõi) hoặc json", EN: "`form`: table, ics (calendar), xlsx (tracking sheet) or json"}
	listFileFlag   = diag.Words{VI: "`tệp` sẽ ghi; bỏ trống thì in ra màn hình", EN: "`file` to write; standard output without it"}

	needPath       = diag.Words{VI: "cần một tệp kế hoạch hoặc thư mục, ví dụ: kehoach deadlines plans/2026", EN: "a plan or a folder is needed, for example: kehoach deadlines plans/2026"}
	badListFormat  = diag.Words{VI: `--format là table, ics, xlsx hoặc json, không phải "{value}"`, EN: `--format is table, ics, xlsx or json, not "{value}"`}
	sheetNeedsFile = diag.Words{VI: "--format xlsx cần -o: tên tệp .xlsx sẽ ghi", EN: "--format xlsx needs -o: the .xlsx file to write"}
	badDay         = diag.Words{VI: `{flag} cần một ngày, ví dụ 27/3/2026, không phải "{value}"`, EN: `{flag} takes a day, 27/3/2026 say, not "{value}"`}
	rangeBackwards = diag.Words{VI: "--to {to} sớm hơn --from {from}", EN: "--to {to} is earlier than --from {from}"}

	noPlans = diag.Declare(&diag.Kind{ID: "deadlines/no-plan", Message: diag.Words{VI: "thư mục không có kế hoạch nào", EN: "the folder holds no plan"},
		Fix: diag.Words{VI: "kiểm tra tên thư mục", EN: "check the folder's name"}})
	sheetFull = diag.Declare(&diag.Kind{ID: "deadlines/sheet", Message: diag.Words{VI: "{count} thời hạn, một bảng chỉ chứa được {most}", EN: "{count} deadlines, a sheet holds {most}"},
		Fix: diag.Words{VI: "thu hẹp bằng --from, --to hoặc --role", EN: "narrow it with --from, --to or --role"}})
	unknownRole = diag.Declare(&diag.Kind{ID: "deadlines/role", Message: diag.Words{VI: `không kế hoạch nào có đơn vị "{role}"`, EN: `no plan has a role "{role}"`},
		Fix: diag.Words{VI: "ghi mã (id) hoặc tên đầy đủ như trong roles", EN: "write an id or a full name as in roles"}})
)
