package cli

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/rollover"
	"github.com/kehoach/kehoach/internal/sheet"
)

// reviewCommand is `kehoach review PLAN.yaml`.
func (p *program) reviewCommand() *cobra.Command {
	var format, ledger string
	c := p.command("review PLAN.yaml", aboutReview, func(args []string) error {
		if format != "" && format != "text" && format != "markdown" && format != "json" {
			return usagef(badReviewFormat, "value", format)
		}
		if ledger != "" {
			return p.explain(args[0], ledger)
		}
		p.review(args[0], format)
		return nil
	})
	c.Args = exactlyOne(needDraft)
	c.Flags().StringVar(&format, "format", "", p.say(reviewFormatFlag))
	c.Flags().StringVar(&ledger, "ledger", "", p.say(ledgerFlag))
	return c
}

// review lists what is open in a draft; on a terminal, where no form of the list was asked for, it asks.
func (p *program) review(name, format string) {
	draft, ledger, ok := p.reviewed(name)
	if !ok {
		return
	}
	p.missingSource(name, draft)
	_, drafted := rollover.OriginOf(draft.File)
	if !drafted {
		p.findings(diag.List{notDrafted.At(diag.Location{File: draft.File.Name})})
	}
	switch format {
	case "json":
		_ = ledger.WriteJSON(p.stdout, p.lang)
	case "markdown":
		_ = ledger.WriteMarkdown(p.stdout, p.lang)
	default:
		if format == "" && isTerminal(p.stdin) && len(ledger.In(rollover.Decide)) > 0 {
			p.walk(name, draft, ledger)
			return
		}
		_ = ledger.WriteText(p.stdout, p.lang)
		if drafted {
			p.closed(ledger)
		}
	}
}

// explain writes what was moved and decided, and why, as a page for the leader; nothing while something is open.
func (p *program) explain(name, dir string) error {
	created, err := sourceDate()
	if err != nil {
		return err
	}
	draft, ledger, ok := p.reviewed(name)
	if !ok {
		return nil
	}
	p.missingSource(name, draft)
	paper, found := ledger.Explanation(draft)
	p.findings(found)
	if paper == nil {
		return nil
	}
	maker, found := sheet.NewMaker(font.Default(), created)
	if maker == nil {
		p.findings(found)
		return nil
	}
	made, found := maker.Make(paper, stem(name)+"-giai-trinh", []render.Format{render.DOCX, render.PDF})
	p.write(p.outputs(made, found, filepath.Join(dir, stem(name))), false, nil)
	return nil
}

// reviewed loads a draft, and the plan that it was made from where that is still there.
func (p *program) reviewed(name string) (*plan.Plan, rollover.Ledger, bool) {
	draft, found := plan.Load(filepath.ToSlash(name), plan.Options{})
	p.findings(found)
	if draft == nil {
		return nil, nil, false
	}
	o, ok := p.rolloverOptions(draft)
	if !ok {
		return nil, nil, false
	}
	var base *plan.Plan
	if origin, drafted := rollover.OriginOf(draft.File); drafted {
		base, _ = plan.Load(filepath.ToSlash(filepath.Join(filepath.Dir(name), filepath.FromSlash(origin.File))), plan.Options{})
	}
	return draft, rollover.Review(draft, base, o), true
}

// missingSource says that the plan from which a draft was made is not where the draft says: what moved or was changed since can't be told,
// and questions whose marks were deleted count as answered.
func (p *program) missingSource(name string, draft *plan.Plan) {
	origin, drafted := rollover.OriginOf(draft.File)
	if !drafted {
		return
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(origin.File))); err != nil {
		p.findings(diag.List{noSource.At(diag.Location{File: filepath.ToSlash(name)}, "file", origin.File)})
	}
}

var noSource = diag.Declare(&diag.Kind{ID: "next/no-source", Severity: diag.Warning,
	Message: diag.Words{VI: "không thấy kế hoạch nguồn {file}: không đối chiếu được cái gì đã chuyển, đã sửa; chỗ nào mất dấu XEM LẠI thì coi là đã xem",
		EN: "the source plan {file} is not there: what moved or was changed can't be told, and a place whose XEM LẠI mark is gone counts as looked at"},
	Fix: diag.Words{VI: "đưa kế hoạch nguồn về chỗ cũ, hoặc sửa đường dẫn ở dòng # kehoach next:", EN: "put the source plan back, or mend its path in the line # kehoach next:"}})

var notDrafted = diag.Declare(&diag.Kind{ID: "next/not-drafted", Severity: diag.Note,
	Message: diag.Words{VI: "đây không phải dự thảo lập bằng kehoach next, nên chỉ tìm dấu XEM LẠI ghi trong tệp",
		EN: "this was not drafted by kehoach next: only the XEM LẠI marks in the file were looked for"},
	Fix: diag.Words{VI: "lập dự thảo: kehoach next, rồi review tệp mà lệnh ấy ghi; xem cách viết, viện dẫn: kehoach check", EN: "draft next year's plan with kehoach next, and review the file that it writes; for writing and citations: kehoach check"}})

