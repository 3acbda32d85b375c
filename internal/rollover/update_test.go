package rollover_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/rollover"
)

const lastYear = `kehoach: 1
agency: agency.yaml
period: {year: 2024}
title: Thực hiện năm 2024
citations:
  - {id: luat, type: Luật, subject: Đất đai}
deadlines:
  - {id: han, before: 28/3/2024}
roles:
  - id: van-phong
    name: Văn phòng
    duties:
      - {id: tong-hop, text: Tổng hợp năm 2024.}
sections:
  - heading: NỘI DUNG
    items:
      - id: mot
        text: Trong năm 2024, mở lớp.
      - id: hai
        text: |-
          Nội dung hai.
  - heading: KINH PHÍ
    text: Theo dự toán.
recipients:
  - to: UBND tỉnh
`

// updated is an edited draft into which Update carried what came into last year's plan.
func updated(t *testing.T, edited, after string) (string, rollover.Ledger) {
	t.Helper()
	base := load(t, after)
	data, ledger, found := rollover.Update(load(t, edited), base, options(base, 2026))
	if found.Failed() {
		t.Fatal(message(found))
	}
	return string(data), ledger
}

// TestWhatIsNewInLastYearsPlanComesIntoTheEditedDraft: as the lines of a draft made now, behind what goes before it there.
func TestWhatIsNewInLastYearsPlanComesIntoTheEditedDraft(t *testing.T) {
	fresh := load(t, lastYear)
	edited := strings.Replace(string(draft(t, fresh, options(fresh, 2026)).Bytes), "Nội dung hai.", "Nội dung hai, đã sửa.", 1)
	after := lastYear
	for old, now := range map[string]string{
		"      - id: hai\n":                                  "      - id: giua\n        text: |-\n          Trong năm 2024, đạt 80% hộ.\n\n          Hết.\n\n      - id: hai\n",
		"  - {id: han, before: 28/3/2024}\n":                 "  - {id: han-dau, by: 28/01/2024}\n  - {id: han, before: 28/3/2024}\n  - {id: han-cuoi, before: 30/10/2024}\n",
		"      - {id: tong-hop, text: Tổng hợp năm 2024.}\n": "      - {id: tong-hop, text: Tổng hợp năm 2024.}\n      - id: nhac\n        text: Nhắc việc.\n",
		"recipients:\n":                                      "recipients:\n  - to: Đảng ủy xã\n",
	} {
		after = strings.Replace(after, old, now, 1)
	}
	got, ledger := updated(t, edited, after)
	want := edited
	for old, now := range map[string]string{
		"      - id: hai\n": "      # XEM LẠI: \"giua\": mới trong kế hoạch năm trước, nay thêm vào bản này [next/new]\n" +
			"      - id: giua\n        # XEM LẠI: \"80%\": số liệu, chỉ tiêu của năm 2024 [next/figure]\n        text: |-\n          Trong năm 2026, đạt 80% hộ.\n\n          Hết.\n      - id: hai\n",
		"  - {id: han, before: 28/3/2026}\n": "  # XEM LẠI: \"han-dau\": mới trong kế hoạch năm trước, nay thêm vào bản này [next/new]\n  - {id: han-dau, by: 28/01/2026}\n" +
			"  - {id: han, before: 28/3/2026}\n  # XEM LẠI: \"han-cuoi\": mới trong kế hoạch năm trước, nay thêm vào bản này [next/new]\n  - {id: han-cuoi, before: 30/10/2026}\n",
		"      - {id: tong-hop, text: Tổng hợp năm 2026.}\n": "      - {id: tong-hop, text: Tổng hợp năm 2026.}\n" +
			"      # XEM LẠI: \"nhac\": mới trong kế hoạch năm trước, nay thêm vào bản này [next/new]\n      - id: nhac\n        text: Nhắc việc.\n",
	} {
		want = strings.Replace(want, old, now, 1)
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var told []string
	for _, e := range ledger.In(rollover.Stale) {
		if e.Kind.ID == "next/missing" {
			told = append(told, e.Old)
		}
	}
	if strings.Join(told, "|") != "Đảng ủy xã" {
		t.Errorf("told of %q", told)
	}
	if again, _ := updated(t, got, after); again != got {
		t.Errorf("once more it became\n%s", again)
	}
}

// TestWhatStandsBetweenBracketsIsTold: such a list has no lines to put in.
func TestWhatStandsBetweenBracketsIsTold(t *testing.T) {
	before := strings.Replace(lastYear, "citations:\n  - {id: luat, type: Luật, subject: Đất đai}\n", "citations: [{id: luat, type: Luật, subject: Đất đai}]\n", 1)
	fresh := load(t, before)
	edited := string(draft(t, fresh, options(fresh, 2026)).Bytes) + "# đã sửa\n"
	after := strings.Replace(before, "subject: Đất đai}]", "subject: Đất đai}, {id: luat-moi, type: Luật, subject: Thủ đô}]", 1)
	got, ledger := updated(t, edited, after)
	if told := ledger.In(rollover.Stale); got != edited || told[0].Kind.ID != "next/missing" || told[0].Old != "luat-moi" || told[0].At.Location().Line != 6 {
		t.Errorf("%+v\n%s", told, got)
	}
}

// TestOnlyADraftOfThatPlanIsUpdated: another file is kept as it is.
func TestOnlyADraftOfThatPlanIsUpdated(t *testing.T) {
	base := load(t, lastYear)
	o := options(base, 2026)
	for _, other := range []string{lastYear, strings.Replace(string(draft(t, base, options(base, 2027)).Bytes), "Văn phòng", "Phòng", 1)} {
		if _, _, found := rollover.Update(load(t, other), base, o); !found.Failed() || found[0].Kind.ID != "next/not-its-draft" {
			t.Errorf("taken: %s", other)
		}
	}
}

// TestAnUpdateMarksWhatMustBeDecidedSince: a mark that a person deleted without an answer comes back; what was answered stays.
func TestAnUpdateMarksWhatMustBeDecidedSince(t *testing.T) {
	base := load(t, withItem("Gửi UBND huyện 15 báo cáo."))
	fresh := draft(t, base, options(base, 2026))
	edited := unmarked(string(fresh.Bytes))
	data, ledger, found := rollover.Update(load(t, edited), base, options(base, 2026))
	if found.Failed() {
		t.Fatal(message(found))
	}
	if got := string(data); !strings.Contains(got, `# XEM LẠI: "UBND huyện"`) || strings.Contains(got, `# XEM LẠI: "15`) || len(ledger.In(rollover.Decide)) != 1 {
		t.Errorf("%d entries\n%s", len(ledger.In(rollover.Decide)), got)
	}
}

// FuzzUpdate brings any plan's draft into any edited draft: nothing breaks, no text is lost, and once is enough.
func FuzzUpdate(f *testing.F) {
	f.Add(lastYear, strings.Replace(lastYear, "      - id: hai\n", "      - id: ba\n        text: Ba.\n      - id: hai\n", 1))
	f.Add(strings.Replace(lastYear, "      - id: mot\n        text: Trong năm 2024, mở lớp.\n", "", 1), lastYear)
	f.Add(withItem("Đạt 80%."), lastYear)
	f.Add("kehoach: 1\nagency: agency.yaml\nperiod: {year: 2024}\ntitle: x\nsections:\n- id: a\n  items:\n  - {id: b, text: c}\n",
		"kehoach: 1\nagency: agency.yaml\nperiod: {year: 2024}\ntitle: x\nsections:\n    - id: a\n      items:\n        - {id: b, text: c}\n        - {id: d,\n          text: e}\n    - id: f\n      text: |+\n        g\n\n")
	f.Fuzz(func(t *testing.T, mine, theirs string) {
		var bases []*plan.Plan
		for _, text := range []string{mine, theirs} {
			p, found := plan.Load("plan.yaml", plan.Options{ReadFile: files(map[string]string{"plan.yaml": text})})
			if found.Failed() {
				return
			}
			bases = append(bases, p)
		}
		r, _ := rollover.Draft(bases[0], options(bases[0], 2150))
		if r == nil {
			return
		}
		edited, o := r.Plan, options(bases[1], 2150)
		for range 2 {
			data, _, found := rollover.Update(edited, bases[1], o)
			if found.Failed() {
				if found[0].Kind.ID == "next/broken" {
					t.Errorf("%s\n%s\n%s", message(found), mine, theirs)
				}
				return
			}
			again := load(t, string(data))
			if len(again.Passages()) < len(edited.Passages()) {
				t.Fatalf("texts were lost:\n%s", data)
			}
			if string(data) == string(edited.File.Bytes) {
				return
			}
			edited = again
		}
		data, _, _ := rollover.Update(edited, bases[1], o)
		if string(data) != string(edited.File.Bytes) {
			t.Errorf("it never ends:\n%s\n%s", edited.File.Bytes, data)
		}
	})
}

// TestWhatIsNewComesAsTheDraftWasMade: under today's names where the draft has them.
func TestWhatIsNewComesAsTheDraftWasMade(t *testing.T) {
	base := load(t, lastYear)
	o := options(base, 2026)
	o.Mergers = true
	edited := string(draft(t, base, o).Bytes)
	edited = strings.Replace(edited, "agency: agency-xa-son-tay-ha.yaml", "agency: agency.yaml", 1) + "# đã sửa\n"
	got, _ := updated(t, edited, strings.Replace(lastYear, "      - id: hai\n", "      - id: ba\n        text: Dân xã Sơn Màu.\n      - id: hai\n", 1))
	if !strings.Contains(got, "text: Dân xã Sơn Tây Hạ.") {
		t.Error(got)
	}
}
