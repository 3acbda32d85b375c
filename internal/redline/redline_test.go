package redline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/redline"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
)

const (
	issued = "../../plans/son-mau/2024/dan-chu-co-so.yaml"
	sample = "../../plans/mau/2026/chuyen-doi-so.yaml"
	joint  = "../../plans/mau/2026/lien-tich.yaml"
	decree = "../../plans/mau/2026/kem-quyet-dinh.yaml"
)

// A pair is a sample plan, and what is written otherwise in its next version.
type pair struct {
	name, file string
	edits      []string // old and new text in turn
}

var pairs = []pair{
	{"nothing", issued, nil},
	{"year moved", issued, []string{"period: {year: 2024}", "period: {year: 2026}", "30/5/2024", "29/5/2026"}},
	{"item dropped", sample, []string{droppedItem, "", "    carries: [cong-khai]\n", ""}},
	{"item moved", sample, []string{movedItem, "", "  - heading: CHỈ TIÊU CHỦ YẾU\n", movedItem + "  - heading: CHỈ TIÊU CHỦ YẾU\n"}},
	{"letters counted on", sample, []string{"          - text: Hướng dẫn người dân thanh toán trực tuyến.\n", "          - text: Một điểm mới.\n          - text: Hai điểm mới.\n          - text: Hướng dẫn người dân thanh toán trực tuyến.\n"}},
	{"table cell changed, row added", sample, []string{"25.000.000]", "27.500.000]", "- ['2', Tuyên truyền, ^, 12.000.000]\n", "- ['2', Tuyên truyền, ^, 12.000.000]\n        - ['2b', In ấn, ^, 1.000.000]\n"}},
	{"table of other columns", sample, []string{"        - shows: support\n", ""}},
	{"appendix dropped", sample, []string{droppedAppendix, "", ";\n          cùng thôn tự đánh giá theo {{appendix tieu-chi}}.", "."}},
	{"words put in and taken out", issued, []string{"Theo dõi, nắm chắc tình hình", "Nắm tình hình", "hồ sơ và trả kết quả", "hồ sơ, số hóa và trả kết quả"}},
	{"paragraph split", issued, []string{"trên địa bàn xã Sơn Màu.\n  Đề nghị", "trên địa bàn xã Sơn Màu.\n\n  Đề nghị"}},
	{"recipient at the end, signatory", issued, []string{"  - to: Ban cán sự các thôn\n", "  - to: Ban cán sự các thôn\n  - to: Trang thông tin điện tử xã\n", "Võ Thế Vinh", "Nguyễn Văn Bình"}},
	{"letterhead of three lines", issued, []string{"  XÃ SƠN MÀU\n", "  XÃ SƠN MÀU\n  (CƠ SỞ 2)\n", "place: Sơn Màu\n", "place: Sơn Tây Hạ\nparent: ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n"}},
	{"number and day given", issued, []string{"period: {year: 2024}", "period: {year: 2024}\nnumber: \"07\"\ndate: 05/01/2024"}},
	{"bold", issued, []string{"khiếu kiện đông người", "**khiếu kiện** đông người"}},
	{"another plan", issued, []string{"*", sample}},
	{"a joint plan", joint, []string{"*", issued}},
	{"a plan under a decision", decree, []string{"*", sample}},
}

const droppedItem = `      - id: cong-khai
        text: Công khai ngân sách và các khoản đóng góp của Nhân dân theo {{cite luat-dan-chu}}.
        role: kinh-te
        deadline: {by_end_of: {half: 1}}
        output: Bản công khai tại trụ sở UBND xã
        funding: {amount: 3000000, source: ngân sách xã}
`

const movedItem = `      - id: to-cong-nghe
        text: Kiện toàn và nâng cao chất lượng hoạt động của Tổ công nghệ số cộng đồng.
        serves: [md-nhan-thuc, md-phuc-vu]
        role: van-hoa
        support: [to-cong-nghe]
        deadline: {before: 31/3/2026}
        output: Quyết định kiện toàn
`

