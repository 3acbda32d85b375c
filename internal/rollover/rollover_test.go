package rollover_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/rollover"
)

var update = flag.Bool("update", false, "renew golden files")

const seed = "../../plans/son-mau/2024/dan-chu-co-so.yaml"

// options are those of a draft that stands where the command line puts it.
func options(p *plan.Plan, year int) rollover.Options {
	return rollover.Options{Year: year, Name: p.File.Name, From: "../2024/plan.yaml", Agencies: p.AgencyPaths()}
}

func loadFile(t testing.TB, name string) *plan.Plan {
	t.Helper()
	p, found := plan.Load(name, plan.Options{})
	if found.Failed() {
		t.Fatal(text(found))
	}
	return p
}

// agency is the file of an office that keeps its old name, so that tests ask about plans only.
const agency = `kehoach: 1
# keep: tên khi lập kế hoạch
name: Ủy ban nhân dân xã Sơn Màu
short: UBND xã
kind: xa
# keep: tên khi lập kế hoạch
letterhead: |-
  ỦY BAN NHÂN DÂN
  XÃ SƠN MÀU
# keep: tên khi lập kế hoạch
place: Sơn Màu
suffix: UBND
signatories:
  - {id: chu-tich, name: Võ Thế Vinh, post: CHỦ TỊCH}
`

// load loads a plan written in the test, of the commune xã Sơn Màu.
func load(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{"plan.yaml": text})})
	if found.Failed() {
		t.Fatalf("%s\n%s", message(found), text)
	}
	return p
}

func files(written map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if data, ok := written[name]; ok {
			return []byte(data), nil
		}
		switch name {
		case "agency.yaml":
			return []byte(agency), nil
		case "moves.yaml": // one that moves deadlines off days off
			return []byte(agency + "days_off: {move: before}\n"), nil
		}
		return nil, fs.ErrNotExist
	}
}

func text(found diag.List) string { return message(found) }

func message(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

func draft(t testing.TB, p *plan.Plan, o rollover.Options) *rollover.Result {
	t.Helper()
	r, found := rollover.Draft(p, o)
	if found.Failed() {
		t.Fatal(message(found))
	}
	return r
}

// withItem is a small plan of 2024 with one item.
func withItem(text string) string {
	return "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2024}\ntitle: Thực hiện\nsections:\n  - items:\n      - text: |-\n          " +
		strings.ReplaceAll(text, "\n", "\n          ") + "\n"
}

// TestTheRealPlanOf2024BecomesADraftOf2026 holds the whole review list, and
// the draft.
func TestTheRealPlanOf2024BecomesADraftOf2026(t *testing.T) {
	p := loadFile(t, seed)
	r := draft(t, p, options(p, 2026))
	var list bytes.Buffer
	for _, e := range r.Ledger {
		at := e.At.Location()
		fmt.Fprintf(&list, "%s:%d:%d %s %s %q -> %q: %s\n", at.File[strings.LastIndexByte(at.File, '/')+1:], at.Line, at.Column, e.Pile, e.Kind.ID, e.Old, e.New, e.Why(diag.Vietnamese))
	}
	golden(t, "testdata/dan-chu-co-so.ledger", list.Bytes())
	golden(t, "testdata/dan-chu-co-so.2026.yaml", r.Bytes)
}

// TestFewerThanOneInTenAlarmsIsFalse counts the entries of the real plan's draft that a reader judged false. One that nobody judged
// fails.
func TestFewerThanOneInTenAlarmsIsFalse(t *testing.T) {
	data, err := os.ReadFile("testdata/judged.txt")
	if err != nil {
		t.Fatal(err)
	}
	judged := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if parts := strings.Split(line, " | "); len(parts) == 4 {
			judged[parts[0]+" "+parts[1]] = parts[2]
		}
	}
	p := loadFile(t, seed)
	asked, wrong := 0, 0
	for _, e := range draft(t, p, options(p, 2026)).Ledger {
		if e.Pile != rollover.Decide && e.Pile != rollover.Stale {
			continue
		}
		asked++
		switch judged[e.Kind.ID+" "+e.Old] {
		case "right":
		case "false":
			wrong++
		default:
			t.Errorf("nobody judged %s %q", e.Kind.ID, e.Old)
		}
	}
	if wrong*10 >= asked {
		t.Errorf("%d of %d alarms are false", wrong, asked)
	}
	t.Logf("%d entries ask or warn, %d of them in vain", asked, wrong)
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
	}
}

