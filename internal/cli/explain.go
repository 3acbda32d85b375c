package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
)

// explainCommand is `kehoach explain [RULE]`.
func (p *program) explainCommand() *cobra.Command {
	var picture string
	c := p.command("explain [RULE]", aboutExplain, func(args []string) error {
		if len(args) == 0 {
			if picture != "" {
				return usagef(pictureOfWhat)
			}
			_ = check.WriteList(p.stdout, p.lang)
			return nil
		}
		rule := check.Find(args[0])
		if rule == nil {
			return p.explainCode(args[0], picture)
		}
		_ = rule.WriteText(p.stdout, p.lang)
		if picture != "" {
			p.picture(rule, picture)
		}
		return nil
	})
	c.Args = atMost(1)
	c.Flags().StringVarP(&picture, "output", "o", "", p.say(pictureFlag))
	return c
}

// explainCode says what a code other than a rule's tells: its words and hint, or where it comes from.
func (p *program) explainCode(id, picture string) error {
	family, name, _ := strings.Cut(id, "/")
	from, known := families[family]
	kinds := diag.Declared(id)
	switch {
	case known && picture != "":
		return usagef(pictureOfRule)
	case known && name == "":
		fmt.Fprintf(p.stdout, "%s/…: %s\n", family, p.say(from.words))
		return nil
	case known && len(kinds) > 0:
		fmt.Fprintf(p.stdout, "%s: %s\n\n", id, p.say(from.words))
		_ = diag.Explain(p.stdout, kinds, p.lang)
		return nil
	}
	if near := nearCode(id); near != "" {
		return usagef(noRuleNear, "rule", id, "near", near)
	}
	if from.unlisted && codeName.MatchString(name) {
		fmt.Fprintf(p.stdout, "%s: %s\n\n%s\n", id, p.say(from.words), p.say(hintBeside))
		return nil
	}
	return usagef(noRule, "rule", id)
}

var codeName = regexp.MustCompile(`^[a-z-]+$`)

// nearCode is the rule or other code that was probably meant: in small letters, or without its family; "" when none is close.
func nearCode(id string) string {
	var ids, names []string
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
	}
	for _, k := range diag.Declared("") {
		ids = append(ids, k.ID)
	}
	for _, known := range ids {
		_, name, _ := strings.Cut(known, "/")
		names = append(names, name)
	}
	small := strings.ToLower(id)
	if strings.Contains(small, "/") {
		return diag.Near(small, ids)
	}
	if i := slices.Index(names, cmp.Or(diag.Near(small, names), small)); i >= 0 {
		return ids[i]
	}
	return ""
}

// picture draws the spot of the page that a rule speaks of, wrong and right.
func (p *program) picture(rule *check.Rule, name string) {
	at := diag.Location{File: filepath.ToSlash(name)}
	if !strings.EqualFold(filepath.Ext(name), ".png") {
		p.findings(diag.List{notPNG.At(at)})
		return
	}
	if rule.Family() == "template" { // its examples are no plans
		p.findings(diag.List{ofWord.At(at, "rule", rule.ID)})
		return
	}
	renderer, found := render.New(font.Default())
	var plans []*plan.Plan
	for _, text := range []string{rule.Wrong, rule.Right} {
		files := check.Example(text)
		loaded, more := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil }})
		found, plans = append(found, more...), append(plans, loaded)
	}
	if found.Failed() {
		p.findings(found)
		return
	}
	data, found := renderer.Pair(plans[0], plans[1], p.say(wrongPicture), p.say(rightPicture))
	if data == nil && !found.Failed() {
		found = append(found, looksAlike.At(at, "rule", rule.ID))
	}
	p.findings(found)
	if data != nil {
		p.write([]output.File{{Name: name, Data: data, Input: name}}, true, nil)
	}
}

// A family is what the codes before one slash tell of.
type family struct {
	words    diag.Words
	unlisted bool // its kinds are not declared: of a code only the family is known
}

