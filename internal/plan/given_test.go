package plan_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// signedBy is the agency of the tests with one signatory, written as in its file.
func signedBy(signatory string) string {
	before, _, _ := strings.Cut(agency, "signatories:")
	return before + "collective: ỦY BAN NHÂN DÂN\nsignatories:\n  - {id: ky, name: Nguyễn Văn An, " + signatory + "}\n"
}

func TestAuthorityFollowsThePostThatIsGiven(t *testing.T) {
	const head, deputy, order = "post: CHỦ TỊCH, authority: [TM]", "post: PHÓ CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH", "post: CHÁNH VĂN PHÒNG, authority: [TL], for: CHỦ TỊCH"
	for _, c := range []struct{ model, post, standsFor, want string }{
		{head, "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "[TM KT] CHỦ TỊCH: PHÓ CHỦ TỊCH"},
		{head, "PHÓ CHỦ TỊCH", "", "[TM KT] CHỦ TỊCH: PHÓ CHỦ TỊCH"},
		{head, "Phó Chủ tịch thường trực", "", "[TM KT] Chủ tịch: Phó Chủ tịch thường trực"},
		{head, "CHỦ TỊCH", "", "[TM] : CHỦ TỊCH"},
		{head, "ỦY VIÊN", "CHỦ TỊCH", "[TM KT] CHỦ TỊCH: ỦY VIÊN"},
		{head, "CHỦ TỊCH", "CHỦ TỊCH", "plan/given-for signatory.for"},
		{head, "", "CHỦ TỊCH", "plan/given-for signatory.for"},
		{head, " ", "", "plan/given-nothing signatory.post"},
		{deputy, "CHỦ TỊCH", "", "[TM] : CHỦ TỊCH"},
		{deputy, "Q. CHỦ TỊCH", "", "[TM] : Q. CHỦ TỊCH"},
		{deputy, "PHÓ CHỦ TỊCH", "", "[TM KT] CHỦ TỊCH: PHÓ CHỦ TỊCH"},
		{deputy, "ỦY VIÊN", "CHỦ TỊCH", "[TM KT] CHỦ TỊCH: ỦY VIÊN"},
		{deputy, "ỦY VIÊN", "", "plan/given-post signatory.post"},
		{"post: CHỦ TỊCH, authority: [TM, Q]", "PHÓ CHỦ TỊCH", "", "[TM KT] CHỦ TỊCH: PHÓ CHỦ TỊCH"},
		{"post: HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "", "[KT] HIỆU TRƯỞNG: PHÓ HIỆU TRƯỞNG"},
		{order, "TRƯỞNG PHÒNG", "", "[TL] CHỦ TỊCH: TRƯỞNG PHÒNG"},
		{order, "PHÓ CHÁNH VĂN PHÒNG", "PHÓ CHỦ TỊCH", "[TL] PHÓ CHỦ TỊCH: PHÓ CHÁNH VĂN PHÒNG"},
	} {
		p, _ := model(t, fmt.Sprintf(smallest, "Lời."), "agency.yaml", signedBy(c.model))
		values := map[string]string{}
		if c.post != "" {
			values["signatory.post"] = c.post
		}
		if c.standsFor != "" {
			values["signatory.for"] = c.standsFor
		}
		got := ""
		if u, found := p.With(values); u != nil {
			s := u.Signatory(plan.Value{Text: "ky"})
			got = fmt.Sprintf("%v %s: %s", s.Authority, s.For.Text, s.Post.Text)
			if s != u.Signs() {
				t.Errorf("%v: found by id is another than who signs", values)
			}
		} else {
			got = found[0].Kind.ID + " " + found[0].Arg("key")
		}
		if got != c.want {
			t.Errorf("{%s} with %v: %s, want %s", c.model, values, got, c.want)
		}
		if p.Signs().Name.Text != "Nguyễn Văn An" || fmt.Sprint(p.Signs().Authority) == "[]" && strings.Contains(c.model, "authority") {
			t.Error("the model changed")
		}
	}
}

func TestBuildSetsAPostWithItsAuthority(t *testing.T) {
	p, found := plan.Load("plan.yaml", plan.Options{Values: map[string]string{"signatory.post": "PHÓ CHỦ TỊCH"},
		ReadFile: files(map[string]string{"plan.yaml": fmt.Sprintf(smallest, "Lời."), "agency.yaml": signedBy("post: CHỦ TỊCH, authority: [TM]")}).ReadFile})
	if p == nil || fmt.Sprint(p.Signs().Authority) != "[TM KT]" {
		t.Error(findings(found, diag.English))
	}
}

func TestNoUnitGetsTheLetterheadOfTheModel(t *testing.T) {
	p, _ := model(t, fmt.Sprintf(smallest, "Ở {{unit}}."))
	own := map[string]string{"agency.name": "Sở Y tế", "agency.letterhead": "SỞ Y TẾ"}
	for _, c := range []struct {
		unit, kind string
		more       map[string]string
		want       string
	}{
		{"UBND xã Hà", "", nil, "plan/given-unit"}, {"UBND xã Hà", "xa", nil, "plan/given-unit"},
		{"Ủy ban nhân dân xã Hà", "xa", nil, "plan/given-unit"}, {"Uỷ ban nhân dân xã Hà", "xa", nil, "plan/given-unit"},
		{"thị trấn Sa", "", nil, "plan/given-unit"}, {"thị trấn Sa", "xa", nil, "plan/given-unit"},
		{"Hà", "", nil, "plan/given-unit"}, {"Tổng cộng", "", nil, "plan/given-unit"},
		{"huyện Trà Bồng", "huyen", nil, "plan/given-unit"}, {"Hà", "", map[string]string{"agency.place": "Hà"}, "plan/given-unit"},
		{"Hà", "xa", nil, "ỦY BAN NHÂN DÂN\nXÃ HÀ"}, {"xã Hà", "", nil, "ỦY BAN NHÂN DÂN\nXÃ HÀ"},
		{"xã Sơn Tây Hạ", "khac", nil, "XÃ SƠN TÂY HẠ"}, // the model's own unit
		{"Sở Y tế", "", own, "SỞ Y TẾ"}, {"UBND xã Hà", "xa", own, "SỞ Y TẾ"},
	} {
		values := map[string]string{"unit": c.unit}
		maps.Copy(values, c.more)
		if c.kind != "" {
			values["kind"] = c.kind
		}
		got := ""
		if u, found := p.With(values); u != nil {
			got = u.Issuers[0].Letterhead.Text
		} else {
			got = found[0].Kind.ID
			if found[0].Arg("key") != "unit" {
				t.Errorf("%v: %s", values, findings(found, diag.English))
			}
		}
		if got != c.want {
			t.Errorf("%v: %q, want %q", values, got, c.want)
		}
	}
}

func TestWhatIsStillToBeFilledInIsNoValue(t *testing.T) {
	p, _ := model(t, fmt.Sprintf(smallest, "Có {{so_ho}} hộ."))
	for value, want := range map[string]string{"???": "error plan/must-fill so_ho", "khoảng ??? hộ": "error plan/must-fill so_ho",
		"[so_ho]": "warning plan/given-example so_ho", "[so_doi]": "", "120": ""} {
		u, found := p.With(map[string]string{"so_ho": value})
		got := ""
		for _, f := range found {
			got += f.Kind.Severity.String() + " " + f.Kind.ID + " " + f.Arg("key")
		}
		if got != want || (u == nil) != found.Failed() {
			t.Errorf("%q: %s, want %s", value, got, want)
		}
	}
	if u, found := p.With(map[string]string{"so_ho": "1", "signatory.name": "???"}); u != nil || found[0].Arg("key") != "signatory.name" {
		t.Errorf("a name: %s", findings(found, diag.English))
	}
}

func TestATargetIsANumber(t *testing.T) {
	p, _ := model(t, strings.Replace(fmt.Sprintf(smallest, "Lời."), "text: Lời.", "items:\n      - {id: doi, text: 'Lập đội.', target: {value: '{{so_doi}}', unit: đội}}", 1))
	for value, sound := range map[string]bool{"5": true, "1.200": true, "12,5": true, "95%": true, "05": true, "[so_doi]": true,
		"5 đội": false, "95 %": false, "mười": false, "1.20": false, "-3": false, "1,200.5": false, "5-7": false} {
		u, found := p.With(map[string]string{"so_doi": value})
		if (u != nil) != sound || !sound && (found[0].Kind.ID != "plan/given-figure" || found[0].Arg("key") != "so_doi") {
			t.Errorf("%q: %s", value, findings(found, diag.English))
		}
	}
}

func TestADateThatIsWrittenOtherwiseIsNoDayThatTheCalendarLacks(t *testing.T) {
	p, _ := model(t, modelText)
	for value, want := range map[string]string{"2026-02-01": "dạng ngày/tháng/năm", "1.2.2026": "dạng ngày/tháng/năm", "mai": "dạng ngày/tháng/năm",
		"30/02/2026": "trong lịch", "1/13/2026": "trong lịch"} {
		for _, key := range []string{"date", "ngay_hop"} {
			if u, found := p.With(map[string]string{key: value}); u != nil || !strings.Contains(findings(found, diag.Vietnamese), want) {
				t.Errorf("%s=%s: %s", key, value, findings(found, diag.Vietnamese))
			}
		}
		u, found := load(t, strings.Replace(fmt.Sprintf(smallest, "Lời."), "title:", "date: "+value+"\ntitle:", 1), nil)
		if u != nil || !strings.Contains(findings(found, diag.Vietnamese), want) {
			t.Errorf("in a plan, %s: %s", value, findings(found, diag.Vietnamese))
		}
	}
}