// TestNo2024IsLeftButInCitationsAndHistory reads the draft of the real plan: the old year stands in citations, comments and nowhere
// else.
func TestNo2024IsLeftButInCitationsAndHistory(t *testing.T) {
	p := loadFile(t, seed)
	r := draft(t, p, options(p, 2026))
	for _, passage := range r.Plan.Passages() {
		if _, cited := passage.In.(*plan.Citation); !cited && strings.Contains(passage.Value.Text, "2024") {
			t.Errorf("%s still says %q", passage.Path, passage.Value.Text)
		}
	}
	year, _ := r.Plan.Lookup("year")
	if year != "2026" {
		t.Errorf("the plan is of %s", year)
	}
	for _, d := range r.Plan.AllDeadlines() {
		if d.Before.Given() && d.Before.Year != 2026 {
			t.Errorf("a deadline before %s", d.Before.Text)
		}
	}
}

func TestAMergedCommuneIsCalledByTodaysName(t *testing.T) {
	p := loadFile(t, seed)
	o := options(p, 2026)
	o.Mergers = true
	r := draft(t, p, o)
	if r.Agency == nil || r.Agency.Name != "../agency-xa-son-tay-ha.yaml" {
		t.Fatalf("agency file %+v", r.Agency)
	}
	for _, want := range []string{"name: Ủy ban nhân dân xã Sơn Tây Hạ", "XÃ SƠN TÂY HẠ", "place: Sơn Tây Hạ"} {
		if !strings.Contains(string(r.Agency.Bytes), want) {
			t.Errorf("the agency file lacks %q:\n%s", want, r.Agency.Bytes)
		}
	}
	draft := string(r.Bytes)
	if strings.Contains(strings.ReplaceAll(draft, "# ", ""), "trên địa bàn xã Sơn Màu") || !strings.Contains(draft, "trên địa bàn xã Sơn Tây Hạ") {
		t.Error("the title still names xã Sơn Màu")
	}
	for _, cited := range []string{"trên địa bàn huyện Sơn Tây}", "UBND huyện Sơn Tây", "xã Sơn Tân"} {
		if !strings.Contains(draft, cited) {
			t.Errorf("a citation lost %q", cited)
		}
	}
}

