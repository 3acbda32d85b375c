package check

import (
	"fmt"
	"io"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// families are the families of rules as headings.
var families = map[string]diag.Words{
	"format":   {VI: "Thể thức", EN: "Format"},
	"template": {VI: "Tệp Word", EN: "Word files"},
	"writing":  {VI: "Cách viết", EN: "Writing"},
	"citation": {VI: "Viện dẫn", EN: "Citations"},
	"names":    {VI: "Tên đơn vị, cơ quan", EN: "Names of units and bodies"},
	"sense":    {VI: "Logic của kế hoạch", EN: "The plan's sense"},
}

// What the explanation of a rule says beside the rule's own words.
var (
	severityText = map[diag.Severity]diag.Words{diag.Error: {VI: "lỗi", EN: "error"}, diag.Warning: {VI: "cảnh báo", EN: "warning"}, diag.Note: {VI: "lưu ý", EN: "note"}}
	whyText      = diag.Words{VI: "Vì sao", EN: "Why"}
	clauseText   = diag.Words{VI: "Điều khoản", EN: "Clause"}
	wrongText    = diag.Words{VI: "Sai", EN: "Wrong"}
	rightText    = diag.Words{VI: "Đúng", EN: "Right"}
	ignoreText   = diag.Words{VI: "Bỏ qua ở một chỗ: # ignore: {rule}: lý do", EN: "To ignore it in one place: # ignore: {rule}: why"}
)

// WriteList writes all rules for a person, a line each.
func WriteList(w io.Writer, lang diag.Lang) error {
	var b strings.Builder
	family := ""
	for _, r := range rules {
		if r.Family() != family {
			if family != "" {
				b.WriteString("\n")
			}
			family = r.Family()
			fmt.Fprintf(&b, "%s\n", families[family].In(lang, nil))
		}
		fmt.Fprintf(&b, "  %-30s %s\n", r.ID, r.Title.In(lang, nil))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteText writes a rule for a person: what, why, by which clause, wrong and right.
func (r *Rule) WriteText(w io.Writer, lang diag.Lang) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s [%s, %s]\n\n%s: %s\n", r.Title.In(lang, nil), r.ID, severityText[r.Severity].In(lang, nil), whyText.In(lang, nil), r.Reason.In(lang, nil))
	if r.Clause != "" {
		fmt.Fprintf(&b, "%s: %s\n", clauseText.In(lang, nil), r.Clause)
	}
	fmt.Fprintf(&b, "\n%s:\n%s\n%s:\n%s", wrongText.In(lang, nil), indented(r.Wrong), rightText.In(lang, nil), indented(r.Right))
	if r.Family() != "template" { // a Word file has no comments that are read
		fmt.Fprintf(&b, "\n%s\n", ignoreText.In(lang, diag.Args{"rule", r.ID}))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func indented(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(visible(text)), "\n", "\n  ") + "\n"
}

// visible shows characters that nobody sees.
func visible(text string) string {
	return strings.NewReplacer("\u200b", "<U+200B>").Replace(text)
}

// Document is the page of all rules, in Markdown.
func Document(lang diag.Lang) string {
	var b strings.Builder
	b.WriteString(documentHead.In(lang, nil))
	family := ""
	for _, r := range rules {
		if r.Family() != family {
			family = r.Family()
			fmt.Fprintf(&b, "\n## %s\n", families[family].In(lang, nil))
		}
		clause := r.Clause
		if clause != "" {
			clause = " · " + clause
		}
		fmt.Fprintf(&b, "\n### %s\n\n`%s` · %s%s\n\n%s\n\n%s:\n\n%s\n%s:\n\n%s", r.Title.In(lang, nil), r.ID, severityText[r.Severity].In(lang, nil), clause,
			r.Reason.In(lang, nil), wrongText.In(lang, nil), code(r.Wrong), rightText.In(lang, nil), code(r.Right))
	}
	return b.String()
}

// code is an example as a block of Markdown.
func code(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(visible(text)), "\n", "\n    ") + "\n"
}

var documentHead = diag.Words{
	VI: `# Quy tắc của kehoach check

Trang này được lập từ chính các quy tắc (go test ./internal/check -update); đừng sửa tay. Mức "lỗi" chỉ dành cho điều Nghị định
30/2020/NĐ-CP quy định rõ; điều nghị định để ngỏ không bao giờ là lỗi. Cơ quan đổi mức hoặc bỏ một quy tắc trong tệp cơ quan, mỗi lần kèm lý do:

    check:
      - {rule: writing/quotes, severity: off, reason: cơ quan dùng dấu nháy thẳng}

Bỏ qua ở một chỗ bằng chú thích ở dòng trên hoặc cuối dòng; ở trên một nội dung (dòng có dấu -) thì cho cả nội dung ấy: ` + "`# ignore: writing/quotes: trích nguyên văn`" + `.
`,
	EN: `# The rules of kehoach check

This page is made from the rules themselves (go test ./internal/check -update); do not edit it. "Error" is for what Decree 30/2020/NĐ-CP says
plainly; what it leaves open is never one. An office gives a rule another severity, or drops it, in its agency file, each time with a reason:

    check:
      - {rule: writing/quotes, severity: off, reason: cơ quan dùng dấu nháy thẳng}

One place is passed over by a comment on the line above or at its end; above an item of a list (a line with a dash), all of the item: ` + "`# ignore: writing/quotes: trích nguyên văn`" + `. The examples are
in the language that the rules read.
`,
}
