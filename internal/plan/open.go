package plan

import (
	"strings"

	"go.yaml.in/yaml/v3"

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

// open finds open marks in comments. yaml.v3 tells what the comments say, not where: a line ends in one when what follows one
// of its # is among them.
func (s *Source) open() diag.List {
	var root yaml.Node
	if yaml.Unmarshal([]byte(s.Text), &root) != nil {
		return nil // Load has said so
	}
	comments := map[string]bool{}
	collectComments(&root, comments)
	var found diag.List
	at := 0
	for line := range strings.SplitSeq(s.Text, "\n") {
		for i := range line {
			if line[i] != '#' || !comments[strings.TrimSpace(line[i:])] {
				continue
			}
			upper := strings.ToUpper(line[i:])
			for _, mark := range openMarks {
				if j := strings.Index(upper, mark); j >= 0 && len(upper) == len(line[i:]) {
					found = append(found, stillOpen.At(Place{s, at + i + j, at + i + j + len(mark)}.Location(), "mark", mark))
				}
			}
			break
		}
		at += len(line) + 1
	}
	return found
}

func collectComments(n *yaml.Node, into map[string]bool) {
	for _, comment := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		for line := range strings.SplitSeq(comment, "\n") {
			into[strings.TrimSpace(line)] = true
		}
	}
	for _, child := range n.Content {
		collectComments(child, into)
	}
}
