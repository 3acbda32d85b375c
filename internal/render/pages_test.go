package render_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/wml"
)

// An office is an agency file of a test.
type office struct{ name, place, page, collective, signatory string }

func (o office) file(id string) string {
	return fmt.Sprintf("kehoach: 1\nname: %s\nkind: xa\nletterhead: %s\nplace: %s\nsuffix: UBND\ncollective: %s\npage: %s\nrecipients: [{to: Ủy ban MTTQ Việt Nam và các tổ chức chính trị}]\n"+
		"signatories:\n  - %s\n", o.name, strings.ToUpper(o.name), o.place, o.collective, o.page, strings.ReplaceAll(o.signatory, "ID", id))
}

var (
	commune = office{"Ủy ban nhân dân xã Sơn Tây Hạ", "Sơn Tây Hạ", "{left: 30, right: 15}", "ỦY BAN NHÂN DÂN", "{id: ID, name: Đinh Thị Hạnh, post: PHÓ CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH}"}
	front   = office{"Ủy ban Mặt trận Tổ quốc xã Sơn Tây Hạ", "Sơn Tây Hạ", "{left: 30, right: 15}", "BAN THƯỜNG TRỰC", "{id: ID, name: Trần Thị Bình, post: CHỦ TỊCH, authority: [TM]}"}
)

func (o office) on(page string) office {
	o.page = page
	return o
}

// A sheet is a plan as it stands on paper: its pages, and where it is signed.
type sheet struct {
	*layout.Document
	signingMap
	fields map[string][4]float64
}

