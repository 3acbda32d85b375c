package rollover_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/rollover"
)

// withDeadline is a small plan of 2024 with one deadline.
func withDeadline(deadline string) string {
	return strings.Replace(withItem("Nội dung."), "sections:", "deadlines:\n  - {id: han, "+deadline+"}\nsections:", 1)
}

// unmarked is a file without its marks.
func unmarked(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "XEM LẠI") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

func TestACitationOfATypeAndADateIsReviewed(t *testing.T) {
	base := load(t, strings.Replace(withItem("Nội dung."), "sections:", "citations:\n  - {id: kl, type: Kết luận, date: 05/01/2024, issuer: Bộ Chính trị}\nsections:", 1))
	now := load(t, string(draft(t, base, options(base, 2026)).Bytes))
	for _, e := range rollover.Review(now, base, rollover.Options{}) {
		if e.At.File == nil {
			t.Errorf("%s %q stands nowhere", e.Kind.ID, e.Old)
		}
	}
}

// TestADeadlineOfTheOldYearIsLeftOver: whether its mark is there or not.
func TestADeadlineOfTheOldYearIsLeftOver(t *testing.T) {
	for deadline, want := range map[string]string{
		"by: 29/2/2024":           "29/2/2024 leap-day",
		"before: 30/5/2026":       "",
		"before: 30/5/2024":       "30/5/2024 left",
		"in: {year: 2024}":        "2024 left",
		"before: 31/01/2027":      "",
		"every: month, on_day: 5": "",
	} {
		now := drafted(t, withDeadline(deadline))
		if strings.HasSuffix(want, "left") { // a person put the old year back
			now = load(t, strings.Replace(strings.ReplaceAll(now.File.Text, "30/5/2026", "30/5/2024"), "in: {year: 2026}", "in: {year: 2024}", 1))
		}
		now = load(t, unmarked(now.File.Text))
		if got := strings.Replace(asks(now), "left"+"over", "left", 1); got != want {
			t.Errorf("%s asks %q, want %q", deadline, got, want)
		}
		if want == "" {
			continue
		}
		data, found := questions(now)[0].Keep(now, "theo văn bản của tỉnh")
		if now = answered(t, data, found); asks(now) != "" || !strings.Contains(now.File.Text, "theo văn bản của tỉnh") {
			t.Errorf("%s kept asks %q:\n%s", deadline, asks(now), now.File.Text)
		}
	}
}

func TestAReportingPeriodThatBeginsInTheYearBeforeIsNotLeftOver(t *testing.T) {
	base := load(t, withDeadline("from: 15/12/2023, to: 14/12/2024"))
	r := draft(t, base, options(base, 2025))
	if now := load(t, string(r.Bytes)); asks(now) != "" {
		t.Errorf("asks %q", asks(now))
	}
}

// TestADayThatNobodyKnowsToBeOffIsAskedOnceAndCanBeKept: there are no days off published for 2036.
func TestADayThatNobodyKnowsToBeOffIsAskedOnceAndCanBeKept(t *testing.T) {
	base := load(t, strings.Replace(withDeadline("by: 28/01/2024"), "agency: agency.yaml", "agency: moves.yaml", 1))
	r := draft(t, base, options(base, 2036))
	var entries []string
	for _, e := range r.Ledger {
		if strings.HasPrefix(e.Old, "28/01") {
			entries = append(entries, e.Kind.ID+" "+string(e.Pile))
		}
	}
	if got := strings.Join(entries, "|"); got != "next/days-off decide" {
		t.Fatalf("%s\n%s", got, r.Bytes)
	}
	now := load(t, string(r.Bytes))
	if asks(now) != "28/01/2036 days-off" {
		t.Fatalf("asks %q", asks(now))
	}
	data, found := questions(now)[0].Keep(now, "gửi sớm")
	if kept := answered(t, data, found); asks(kept) != "" {
		t.Errorf("kept, it asks %q:\n%s", asks(kept), kept.File.Text)
	}
	if moved := answered2(t, questions(now)[0], now, "15/3/2036"); asks(moved) != "" || moved.Deadlines[0].By.Text != "15/3/2036" {
		t.Errorf("moved, it asks %q:\n%s", asks(moved), moved.File.Text)
	}
}