const droppedAppendix = `  - id: tieu-chi
    title: TIÊU CHÍ ĐÁNH GIÁ THÔN THÔNG MINH
    text: Việc đánh giá thực hiện mỗi năm một lần, theo các tiêu chí sau.
    sections:
      - heading: HẠ TẦNG SỐ
        items:
          - text: Có điểm truy cập Internet không dây tại nhà văn hóa thôn.
          - text: Trên 80% hộ gia đình có điện thoại thông minh.
      - heading: KỸ NĂNG SỐ
        items:
          - text: >-
              Mỗi hộ có ít nhất một người sử dụng được dịch vụ công trực tuyến; một người sử dụng được thanh toán không
              dùng tiền mặt.
          - text: Tổ công nghệ số cộng đồng hoạt động thường xuyên.
`

// load loads a plan with some of its text, or its agency's, written otherwise.
func load(t testing.TB, file string, edits []string) *plan.Plan {
	t.Helper()
	if len(edits) == 2 && edits[0] == "*" {
		file, edits = edits[1], nil
	}
	done := len(edits) == 0
	p, found := plan.Load(file, plan.Options{ReadFile: func(name string) ([]byte, error) {
		data, err := os.ReadFile(name)
		text := string(data)
		for i := 0; i+1 < len(edits); i += 2 {
			done = done || strings.Contains(text, edits[i])
			text = strings.Replace(text, edits[i], edits[i+1], 1)
		}
		return []byte(text), err
	}})
	if found.Failed() || !done {
		_ = found.WriteText(os.Stderr, "en")
		t.Fatal("the plan does not load")
	}
	return p
}

func built(t testing.TB, p *plan.Plan) *wml.Package {
	t.Helper()
	renderer, found := render.New(font.Default())
	if found.Failed() {
		t.Fatal(found)
	}
	renderer.Closed = true
	files, found := renderer.Plan(p, "plan", []render.Format{render.DOCX})
	if found.Failed() {
		t.Fatal(found)
	}
	pkg, found := wml.OpenPackage("plan.docx", files[0].Data)
	if found.Failed() {
		t.Fatal(found)
	}
	return pkg
}

func TestAcceptingGivesTheNewDocumentAndRejectingTheOld(t *testing.T) {
	by := redline.Author{Name: `UBND "xã"`, Date: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)}
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			before, after := built(t, load(t, p.file, nil)), built(t, load(t, p.file, p.edits))
			for _, way := range []struct {
				name     string
				old, new *wml.Package
			}{{"forth", before, after}, {"back", after, before}} {
				merged, err := redline.Merge(way.old, way.new, by)
				if err != nil {
					t.Fatal(err)
				}
				same(t, way.name+": accepted", settle(t, merged, true), way.new)
				same(t, way.name+": rejected", settle(t, merged, false), way.old)
			}
		})
	}
}

// same compares what two documents say and how their paragraphs are set.
func same(t *testing.T, what string, got, want *wml.Package) {
	t.Helper()
	a, b := described(t, got), described(t, want)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Errorf("%s: paragraph %d\n got %q\nwant %q", what, i, a[min(i, len(a)):min(i+2, len(a))], b[min(i, len(b)):min(i+2, len(b))])
			return
		}
	}
}

// described are the paragraphs of a document: style, number, words with bold and italic.
func described(t *testing.T, pkg *wml.Package) []string {
	t.Helper()
	doc, found := wml.Read(pkg)
	if found.Failed() {
		t.Fatal(found)
	}
	var out []string
	var blocks func([]wml.Block)
	blocks = func(list []wml.Block) {
		for _, block := range list {
			switch b := block.(type) {
			case *wml.Paragraph:
				line := b.Style + "|"
				if b.Number != nil {
					line += b.Number.Text + "|"
				}
				for _, inline := range b.Inlines {
					switch i := inline.(type) {
					case *wml.Text:
						line += fmt.Sprintf("%s<%t%t>", i.Text, i.Bold, i.Italic)
					case *wml.Break:
						line += "⏎"
					}
				}
				out = append(out, line)
			case *wml.Table:
				for _, row := range b.Rows {
					for _, cell := range row.Cells {
						out = append(out, "cell")
						blocks(cell.Blocks)
					}
				}
			}
		}
	}
	for _, s := range doc.Sections {
		out = append(out, "section")
		blocks(s.Blocks)
	}
	return out
}
