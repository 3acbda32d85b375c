package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
)

var nobody = &Rule{
	Kind: diag.Kind{ID: "sense/nobody", Severity: diag.Warning,
		Message: diag.Words{VI: "{count} nội dung không có ai chịu trách nhiệm, bắt đầu từ đây", EN: "{count} items have nobody responsible, beginning here"},
		Fix:     diag.Words{VI: "ghi role cho từng nội dung, hoặc giao việc theo đơn vị ở mục Tổ chức thực hiện", EN: "give the items a role, or assign the duties by office in a section of their own"}},
	Title:  diag.Words{VI: "Việc nào cũng có người làm", EN: "Every task has someone"},
	Reason: diag.Words{VI: "Việc không giao cho ai thì không ai làm, cuối năm không biết hỏi ai. Nhiệm vụ chỉ theo dõi, đôn đốc, báo cáo việc thực hiện Kế hoạch thì chưa giao việc nào.", EN: "What is assigned to nobody is done by nobody. Duties that only watch over the plan and report assign nothing."},
	Wrong: `sections:
  - heading: NỘI DUNG THỰC HIỆN
    items:
      - text: Tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường.
      - text: Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân.
  - duties_of: [van-phong]
`,
	Right: `sections:
  - heading: NỘI DUNG THỰC HIỆN
    items:
      - text: Tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường.
        role: van-phong
      - text: Tổ chức tiếp công dân, đối thoại trực tiếp với Nhân dân.
        role: van-phong
  - duties_of: [van-phong]
`,
	whole: tasksOfNobody,
}

var (
	organizing = pattern.Of(`(?i)tổ chức thực hiện|phân công|trách nhiệm|giao nhiệm vụ|chủ trì`)
	leading    = pattern.Of(`(?i)(?:cơ quan|đơn vị|bộ phận) (?:thường trực|chủ trì|đầu mối)|làm đầu mối|là đầu mối`)
	watching   = pattern.Of(`(?i)^(?:theo dõi|đôn đốc|kiểm tra|tổng hợp|báo cáo)[^.;]{0,80}(?:kế hoạch|kết quả)[^.;]{0,40}[.;]?$`)
	assigning  = pattern.Of(`(?i)chủ trì|chịu trách nhiệm|phụ trách|đầu mối|tham mưu|giao |có trách nhiệm|các thôn|các (?:ngành|cơ quan|đơn vị|ban)`)
)

// tasksOfNobody reports, once, that items name nobody: where a section assigns duties by office, all items have someone.
func tasksOfNobody(l *Look) {
	for _, s := range l.Plan.Sections {
		told := s.Text.Value.Text + " " + s.After.Value.Text
		if l.assigns(s) || organizing.MatchString(s.Heading.Value.Text) && (len(s.DutiesOf) == 0 || len(s.Items) > 0 || assigning.MatchString(told)) {
			return
		}
	}
	for _, a := range l.Plan.Appendices {
		if organizing.MatchString(a.Title.Value.Text) {
			return
		}
	}
	var items, alone []*plan.Item
	for _, s := range l.Plan.Sections {
		visit(s.Items, false, func(i *plan.Item, assigned bool) {
			items = append(items, i)
			if !assigned {
				alone = append(alone, i)
			}
		})
	}
	if len(alone) == 0 || len(items) < 2 || slices.ContainsFunc(l.Sentences, func(s Sentence) bool { return leading.MatchString(s.Text) }) {
		return
	}
	l.report(alone[0].At, "count", strconv.Itoa(len(alone)))
}

// assigns tells whether a section assigns work by office: a duty that is more than to watch over the plan and to report.
func (l *Look) assigns(s *plan.Section) bool {
	works := false
	for _, r := range l.Plan.Roles {
		if !slices.ContainsFunc(s.DutiesOf, func(id plan.Value) bool { return id.Text == r.ID.Text }) {
			continue
		}
		works = works || r.Text.Given() || len(r.Carries) > 0
		plan.Walk(r.Duties, func(i *plan.Item) {
			works = works || !watching.MatchString(i.Heading.Value.Text+i.Text.Value.Text) || len(i.Items) > 0
		})
	}
	return works
}

// visit visits the items that hold no others, with whether they or what they are part of are assigned to somebody.
func visit(items []*plan.Item, assigned bool, look func(i *plan.Item, assigned bool)) {
	for _, i := range items {
		words := i.Heading.Value.Text + " " + i.Text.Value.Text + " " + i.After.Value.Text
		assigned := assigned || i.Role.Given() || len(i.Support) > 0 || strings.Contains(words, "{{role") || assigning.MatchString(words)
		if len(i.Items) == 0 {
			look(i, assigned)
			continue
		}
		visit(i.Items, assigned, look)
	}
}