// TestALastYearsBasisIsSeenHoweverOldItIs: a document made for a year, not what a report names, or a law is called by.
func TestALastYearsBasisIsSeenHoweverOldItIs(t *testing.T) {
	for cited, want := range map[string]string{
		"type: Kế hoạch, number: 10/KH-UBND, date: 05/01/2022, issuer: UBND tỉnh, connector: về, subject: dân vận năm 2022":            "Kế hoạch số 10/KH-UBND là văn bản của năm 2022; tìm văn bản năm 2026: 'Kế hoạch về dân vận năm 2026 của UBND tỉnh'",
		"type: Kế hoạch, number: 10/KH-UBND, date: 05/12/2023, issuer: UBND tỉnh, connector: về, subject: dân vận năm 2024":            "Kế hoạch số 10/KH-UBND là văn bản của năm 2024; tìm văn bản năm 2026: 'Kế hoạch về dân vận năm 2026 của UBND tỉnh'",
		"type: Thông báo, number: 10/TB-UBND, date: 05/01/2022, issuer: UBND tỉnh, connector: về, subject: kết quả rà soát năm 2021":   "",
		"type: Kế hoạch, number: 10/KH-UBND, date: 05/01/2019, issuer: UBND tỉnh, connector: về, subject: tổng điều tra năm 2019":      "",
		"type: Kế hoạch, number: 10/KH-UBND, date: 05/01/2021, issuer: UBND tỉnh, connector: về, subject: dân vận giai đoạn 2021-2030": "",
		"type: Nghị định, number: 10/2022/NĐ-CP, date: 05/01/2022, issuer: Chính phủ, connector: về, subject: thưởng năm 2022":         "",
	} {
		base := load(t, strings.Replace(withItem("Nội dung."), "sections:", "citations:\n  - {id: vb, "+cited+"}\nsections:", 1))
		var why []string
		for _, e := range draft(t, base, options(base, 2026)).Ledger.In(rollover.Decide) {
			why = append(why, e.Why(diag.Vietnamese))
		}
		if got := strings.Join(why, "|"); got != want {
			t.Errorf("%s: %q, want %q", cited, got, want)
		}
	}
}

func TestAnotherCommuneInADocumentWrittenOutIsTold(t *testing.T) {
	now := drafted(t, withItem("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND xã Sơn Tân về dân vận, các thôn thực hiện."))
	if got := asks(now); got != "xã Sơn Tân other-unit" {
		t.Errorf("asks %q", got)
	}
}

// TestWhatTheProgramDidIsNoAnswer: a review knows from the origin line with which options the draft was made.
func TestWhatTheProgramDidIsNoAnswer(t *testing.T) {
	base := loadFile(t, seed)
	o := options(base, 2026)
	o.Mergers, o.Refactor = true, true
	r := draft(t, base, o)
	now := r.Plan
	for _, e := range rollover.Review(now, base, rollover.Options{}) {
		if e.Kind.ID == "next/answered" {
			t.Errorf("nobody answered %q -> %q", e.Old, e.New)
		}
	}
	if origin, _ := rollover.OriginOf(now.File); !origin.Mergers || !origin.Refactor {
		t.Errorf("%+v", origin)
	}
	if rollover.Edited(r.Bytes) {
		t.Error("a fresh draft counts as edited")
	}
}

// TestAnAnswerIsToldByTheWordsThatChanged: the stretch where the rest stayed, what lies between the first and the last change else.
func TestAnAnswerIsToldByTheWordsThatChanged(t *testing.T) {
	base := load(t, withItem("Đạt 80% hộ, gửi UBND huyện trong năm."))
	fresh := load(t, string(draft(t, base, options(base, 2026)).Bytes))
	for now, want := range map[string]string{
		"Đạt 90% hộ, gửi UBND huyện trong năm.": `"80%" -> "90%"`,
		"Đạt 90% hộ, gửi UBND tỉnh trong năm.":  `"80% hộ, gửi UBND huyện" -> "90% hộ, gửi UBND tỉnh"`,
		"Đạt hộ, gửi UBND huyện trong năm.":     `"80%" -> ""`,
	} {
		p := load(t, unmarked(strings.Replace(fresh.File.Text, "Đạt 80% hộ, gửi UBND huyện trong năm.", now, 1)))
		told := map[string]bool{}
		for _, e := range rollover.Review(p, base, rollover.Options{}) {
			if e.Kind.ID == "next/answered" {
				told[`"`+e.Old+`" -> "`+e.New+`"`] = true
			}
		}
		if len(told) != 1 || !told[want] {
			t.Errorf("%s: %v, want %s", now, told, want)
		}
	}
}

