package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var duplicate = &Rule{
	Kind: diag.Kind{ID: "sense/duplicate", Severity: diag.Warning,
		Message: diag.Words{VI: "nội dung này giống hệt nội dung ở dòng {line}", EN: "this item says the same as the one on line {line}"},
		Fix:     diag.Words{VI: "bỏ một, hoặc sửa cho khác", EN: "drop one, or make them differ"}},
	Title:  diag.Words{VI: "Không nội dung nào lặp lại", EN: "No item twice"},
	Reason: diag.Words{VI: "Hai nội dung y nhau là do chép, dán hai lần.", EN: "Two items that say the same were pasted twice."},
	Wrong:  withItems("Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân.", "Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân."),
	Right:  withItems("Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân.", "Công khai kết quả tiếp công dân tại trụ sở."),
	whole: func(l *Look) {
		for _, s := range l.Plan.Sections {
			for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
				l.duplicates(list)
			}
		}
		for _, r := range l.Plan.Roles {
			l.duplicates(r.Duties)
		}
	},
}

// duplicates reports items of one list, or of those in it, that say the same.
func (l *Look) duplicates(items []*plan.Item) {
	seen := map[string]*plan.Item{}
	plan.Walk(items, func(i *plan.Item) {
		words := strings.ToLower(strings.Join(strings.Fields(i.Heading.Value.Text+" "+i.Text.Value.Text), " "))
		words = strings.TrimRight(words, ".;, ")
		if len(words) < 24 || len(i.Items) > 0 {
			return
		}
		if first := seen[words]; first != nil {
			at := i.Text.At
			if at.File == nil {
				at = i.At
			}
			l.report(at, "line", strconv.Itoa(first.At.Location().Line))
			return
		}
		seen[words] = i
	})
}

var emptyItem = &Rule{
	Kind: diag.Kind{ID: "sense/empty-item", Severity: diag.Warning,
		Message: diag.Words{VI: "nội dung này không nói gì", EN: "this item says nothing"},
		Fix:     diag.Words{VI: "viết nội dung, hoặc bỏ đi", EN: "write it, or drop it"}},
	Title:  diag.Words{VI: "Không nội dung nào trống", EN: "No empty item"},
	Reason: diag.Words{VI: "Một số thứ tự hay gạch đầu dòng không có chữ là chỗ soạn dở.", EN: "A number or dash without words was left unfinished."},
	Wrong:  withItems("Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân.", "'-'"),
	Right:  withItems("Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân."),
	whole: func(l *Look) {
		l.eachItem(func(i *plan.Item) {
			words := i.Heading.Value.Text + i.Text.Value.Text + i.After.Value.Text
			if len(i.Items) == 0 && strings.Trim(words, " \t\n-+.,;:*") == "" {
				l.report(i.At)
			}
		})
	},
}

var unserved = &Rule{
	Kind: diag.Kind{ID: "sense/unserved-purpose", Severity: diag.Note,
		Message: diag.Words{VI: "mục đích này không có nội dung nào phục vụ", EN: "no item serves this purpose"},
		Fix:     diag.Words{VI: "ghi serves: [{id}] ở nội dung phục vụ, hoặc bỏ mục đích", EN: "write serves: [{id}] at the item that serves it, or drop it"}},
	Title:  diag.Words{VI: "Mục đích nào cũng có việc phục vụ", EN: "Every purpose is served"},
	Reason: diag.Words{VI: "Kế hoạch đã ghi việc nào phục vụ mục đích nào; mục đích không có việc thì chỉ là lời nói.", EN: "The plan tells which item serves which purpose; one without items is but words."},
	Wrong:  withPurposes("nhan-thuc"),
	Right:  withPurposes("nhan-thuc, doi-thoai"),
	whole: func(l *Look) {
		served := map[string]bool{}
		l.eachItem(func(i *plan.Item) {
			for _, id := range i.Serves {
				served[id.Text] = true
			}
		})
		if len(served) == 0 {
			return
		}
		for _, s := range l.Plan.Sections {
			for _, p := range s.Purposes {
				if p.ID.Given() && !served[p.ID.Text] {
					l.report(p.ID.At, "id", p.ID.Text)
				}
			}
		}
	},
}

// withItems is what an example lays over the smallest plan: these items.
func withItems(items ...string) string {
	return "sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    items:\n      - text: " + strings.Join(items, "\n        role: van-phong\n      - text: ") + "\n        role: van-phong\n  - duties_of: [van-phong]\n"
}

// withPurposes is what an example lays over the smallest plan: two purposes and an item that serves some.
func withPurposes(serves string) string {
	return `sections:
  - purposes:
      - id: nhan-thuc
        text: Nâng cao nhận thức của cán bộ, công chức và Nhân dân.
      - id: doi-thoai
        text: Tăng cường đối thoại với Nhân dân.
  - heading: NỘI DUNG THỰC HIỆN
    items:
      - text: Tổ chức hội nghị tuyên truyền, đối thoại tại các thôn.
        serves: [` + serves + `]
  - duties_of: [van-phong]
`
}