// open is what keeps a plan from being issued: what it leaves open itself, and what a draft of last year's must still decide, whether a
// mark is there or not.
func (p *program) open(of *plan.Plan) diag.List {
	if _, drafted := rollover.OriginOf(of.File); drafted {
		if o, ok := p.rolloverOptions(of); ok {
			return rollover.Review(of, nil, o).Open(of)
		}
	}
	return of.Open()
}

// closed says that nothing is open, only when it is so.
func (p *program) closed(l rollover.Ledger) {
	if len(l.In(rollover.Decide)) == 0 {
		fmt.Fprint(p.stdout, p.say(nothingOpen))
	}
}

// isTerminal tells whether a person can answer there.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// walk asks one question after the other and writes each answer into the file at once. A question that is passed over stays open.
func (p *program) walk(name string, draft *plan.Plan, ledger rollover.Ledger) {
	lines := bufio.NewScanner(p.stdin)
	passed := map[key]bool{}
	for {
		q, its, left := nextQuestion(ledger, passed)
		if left == 0 {
			break
		}
		p.show(q, left)
		answer, ok := p.answer(q, draft, lines)
		if !ok {
			break
		}
		if answer == nil {
			passed[its] = true
			continue
		}
		p.write([]output.File{{Name: followed(name), Data: answer, Input: name}}, true, nil)
		if p.status != done {
			return
		}
		if draft, ledger, ok = p.reviewed(name); !ok {
			return
		}
	}
	fmt.Fprintln(p.stdout)
	_ = ledger.In(rollover.Decide).WriteText(p.stdout, p.lang)
	p.closed(ledger)
}

// A key tells a question from the others, whatever lines it stands in meanwhile: of those that ask the same, the first, the second. What
// was passed over stands before what is asked now, so that an answer does not change its number.
type key struct {
	rule, words, why string
	number           int
}

// nextQuestion is the first question that was not passed over, with its key, and how many there are.
func nextQuestion(l rollover.Ledger, passed map[key]bool) (first rollover.Question, its key, left int) {
	alike := map[key]int{}
	for _, q := range l.Questions() {
		e := q.Entries[0]
		k := key{rule: e.Kind.ID, words: e.Old, why: e.Why(diag.English)}
		alike[k]++
		if k.number = alike[k]; passed[k] {
			continue
		}
		if left++; left == 1 {
			first, its = q, k
		}
	}
	return first, its, left
}

// show prints a question: place, reason, line with the words underlined, proposal.
func (p *program) show(q rollover.Question, left int) {
	e := q.Entries[0]
	fmt.Fprintln(p.stdout)
	asked := &diag.Kind{ID: e.Kind.ID, Severity: diag.Warning, Message: diag.Words{VI: `"{old}": ` + e.Why(diag.Vietnamese), EN: `"{old}": ` + e.Why(diag.English)}, Fix: e.Kind.Fix}
	args := append([]string{"old", e.Old}, e.Args...)
	_ = diag.List{asked.At(e.At.Location(), args...)}.WriteText(p.stdout, p.lang)
	if places := q.Places(); places != (diag.Words{}) {
		fmt.Fprintln(p.stdout, "  "+p.say(places))
	}
	if e.New != "" {
		fmt.Fprint(p.stdout, p.say(proposedWords, "new", e.New))
	}
	fmt.Fprint(p.stdout, p.say(choices, "left", fmt.Sprint(left)))
}

// answer reads one answer and returns the file with it; nil when the question is passed over, false when the person stops.
func (p *program) answer(q rollover.Question, draft *plan.Plan, lines *bufio.Scanner) (data []byte, ok bool) {
	for lines.Scan() {
		proposed := q.Entries[0].New
		switch choice := strings.ToLower(strings.TrimSpace(lines.Text())); choice {
		case p.say(acceptKey):
			if proposed == "" {
				fmt.Fprint(p.stdout, p.say(nothingProposed))
				continue
			}
			if data, ok = p.taken(q.Replace(draft, proposed)); ok {
				return data, true
			}
		case p.say(editKey):
			if why := q.Hindrance(); why != (diag.Words{}) {
				fmt.Fprint(p.stdout, p.say(editInFile, "why", p.say(why)))
				continue
			}
			if data, ok = p.taken(p.edited(q, draft, lines)); ok {
				return data, true
			}
		case p.say(keepKey):
			if data, ok = p.taken(q.Keep(draft, p.line(lines, reasonPrompt))); ok {
				return data, true
			}
		case p.say(passKey), "":
			return nil, true
		case p.say(stopKey):
			return nil, false
		default:
			fmt.Fprint(p.stdout, p.say(noChoice, "answer", choice))
		}
	}
	return nil, false
}

