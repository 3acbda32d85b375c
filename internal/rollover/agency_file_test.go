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
	if n := len(ledger.Open(r.Plan)); n != 5 {
		t.Errorf("%d places are open", n)
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

// TestAnAmbiguousNameIsAskedOnce, with the units that bear it; the province in the agency's address answers it.
func TestAnAmbiguousNameIsAskedOnce(t *testing.T) {
	load := func(lines string) *plan.Plan {
		p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{
			"plan.yaml":   "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2025}\ntitle: Thực hiện\nsections:\n  - text: Giao lưu với xã Sơn Tân.\n",
			"agency.yaml": strings.NewReplacer("# keep: tên khi lập kế hoạch\n", "", "Sơn Màu", "Ba Vì", "SƠN MÀU", "BA VÌ").Replace(agency) + lines})})
		if found.Failed() {
			t.Fatal(message(found))
		}
		return p
	}
	p := load("")
	r := draft(t, p, options(p, 2026))
	if got := asked(r); got != "Ủy ban nhân dân xã Ba Vì" {
		t.Fatalf("asks %q", got)
	}
	why := r.Ledger.In(rollover.Decide)[0].Why(diag.Vietnamese)
	for _, unit := range []string{"xã Ba Vì, thành phố Hà Nội", "xã Ba Vì, tỉnh Quảng Ngãi"} {
		if !strings.Contains(why, unit) {
			t.Errorf("%q does not name %s", why, unit)
		}
	}
	p = load("address: 'xã Ba Vì, tỉnh Quảng Ngãi'\n")
	if got := asked(draft(t, p, options(p, 2026))); got != "xã Sơn Tân" {
		t.Errorf("asks %q", got)
	}
}

// TestADividedCommuneNamesTodaysUnits among which its area lies, since none can be proposed.
func TestADividedCommuneNamesTodaysUnits(t *testing.T) {
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{
		"plan.yaml":   "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2025}\ntitle: Thực hiện tại xã Tân Lập\nsections:\n  - text: Nội dung.\n",
		"agency.yaml": strings.NewReplacer("Sơn Màu", "Tân Lập", "SƠN MÀU", "TÂN LẬP").Replace(agency) + "parent: HUYỆN ĐAN PHƯỢNG\n"})})
	if found.Failed() {
		t.Fatal(message(found))
	}
	e := draft(t, p, options(p, 2026)).Ledger.In(rollover.Decide)[0]
	if why := e.Why(diag.Vietnamese); e.Old != "xã Tân Lập" || e.New != "" || !strings.Contains(why, "xã Ô Diên, xã Hoài Đức") {
		t.Errorf("%q → %q: %s", e.Old, e.New, why)
	}
}