// TestSentences gives one sentence a case: the words between brackets must become those behind the arrow, and no
// other place may change or be asked about.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ sentence, moved, asked string }{
		{"Trong năm 2024, tổ chức 02 lớp tập huấn.", "Trong năm 2026, tổ chức 02 lớp tập huấn.", "02 lớp tập huấn"},
		{"Báo cáo trước ngày 30/5/2024.", "Báo cáo trước ngày 30/5/2026.", ""},
		{"Phát huy kết quả đạt được năm 2023.", "Phát huy kết quả đạt được năm 2023.", ""},
		{"Xã đạt chuẩn nông thôn mới từ năm 2015.", "Xã đạt chuẩn nông thôn mới từ năm 2015.", ""},
		{"Thực hiện Chương trình giai đoạn 2021-2025.", "Thực hiện Chương trình giai đoạn 2021-2025.", "giai đoạn 2021-2025"},
		{"Theo định hướng đến năm 2030.", "Theo định hướng đến năm 2030.", ""},
		{"Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.", "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.", ""},
		{"Đánh giá hộ kinh doanh năm 2024 theo chu kỳ ba năm một lần.", "Đánh giá hộ kinh doanh năm 2024 theo chu kỳ ba năm một lần.", "2024"},
		{"Khen thưởng đơn vị có 03 năm liền 2022, 2023, 2024 đạt danh hiệu.", "Khen thưởng đơn vị có 03 năm liền 2022, 2023, 2024 đạt danh hiệu.", "2022|2023|2024"},
		{"Xây dựng kế hoạch năm 2025.", "Xây dựng kế hoạch năm 2025.", "2025"},
		{"Gửi UBND huyện để theo dõi.", "Gửi UBND huyện để theo dõi.", "UBND huyện"},
		{"Ngày hội đại đoàn kết toàn dân tộc tại xã Sơn Tân.", "Ngày hội đại đoàn kết toàn dân tộc tại xã Sơn Tân.", "xã Sơn Tân"},
		// The year before, as what this year is measured by, and as what is reported.
		{"Phấn đấu tăng thu 7% so với năm 2023.", "Phấn đấu tăng thu 7% so với năm 2023.", "7%|2023"},
		{"Thu tăng 7% so với ước thực hiện năm 2023.", "Thu tăng 7% so với ước thực hiện năm 2023.", "7%|2023"},
		{"Số hộ nghèo đã giảm 7% so với năm 2023.", "Số hộ nghèo đã giảm 7% so với năm 2023.", "7%"},
		{"Năm 2023 thu tăng 7% so với năm 2022.", "Năm 2023 thu tăng 7% so với năm 2022.", "7%"},
		{"Công khai quyết toán thu, chi năm 2023.", "Công khai quyết toán thu, chi năm 2023.", "2023"},
		{"Thu đạt 95% so với dự toán năm 2024.", "Thu đạt 95% so với dự toán năm 2026.", "95%"},
		{"Đăng ký tuổi mười bảy cho nam công dân sinh năm 2007.", "Đăng ký tuổi mười bảy cho nam công dân sinh năm 2007.", "2007"},
		{"Đến năm 2023 mọi thôn có điện.", "Đến năm 2023 mọi thôn có điện.", ""},
		// Periods.
		{"Đề án du lịch cộng đồng giai đoạn 2017-2020 được nghiệm thu.", "Đề án du lịch cộng đồng giai đoạn 2017-2020 được nghiệm thu.", "giai đoạn 2017-2020"},
		{"Trong giai đoạn 2017-2020, xã làm đường.", "Trong giai đoạn 2017-2020, xã làm đường.", ""},
		{"Lập kế hoạch tài chính 03 năm 2025 - 2027.", "Lập kế hoạch tài chính 03 năm 2025 - 2027.", "2025 - 2027"},
		{"Kế hoạch hai năm 2024, 2025 về dồn điền.", "Kế hoạch hai năm 2024, 2025 về dồn điền.", "2024, 2025"},
		{"Thi công từ cuối năm 2023 đến năm 2024.", "Thi công từ cuối năm 2023 đến năm 2024.", "2023|2024"},
		{"Cao điểm từ ngày 15/12/2023 đến ngày 14/02/2024.", "Cao điểm từ ngày 15/12/2023 đến ngày 14/02/2024.", "2023|2024"},
		{"Kỷ niệm 10 năm thành lập hợp tác xã (2014 - 2024).", "Kỷ niệm 10 năm thành lập hợp tác xã (2014 - 2026).", "10 năm"},
		// The end of the plan's year moves; a target of that year is to be thought of anew.
		{"Tính đến hết năm 2024 mọi thôn có điện.", "Tính đến hết năm 2026 mọi thôn có điện.", ""},
		{"Vào cuối năm 2024 mọi thôn có điện.", "Vào cuối năm 2026 mọi thôn có điện.", ""},
		{"Đến năm 2024 mọi thôn có điện.", "Đến năm 2024 mọi thôn có điện.", "2024"},
		// What is told of the plan's year as a fact.
		{"Nghị định có hiệu lực từ ngày 15/8/2024.", "Nghị định có hiệu lực từ ngày 15/8/2024.", "ngày 15/8/2024"},
		{"Ngày 12/3/2024, UBND tỉnh đã ban hành Chương trình.", "Ngày 12/3/2024, UBND tỉnh đã ban hành Chương trình.", "Ngày 12/3/2024"},
		{"Ngày 05/02/2024, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND.", "Ngày 05/02/2024, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND.", "Ngày 05/02/2024"},
		{"UBND xã đã làm việc với các thôn ngày 05/02/2024.", "UBND xã đã làm việc với các thôn ngày 05/02/2024.", "ngày 05/02/2024"},
		{"Theo Nghị quyết của HĐND xã ngày 05/02/2024.", "Theo Nghị quyết của HĐND xã ngày 05/02/2024.", "ngày 05/02/2024"},
		{"Ra quân ngày 20/4/2024 (thứ Bảy).", "Ra quân ngày 20/4/2024 (thứ Bảy).", "ngày 20/4/2024 (thứ Bảy)"},
		{"Thứ Bảy tình nguyện ngày 20/4/2024.", "Thứ Bảy tình nguyện ngày 20/4/2024.", "ngày 20/4/2024"},
		{"Trực Tết Nguyên đán từ ngày 08/02/2024 đến ngày 14/02/2024.", "Trực Tết Nguyên đán từ ngày 08/02/2024 đến ngày 14/02/2024.", "ngày 08/02/2024|ngày 14/02/2024"},
		{"Đầu năm 2024, các thôn đã họp dân.", "Đầu năm 2024, các thôn đã họp dân.", "2024"},
		{"Tổng điều tra nông thôn năm 2024.", "Tổng điều tra nông thôn năm 2024.", "2024"},
		{"Hội thao lần thứ V năm 2024.", "Hội thao lần thứ V năm 2024.", "V|2024"},
		{"Hội thao năm 2024 của xã.", "Hội thao năm 2026 của xã.", ""},
		{"Năm 2024 là năm bản lề.", "Năm 2024 là năm bản lề.", "2024"},
		{"Kế hoạch dân vận năm 2024 ban hành kèm theo Quyết định số 10/QĐ-UBND ngày 15/01/2024 của UBND xã.",
			"Kế hoạch dân vận năm 2024 ban hành kèm theo Quyết định số 10/QĐ-UBND ngày 15/01/2024 của UBND xã.", "2024"},
		// Lunar years and anniversaries.
		{"Mừng Xuân Giáp Thìn năm 2024.", "Mừng Xuân Giáp Thìn năm 2026.", "Giáp Thìn"},
		{"Chăm lo Tết Ất Tỵ 2025.", "Chăm lo Tết Ất Tỵ 2025.", "Ất Tỵ 2025"},
		{"Kỷ niệm lần thứ 49 Ngày Giải phóng.", "Kỷ niệm lần thứ 49 Ngày Giải phóng.", "49"},
		// Documents.
		{"Quyết định số 9/QĐ-UBND ngày 05/01/2023 của UBND tỉnh khoán chi năm 2024.", "Quyết định số 9/QĐ-UBND ngày 05/01/2023 của UBND tỉnh khoán chi năm 2024.", "9/QĐ-UBND"},
		{"Quyết định số 9/QĐ-UBND của UBND tỉnh khoán chi năm 2024.", "Quyết định số 9/QĐ-UBND của UBND tỉnh khoán chi năm 2024.", "2024"},
		{"(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 3 năm 2024 của UBND xã)", "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 3 năm 2026 của UBND xã)", ""},
		{"Kế hoạch số 8/KH-TH ngày 10/9/2023 của Trường Tiểu học về thi đua năm học 2023-2024.", "Kế hoạch số 8/KH-TH ngày 10/9/2023 của Trường Tiểu học về thi đua năm học 2023-2024.", "8/KH-TH"},
		{"Theo Kết luận số 6-KL/ĐU của Đảng ủy, năm 2024 xã chọn hai việc.", "Theo Kết luận số 6-KL/ĐU của Đảng ủy, năm 2026 xã chọn hai việc.", ""},
		{"Theo công văn số 120 ngày 02/02/2024 của Sở Y tế.", "Theo công văn số 120 ngày 02/02/2024 của Sở Y tế.", ""},
	} {
		r := draft(t, load(t, withItem(c.sentence)), rollover.Options{Year: 2026, Name: "plan.yaml", From: "2024.yaml", Agencies: []string{"agency.yaml"}})
		var asked []string
		for _, e := range r.Ledger.In(rollover.Decide) {
			asked = append(asked, e.Old)
		}
		if got := r.Plan.Sections[0].Items[0].Text.Value.Text; got != c.moved {
			t.Errorf("%q became %q", c.sentence, got)
		}
		if got := strings.Join(asked, "|"); got != c.asked {
			t.Errorf("%q asks %q, want %q", c.sentence, got, c.asked)
		}
	}
}