// TestADayAndASumThatAPersonPutAreTold: they stand in no text.
func TestADayAndASumThatAPersonPutAreTold(t *testing.T) {
	base := load(t, strings.Replace(withDeadline("by: 29/2/2024"), "Nội dung.\n", "Nội dung.\n        funding: {amount: 5.000.000}\n", 1))
	now := drafted(t, base.File.Text)
	now = answered2(t, questions(now)[0], now, "28/02/2026")
	now = answered2(t, questions(now)[0], now, "6.000.000")
	var told []string
	for _, e := range rollover.Review(now, base, rollover.Options{}).In(rollover.Moved) {
		if e.Kind.ID == "next/answered" {
			told = append(told, e.Old+" -> "+e.New)
		}
	}
	if got := strings.Join(told, "|"); got != "29/2/2024 -> 28/02/2026|5.000.000 -> 6.000.000" {
		t.Errorf("told %s\n%s", got, now.File.Text)
	}
}

// steps drafts from year to year.
func steps(t *testing.T, p *plan.Plan, years ...int) *rollover.Result {
	t.Helper()
	var r *rollover.Result
	for _, year := range years {
		r = draft(t, p, options(p, year))
		p = r.Plan
	}
	return r
}

// TestStepByStepComesToTheSameAsInOneStep: the texts are those of one step, and the marks speak of the last.
func TestStepByStepComesToTheSameAsInOneStep(t *testing.T) {
	for name, base := range map[string]*plan.Plan{
		"the real plan": loadFile(t, seed),
		"questions": load(t, strings.Replace(withItem("Trong năm 2024 đạt 80% hộ. Đầu năm 2024, các thôn đã họp dân.")+"      - text: Lập kế hoạch năm 2025.\n", "sections:",
			"citations:\n  - {id: kh, type: Kế hoạch, number: 10/KH-UBND, date: 05/01/2024, issuer: UBND tỉnh, connector: về, subject: dân vận năm 2024}\n"+
				"deadlines:\n  - {id: han, by: 28/3/2024}\nsections:", 1)),
	} {
		var years []int
		for year := 2025; year <= 2034; year++ {
			years = append(years, year)
			long, short := steps(t, base, years...), steps(t, base, year)
			if got, want := uncommented(long.Bytes), uncommented(short.Bytes); got != want {
				t.Fatalf("%s, %d: step by step\n%s\nin one\n%s", name, year, got, want)
			}
			for line := range strings.Lines(string(long.Bytes)) {
				if strings.Contains(line, "tìm văn bản năm") && !strings.Contains(line, "tìm văn bản năm "+strconv.Itoa(year)) {
					t.Errorf("%s, %d: %s", name, year, line)
				}
			}
			if got, want := marksIn(long.Bytes), marksIn(short.Bytes); got != want {
				t.Errorf("%s, %d: %d marks step by step, %d in one", name, year, got, want)
			}
		}
	}
}

