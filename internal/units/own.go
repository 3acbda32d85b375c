package units

import (
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// StarterPlan is the plan file of its own that the example of a starter names, and the file's name beside the list; "" when the
// plan leaves no choice to its units. In the example the unit goes without every part that is a choice.
func StarterPlan(p *plan.Plan) (name string, data []byte) {
	choices := choicesOf(p)
	if len(choices) == 0 {
		return "", nil
	}
	unit := exampleOf(p)[keyUnit]
	var b strings.Builder
	b.WriteString("# Kế hoạch riêng của " + unit + ": những chỗ khác kế hoạch mẫu. Đây là ví dụ.\n")
	b.WriteString("# Kế hoạch mẫu để đơn vị chọn những phần dưới đây. Phần nào không làm thì để mã ở drop; phần nào làm thì xóa mã khỏi\n")
	b.WriteString("# drop và viết lại phần ấy theo đơn vị.\ndrop:\n")
	for _, id := range choices {
		b.WriteString("  - '" + id + "'\n")
	}
	return "rieng-" + vi.Slug(unit) + ".yaml", []byte(b.String())
}

// choicesOf are the parts of a plan about which its units must choose, those inside another before it: so they can be dropped in turn.
func choicesOf(p *plan.Plan) []string {
	var ids []string
	add := func(id plan.Value, lock plan.Lock) {
		if lock == "choice" && id.Given() {
			ids = append(ids, id.Text)
		}
	}
	var items func(lists ...[]*plan.Item)
	items = func(lists ...[]*plan.Item) {
		for _, list := range lists {
			for _, i := range list {
				items(i.Items)
				add(i.ID, i.Model)
			}
		}
	}
	sections := func(list []*plan.Section) {
		for _, s := range list {
			items(s.Purposes, s.Requirements, s.Items)
			add(s.ID, s.Model)
		}
	}
	for _, r := range p.Roles {
		items(r.Duties)
		add(r.ID, r.Model)
	}
	sections(p.Sections)
	for _, a := range p.Appendices {
		sections(a.Sections)
		add(a.ID, a.Model)
	}
	return ids
}