func TestAPlanWithoutALaterYearIsRefused(t *testing.T) {
	p := load(t, withItem("Nội dung."))
	o := options(p, 2024)
	if _, found := rollover.Draft(p, o); !found.Failed() {
		t.Error("2024 after 2024")
	}
}

// TestKeepSettlesAPlaceForGood: with a reason, and only the words it quotes.
func TestKeepSettlesAPlaceForGood(t *testing.T) {
	for comment, want := range map[string]string{
		"":                            "2024 moved|80% asked",
		`# keep: "80%": theo quy ước`: "2024 moved",
		`# keep: "80%"`:               "2024 moved|80% asked",
		"# keep: trích nguyên văn":    "",
	} {
		text := withItem("Đạt 80% hộ trong năm 2024.")
		if comment != "" {
			text = strings.Replace(text, "      - text:", "      "+comment+"\n      - text:", 1)
		}
		r := draft(t, load(t, text), options(load(t, text), 2026))
		var got []string
		if strings.Contains(r.Plan.Sections[0].Items[0].Text.Value.Text, "2026") {
			got = append(got, "2024 moved")
		}
		for _, e := range r.Ledger.In(rollover.Decide) {
			got = append(got, e.Old[:3]+" asked")
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", comment, strings.Join(got, "|"), want)
		}
	}
}

