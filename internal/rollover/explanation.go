package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/sheet"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

// stillAsked is why there is no explanation yet.
var stillAsked = finding("open", "còn {count} chỗ phải xem lại, nên chưa lập được bản giải trình", "{count} places are still open, so that there is no explanation yet",
	`trả lời hết bằng "kehoach review" rồi lập lại`, `answer them with "kehoach review", then make it again`)

// noDraft is why a plan has no explanation.
var noDraft = finding("no-draft", "kế hoạch này không phải dự thảo lập từ kế hoạch năm trước, nên không có gì để giải trình", "this plan was not drafted from last year's, so that there is nothing to explain",
	`lập dự thảo bằng "kehoach next", rồi xem lại`, `draft it with "kehoach next", then review it`)

// Explanation is what the clerk hands the leader with the draft (bản giải trình): what was moved and decided, and why, on a page. A
// ledger in which something is open has none. It is in Vietnamese: a paper of the office.
func (l Ledger) Explanation(draft *plan.Plan) (*sheet.Sheet, diag.List) {
	origin, drafted := OriginOf(draft.File)
	if !drafted {
		return nil, diag.List{noDraft.At(diag.Location{File: draft.File.Name})}
	}
	if open := l.In(Decide); len(open) > 0 {
		return nil, diag.List{stillAsked.At(diag.Location{File: draft.File.Name}, "count", strconv.Itoa(len(open)))}
	}
	title := strings.Join(strings.Fields(compose.Word(draft).Line(draft.Title)), " ")
	s := &sheet.Sheet{
		Title:      "GIẢI TRÌNH DỰ THẢO KẾ HOẠCH",
		Subtitle:   []template.Text{words(title)},
		Signer:     &sheet.Signer{Post: "NGƯỜI SOẠN THẢO"},
		Properties: wml.Properties{Title: "Giải trình dự thảo kế hoạch", Author: draft.Issuers[0].Name.Value.Text, Language: "vi-VN"},
	}
	s.Lines = append(s.Lines, words("Dự thảo được lập từ kế hoạch năm "+strconv.Itoa(origin.Year)+". Các chỗ phải xem lại đã được trả lời hết."))
	where := whereaboutsOf(draft)
	for _, part := range []struct {
		heading string
		rows    []row
		last    string // heading of the last column
	}{
		{"Nội dung đã chuyển, đã sửa", l.rows(Moved, diag.Vietnamese), "Vì sao"},
		{"Nội dung giữ nguyên sau khi xem lại", l.kept(), "Lý do"},
		{"Nội dung cần lãnh đạo lưu ý", l.rows(Stale, diag.Vietnamese), "Vì sao"},
	} {
		if len(part.rows) > 0 {
			s.Tables = append(s.Tables, sheet.Table{Heading: part.heading, Table: explained(part.rows, where, part.last)})
		}
	}
	return s, nil
}

// kept are the places that a person looked at and left, with the reason.
func (l Ledger) kept() []row {
	var kept Ledger
	for _, e := range l.In(Untouched) {
		if e.Kind == settledBy || e.Kind == settled {
			kept = append(kept, e)
		}
	}
	return kept.rows(Untouched, diag.Vietnamese)
}

// explained is a table of entries, with where each stands.
func explained(rows []row, where whereabouts, last string) *template.Table {
	t := &template.Table{Columns: sheet.Columns(1, 3, 4, 4, 5),
		Header: []template.Cell{sheet.Cell("TT"), sheet.Cell("Vị trí"), sheet.Cell("Trước"), sheet.Cell("Nay"), sheet.Cell(last)}}
	for i, r := range rows {
		number := sheet.Cell(strconv.Itoa(i + 1))
		number.Align = "center"
		why := r.Why(diag.Vietnamese)
		if n := len(r.lines); n > 1 {
			why += " (" + strconv.Itoa(n) + " chỗ)"
		}
		t.Rows = append(t.Rows, []template.Cell{number, sheet.Cell(where.ofAll(r.entries)), sheet.Cell(r.Old), sheet.Cell(r.now()), sheet.Cell(why)})
	}
	return t
}

// now is what stands there today.
func (e Entry) now() string {
	switch {
	case e.New == "" && e.Kind == emptied:
		return "(để trống)"
	case e.New == "" && e.Kind == answered && e.path == "":
		return "(đã sửa trong tệp)"
	case e.New == "" && e.Kind == answered:
		return "(đã bỏ)"
	case e.Pile == Stale && e.New != "": // proposed, not made
		return e.Old + " (cân nhắc: " + e.New + ")"
	case e.New == "" && e.Pile != Moved:
		return e.Old
	}
	return e.New
}

func words(s string) template.Text { return template.Text{{Text: s}} }
