package compose_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
)

var update = flag.Bool("update", false, "renew golden files")

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

// TestSamplePlansInTheWordsOfThePage holds everything that the template prints of every sample, one golden file a plan.
func TestSamplePlansInTheWordsOfThePage(t *testing.T) {
	files, _ := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	if len(files) < 4 {
		t.Fatalf("%d sample plans", len(files))
	}
	for _, file := range files {
		p, found := plan.Load(file, plan.Options{})
		if found.Failed() {
			t.Fatal(text(found))
		}
		parts, found := compose.Compose(p, font.Default())
		if len(found) > 0 {
			t.Error(text(found))
		}
		var b strings.Builder
		for _, part := range parts {
			fmt.Fprintf(&b, "== %q\n", part.Suffix)
			dump(&b, part.Document)
		}
		golden := filepath.Join("testdata", strings.TrimSuffix(filepath.Base(file), ".yaml")+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: got\n%s", golden, firstDifference(b.String(), string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d: %s\nwant: %s", i+1, a[i], strings.Join(b[min(i, len(b)):min(i+1, len(b))], ""))
		}
	}
	return "fewer lines"
}

// dump writes a document for people to read in review. No-break spaces are shown as "·", no-break hyphens as "‑".
func dump(b *strings.Builder, d *compose.Document) {
	line := func(label, words string) {
		if words != "" {
			fmt.Fprintf(b, "%-12s %s\n", label, strings.NewReplacer("\u00a0", "·", "\n", " ⏎ ").Replace(words))
		}
	}
	line("parent", strings.Join(d.Parent, " / "))
	line("agency", strings.Join(d.Agency, " / "))
	line("rules", fmt.Sprintf("%.1f %.1f", d.AgencyRule, d.TitleRule))
	line("columns", fmt.Sprintf("%.1f %.1f %.1f", d.HeadLeft, d.SignatureWidth, d.PairSpace))
	line("number", d.Number)
	line("date", d.PlaceDate)
	line("marks", strings.TrimSpace(d.Urgency+" "+d.Circulation+" "+d.Draft))
	line("frames", fmt.Sprintf("%.1f %.1f %.1f", d.UrgencyWidth, d.CirculationWidth, d.DraftWidth))
	line("address", d.Address)
	line("type", d.Type)
	for _, t := range d.Title {
		line("title", rich(t))
	}
	line("issued under", rich(d.IssuedUnder))
	for _, t := range d.Bases {
		line("basis", rich(t))
	}
	blocks(b, d.Body)
	for _, t := range d.Recipients {
		line("recipient", rich(t))
	}
	for _, s := range d.Signatures {
		line("signature", strings.Join(s.Lines, " / ")+" / "+s.Name)
	}
	for _, a := range d.Appendices {
		line("appendix", fmt.Sprintf("%s (%+v)", a.Label, a.Page))
		for _, t := range a.Title {
			line("title", rich(t))
		}
		line("of", rich(a.Of))
		blocks(b, a.Body)
	}
}

func blocks(b *strings.Builder, list []compose.Block) {
	for _, block := range list {
		if block.Table != nil {
			for _, row := range append([][]template.Cell{block.Table.Header}, block.Table.Rows...) {
				var cells []string
				for _, c := range row {
					cell := ""
					for _, t := range c.Text {
						cell += rich(t)
					}
					if c.Columns > 1 || c.Rows > 1 {
						cell += fmt.Sprintf(" [%d×%d]", c.Columns, c.Rows)
					}
					cells = append(cells, cell)
				}
				fmt.Fprintf(b, "%-12s %s\n", "row", strings.Join(cells, " | "))
			}
			continue
		}
		where := block.Style
		if block.List != "" {
			where += fmt.Sprintf(" (%s, %d)", block.List, block.Level)
		}
		fmt.Fprintf(b, "%s: %s\n", where, strings.ReplaceAll(rich(block.Text), "\u00a0", "·"))
	}
}