var idleRole = &Rule{
	Kind: diag.Kind{ID: "sense/idle-role", Severity: diag.Note,
		Message: diag.Words{VI: "{role} không được giao việc gì", EN: "{role} is given nothing to do"},
		Fix:     diag.Words{VI: "giao nhiệm vụ (duties, role, support), hoặc bỏ khỏi roles", EN: "give it duties or items, or drop it from roles"}},
	Title:  diag.Words{VI: "Đơn vị nào cũng có việc", EN: "Every role has something to do"},
	Reason: diag.Words{VI: "Đơn vị có tên trong kế hoạch mà không có việc: hoặc quên giao, hoặc còn sót từ kế hoạch trước.", EN: "A role without duties was forgotten, or is left over."},
	Wrong:  withRoles("  - id: kinh-te\n    name: Phòng Kinh tế\n", "van-phong"),
	Right:  withRoles("", "van-phong"),
	whole: func(l *Look) {
		busy := l.busyRoles()
		for _, r := range l.Plan.Roles {
			if len(r.Duties) == 0 && !r.Text.Given() && len(r.Carries) == 0 && !busy[r.ID.Text] {
				l.report(r.ID.At, "role", l.plainly(&r.Name))
			}
		}
	},
}

var unprintedDuties = &Rule{
	Kind: diag.Kind{ID: "sense/duties-not-printed", Severity: diag.Warning,
		Message: diag.Words{VI: "nhiệm vụ của {role} không được in ở mục nào", EN: "the duties of {role} are printed nowhere"},
		Fix:     diag.Words{VI: "thêm {id} vào duties_of của mục Tổ chức thực hiện", EN: "add {id} to the duties_of of a section"}},
	Title:  diag.Words{VI: "Nhiệm vụ được in ra", EN: "Duties are printed"},
	Reason: diag.Words{VI: "Nhiệm vụ chỉ nằm trong tệp, không có trên văn bản, thì đơn vị ấy không biết.", EN: "Duties that stand in the file and not on the page reach nobody."},
	Wrong:  withRoles("  - id: kinh-te\n    name: Phòng Kinh tế\n    duties:\n      - text: Tham mưu bố trí kinh phí.\n", "van-phong"),
	Right:  withRoles("  - id: kinh-te\n    name: Phòng Kinh tế\n    duties:\n      - text: Tham mưu bố trí kinh phí.\n", "van-phong, kinh-te"),
	whole: func(l *Look) {
		printed := map[string]bool{}
		for _, s := range l.Plan.Sections {
			for _, id := range s.DutiesOf {
				printed[id.Text] = true
			}
		}
		for _, r := range l.Plan.Roles {
			if len(r.Duties) > 0 && !printed[r.ID.Text] {
				l.report(r.ID.At, "role", l.plainly(&r.Name), "id", r.ID.Text)
			}
		}
	},
}

// busyRoles are the ids of roles that items, duties, reports or words of the plan name.
func (l *Look) busyRoles() map[string]bool {
	busy := map[string]bool{}
	note := func(i *plan.Item) {
		busy[i.Role.Text] = true
		for _, s := range i.Support {
			busy[s.Text] = true
		}
	}
	l.eachItem(note)
	for _, r := range l.Plan.Reports {
		busy[r.Role.Text] = true
	}
	for i := range l.Sentences {
		s := &l.Sentences[i]
		for _, in := range s.inlines {
			if in.Role != nil {
				busy[in.Role.ID.Text] = true
			}
		}
		if _, own := s.Passage.In.(*plan.Role); own {
			continue
		}
		for _, r := range l.Plan.Roles {
			if r.Name.Given() && strings.Contains(s.Text, r.Name.Value.Text) { // "… là đầu mối theo dõi" in prose
				busy[r.ID.Text] = true
			}
		}
	}
	return busy
}

// eachItem visits all items of the plan: of sections, of roles, of appendices.
func (l *Look) eachItem(visit func(*plan.Item)) {
	for _, r := range l.Plan.Roles {
		plan.Walk(r.Duties, visit)
	}
	sections := l.Plan.Sections
	for _, a := range l.Plan.Appendices {
		sections = append(sections[:len(sections):len(sections)], a.Sections...)
	}
	for _, s := range sections {
		plan.Walk(s.Purposes, visit)
		plan.Walk(s.Requirements, visit)
		plan.Walk(s.Items, visit)
	}
}

// withRoles is what an example lays over the smallest plan: one role more, and whose duties are printed.
func withRoles(more, printed string) string {
	return "roles:\n  - id: van-phong\n    name: Văn phòng HĐND và UBND\n    duties:\n      - text: Theo dõi việc thực hiện Kế hoạch.\n" + more +
		"sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    text: Tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường.\n  - duties_of: [" + printed + "]\n"
}
