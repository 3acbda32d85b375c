package plan

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// openMarks are the words by which a comment says that something is not settled yet.
var openMarks = []string{"XEM LẠI", "XEM XÉT", "CẦN BỔ SUNG", "CHƯA RÕ", "CHƯA XONG", "???", "TODO", "FIXME"}

var (
	stillOpen = kind("open", `chú thích còn ghi "{mark}"`, `the comment still says "{mark}"`,
		"xem lại chỗ này, sửa nếu cần rồi xóa chú thích", "look at this place, mend it if need be, then delete the comment")
	stillDraft = kind("draft", "kế hoạch còn ghi là dự thảo", "the plan still calls itself a draft",
		"bỏ dòng draft: true", "remove draft: true")
)

// Open are the places of the plan and its agency files where a person left something to be decided. A plan to be signed has
// none.
func (p *Plan) Open() diag.List {
	found := p.File.open()
	for _, a := range p.Issuers {
		found = append(found, a.File.open()...)
	}
	if p.Draft {
		found = append(found, stillDraft.At(diag.Location{File: p.File.Name}))
	}
	return found.Sort()
}

// open finds open marks in comments.
func (s *Source) open() diag.List {
	var found diag.List
	for _, c := range s.Notes().Comments {
		text := s.Text[c.At.Start:c.At.End]
		upper := strings.ToUpper(text)
		for _, mark := range openMarks {
			if i := strings.Index(upper, mark); i >= 0 && len(upper) == len(text) {
				found = append(found, stillOpen.At(Place{s, c.At.Start + i, c.At.Start + i + len(mark)}.Location(), "mark", mark))
			}
		}
	}
	return found
}
