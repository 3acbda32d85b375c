package compare_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kehoach/kehoach/internal/compare"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var update = flag.Bool("update", false, "renew golden files")

// TestWhatIsSaidOfTwoPlans holds, for each archive, what is said of old.yaml and new.yaml.
func TestWhatIsSaidOfTwoPlans(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 8 {
		t.Fatalf("%d archives", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := compare.Plans(load(t, archive, "old.yaml"), load(t, archive, "new.yaml")).Text(&b, diag.Vietnamese, false); err != nil {
				t.Fatal(err)
			}
			at := len(archive.Files) - 1
			if archive.Files[at].Name != "said" {
				archive.Files = append(archive.Files, txtar.File{Name: "said"})
				at++
			}
			if *update {
				archive.Files[at].Data = b.Bytes()
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got, want := b.String(), string(archive.Files[at].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// head is what every plan of an archive begins with, unless it has its own.
const head = "kehoach: 1\nagency: agency.yaml\n"

const agency = `kehoach: 1
kind: xa
name: Ủy ban nhân dân xã A
short: UBND xã
letterhead: ỦY BAN NHÂN DÂN XÃ A
collective: ỦY BAN NHÂN DÂN
suffix: UBND
place: A
signatories:
  - {id: ct, post: CHỦ TỊCH, name: Nguyễn Văn B, authority: [TM]}
  - {id: pct, post: PHÓ CHỦ TỊCH, name: Trần Thị C, authority: [TM, KT], for: CHỦ TỊCH}
`

func load(t testing.TB, archive *txtar.Archive, name string) *plan.Plan {
	t.Helper()
	p, found := plan.Load(name, plan.Options{ReadFile: func(wanted string) ([]byte, error) {
		if wanted == "agency.yaml" && name == "new.yaml" && slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return f.Name == "agency-new.yaml" }) {
			wanted = "agency-new.yaml"
		}
		for _, f := range archive.Files {
			if f.Name == wanted {
				if strings.Contains(wanted, "agency") {
					return f.Data, nil
				}
				return append([]byte(head), f.Data...), nil
			}
		}
		return []byte(agency), nil
	}})
	if found.Failed() {
		_ = found.WriteText(os.Stderr, "en")
		t.Fatal("the plan does not load")
	}
	return p
}

func compared(t testing.TB, old, new string) *compare.Comparison {
	t.Helper()
	archive := &txtar.Archive{Files: []txtar.File{{Name: "old.yaml", Data: []byte(old)}, {Name: "new.yaml", Data: []byte(new)}}}
	return compare.Plans(load(t, archive, "old.yaml"), load(t, archive, "new.yaml"))
}

func TestAPlanDoesNotDifferFromItself(t *testing.T) {
	files, _ := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	if len(files) < 4 {
		t.Fatalf("%d sample plans", len(files))
	}
	for _, file := range files {
		read := func() *plan.Plan {
			p, found := plan.Load(file, plan.Options{})
			if found.Failed() {
				t.Fatal(found)
			}
			return p
		}
		if c := compare.Plans(read(), read()); len(c.Changes) > 0 {
			t.Errorf("%s: %+v", file, c.Changes[0])
		}
	}
}

const twoItems = "period: {year: 2026}\ntitle: Thử\nsections:\n  - heading: NỘI DUNG\n    items:\n      - text: Rà soát hồ sơ người có công trên địa bàn\n      - text: Tuyên truyền chuyển đổi số tới từng hộ gia đình\n"

// The comparison said backwards names the same pieces, with old and new exchanged.
func TestBackwardsIsTheSameTheOtherWayRound(t *testing.T) {
	other := strings.Replace(twoItems, "hồ sơ người", "toàn bộ hồ sơ người", 1) + "      - text: Một nội dung hoàn toàn mới\n"
	forth, back := compared(t, twoItems, other), compared(t, other, twoItems)
	if len(forth.Changes) != 2 || len(back.Changes) != 2 {
		t.Fatalf("%+v, %+v", forth.Changes, back.Changes)
	}
	turned := map[compare.Kind]compare.Kind{compare.Added: compare.Dropped, compare.Reworded: compare.Reworded}
	for i, c := range forth.Changes {
		if got := back.Changes[i].Kind; got != turned[c.Kind] {
			t.Errorf("%s is %s backwards", c.Kind, got)
		}
	}
}

func TestJSONHasTheShapeThatScriptsRead(t *testing.T) {
	c := compared(t, twoItems, strings.Replace(twoItems, "Rà soát hồ sơ", "Rà soát <toàn bộ> hồ sơ", 1))
	var b bytes.Buffer
	if err := c.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Changes []map[string]any `json:"changes"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"kind": "reworded", "of": "item", "path": "sections.1.items.1.text",
		"old": map[string]any{"file": "old.yaml", "line": 8.0, "column": 15.0, "text": "Rà soát hồ sơ người có công trên địa bàn"},
		"new": map[string]any{"file": "new.yaml", "line": 8.0, "column": 15.0, "text": "Rà soát <toàn bộ> hồ sơ người có công trên địa bàn"},
		"words": []any{map[string]any{"op": "same", "text": "Rà soát "}, map[string]any{"op": "added", "text": "<toàn bộ> "},
			map[string]any{"op": "same", "text": "hồ sơ người có công trên địa bàn"}}}
	if fmt.Sprint(got.Changes) != fmt.Sprint([]map[string]any{want}) {
		t.Errorf("got %v\nwant %v", got.Changes, want)
	}
	b.Reset()
	if _ = compared(t, twoItems, twoItems).JSON(&b); !strings.Contains(b.String(), `"changes": []`) {
		t.Errorf("no change is an empty list: %s", b.String())
	}
}

func TestMarksDoNotRunOverTheEndOfALineAndSteerNoTerminal(t *testing.T) {
	c := compared(t, twoItems, twoItems+"      - text: |-\n          Dòng *một*\n          Dòng hai\n")
	var plain, colour, markdown bytes.Buffer
	_ = c.Text(&plain, diag.English, false)
	_ = c.Text(&colour, diag.English, true)
	_ = c.Markdown(&markdown, diag.English)
	if want := "    {+Dòng một+}\n    {+Dòng hai+}\n"; !strings.Contains(plain.String(), want) {
		t.Errorf("%s", plain.String())
	}
	if want := "\x1b[32;4mDòng một\x1b[0m\n"; !strings.Contains(colour.String(), want) {
		t.Errorf("%q", colour.String())
	}
	if want := "- **added: section I, item 3** (`new.yaml:10:9`)\\\n  **Dòng một**\\\n  **Dòng hai**\n"; !strings.Contains(markdown.String(), want) {
		t.Errorf("%s", markdown.String())
	}
}

func TestTheSheetHasOldNewAndWhatIsKnownOfTheReason(t *testing.T) {
	const plan = "period: {year: %d}\ntitle: Thử năm {{year}}\ndeadlines: [{id: han, by: 28/3/%d}, {id: khac, by: %s}]\nsections: [{text: Rà soát%s hồ sơ.}]\n"
	s := compared(t, fmt.Sprintf(plan, 2025, 2025, "30/5/2025", " hết"), fmt.Sprintf(plan, 2026, 2026, "29/5/2026", "")).Sheet()
	var got []string
	for _, row := range s.Tables[0].Table.Rows {
		var cells []string
		for _, cell := range row {
			var b strings.Builder
			for _, paragraph := range cell.Text {
				for _, span := range paragraph {
					switch {
					case span.Strike:
						b.WriteString("~" + span.Text + "~")
					case span.Bold:
						b.WriteString("*" + span.Text + "*")
					default:
						b.WriteString(span.Text)
					}
				}
				b.WriteByte('/')
			}
			cells = append(cells, b.String())
		}
		got = append(got, strings.Join(cells, " | "))
	}
	want := []string{
		"*Thời kỳ*/năm ~2025~/ | *Thời kỳ*/năm *2026*/ | Kế hoạch của thời kỳ mới/",
		"*Sửa lời: Mục I*/Rà soát ~hết ~hồ sơ./ | *Sửa lời: Mục I*/Rà soát hồ sơ./ | /",
		"*Thời hạn: han*/chậm nhất ngày ~28/3/2025~/ | *Thời hạn: han*/chậm nhất ngày *28/3/2026*/ | Cùng ngày, chuyển theo năm kế hoạch/",
		"*Thời hạn: khac*/chậm nhất ngày ~30/5/2025~/ | *Thời hạn: khac*/chậm nhất ngày *29/5/2026*/ | /",
		"năm ~2025~/ | năm *2026*/ | Theo năm kế hoạch; 1 chỗ: Trích yếu./",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if none := compared(t, twoItems, twoItems).Sheet(); len(none.Tables) != 0 || !strings.Contains(none.Lines[0].String(), "không có gì khác nhau") {
		t.Errorf("%+v", none)
	}
}

// A long list in which every piece was changed a little must not take long: likeness is looked for nearby only.
func TestLongListsAreCompared(t *testing.T) {
	const n = 3000
	list := func(ending string) string {
		var b strings.Builder
		b.WriteString("period: {year: 2026}\ntitle: Thử\nsections:\n  - heading: NỘI DUNG\n    items:\n")
		for i := range n {
			fmt.Fprintf(&b, "      - text: Nội dung thứ %d của thôn số %d %s\n", i, i*7, ending)
		}
		return b.String()
	}
	if c := compared(t, list("xong"), list("đã xong")); len(c.Changes) != n {
		t.Errorf("%d changes, want %d", len(c.Changes), n)
	}
}

func BenchmarkSample(b *testing.B) {
	old, _ := plan.Load("../../plans/mau/2026/chuyen-doi-so.yaml", plan.Options{})
	new, _ := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	for b.Loop() {
		compare.Plans(old, new)
	}
}