// uncommented is a file without the lines that are comments.
func uncommented(data []byte) string {
	var lines []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// marksIn counts the marks of a file.
func marksIn(data []byte) int { return strings.Count(string(data), "# XEM LẠI: ") }

// TestALeapDayThatWaitsHasItsDayAgainInALeapYear: until then it is asked about every year, as what was not answered is.
func TestALeapDayThatWaitsHasItsDayAgainInALeapYear(t *testing.T) {
	base := load(t, strings.Replace(withDeadline("by: 29/2/2024"), "Nội dung.", "Họp ngày 29/02/2024.", 1))
	for _, year := range []int{2025, 2026, 2027} {
		r := steps(t, base, year)
		base = r.Plan
		if got := asks(load(t, string(r.Bytes))); !strings.Contains(got, "29/2/2024 leap-day") || !strings.Contains(got, "29/02/2024 ") && !strings.Contains(got, "2024 unanswered") {
			t.Errorf("%d asks %q", year, got)
		}
	}
	if r := steps(t, base, 2028); r.Plan.Deadlines[0].By.Text != "29/2/2028" {
		t.Errorf("in 2028: %s", r.Plan.Deadlines[0].By.Text)
	}
}

// TestANumberOfAnotherBodyIsNotTheRegistrysDocument: every body has its 49/KH-UBND.
func TestANumberOfAnotherBodyIsNotTheRegistrysDocument(t *testing.T) {
	const listed = "kehoach: 1\ndate: 24/11/2026\ndocuments:\n  - {type: Kế hoạch, number: 49/KH-UBND, date: 08/3/2023, issuer: UBND tỉnh Quảng Ngãi, subject: dân vận, source: bản lưu,\n" +
		"     since: 08/3/2023, ended: {on: 01/9/2025, by: 50/KH-UBND}}\n"
	documents, found := registry.Load("van-ban.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return []byte(listed), nil }})
	if documents == nil {
		t.Fatal(message(found))
	}
	for issuer, ended := range map[string]bool{"UBND tỉnh Quảng Ngãi": true, "Uỷ ban nhân dân tỉnh": true, "UBND xã": false, "Sở Nội vụ": false} {
		base := load(t, withItem("Theo Kế hoạch số 49/KH-UBND của "+issuer+", các thôn thực hiện."))
		o := options(base, 2026)
		o.Registry = documents
		told := false
		for _, e := range draft(t, base, o).Ledger {
			told = told || e.Kind.ID == "next/ended"
		}
		if told != ended {
			t.Errorf("of %s: told %v", issuer, told)
		}
	}
}

// TestAQuestionIsNotLostWhenTheNextDraftHasNoRuleForIt: a decree is no yearly basis, but that of the plan's own year was asked about.
func TestAQuestionIsNotLostWhenTheNextDraftHasNoRuleForIt(t *testing.T) {
	base := load(t, strings.Replace(withItem("Nội dung."), "sections:",
		"citations:\n  - {id: nd, type: Nghị định, number: 10/2024/NĐ-CP, date: 05/01/2024, issuer: Chính phủ, connector: về, subject: thưởng năm 2024}\nsections:", 1))
	r := steps(t, base, 2025, 2026)
	var why []string
	for _, e := range r.Ledger.In(rollover.Decide) {
		why = append(why, e.Old+": "+e.Why(diag.English))
	}
	if got := strings.Join(why, "|"); got != "10/2024/NĐ-CP: the draft of 2025 asked about this, and nobody has answered" {
		t.Errorf("asks %q\n%s", got, r.Bytes)
	}
}

// TestWhatAPersonMovedIsNotToldAsMovedByRule: a deadline that was put on another day since.
func TestWhatAPersonMovedIsNotToldAsMovedByRule(t *testing.T) {
	base := load(t, strings.Replace(withDeadline("before: 28/3/2024"), "Nội dung.", "Trong năm 2024.", 1))
	fresh := string(draft(t, base, options(base, 2026)).Bytes)
	now := load(t, strings.NewReplacer("28/3/2026", "30/3/2026", "Trong năm 2026", "Trong hai năm").Replace(fresh))
	for _, e := range rollover.Review(now, base, rollover.Options{}).In(rollover.Moved) {
		if e.New == "28/3/2026" || e.New == "2026" && strings.Contains(e.At.Location().Source, "Trong") {
			t.Errorf("%q is said to be %q", e.Old, e.New)
		}
	}
}

// TestTheExplanationPairsWhatWasWithWhatIs: stretch with stretch, and what was left out is said to be.
func TestTheExplanationPairsWhatWasWithWhatIs(t *testing.T) {
	base := load(t, withItem("Đạt 80% hộ, gửi UBND huyện trong năm 2024.")+"      - text: Mở 03 lớp ở thôn.\n      - text: Cấp 120 thẻ.\n")
	now := drafted(t, base.File.Text)
	text := strings.NewReplacer("80%", "90%", "UBND huyện", "UBND tỉnh", "Mở 03 lớp ở thôn", "Mở lớp ở thôn").Replace(now.File.Text)
	now = load(t, unmarked(text))
	if got := asks(now); got != "" {
		t.Fatalf("asks %q", got)
	}
	paper, found := rollover.Review(now, base, rollover.Options{}).Explanation(now)
	if paper == nil {
		t.Fatal(message(found))
	}
	var rows []string
	for _, table := range paper.Tables[:2] {
		for _, row := range table.Table.Rows {
			if row[1].Text[0].String() == "Tệp cơ quan" {
				continue
			}
			var cells []string
			for _, cell := range row[2:] {
				cells = append(cells, cell.Text[0][0].Text)
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
	}
	if got, want := strings.Join(rows, "\n"), `2024 | 2026 | năm của kế hoạch (2 chỗ)
80% hộ, gửi UBND huyện | 90% hộ, gửi UBND tỉnh | đã sửa khi xem lại
03 lớp | lớp | đã sửa khi xem lại
120 thẻ | 120 thẻ | đã xem, dấu XEM LẠI đã bỏ`; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