// TestADraftIsAskedUntilEveryAnswerIsGiven walks through all questions of the real plan's draft, and of one with a leap day and a day that
// nobody knows to be off.
func TestADraftIsAskedUntilEveryAnswerIsGiven(t *testing.T) {
	small := load(t, strings.Replace(strings.Replace(lastYear, "agency: agency.yaml", "agency: moves.yaml", 1), "  - {id: han, before: 28/3/2024}\n",
		"  - {id: han, by: 15/02/2024}\n  - {id: nhuan, by: 29/2/2024}\n", 1))
	for _, c := range []struct {
		base  *plan.Plan
		year  int
		moved int
		asked []string // rules that must have asked
	}{
		{loadFile(t, seed), 2026, 5, []string{"next/yearly-basis", "next/district", "next/unit"}},
		{small, 2037, 3, []string{"next/days-off", "next/leap-day"}},
	} {
		now := reload(t, c.base, draft(t, c.base, options(c.base, c.year)).Bytes)
		met := map[string]bool{}
		for steps := 0; ; steps++ {
			questions := rollover.Review(now, nil, rollover.Options{}).Questions()
			if len(questions) == 0 {
				break
			}
			if steps > 100 {
				t.Fatalf("no end: %+v", questions[0].Entries[0])
			}
			q := questions[0]
			met[q.Entries[0].Kind.ID] = true
			var data []byte
			var found diag.List
			if q.Hindrance() == (diag.Words{}) && q.Entries[0].New != "" {
				data, found = q.Replace(now, q.Entries[0].New)
			} else {
				data, found = q.Keep(now, "còn dùng")
			}
			if found.Failed() {
				t.Fatal(message(found))
			}
			now = reload(t, c.base, data)
		}
		for _, rule := range c.asked {
			if !met[rule] {
				t.Errorf("%d: never asked by %s", c.year, rule)
			}
		}
		if open := now.Open(); open.Failed() {
			t.Errorf("marks are left: %s", message(open))
		}
		if ledger := rollover.Review(now, c.base, rollover.Options{}); len(ledger.In(rollover.Moved)) < c.moved {
			t.Errorf("%d: %d entries moved", c.year, len(ledger.In(rollover.Moved)))
		}
	}
}

// reload loads a draft's bytes in the place of the plan that it was made from.
func reload(t *testing.T, base *plan.Plan, data []byte) *plan.Plan {
	t.Helper()
	p, found := plan.Load(base.File.Name, plan.Options{ReadFile: func(name string) ([]byte, error) {
		if name == base.File.Name {
			return data, nil
		}
		for _, a := range base.Issuers {
			if a.File.Name == name { // as the office has it up to date
				return []byte(strings.NewReplacer("Sơn Màu", "Sơn Tây Hạ", "SƠN MÀU", "SƠN TÂY HẠ").Replace(a.File.Text)), nil
			}
		}
		return nil, fs.ErrNotExist
	}})
	if found.Failed() {
		t.Fatalf("%s\n%s", message(found), data)
	}
	return p
}