func rich(t template.Text) string {
	var b strings.Builder
	for _, s := range t {
		words := s.Text
		if s.Italic {
			words = "*" + words + "*"
		}
		if s.Bold {
			words = "**" + words + "**"
		}
		b.WriteString(words)
	}
	return b.String()
}

const agency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
kind: xa
letterhead: XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
collective: ỦY BAN NHÂN DÂN
signatories:
  - {id: ct, name: Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]}
  - {id: pct, name: Đinh Thị Hạnh, post: PHÓ CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH}
  - {id: q, name: Lê Văn Cường, post: CHỦ TỊCH, authority: [TM, Q]}
  - {id: tl, name: Phạm Thị Dung, post: CHÁNH VĂN PHÒNG, authority: [TL], for: CHỦ TỊCH}
  - {id: tuq, name: Hồ Văn Em, post: TRƯỞNG PHÒNG, authority: [TUQ], for: CHỦ TỊCH}
`

// one composes a plan that is given from its fifth line on.
func one(t *testing.T, rest string) *compose.Document {
	t.Helper()
	d, found := composed(t, agency, rest)
	if found.Failed() {
		t.Fatal(text(found))
	}
	return d
}

// composed is the same with an agency's file, and with what was found.
func composed(t *testing.T, agency, rest string) (*compose.Document, diag.List) {
	t.Helper()
	source := "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2026}\ntitle: Thực hiện\n" + rest
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
		if name == "plan.yaml" {
			return []byte(source), nil
		}
		return []byte(agency), nil
	}})
	if found.Failed() {
		t.Fatal(text(found))
	}
	parts, found := compose.Compose(p, font.Default())
	return parts[0].Document, found
}

func last(d *compose.Document) string { return rich(d.Body[len(d.Body)-1].Text) }

func TestDeadlinesInWords(t *testing.T) {
	for form, want := range map[string]string{
		"date: 05/3/2026":                "ngày 05/3/2026",
		"before: 30/5/2026":              "trước ngày 30/5/2026",
		"by: 1/6/2026":                   "chậm nhất ngày 1/6/2026",
		"from: 01/3/2026, to: 30/9/2026": "từ ngày 01/3/2026 đến ngày 30/9/2026",
		"working_days: '05', after: ngày nhận được": "trong thời hạn 05 ngày làm việc kể từ ngày nhận được",
		"within: {quarter: 2}":                      "trong quý II năm 2026",
		"in: {month: 6}":                            "vào tháng 6 năm 2026",
		"by_end_of: {half: 1}":                      "đến hết 6 tháng đầu năm 2026",
		"by_end_of: {half: 2}":                      "đến hết 6 tháng cuối năm 2026",
		"within: {months: 9, year: 2027}":           "trong 9 tháng đầu năm 2027",
		"within: {year: 2026}":                      "trong năm 2026",
		"last_working_day_of: {month: 12}":          "ngày làm việc cuối cùng của tháng 12 năm 2026",
		"every: week, weekday: 6":                   "định kỳ hằng tuần, vào thứ Sáu",
		"every: month, on_day: 25":                  "định kỳ hằng tháng, vào ngày 25",
		"every: quarter":                            "định kỳ hằng quý",
		"every: half-year":                          "định kỳ 06 tháng một lần",
		"every: year":                               "định kỳ hằng năm",
		"standing: all-year":                        "thường xuyên trong năm",
		"standing: as-regulated":                    "theo quy định",
		"standing: on-request":                      "khi có yêu cầu",
		"before: 30/5/2026, wording: trong tháng 5": "trong tháng 5",
	} {
		if got := last(one(t, "deadlines: [{id: d, "+form+"}]\nsections: [{text: 'A {{deadline d}}'}]\n")); got != "A "+want+"./." {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}

// In the plan the day stays as written; 28/3, 30/5 and 10/10 of 2026 are Saturdays.
func TestDeadlinesArePrintedByTheAgencysRule(t *testing.T) {
	for _, c := range []struct{ rule, form, want string }{
		{"", "before: 28/3/2026", "trước ngày 28/3/2026"},
		{"move: before", "before: 28/3/2026", "trước ngày 28/3/2026"},
		{"move: before, before_includes_day: true", "before: 28/3/2026", "trước ngày 27/3/2026"},
		{"move: before, before_includes_day: true", "before: 30/5/2026", "trước ngày 29/5/2026"},
		{"move: before, before_includes_day: true", "before: 10/10/2026", "trước ngày 09/10/2026"},
		{"move: after", "by: 28/03/2026", "chậm nhất ngày 30/3/2026"},
		{"move: after", "by: 27/03/2026", "chậm nhất ngày 27/03/2026"},
		{"move: before", "date: 01/02/2026", "ngày 30/01/2026"},
		{"move: before", "from: 01/03/2026, to: 28/3/2026", "từ ngày 01/03/2026 đến ngày 27/3/2026"},
		{"move: before", "by: 28/3/2026, wording: trong tháng 3", "trong tháng 3"},
	} {
		d, found := composed(t, agency+"days_off: {"+c.rule+"}\n", "deadlines: [{id: d, "+c.form+"}]\nsections: [{text: 'A {{deadline d}}'}]\n")
		if got := last(d); got != "A "+c.want+"./." || len(found) > 0 {
			t.Errorf("%s, %s: %q, want %q; %s", c.rule, c.form, got, c.want, text(found))
		}
	}
	d, found := composed(t, agency+"days_off: {move: before}\n", "deadlines: [{id: d, by: 27/01/2028}]\nsections: [{text: 'A {{deadline d}} và {{deadline d}}'}]\n")
	if got := last(d); got != "A chậm nhất ngày 27/01/2028 và chậm nhất ngày 27/01/2028./." {
		t.Errorf("a day in doubt is printed as written: %q", got)
	}
	if want := "plan.yaml:5:25: warning: whether 27/01/2028 is off is not known (the days off of Lunar New Year 2028 are not known); the day is printed as written [compose/day-off]"; len(found) != 1 || !strings.HasPrefix(text(found), want) {
		t.Errorf("%s", text(found))
	}
}

func TestCitationsAreFullFirstAndShortLater(t *testing.T) {
	citations := `citations:
  - {id: kh, type: Kế hoạch, number: 49/KH-UBND, date: 08/3/2024, issuer: UBND huyện, connector: về, subject: dân vận}
  - {id: kl, type: Kết luận, number: 1129-KL/HU, date: 18/12/2023, issuer: Huyện ủy, connector: về việc, subject: nhiệm vụ}
  - {id: luat, type: Luật, subject: Thực hiện dân chủ ở cơ sở, date: 10/11/2022}
  - {id: qd, type: Quyết định, number: /QĐ-UBND, date: 2026, issuer: UBND xã}
