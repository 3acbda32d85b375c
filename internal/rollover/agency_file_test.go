package rollover_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/rollover"
)

// sharedBy loads a small plan of 2025 whose agency file is the test's with more lines.
func sharedBy(t *testing.T, lines string) *plan.Plan {
	t.Helper()
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{
		"plan.yaml":   "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2025}\ntitle: Thực hiện\nsections:\n  - text: Nội dung.\n",
		"agency.yaml": strings.ReplaceAll(agency, "# keep: tên khi lập kế hoạch\n", "") + lines})})
	if found.Failed() {
		t.Fatal(message(found))
	}
	return p
}

// TestTheAgencyFileIsLookedAt although the plan names nothing of it: the office's own unit and a district body there must be decided.
func TestTheAgencyFileIsLookedAt(t *testing.T) {
	p := sharedBy(t, "recipients:\n  - {to: UBND huyện Ba Tơ, note: báo cáo}\n  - to: Phòng Tư pháp\n")
	r := draft(t, p, options(p, 2026))
	want := "Ủy ban nhân dân xã Sơn Màu → Ủy ban nhân dân xã Sơn Tây Hạ | XÃ SƠN MÀU → XÃ SƠN TÂY HẠ | Sơn Màu → Sơn Tây Hạ | UBND huyện Ba Tơ | Phòng Tư pháp"
	if got := asked(r); got != want {
		t.Errorf("asks %q, want %q", got, want)
	}
	if strings.Contains(string(r.Bytes), "XEM LẠI") {
		t.Errorf("the plan is marked for what stands in the agency file:\n%s", r.Bytes)
	}
	ledger := rollover.Review(r.Plan, nil, rollover.Options{})
	if n := len(ledger.Undecided()); n != 5 {
		t.Errorf("%d places are undecided", n)
	}
	for _, q := range ledger.Questions() {
		_, replaced := q.Replace(r.Plan, "UBND tỉnh")
		_, kept := q.Keep(r.Plan, "còn dùng")
		if q.Hindrance() == (diag.Words{}) || !replaced.Failed() || !kept.Failed() {
			t.Errorf("%q is answered in the plan", q.Entries[0].Old)
		}
	}
}

// TestAKeepCommentInTheAgencyFileSettlesIt for every plan of the office.
func TestAKeepCommentInTheAgencyFileSettlesIt(t *testing.T) {
	p := sharedBy(t, "recipients:\n  # keep: \"UBND huyện Ba Tơ\": nhận bản lưu của hồ sơ cũ\n  - to: UBND huyện Ba Tơ\n")
	if got := asked(draft(t, p, options(p, 2026))); strings.Contains(got, "Ba Tơ") {
		t.Errorf("asks %q", got)
	}
}

// TestMergersInTheAgencyFileAreListed as moved, with what they leave to be decided.
func TestMergersInTheAgencyFileAreListed(t *testing.T) {
	p := sharedBy(t, "recipients:\n  - to: UBND huyện Ba Tơ\n")
	o := options(p, 2026)
	o.Mergers = true
	r := draft(t, p, o)
	var moved []string
	for _, e := range r.Ledger.In(rollover.Moved) {
		if e.At.File.Name == "agency.yaml" {
			moved = append(moved, e.Old+" → "+e.New)
		}
	}
	if got, want := strings.Join(moved, " | "), "Ủy ban nhân dân xã Sơn Màu → Ủy ban nhân dân xã Sơn Tây Hạ | XÃ SƠN MÀU → XÃ SƠN TÂY HẠ | Sơn Màu → Sơn Tây Hạ"; got != want {
		t.Errorf("moved %q, want %q", got, want)
	}
	if got := asked(r); got != "UBND huyện Ba Tơ" {
		t.Errorf("asks %q", got)
	}
	var list strings.Builder
	if err := r.Ledger.WriteText(&list, diag.Vietnamese); err != nil || !strings.Contains(list.String(), `agency.yaml dòng 13: "UBND huyện Ba Tơ"`) {
		t.Errorf("the list does not name the file:\n%s", &list)
	}
}