func TestABlankErasesNothing(t *testing.T) {
	p := load(t, withItem("Gửi UBND huyện."))
	r := draft(t, p, options(p, 2026))
	now, _ := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{"plan.yaml": string(r.Bytes)})})
	q := rollover.Review(now, nil, rollover.Options{}).Questions()[0]
	if _, found := q.Replace(now, "  "); !found.Failed() {
		t.Error("a blank was taken")
	}
}

// TestAMarkDeletedIsNoAnswer: what a rule still finds stays open when its mark is gone; a figure, which only a person can judge, does not.
func TestAMarkDeletedIsNoAnswer(t *testing.T) {
	p := load(t, withItem("Gửi UBND huyện 15 báo cáo."))
	r := draft(t, p, options(p, 2026))
	var lines []string
	for _, line := range strings.Split(string(r.Bytes), "\n") {
		if !strings.Contains(line, "XEM LẠI") {
			lines = append(lines, line)
		}
	}
	now, _ := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{"plan.yaml": strings.Join(lines, "\n")})})
	var open []string
	for _, e := range rollover.Review(now, nil, rollover.Options{}).In(rollover.Decide) {
		open = append(open, e.Old)
	}
	if strings.Join(open, "|") != "UBND huyện" {
		t.Errorf("open: %q", open)
	}
}

func TestOnlyAnUneditedDraftIsUnedited(t *testing.T) {
	p := load(t, withItem("Trong năm 2024."))
	r := draft(t, p, options(p, 2026))
	if rollover.Edited(r.Bytes) {
		t.Error("a fresh draft counts as edited")
	}
	for _, edited := range []string{string(r.Bytes) + "# thêm\n", strings.Replace(string(r.Bytes), "2026", "2027", 1), withItem("x"), ""} {
		if !rollover.Edited([]byte(edited)) {
			t.Errorf("counts as unedited:\n%s", edited)
		}
	}
}

// waysToWrite are the ways in which YAML writes one text, as the value of a key eight blanks in.
func waysToWrite(sentence string) map[string]string {
	folded := strings.ReplaceAll(sentence, " ", "\n          ")
	return map[string]string{
		"plain":           sentence,
		"plain, folded":   folded,
		"single quotes":   "'" + strings.ReplaceAll(sentence, "'", "''") + "'",
		"quotes, folded":  "'" + strings.ReplaceAll(folded, "'", "''") + "'",
		"double quotes":   `"` + strings.ReplaceAll(sentence, `"`, `\"`) + `"`,
		"literal block":   "|-\n          " + sentence,
		"folded block":    ">-\n          " + folded,
		"kept line break": "|+\n          " + sentence + "\n",
	}
}

// FuzzDraft drafts whatever loads, in every way: the draft must load too, and all text that does not move must be the same. What is
// drafted can be reviewed against what it was drafted from, and every question be kept.
func FuzzDraft(f *testing.F) {
	for _, sentence := range []string{"Trong năm 2024, đạt 80%.", "UBND huyện (qua Phòng Nội vụ) trước ngày 28/3/2024", "của **năm 2024** xã Sơn Màu", `Ngày hội "năm 2024" ở xã Sơn Màu`,
		"Theo Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024, gửi trước ngày 30/5/2024"} {
		for _, written := range waysToWrite(sentence) {
			f.Add(strings.Replace(withItem("x"), "      - text: |-\n          x", "      - text: "+written, 1))
		}
	}
	f.Add(lastYear)
	f.Fuzz(func(t *testing.T, text string) {
		p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{"plan.yaml": text})})
		if found.Failed() {
			return
		}
		for _, how := range []rollover.Options{{}, {Mergers: true}, {Refactor: true}, {Mergers: true, Refactor: true}} {
			o := how
			o.Year, o.Name, o.From, o.Agencies = 2150, "plan.yaml", "x.yaml", p.AgencyPaths()
			r, found := rollover.Draft(p, o)
			if r == nil {
				for _, f := range found {
					if f.Kind.ID == "next/broken" {
						t.Errorf("%+v: %s\n%s", how, message(found), text)
					}
				}
				continue
			}
			if rollover.Edited(r.Bytes) {
				t.Errorf("a fresh draft counts as edited:\n%s", r.Bytes)
			}
			for _, q := range rollover.Review(r.Plan, p, rollover.Options{}).Questions() {
				if _, found := q.Keep(r.Plan, "còn dùng"); found.Failed() {
					t.Errorf("%q can't be kept: %s\n%s", q.Entries[0].Old, message(found), r.Bytes)
				}
			}
		}
	})
}