// families are the codes that the program prints other than those of rules.
var families = map[string]family{
	"plan":      {words: diag.Words{VI: "khi đọc tệp kế hoạch, tệp cơ quan", EN: "said when a plan or an agency file is read"}},
	"next":      {words: diag.Words{VI: "của kehoach next và kehoach review, lập và xem lại kế hoạch năm sau", EN: "of kehoach next and kehoach review, next year's plan"}},
	"fmt":       {words: diag.Words{VI: "của kehoach fmt", EN: "of kehoach fmt"}},
	"verify":    {words: diag.Words{VI: "của kehoach verify, kiểm tra tệp PDF, DOCX", EN: "of kehoach verify, what a PDF or DOCX holds"}},
	"extract":   {words: diag.Words{VI: "của kehoach extract, lấy kế hoạch ra khỏi tệp", EN: "of kehoach extract, the plan out of a file"}},
	"deadlines": {words: diag.Words{VI: "của kehoach deadlines, liệt kê thời hạn", EN: "of kehoach deadlines, what is due"}},
	"explain":   {words: diag.Words{VI: "của kehoach explain", EN: "of kehoach explain"}},
	"cli":       {words: diag.Words{VI: "của mọi lệnh: đọc, ghi trên máy này", EN: "of every command: reading and writing on this machine"}},
	"build":     {words: diag.Words{VI: "của kehoach build, lập văn bản", EN: "of kehoach build, making the document"}},
	"check":     {words: diag.Words{VI: "của kehoach check, ngoài các quy tắc", EN: "of kehoach check, beside its rules"}, unlisted: true},
	"registry":  {words: diag.Words{VI: "khi đọc sổ văn bản (registry)", EN: "said when a registry of documents is read"}, unlisted: true},
	"batch":     {words: diag.Words{VI: "của kehoach batch, lập cho nhiều đơn vị", EN: "of kehoach batch, the plans of many units"}, unlisted: true},
	"carry":     {words: diag.Words{VI: "của kehoach batch --update, đưa bản mẫu mới vào kế hoạch của đơn vị", EN: "of kehoach batch --update, a model's new edition in the units' plans"}, unlisted: true},
	"units":     {words: diag.Words{VI: "khi đọc danh sách đơn vị", EN: "said when a list of units is read"}, unlisted: true},
	"template":  {words: diag.Words{VI: "khi đọc, điền mẫu Word", EN: "said when a Word template is read or filled"}, unlisted: true},
	"compose":   {words: diag.Words{VI: "khi xếp nội dung kế hoạch thành văn bản", EN: "said when a plan is put into the form of a document"}, unlisted: true},
	"layout":    {words: diag.Words{VI: "khi dàn trang PDF", EN: "said when pages are laid out for PDF"}, unlisted: true},
	"render":    {words: diag.Words{VI: "khi dựng tệp DOCX, PDF", EN: "said when DOCX and PDF are made"}, unlisted: true},
	"output":    {words: diag.Words{VI: "khi ghi tệp", EN: "said when files are written"}, unlisted: true},
	"proof":     {words: diag.Words{VI: "khi đọc lại tệp PDF, DOCX đã lập", EN: "said when a finished PDF or DOCX is read back"}, unlisted: true},
	"schedule":  {words: diag.Words{VI: "khi tính thời hạn", EN: "said when deadlines are reckoned"}, unlisted: true},
	"wml":       {words: diag.Words{VI: "khi đọc tệp Word", EN: "said when a Word file is read"}, unlisted: true},
}

var (
	aboutExplain = diag.Words{
		VI: `giải thích một quy tắc của kehoach check: vì sao, điều khoản nào, sai và đúng ra sao

RULE là mã trong ngoặc vuông cuối mỗi lời báo. Mã không phải quy tắc (plan/…, next/… và các mã khác) thì cho biết
ở đâu ra, phải làm gì. Không ghi RULE thì liệt kê mọi quy tắc.`,
		EN: `explain a rule of kehoach check: why, by which clause, wrong and right

RULE is the code in brackets at the end of a finding. Of one that is no rule's (plan/…, next/… and others) it says
where it comes from and what to do. Without RULE all rules are listed.`,
	}
	pictureFlag   = diag.Words{VI: "`tệp` .png sẽ vẽ chỗ ấy trên trang, sai và đúng; thư mục chưa có thì tạo", EN: "a .png `file` for a picture of the spot on the page, wrong and right; its folder is made where there is none"}
	pictureOfWhat = diag.Words{VI: "-o cần một quy tắc, ví dụ: kehoach explain writing/quotes -o quotes.png", EN: "-o needs a rule, for example: kehoach explain writing/quotes -o quotes.png"}
	pictureOfRule = diag.Words{VI: "-o cần một quy tắc của kehoach check, xem danh sách: kehoach explain", EN: "-o needs a rule of kehoach check, for the list: kehoach explain"}
	hintBeside    = diag.Words{VI: "điều phải làm in ở dòng \"gợi ý\" ngay dưới lời báo", EN: "what to do is printed in the line \"hint\" below the finding"}
	noRule        = diag.Words{VI: `không có quy tắc hoặc mã "{rule}"; xem danh sách: kehoach explain`, EN: `there is no rule or code "{rule}"; for the list: kehoach explain`}
	noRuleNear    = diag.Words{VI: `không có quy tắc hoặc mã "{rule}"; có phải ý bạn là "{near}"?`, EN: `there is no rule or code "{rule}"; did you mean "{near}"?`}
	wrongPicture  = diag.Words{VI: "Sai", EN: "Wrong"}
	rightPicture  = diag.Words{VI: "Đúng", EN: "Right"}

	notPNG = diag.Declare(&diag.Kind{ID: "explain/not-png", Message: diag.Words{VI: "ảnh chỉ vẽ được thành tệp .png", EN: "the picture is a .png file"},
		Fix: diag.Words{VI: "đặt tên tệp kết thúc bằng .png", EN: "give the file a name that ends in .png"}})
	ofWord = diag.Declare(&diag.Kind{ID: "explain/word", Severity: diag.Note,
		Message: diag.Words{VI: "{rule} nói về tệp Word, không phải kế hoạch, nên không vẽ ảnh", EN: "{rule} speaks of Word files, not of plans, so there is no picture"}})
	looksAlike = diag.Declare(&diag.Kind{ID: "explain/alike", Severity: diag.Note,
		Message: diag.Words{VI: "{rule}: sai và đúng in ra trang giống nhau, nên không vẽ ảnh", EN: "{rule}: wrong and right are printed alike, so there is no picture"}})
)