// sheetOf lays out a plan of some offices. rest is the plan's own part.
func sheetOf(t *testing.T, rest string, offices ...office) sheet {
	t.Helper()
	files := map[string]string{}
	var names []string
	for i, o := range offices {
		name := fmt.Sprintf("agency%d.yaml", i+1)
		files[name] = o.file(fmt.Sprintf("s%d", i+1))
		names = append(names, name)
	}
	files["plan.yaml"] = "kehoach: 1\nagencies: [" + strings.Join(names, ", ") + "]\nperiod: {year: 2026}\ntitle: Thực hiện\n" + rest
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil }})
	if found.Failed() {
		t.Fatal(text(found))
	}
	made, found := renderer(t).Plan(p, "plan", both)
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	s := sheet{fields: map[string][4]float64{}}
	for _, f := range made {
		if f.Of != "" {
			if err := json.Unmarshal(f.Data, &s.signingMap); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, m := range s.Marks {
		s.fields[*m.Field] = m.RectPT
	}
	pkg, _ := wml.OpenPackage("plan.docx", made[0].Data)
	doc, found := wml.Read(pkg)
	if found.Failed() {
		t.Fatal(text(found))
	}
	s.Document, _ = layout.Pages(doc, font.Default())
	return s
}

// line finds the line of the last page that begins with some words: its left edge, baseline, right edge.
func (s sheet) line(t *testing.T, words string) (left, y, right float64) {
	t.Helper()
	for _, p := range s.Pages {
		for _, item := range p.Items {
			if g, ok := item.(*layout.Glyphs); ok && strings.HasPrefix(g.Text, words) {
				left, y, right = g.X.Points(), g.Y.Points(), (g.X + g.Width).Points()
			}
		}
	}
	if y == 0 {
		t.Fatalf("no %q", words)
	}
	return left, y, right
}

const oneItem = "sections: [{text: a}]\n"

var papers = []string{"{left: 30, right: 15}", "{left: 30, right: 17.2}", "{left: 31, right: 18}", "{left: 35, right: 20}"}

// The room that signing programs fill: 150 × 100 pt for the leader's picture, 72 pt on its left for the seal (64 where two stand beside
// each other on the narrowest page), inside the text's margins, and no letter under either.
func TestTheRoomForSignatureAndSealIsFree(t *testing.T) {
	for _, paper := range papers {
		for n := 1; n <= 4; n++ {
			offices := []office{commune, front, front, commune}[:n]
			for i := range offices {
				offices[i] = offices[i].on(paper)
			}
			s := sheetOf(t, oneItem, offices...)
			var left float64
			if _, err := fmt.Sscanf(paper, "{left: %f", &left); err != nil {
				t.Fatal(err)
			}
			left *= 72 / 25.4
			for i := 1; i <= n; i++ {
				room, seal := s.fields[fmt.Sprintf("signature_%d", i)], s.fields["seal"]
				if i > 1 {
					seal = s.fields[fmt.Sprintf("seal_%d", i)]
				}
				if room[2]-room[0] < 149.98 || room[3]-room[1] < 99.98 || seal[2]-seal[0] < 102 {
					t.Errorf("%s, %d of %d: the room is %v, the seal's %v", paper, i, n, room, seal)
				}
				if free := room[0] - left; seal[0] < left || free < 72 && paper != papers[3] || free < 64 {
					t.Errorf("%s, %d of %d: %.1f pt are free on the left, the seal begins at %.1f, the text at %.1f", paper, i, n, free, seal[0], left)
				}
			}
			for _, m := range s.Marks {
				if m.Role != "signatory" && m.Role != "seal" {
					continue
				}
				page := s.Pages[m.Page-1]
				for _, item := range page.Items {
					if g, ok := item.(*layout.Glyphs); ok && strings.TrimSpace(g.Text) != "" {
						y := page.Height.Points() - g.Y.Points()
						if g.X.Points() < m.RectPT[2] && (g.X+g.Width).Points() > m.RectPT[0] && y > m.RectPT[1]-2 && y+8 < m.RectPT[3] {
							t.Errorf("%s, %d: %q stands in %s", paper, n, g.Text, *m.Field)
						}
					}
				}
			}
		}
	}
}

func TestEachAgencyOfAJointPlanHasItsSeal(t *testing.T) {
	s := sheetOf(t, "number: '1'\ndate: 05/01/2026\n"+oneItem, commune, front, commune)
	var got []string
	for _, m := range s.Marks {
		got = append(got, m.Role+" "+*m.Field)
	}
	if want := "[signatory signature_1 seal seal signatory signature_2 seal seal_2 signatory signature_3 seal seal_3]"; fmt.Sprint(got) != want {
		t.Errorf("%v", got)
	}
}

func TestThoseWhoSignBesideEachOtherStandOnOneLevel(t *testing.T) {
	front := front
	front.signatory = "{id: ID, name: Lê Văn Cường, post: TRƯỞNG BAN, authority: [TM]}"
	third := commune
	third.signatory = "{id: ID, name: Hồ Văn Em, post: QUYỀN GIÁM ĐỐC, authority: [TM]}"
	s := sheetOf(t, oneItem, commune, front, third)
	_, first, _ := s.line(t, "PHÓ CHỦ TỊCH")
	_, second, _ := s.line(t, "TRƯỞNG BAN")
	if first != second {
		t.Errorf("posts stand at %.1f and %.1f", first, second)
	}
	_, first, _ = s.line(t, "Đinh Thị Hạnh")
	_, second, _ = s.line(t, "Lê Văn Cường")
	if first != second {
		t.Errorf("names stand at %.1f and %.1f", first, second)
	}
	_, authority, _ := s.line(t, "TM. ỦY BAN NHÂN DÂN")
	if authority-first < 14+10 {
		t.Errorf("the third's authority stands %.1f pt under the first's name", authority-first)
	}
	left, _, right := s.line(t, "Hồ Văn Em")
	if middle := (30*72/25.4 + 595.28 - 15*72/25.4) / 2; math.Abs((left+right)/2-middle) > 1 {
		t.Errorf("a lone third stands at %.1f, the middle is %.1f", (left+right)/2, middle)
	}
}

// No page holds only recipients, wherever the text ends.
func TestRecipientsStandOnThePageOfASignature(t *testing.T) {
	for n := 1; n <= 3; n++ {
		for length := 1; length < 40; length++ {
			s := sheetOf(t, "sections:\n  - text: |-\n      a\n"+strings.Repeat("      b\n", length)+"closing: Trên đây là Kế hoạch.\n", []office{commune, front, commune}[:n]...)
			for i, p := range s.Pages {
				all := strings.Join(p.Lines(), "|")
				if strings.Contains(all, "Nơi nhận") && !strings.Contains(all, "Đinh Thị Hạnh") && !strings.Contains(all, "Trần Thị Bình") {
					t.Errorf("%d sign, %d lines: page %d holds only %s", n, length, i+1, all)
				}
			}
		}
	}
}

// A document ends with a paragraph of one point below its last table: alone on a page it would make an empty one.
func TestNoPageIsEmpty(t *testing.T) {
	for lines := 12; lines <= 14; lines++ {
		for bottom := 200; bottom <= 210; bottom++ {
			page := fmt.Sprintf("{left: 30, right: 15, bottom: %d.%d}", bottom/10, bottom%10)
			s := sheetOf(t, "sections:\n  - text: |-\n      a\n"+strings.Repeat("      b\n", lines)+"closing: Trên đây là Kế hoạch.\n", commune.on(page), front)
			for i, p := range s.Pages {
				if words := strings.Join(p.Lines(), ""); words == "" || words == strconv.Itoa(i+1) {
					t.Errorf("%d lines, %s: page %d of %d is empty", lines, page, i+1, len(s.Pages))
				}
			}
		}
	}
}

// "./." behind a table goes where its last row goes.
func TestTheEndMarkNeverStandsAlone(t *testing.T) {
	for rows := 28; rows < 34; rows++ {
		for bottom := 20; bottom <= 25; bottom++ {
			page := fmt.Sprintf("{left: 30, right: 15, bottom: %d}", bottom)
			s := sheetOf(t, oneItem+"appendices:\n  - id: a\n    title: A\n    table:\n      columns: [{heading: x}]\n      rows:\n"+strings.Repeat("        - [hàng]\n", rows), commune.on(page))
			if last := strings.Join(s.Pages[len(s.Pages)-1].Lines(), "|"); !strings.Contains(last, "hàng") {
				t.Errorf("%d rows, %s: the last page holds only %s", rows, page, last)
			}
		}
	}
}

// Measured on real plans: a line such as this takes 223.7 pt at 11 pt; it stood on two lines.
func TestTheRecipientsTakeWhatTheSealLeaves(t *testing.T) {
	s := sheetOf(t, oneItem, commune)
	left, _, right := s.line(t, "- Ủy ban MTTQ Việt Nam và các tổ chức chính trị;")
	if seal := s.fields["seal"][0]; right > seal || right-left < 220 {
		t.Errorf("the recipients stand from %.1f to %.1f, the seal begins at %.1f", left, right, seal)
	}
}

// A line that begins with a dash is read as another recipient.
func TestNoLineOfARecipientBeginsWithItsDash(t *testing.T) {
	s := sheetOf(t, oneItem+"recipients: [{to: Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội xã}]\n", commune)
	for _, line := range s.Pages[0].Lines() {
		if strings.HasPrefix(line, "- xã hội") {
			t.Error(line)
		}
	}
}

// II.3c: no gap beside the slash. Four digits of 13 pt take 26 pt.
func TestTheNumberIsTypedBesideItsSlash(t *testing.T) {
	s := sheetOf(t, oneItem, commune)
	field := s.fields["so"]
	if w := field[2] - field[0]; w < 32 || w > 36 {
		t.Errorf("the field is %.1f pt wide", w)
	}
	for _, item := range s.Pages[0].Items {
		if g, ok := item.(*layout.Glyphs); ok && strings.HasPrefix(g.Text, "Số:") {
			after := 0.0
			for _, r := range g.Text[strings.Index(g.Text, "/"):] {
				units, _ := g.Face.Advance(r)
				after += float64(units) * g.Size.Points() / float64(g.Face.UnitsPerEm())
			}
			if slash := (g.X + g.Width).Points() - after; math.Abs(slash-field[2]) > 0.01 {
				t.Errorf("the field ends at %.2f, the slash begins at %.2f", field[2], slash)
			}
		}
	}
	for _, name := range []string{"ngay", "thang"} {
		if w := s.fields[name][2] - s.fields[name][0]; w < 19 || w > 20 {
			t.Errorf("the field %s is %.1f pt wide", name, w)
		}
	}
}

// III.2b, on paper: from the frame's outer edge to its other one.
func TestUrgencyFramesHaveTheDecreesSize(t *testing.T) {
	for mark, want := range map[string]float64{"khan": 20, "thuong-khan": 40, "hoa-toc": 30} {
		s := sheetOf(t, "urgency: "+mark+"\n"+oneItem, commune)
		left, top, right, bottom := math.Inf(1), math.Inf(1), 0.0, 0.0
		for _, item := range s.Pages[0].Items {
			if r, ok := item.(*layout.Rule); ok && r.Color == "FF0000" {
				left, top = min(left, r.X.Points()), min(top, r.Y.Points())
				right, bottom = max(right, (r.X+r.Width).Points()), max(bottom, (r.Y+r.Height).Points())
			}
		}
		width, height := (right-left)*25.4/72, (bottom-top)*25.4/72
		if math.Abs(width-want) > 0.1 || math.Abs(height-8) > 0.1 {
			t.Errorf("%s: %.2f × %.2f mm, want %.0f × 8", mark, width, height, want)
		}
	}
}

func TestWhatFollowsATableStandsApart(t *testing.T) {
	s := sheetOf(t, oneItem+"appendices:\n  - id: a\n    title: A\n    table: {columns: [{heading: x}], rows: [['1']]}\n    after: Ghi chú\n", commune)
	page := s.Pages[len(s.Pages)-1]
	rule, after := 0.0, 0.0
	for _, item := range page.Items {
		switch i := item.(type) {
		case *layout.Rule:
			rule = max(rule, (i.Y + i.Height).Points())
		case *layout.Glyphs:
			if strings.HasPrefix(i.Text, "Ghi chú") {
				after = i.Line.Y.Points()
			}
		}
	}
	if after-rule < 5.5 {
		t.Errorf("the text stands %.1f pt under the table", after-rule)
	}
}

// III.1d: "Số: 05/KH-UBND; 05/01/2026; 09:15:30 +07:00" takes 197.3 pt at 10 pt.
func TestAnAppendixOfItsOwnHasRoomForItsMark(t *testing.T) {
	_, m := built(t, renderer(t), "../../plans/mau/2026/kem-quyet-dinh.yaml")
	mark := m.Marks[0]
	if mark.Role != "attachment" || *mark.Field != "attachment" || mark.RectPT[2]-mark.RectPT[0] < 200 {
		t.Errorf("%+v", mark)
	}
}