// TestRefactorPutsReferencesForLiterals: only where they print the very same words.
func TestRefactorPutsReferencesForLiterals(t *testing.T) {
	const head = `kehoach: 1
agency: agency.yaml
period: {year: 2024}
title: Thực hiện năm 2024
citations:
  - {id: kh-49, type: Kế hoạch, number: 49/KH-UBND, date: 08/3/2024, issuer: UBND huyện, connector: về, subject: dân vận năm 2024}
deadlines:
  - {id: han, before: 30/5/2024}
sections:
  - items:
      - text: >-
          `
	for literal, want := range map[string]string{
		"Theo Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024, gửi báo cáo.": "Theo {{cite kh-49 full}}, gửi báo cáo.",
		"Theo Kế hoạch số 49/KH-UBND, gửi trước ngày 30/5/2024.":                                      "Theo {{cite kh-49 short}}, gửi {{deadline han}}.",
		"Theo Kế hoạch số 49/KH-UBND ngày 09/3/2024 của UBND huyện.":                                  "Theo Kế hoạch số 49/KH-UBND ngày 09/3/2024 của UBND huyện.",
		"Trong năm 2024.": "Trong năm {{year}}.",
	} {
		p := load(t, head+literal+"\n")
		o := options(p, 2026)
		o.Refactor = true
		r := draft(t, p, o)
		if got := r.Plan.Sections[0].Items[0].Text.Value.Text; got != want {
			t.Errorf("%q became %q, want %q", literal, got, want)
		}
		if got := r.Plan.Title.Value.Text; got != "Thực hiện năm {{year}}" {
			t.Errorf("the title became %q", got)
		}
	}
}

// TestRefactorLeavesDefinitionsAlone: a deadline's wording, a role's name and a variable's value are what a reference prints.
func TestRefactorLeavesDefinitionsAlone(t *testing.T) {
	p := load(t, `kehoach: 1
agency: agency.yaml
period: {year: 2024}
title: Thực hiện
citations:
  - {id: kh, type: Kế hoạch, number: 49/KH-UBND, date: 08/3/2024, issuer: UBND tỉnh, connector: về, subject: phòng cháy}
roles:
  - {id: to, name: Tổ giúp việc theo Kế hoạch số 49/KH-UBND}
deadlines:
  - {id: so-ket, date: 15/6/2024, wording: chậm nhất ngày 15/6/2024}
values:
  - {name: dot, value: đợt 1 năm 2024}
sections:
  - items:
      - text: Sơ kết {{dot}}, gửi chậm nhất ngày 15/6/2024.
`)
	o := options(p, 2026)
	o.Refactor = true
	r := draft(t, p, o)
	if got := r.Plan.Deadlines[0].Wording.Value.Text; got != "chậm nhất ngày 15/6/2026" {
		t.Errorf("the wording became %q", got)
	}
	if got := r.Plan.Roles[0].Name.Value.Text; got != "Tổ giúp việc theo Kế hoạch số 49/KH-UBND" {
		t.Errorf("the name became %q", got)
	}
	if got := r.Plan.Values[0].Value.Value.Text; got != "đợt 1 năm 2026" {
		t.Errorf("the value became %q", got)
	}
	if got := r.Plan.Sections[0].Items[0].Text.Value.Text; got != "Sơ kết {{dot}}, gửi {{deadline so-ket}}." {
		t.Errorf("the item became %q", got)
	}
}
