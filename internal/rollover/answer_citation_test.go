package rollover_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/rollover"
)

// register is a registry in which a decree, a law and a decision of the province ended; the successor of the last is not listed.
func register(t *testing.T) *registry.Registry {
	t.Helper()
	r, found := registry.Load("so.yaml", plan.Options{ReadFile: files(map[string]string{"so.yaml": `kehoach: 1
date: 01/9/2026
documents:
  - {type: Nghị định, number: 91/2017/NĐ-CP, date: 31/7/2017, issuer: Chính phủ, subject: quy định chi tiết thi hành Luật Thi đua, source: x, since: 01/10/2017,
     ended: {on: 01/01/2024, by: 98/2023/NĐ-CP}, successor: 98/2023/NĐ-CP}
  - {type: Nghị định, number: 98/2023/NĐ-CP, date: 31/12/2023, issuer: Chính phủ, subject: công tác khen thưởng, source: x, since: 01/01/2024}
  - {type: Luật, number: 45/2013/QH13, date: 29/11/2013, issuer: Quốc hội, subject: Đất đai, source: x, ended: {on: 01/8/2024, by: 31/2024/QH15}, successor: 31/2024/QH15}
  - {type: Luật, number: 31/2024/QH15, date: 18/01/2024, issuer: Quốc hội, subject: Đất đai, source: x, since: 01/8/2024}
  - {type: Quyết định, number: 12/2024/QĐ-UBND, date: 05/3/2024, issuer: UBND tỉnh, subject: tiếp công dân, source: x,
     ended: {on: 01/9/2025, by: 30/2025/QĐ-UBND}, successor: 30/2025/QĐ-UBND}
`})})
	if found.Failed() {
		t.Fatal(message(found))
	}
	return r
}

// accepted drafts a plan of 2025, accepts the only proposal and gives the file.
func accepted(t *testing.T, text string) (r *rollover.Result, file string) {
	t.Helper()
	o := rollover.Options{Year: 2026, Name: "plan.yaml", From: "2025.yaml", Agencies: []string{"agency.yaml"}, Registry: register(t)}
	r = draft(t, load(t, strings.Replace(text, "year: 2024", "year: 2025", 1)), o)
	questions := rollover.Review(r.Plan, nil, o).Questions()
	if len(questions) != 1 {
		t.Fatalf("asks %q", asked(r))
	}
	data, found := questions[0].Replace(r.Plan, questions[0].Entries[0].New)
	if found.Failed() {
		t.Fatal(message(found))
	}
	return r, string(data)
}

// TestTheSuccessorOfADocumentComesWithDateAndSubject in a sentence, as far as they stand there.
func TestTheSuccessorOfADocumentComesWithDateAndSubject(t *testing.T) {
	for sentence, want := range map[string]string{
		"Theo Nghị định số 91/2017/NĐ-CP, xét khen thưởng.":                                                               "Theo Nghị định số 98/2023/NĐ-CP, xét khen thưởng.",
		"Theo Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành Luật Thi đua.": "Theo Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ về công tác khen thưởng.",
		"Tuyên truyền Luật Đất đai số 45/2013/QH13 ngày 29/11/2013.":                                                      "Tuyên truyền Luật Đất đai số 31/2024/QH15 ngày 18/01/2024.",
		"Tuyên truyền Luật Đất đai năm 2013.":                                                                             "Tuyên truyền Luật Đất đai năm 2024.",
	} {
		if _, file := accepted(t, withItem(sentence)); !strings.Contains(file, "          "+want+"\n") {
			t.Errorf("%q became\n%s", sentence, file)
		}
	}
}

// TestADeclaredDocumentIsReplacedWhole: number, date, subject and what joins it, in one answer.
func TestADeclaredDocumentIsReplacedWhole(t *testing.T) {
	r, file := accepted(t, strings.Replace(withItem("Nội dung."), "sections:", `citations:
  - id: nd
    type: Nghị định
    number: 91/2017/NĐ-CP
    date: 31/7/2017
    issuer: Chính phủ
    connector: quy định
    subject: chi tiết thi hành Luật Thi đua # theo sổ
sections:`, 1))
	if got, want := asked(r), "91/2017/NĐ-CP → 98/2023/NĐ-CP, 31/12/2023, về, công tác khen thưởng"; got != want {
		t.Errorf("asks %q, want %q", got, want)
	}
	want := `    number: 98/2023/NĐ-CP
    date: 31/12/2023
    issuer: Chính phủ
    connector: về
    subject: công tác khen thưởng # theo sổ
`
	if !strings.Contains(file, want) {
		t.Errorf("became\n%s", file)
	}
}

