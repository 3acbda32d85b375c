package rollover_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/rollover"
)

// drafted is the draft of 2026 of a plan written in the test, read again as a person would have it.
func drafted(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p := load(t, text)
	return load(t, string(draft(t, p, options(p, 2026)).Bytes))
}

// questions are what a draft asks.
func questions(p *plan.Plan) []rollover.Question {
	return rollover.Review(p, nil, rollover.Options{}).Questions()
}

// asks are the words about which a draft asks, each with its rule: "80% figure".
func asks(p *plan.Plan) string {
	var all []string
	for _, q := range questions(p) {
		all = append(all, q.Entries[0].Old+" "+strings.TrimPrefix(q.Entries[0].Kind.ID, "next/"))
	}
	return strings.Join(all, "|")
}

// answered is a draft with one answer in it.
func answered(t testing.TB, data []byte, found diag.List) *plan.Plan {
	t.Helper()
	if found.Failed() {
		t.Fatal(message(found))
	}
	return load(t, string(data))
}

func TestAnAnswerWithWhichTheFileIsNoPlanIsRefused(t *testing.T) {
	now := drafted(t, withItem("Đạt 80% hộ."))
	q := questions(now)[0]
	for _, words := range []string{"90\x1b[D%", "{{khong-co}}", "**", " ", "90%\u2028"} {
		if data, found := q.Replace(now, words); !found.Failed() {
			t.Errorf("%q was written:\n%s", words, data)
		}
	}
	for _, reason := range []string{"", "…", "2026", "còn dùng\x1b[D"} {
		if data, found := q.Keep(now, reason); !found.Failed() {
			t.Errorf("the reason %q was written:\n%s", reason, data)
		}
	}
	if got := asks(answered2(t, q, now, "90%")); got != "" {
		t.Errorf("still asks %q", got)
	}
}

func answered2(t testing.TB, q rollover.Question, p *plan.Plan, words string) *plan.Plan {
	t.Helper()
	data, found := q.Replace(p, words)
	return answered(t, data, found)
}

// TestWhatTheListOffersToBeFilledInIsNoReason: the comment that the list shows as a pattern settles nothing until a reason stands in it.
func TestWhatTheListOffersToBeFilledInIsNoReason(t *testing.T) {
	now := drafted(t, withItem("Gửi Phòng Nội vụ."))
	var list bytes.Buffer
	_ = rollover.Review(now, nil, rollover.Options{}).WriteJSON(&list, diag.English)
	if !strings.Contains(list.String(), `# keep: \"Phòng Nội vụ\": …`) {
		t.Fatal(list.String())
	}
	text := strings.Replace(now.File.Text, "      - text:", "      # keep: \"Phòng Nội vụ\": …\n      - text:", 1)
	if got := asks(load(t, text)); got != "Phòng Nội vụ body" {
		t.Errorf("asks %q", got)
	}
}

func TestKeepMatchesWordsHoweverTheirBlanksAndQuotesAreWritten(t *testing.T) {
	for _, words := range []string{"80\u00a0% hộ", "80  % hộ", `giai đoạn "2021-2025"`} {
		now := drafted(t, withItem("Đạt "+words+" trong xã."))
		for step := 0; asks(now) != ""; step++ {
			if step > 3 {
				t.Fatalf("%q is asked again after it was kept: %s\n%s", words, asks(now), now.File.Text)
			}
			data, found := questions(now)[0].Keep(now, "theo đề án")
			now = answered(t, data, found)
		}
		if again := draft(t, now, options(now, 2027)); len(again.Ledger.In(rollover.Decide)) > 0 {
			t.Errorf("%q is asked in the next year", words)
		}
	}
}

// TestKeepOnAMarkLeavesTheReason: a mark whose words were changed, and one that a person wrote.
func TestKeepOnAMarkLeavesTheReason(t *testing.T) {
	for text, want := range map[string]string{
		strings.Replace(drafted(t, withItem("Gửi UBND huyện.")).File.Text, "Gửi UBND huyện", "Gửi UBND tỉnh", 1):  `# keep: "UBND huyện": đã hỏi tỉnh`,
		strings.Replace(withItem("Nội dung."), "      - text:", "      # XEM LẠI: hỏi chị Hoa\n      - text:", 1): `# keep: "hỏi chị Hoa": đã hỏi tỉnh`,
		strings.Replace(withItem("Nội dung."), "      - text:", "      # XEM LẠI:\n      - text:", 1):             `# keep: "XEM LẠI:": đã hỏi tỉnh`,
	} {
		p := load(t, text)
		data, found := questions(p)[0].Keep(p, "đã hỏi tỉnh")
		now := answered(t, data, found)
		if !strings.Contains(now.File.Text, want) || asks(now) != "" {
			t.Errorf("asks %q:\n%s", asks(now), now.File.Text)
		}
	}
}

// TestTwoFiguresThatAreAlikeAreTwoQuestions: the answer to one leaves the other open.
func TestTwoFiguresThatAreAlikeAreTwoQuestions(t *testing.T) {
	now := drafted(t, withItem("Đạt 95% hộ dân; 95% trẻ em."))
	if got := asks(now); got != "95% figure|95% figure" {
		t.Fatalf("asks %q", got)
	}
	now = answered2(t, questions(now)[0], now, "97%")
	if got := now.Sections[0].Items[0].Text.Value.Text; got != "Đạt 97% hộ dân; 95% trẻ em." {
		t.Errorf("became %q", got)
	}
	if got := asks(now); got != "95% figure" {
		t.Errorf("asks %q:\n%s", got, now.File.Text)
	}
	now = answered2(t, questions(now)[0], now, "98%")
	if got := now.Sections[0].Items[0].Text.Value.Text; got != "Đạt 97% hộ dân; 98% trẻ em." || strings.Contains(now.File.Text, "XEM LẠI") {
		t.Errorf("became %q:\n%s", got, now.File.Text)
	}
}

func TestAnAnswerForSeveralPlacesSaysSo(t *testing.T) {
	now := drafted(t, withItem("Gửi UBND huyện; UBND huyện tổng hợp."))
	all := questions(now)
	if len(all) != 1 || all[0].Places().VI != "2 chỗ trong câu này, sửa cùng lúc" {
		t.Fatalf("%d questions: %q", len(all), all[0].Places().VI)
	}
	if got := answered2(t, all[0], now, "UBND tỉnh").Sections[0].Items[0].Text.Value.Text; got != "Gửi UBND tỉnh; UBND tỉnh tổng hợp." {
		t.Errorf("became %q", got)
	}
}

// TestWhatCannotBeReplacedFromHereSaysWhy: bold words and marks have to be edited in the file; a day can be put from here.
func TestWhatCannotBeReplacedFromHereSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		withItem("Đạt 8**0%** hộ."): "đậm",
		strings.Replace(withItem("Nội dung."), "      - text:", "      # XEM LẠI: x\n      - text:", 1):               "chú thích",
		strings.Replace(withItem("Nội dung."), "sections:", "deadlines:\n  - {id: han, by: 29/2/2024}\nsections:", 1): "",
	} {
		got := questions(drafted(t, text))[0].Hindrance().VI
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