`
	for words, want := range map[string]string{
		"{{cite kh}}; {{cite kh}}":              "Kế hoạch số 49/KH‑UBND ngày 08/3/2024 của UBND huyện về dân vận; Kế hoạch số 49/KH‑UBND",
		"{{cite kh short}}; {{cite kh full}}":   "Kế hoạch số 49/KH‑UBND; Kế hoạch số 49/KH‑UBND ngày 08/3/2024 của UBND huyện về dân vận",
		"{{cite kh name}}":                      "Kế hoạch về dân vận",
		"{{cite kh date=long}}":                 "Kế hoạch số 49/KH‑UBND ngày 08 tháng 3 năm 2024 của UBND huyện về dân vận",
		`{{cite kh issuer="UBND tỉnh"}}`:        "Kế hoạch số 49/KH‑UBND ngày 08/3/2024 của UBND tỉnh về dân vận",
		`{{cite kh issuer=""}}`:                 "Kế hoạch số 49/KH‑UBND ngày 08/3/2024 về dân vận",
		`{{cite kh short at="khoản 2 Mục II"}}`: "khoản 2 Mục II Kế hoạch số 49/KH‑UBND",
		`{{cite kh as="kế hoạch ấy"}}`:          "kế hoạch ấy",
		"{{cite kl}}":                           "Kết luận số 1129‑KL/HU ngày 18/12/2023 của Huyện ủy về việc nhiệm vụ",
		"{{cite luat}}":                         "Luật Thực hiện dân chủ ở cơ sở",
		"{{cite luat date=long}}":               "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
		"{{cite qd}}":                           "Quyết định số ···········/QĐ‑UBND ngày ······ tháng ······ năm 2026 của UBND xã",
	} {
		got := strings.ReplaceAll(last(one(t, citations+"sections: [{text: '– "+words+"'}]\n")), "\u00a0", "·")
		if got != "– "+want+"./." {
			t.Errorf("%s\n got %q\nwant %q", words, got, want)
		}
	}
}

func TestEveryFormOfAuthority(t *testing.T) {
	for id, want := range map[string]string{
		"ct":  "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
		"pct": "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
		"q":   "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH",
		"tl":  "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG",
		"tuq": "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG",
	} {
		if got := strings.Join(one(t, "signatories: ["+id+"]\nsections: [{text: a}]\n").Signatures[0].Lines, " / "); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func TestTheEndMarkIsAddedOnce(t *testing.T) {
	for closing, want := range map[string]string{"hết": "hết./.", "hết.": "hết./.", "hết./.": "hết./.", "hết/.": "hết/."} {
		if got := last(one(t, "sections: [{text: a}]\nclosing: "+closing+"\n")); got != want {
			t.Errorf("%s: %s, want %s", closing, got, want)
		}
	}
}

func TestBasesArePunctuatedOnce(t *testing.T) {
	d := one(t, "bases: [Căn cứ A, Căn cứ B;, Xét C, Theo D.]\nsections: [{text: a}]\n")
	var got []string
	for _, b := range d.Bases {
		got = append(got, rich(b))
	}
	if want := "Căn cứ A;|Căn cứ B;|Xét C;|Theo D."; strings.Join(got, "|") != want {
		t.Errorf("%v", got)
	}
}

func TestLettersFollowTheDecree(t *testing.T) {
	items := strings.Repeat("          - text: x\n", 23)
	d := one(t, "sections:\n  - items:\n      - text: a\n        items:\n"+items)
	var levels []int
	for _, b := range d.Body {
		if b.Style == "KH Điểm" {
			levels = append(levels, b.Level)
		}
	}
	// a b c d | đ | e | g h i | k l m n o p q r s t u v | x y
	if want := "[2 2 2 2 3 4 5 5 5 6 6 6 6 6 6 6 6 6 6 6 6 7 7]"; fmt.Sprint(levels) != want {
		t.Errorf("%v, want %s", levels, want)
	}
}

func TestTotalsAreComputedAndWritten(t *testing.T) {
	d := one(t, `sections:
  - items:
      - {text: a, funding: {amount: 5000000}}
  - funding:
      amounts: [{name: Tập huấn, amount: 10.000.000, source: ngân sách xã}]
      of_items: true
`)
	if got, want := last(d), "Tổng kinh phí: 15.000.000 đồng (Bằng chữ: Mười lăm triệu đồng)./."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAValueIsNeverInterpreted(t *testing.T) {
	d := one(t, "values: [{name: x, value: '{{year}} **đậm** \\{{.Title\\}}'}]\nsections: [{text: 'A {{x}}'}]\n")
	if got, want := last(d), `A {{year}} **đậm** \{{.Title\}}./.`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAReferenceLeadsToTheUnitsCopyOfAnItem(t *testing.T) {
	d := one(t, `sections:
  - items:
      - {text: 'Chỉ phường có.', when: {kind: phuong}}
      - id: cha
        heading: Cha
        items:
          - {text: 'Chỉ phường có.', when: {kind: phuong}}
          - {id: con, text: Con.}
      - text: Theo {{item cha}} và {{item con}}.
`)
	if got, want := last(d), "Theo khoản 1 Mục I và điểm a khoản 1 Mục I./."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
