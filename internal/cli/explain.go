package cli

import (
	"path/filepath"
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
			if near := check.Near(args[0]); near != "" {
				return usagef(noRuleNear, "rule", args[0], "near", near)
			}
			return usagef(noRule, "rule", args[0])
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

var (
	aboutExplain = diag.Words{
		VI: `giải thích một quy tắc của kehoach check: vì sao, điều khoản nào, sai và đúng ra sao

Không ghi RULE thì liệt kê mọi quy tắc.`,
		EN: `explain a rule of kehoach check: why, by which clause, wrong and right

Without RULE all rules are listed.`,
	}
	pictureFlag   = diag.Words{VI: "`tệp` .png sẽ vẽ chỗ ấy trên trang, sai và đúng", EN: "a .png `file` for a picture of the spot on the page, wrong and right"}
	pictureOfWhat = diag.Words{VI: "-o cần một quy tắc, ví dụ: kehoach explain writing/quotes -o quotes.png", EN: "-o needs a rule, for example: kehoach explain writing/quotes -o quotes.png"}
	noRule        = diag.Words{VI: `không có quy tắc "{rule}"; xem danh sách: kehoach explain`, EN: `there is no rule "{rule}"; for the list: kehoach explain`}
	noRuleNear    = diag.Words{VI: `không có quy tắc "{rule}"; có phải ý bạn là "{near}"?`, EN: `there is no rule "{rule}"; did you mean "{near}"?`}
	wrongPicture  = diag.Words{VI: "Sai", EN: "Wrong"}
	rightPicture  = diag.Words{VI: "Đúng", EN: "Right"}

	notPNG = &diag.Kind{ID: "explain/not-png", Message: diag.Words{VI: "ảnh chỉ vẽ được thành tệp .png", EN: "the picture is a .png file"},
		Fix: diag.Words{VI: "đặt tên tệp kết thúc bằng .png", EN: "give the file a name that ends in .png"}}
	ofWord = &diag.Kind{ID: "explain/word", Severity: diag.Note,
		Message: diag.Words{VI: "{rule} nói về tệp Word, không phải kế hoạch, nên không vẽ ảnh", EN: "{rule} speaks of Word files, not of plans, so there is no picture"}}
	looksAlike = &diag.Kind{ID: "explain/alike", Severity: diag.Note,
		Message: diag.Words{VI: "{rule}: sai và đúng in ra trang giống nhau, nên không vẽ ảnh", EN: "{rule}: wrong and right are printed alike, so there is no picture"}}
)