// edited asks for the words that come in the place of those asked about: of a document for all that it is cited by.
func (p *program) edited(q rollover.Question, draft *plan.Plan, lines *bufio.Scanner) ([]byte, diag.List) {
	now, subject, cites := q.Cites()
	if !cites {
		return q.Replace(draft, p.line(lines, newWordsPrompt))
	}
	var as rollover.Recited
	if now.Number != "" {
		as.Number = p.line(lines, numberPrompt, "now", now.Number)
	}
	if now.Date != "" {
		as.Date = p.line(lines, datePrompt, "now", now.Date)
	}
	switch {
	case now.Subject != "" && subject != "" && subject != now.Subject:
		if as.Subject = p.line(lines, movedSubjectPrompt, "now", now.Subject, "new", subject); strings.EqualFold(as.Subject, p.say(acceptKey)) {
			as.Subject = subject
		}
	case now.Subject != "":
		as.Subject = p.line(lines, subjectPrompt, "now", now.Subject)
	}
	return q.Recite(draft, as)
}

// taken is the file with an answer; of one that can't be written it says why, and the question is asked again.
func (p *program) taken(data []byte, found diag.List) ([]byte, bool) {
	for _, f := range found {
		fmt.Fprint(p.stdout, p.say(askAgain, "why", f.Message(p.lang)))
	}
	return data, !found.Failed()
}

// line asks for one more line.
func (p *program) line(lines *bufio.Scanner, prompt diag.Words, args ...string) string {
	fmt.Fprint(p.stdout, p.say(prompt, args...))
	if !lines.Scan() {
		return ""
	}
	return strings.TrimSpace(lines.Text())
}

var (
	aboutReview        = diag.Words{VI: "xem lại bản dự thảo: trả lời từng chỗ trên màn hình, hoặc in danh sách", EN: "go through a draft: answer each place on a terminal, or print the list"}
	ledgerFlag         = diag.Words{VI: "`thư mục` đặt bản giải trình (.docx, .pdf) trình lãnh đạo, khi đã trả lời hết", EN: "`folder` for the explanation (.docx, .pdf) that goes to the leader, once all is answered"}
	reviewFormatFlag   = diag.Words{VI: "`dạng` danh sách: text, markdown hoặc json", EN: "`form` of the list: text, markdown or json"}
	badReviewFormat    = diag.Words{VI: `--format là text, markdown hoặc json, không phải "{value}"`, EN: `--format is text, markdown or json, not "{value}"`}
	needDraft          = diag.Words{VI: "cần một tệp kế hoạch, ví dụ: kehoach review plans/2027/ke-hoach.yaml", EN: "a plan is needed, for example: kehoach review plans/2027/plan.yaml"}
	nothingOpen        = diag.Words{VI: "không còn chỗ nào phải xem lại\n", EN: "nothing is open any more\n"}
	proposedWords      = diag.Words{VI: "  đề nghị: \"{new}\"\n", EN: "  proposed: \"{new}\"\n"}
	choices            = diag.Words{VI: "còn {left} chỗ: [c] chấp nhận  [s] sửa  [g] giữ, kèm lý do  [b] bỏ qua  [t] thoát > ", EN: "{left} left: [a] accept  [e] edit  [k] keep, with a reason  [p] pass  [q] quit > "}
	noChoice           = diag.Words{VI: `"{answer}" không phải câu trả lời; ghi một chữ: c chấp nhận, s sửa, g giữ kèm lý do, b bỏ qua, t thoát > `, EN: `"{answer}" is no answer; write one letter: a accept, e edit, k keep with a reason, p pass, q quit > `}
	acceptKey          = diag.Words{VI: "c", EN: "a"}
	editKey            = diag.Words{VI: "s", EN: "e"}
	keepKey            = diag.Words{VI: "g", EN: "k"}
	passKey            = diag.Words{VI: "b", EN: "p"}
	stopKey            = diag.Words{VI: "t", EN: "q"}
	newWordsPrompt     = diag.Words{VI: "ghi là: ", EN: "write: "}
	numberPrompt       = diag.Words{VI: "số, ký hiệu (để trống: giữ \"{now}\"): ", EN: "number (blank keeps \"{now}\"): "}
	datePrompt         = diag.Words{VI: "ngày ban hành (để trống: giữ {now}): ", EN: "date of issue (blank keeps {now}): "}
	subjectPrompt      = diag.Words{VI: "trích yếu (để trống: giữ \"{now}\"): ", EN: "subject (blank keeps \"{now}\"): "}
	movedSubjectPrompt = diag.Words{VI: "trích yếu (c: \"{new}\"; để trống: giữ \"{now}\"): ", EN: "subject (a: \"{new}\"; blank keeps \"{now}\"): "}
	reasonPrompt       = diag.Words{VI: "lý do giữ: ", EN: "why it is kept: "}
	nothingProposed    = diag.Words{VI: "chỗ này không có đề nghị; chọn sửa hoặc giữ > ", EN: "nothing is proposed here; edit or keep > "}
	editInFile         = diag.Words{VI: "{why}, hoặc giữ > ", EN: "{why}, or keep > "}
	askAgain           = diag.Words{VI: "{why}; chọn lại > ", EN: "{why}; choose again > "}
)