// TestWithoutItsDateASuccessorIsOnlyNamed: what the registry does not list is told in the reason and proposed nowhere.
func TestWithoutItsDateASuccessorIsOnlyNamed(t *testing.T) {
	p := load(t, withItem("Theo Quyết định số 12/2024/QĐ-UBND ngày 05/3/2024 của UBND tỉnh về tiếp công dân."))
	r := draft(t, p, rollover.Options{Year: 2026, Name: "plan.yaml", From: "x.yaml", Agencies: []string{"agency.yaml"}, Registry: register(t)})
	e := r.Ledger.In(rollover.Decide)[0]
	if e.New != "" || !strings.Contains(e.Why("vi"), "30/2025/QĐ-UBND") {
		t.Errorf("proposes %q: %s", e.New, e.Why("vi"))
	}
}

// TestAYearlyBasisIsAnsweredByNumberDateAndSubject, in a declared citation as in a sentence; a blank keeps what stands.
func TestAYearlyBasisIsAnsweredByNumberDateAndSubject(t *testing.T) {
	declared := strings.Replace(withItem("Nội dung."), "sections:", `citations:
  - {id: kh, type: Kế hoạch, number: 8/KH-UBND, date: 04/01/2024, issuer: UBND tỉnh, connector: về, subject: trồng rừng năm 2024}
sections:`, 1)
	for _, c := range []struct{ plan, want string }{
		{declared, "number: 15/KH-UBND, date: 06/01/2026, issuer: UBND tỉnh, connector: về, subject: trồng rừng năm 2026}"},
		{withItem("Theo Kế hoạch số 8/KH-UBND ngày 04/01/2024 của UBND tỉnh về trồng rừng năm 2024."),
			"Theo Kế hoạch số 15/KH-UBND ngày 06/01/2026 của UBND tỉnh về trồng rừng năm 2026.\n"},
	} {
		p := load(t, c.plan)
		r := draft(t, p, options(p, 2026))
		q := rollover.Review(r.Plan, nil, rollover.Options{}).Questions()[0]
		now, subject, ok := q.Cites()
		if want := (rollover.Recited{Number: "8/KH-UBND", Date: "04/01/2024", Subject: "trồng rừng năm 2024"}); !ok || now != want || subject != "trồng rừng năm 2026" {
			t.Errorf("asks about %+v, proposes %q", now, subject)
		}
		data, found := q.Recite(r.Plan, rollover.Recited{Number: "15/KH-UBND", Date: "06/01/2026", Subject: subject})
		if found.Failed() || !strings.Contains(string(data), c.want) || strings.Contains(string(data), "XEM LẠI") {
			t.Errorf("%s\n%s", message(found), data)
		}
		if _, found := q.Recite(r.Plan, rollover.Recited{Number: " "}); !found.Failed() {
			t.Error("blanks were taken")
		}
		if data, found := q.Recite(r.Plan, rollover.Recited{Date: "hôm qua"}); !found.Failed() && c.plan == declared {
			t.Errorf("a date that is none was taken:\n%s", data)
		}
	}
}

// TestWhatIsMadeAnewEveryYearIsAsked although its subject does not say "năm 2025" as such.
func TestWhatIsMadeAnewEveryYearIsAsked(t *testing.T) {
	for sentence, want := range map[string]string{
		"Theo Kế hoạch số 3/KH-UBND ngày 02/01/2025 của UBND tỉnh về đón Xuân Ất Tỵ.":                   "3/KH-UBND",
		"Theo Kế hoạch số 3/KH-UBND ngày 02/01/2025 của UBND tỉnh về chăm lo Tết Ất Tỵ 2025.":           "3/KH-UBND",
		"Theo Quyết định số 71/QĐ-UBND ngày 02/12/2025 của UBND tỉnh về giao dự toán năm 2026.":         "71/QĐ-UBND",
		"Theo Hướng dẫn số 5/HD-PVHTT ngày 10/02/2025 của Phòng Văn hóa và Thông tin huyện về treo cờ.": "5/HD-PVHTT",
		"Theo Hướng dẫn số 5/HD-STC ngày 10/02/2025 của Sở Tài chính về công khai tài sản.":             "",
		"Theo Thông báo số 21-TB/HU ngày 10/02/2025 của Ban Thường vụ Huyện ủy về công tác dân vận.":    "",
		"Theo Kế hoạch số 3/KH-UBND ngày 02/01/2019 của UBND tỉnh về Xuân Kỷ Hợi và trồng cây.":         "",
	} {
		if got := asked(of2025(t, withItem(sentence))); got != want {
			t.Errorf("%q asks %q, want %q", sentence, got, want)
		}
	}
}
