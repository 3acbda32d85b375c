package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// openMarks are the words by which a comment says that something is not settled yet.
var openMarks = []string{"XEM LẠI", "XEM XÉT", "CẦN BỔ SUNG", "CHƯA RÕ", "CHƯA XONG", "???", "TODO", "FIXME"}

var (
	stillOpen = kind("open", `chú thích còn ghi "{mark}"`, `the comment still says "{mark}"`,
		"xem lại chỗ này, sửa nếu cần rồi xóa chú thích", "look at this place, mend it if need be, then delete the comment")
	openText = kind("open-text", `câu chữ còn ghi "{mark}"`, `the text still says "{mark}"`,
		"điền hoặc sửa chỗ này trước khi lập bản để ký", "fill in or mend this place before the files are made that are signed")
	stillDraft = kind("draft", "kế hoạch còn ghi là dự thảo", "the plan still calls itself a draft",
		"bỏ dòng draft: true", "remove draft: true")
)

// inText are the marks that are no words of a plan's own when they stand in its text, in capitals.
var inText = []string{"XEM LẠI", "CẦN BỔ SUNG", "CHƯA RÕ", "CHƯA XONG", "???", "TODO", "FIXME"}

// Open are the places of the plan and its agency files where a person left something to be decided. A plan to be signed has
// none.
func (p *Plan) Open() diag.List {
	found := p.File.Open()
	for _, a := range p.Issuers {
		found = append(found, a.File.Open()...)
	}
	if p.Draft {
		found = append(found, stillDraft.At(p.draftAt()))
	}
	return found.Sort()
}

var draftLine = regexp.MustCompile(`(?m)^draft[ \t]*:`)

// draftAt is where the plan says that it is a draft.
func (p *Plan) draftAt() diag.Location {
	line := draftLine.FindStringIndex(p.File.Text)
	if line == nil {
		return diag.Location{File: p.File.Name}
	}
	return Place{p.File, line[0], line[0] + len("draft")}.Location()
}

// Open finds open marks in a file's comments and in its text.
func (s *Source) Open() diag.List {
	var found diag.List
	comments := s.Notes().Comments
	for _, c := range comments {
		text := s.Text[c.At.Start:c.At.End]
		upper := strings.ToUpper(text)
		for _, mark := range openMarks {
			if i := strings.Index(upper, mark); i >= 0 && len(upper) == len(text) {
				found = append(found, stillOpen.At(Place{s, c.At.Start + i, c.At.Start + i + len(mark)}.Location(), "mark", mark))
			}
		}
	}
	for _, mark := range inText {
		for from := 0; ; {
			i := strings.Index(s.Text[from:], mark)
			if i < 0 {
				break
			}
			at := Place{s, from + i, from + i + len(mark)}
			if from = at.End; !slices.ContainsFunc(comments, func(c Comment) bool { return c.At.Start <= at.Start && at.End <= c.At.End }) {
				found = append(found, openText.At(at.Location(), "mark", mark))
			}
		}
	}
	return found
}

// OpenValue finds an open mark in a value that the caller gives; name is how findings call it.
func OpenValue(name, value string) diag.List {
	for _, mark := range inText {
		if strings.Contains(value, mark) {
			return diag.List{openText.At(diag.Location{File: name}, "mark", mark)}
		}
	}
	return nil
}
