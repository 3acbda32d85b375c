package plan_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var update = flag.Bool("update", false, "renew golden files")

// archive reads a txtar file whose files stand for those of a folder: a case may name files of its own or shared ones.
func archive(t testing.TB, name string) (*txtar.Archive, func(string) ([]byte, error)) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a, func(file string) ([]byte, error) {
		for _, candidate := range []string{file, path.Base(file)} {
			for _, f := range a.Files {
				if f.Name == candidate {
					return f.Data, nil
				}
			}
		}
		return nil, fs.ErrNotExist
	}
}

func findings(found diag.List, lang diag.Lang) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, lang)
	return b.String()
}

// TestBrokenPlansAreExplained holds every finding of the corpus, and that a broken plan is never loaded.
func TestBrokenPlansAreExplained(t *testing.T) {
	const file = "testdata/err.txtar"
	a, read := archive(t, file)
	ids := map[string]bool{}
	for i, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, "/findings")
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			p, found := plan.Load(name+"/plan.yaml", plan.Options{ReadFile: read})
			if !found.Failed() || p != nil {
				t.Errorf("the plan loads: %v", found)
			}
			for _, f := range found {
				ids[f.Kind.ID] = true
			}
			got := findings(found, diag.Vietnamese)
			if *update {
				a.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, f.Data)
			}
			if english := findings(found, diag.English); strings.Contains(english, "{") && !strings.Contains(string(got), "{") {
				t.Errorf("English words lack an argument:\n%s", english)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kinds of finding", len(ids))
}

// samples are the plans that ship with the program.
func samples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample plans", err)
	}
	return files
}

func TestEverySamplePlanLoadsWithoutAFinding(t *testing.T) {
	for _, file := range samples(t) {
		if _, found := plan.Load(file, plan.Options{}); len(found) > 0 {
			t.Errorf("%s", findings(found, diag.English))
		}
	}
}

const agency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
short: UBND xã
kind: xa
letterhead: XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
signatories:
  - {id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH}
`

// load loads one plan written in the test, with the agency above.
func load(t *testing.T, text string, values map[string]string) (*plan.Plan, diag.List) {
	t.Helper()
	return plan.Load("plan.yaml", plan.Options{Values: values, ReadFile: func(name string) ([]byte, error) {
		if name == "plan.yaml" {
			return []byte(text), nil
		}
		return []byte(agency), nil
	}})
}

const smallest = "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2026}\ntitle: Thực hiện\nsections:\n  - text: %s\n"

func TestAFileOfAnotherEncodingIsShownAndToldHowToSave(t *testing.T) {
	name := "d\xe2n v\xe2\xf2n" // dân vận in Windows-1258
	_, found := load(t, fmt.Sprintf(smallest, "Công tác "+name), nil)
	for lang, line := range map[diag.Lang]string{diag.Vietnamese: "lưu lại bằng bảng mã UTF-8", diag.English: "save it again in UTF-8"} {
		told := findings(found, lang)
		if !utf8.ValidString(told) || !strings.Contains(told, "  - text: Công tác d\uFFFDn v\uFFFD\uFFFDn\n") || !strings.Contains(told, "plan.yaml:6:21: ") ||
			!strings.Contains(told, line) || !strings.Contains(told, "Notepad") || !strings.Contains(told, "Word") {
			t.Error(told)
		}
	}
}

func TestNotepadsFilesAreRead(t *testing.T) {
	text := fmt.Sprintf(smallest, "Nội dung của xã")
	utf16 := func(big bool) string {
		b := []byte{0xFF, 0xFE}
		if big {
			b = []byte{0xFE, 0xFF}
		}
		for _, r := range text {
			low, high := byte(r), byte(r>>8)
			if big {
				low, high = high, low
			}
			b = append(b, low, high)
		}
		return string(b)
	}
	for name, written := range map[string]string{
		"BOM":      "\uFEFF" + text,
		"CRLF":     strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":       strings.ReplaceAll(text, "\n", "\r"),
		"UTF-16LE": utf16(false),
		"UTF-16BE": utf16(true),
		"NFD":      strings.ReplaceAll(text, "ộ", "o\u0323\u0302"),
	} {
		p, found := load(t, written, nil)
		if found.Failed() {
			t.Errorf("%s: %s", name, findings(found, diag.English))
			continue
		}
		if got := p.Sections[0].Text.Text; got != "Nội dung của xã" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestFilesThatAreNoPlanEndInOneFinding(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 'b'; i < 'k'; i++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", i, i, i-1, i-1, i-1, i-1, i-1, i-1, i-1, i-1, i-1, i-1)
	}
	for name, c := range map[string]struct{ text, id string }{
		"NUL bytes":   {"kehoach: 1\x00", "plan/file-not-text"},
		"Word file":   {"PK\x03\x04\x00\x00", "plan/file-not-text"},
		"not UTF-8":   {"title: \xff\xfe", "plan/file-encoding"},
		"control":     {"title: a\x07b", "plan/file-control"},
		"100 MB":      {strings.Repeat("a", 100<<20), "plan/file-too-large"},
		"deep":        {"a: " + strings.Repeat("[", 100_000), "plan/yaml"},
		"alias bomb":  {"kehoach: 1\nagency: agency.yaml\nperiod: {year: 2026}\ntitle: T\nsections: &s\n  - items: *s\n", "plan/too-much"},
		"merge cycle": {"<<: &a\n  <<: *a\n", ""},
	} {
		_, found := load(t, c.text, nil)
		if !found.Failed() {
			t.Errorf("%s: no finding", name)
		}
		if c.id != "" && found[0].Kind.ID != c.id {
			t.Errorf("%s: %s", name, findings(found, diag.English))
		}
	}
	if _, found := load(t, bomb+fmt.Sprintf(smallest, "a"), nil); !found.Failed() {
		t.Error("a bomb of aliases under unknown keys: no finding")
	}
}

func TestAliasesAndMergeKeysWork(t *testing.T) {
	p, found := load(t, `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Thực hiện
roles:
  - &vp {id: vp, name: &ten Văn phòng}
  - {<<: *vp, id: vp2}
sections:
  - text: *ten
`, nil)
	if found.Failed() {
		t.Fatal(findings(found, diag.English))
	}
	if p.Roles[1].Name.Text != "Văn phòng" || p.Roles[1].ID.Text != "vp2" || p.Sections[0].Text.Text != "Văn phòng" {
		t.Errorf("%q %q %q", p.Roles[1].Name.Text, p.Roles[1].ID.Text, p.Sections[0].Text.Text)
	}
}

func TestTextIsKeptAsWritten(t *testing.T) {
	p, found := load(t, fmt.Sprintf(smallest, `>-
      “Dân vận khéo"  hai dấu cách,
      *nghiêng* và **đậm**, 2 * 3, \*sao\*, \{\{ngoặc\}\}, {{year}}`), nil)
	if found.Failed() {
		t.Fatal(findings(found, diag.English))
	}
	var got []string
	for _, in := range p.Sections[0].Text.Paragraphs[0].Inlines {
		s := in.Text
		if in.Bold {
			s = "B" + s
		}
		if in.Italic {
			s = "I" + s
		}
		if in.Variable != "" {
			s = "$" + in.Variable
		}
		got = append(got, s)
	}
	want := []string{"“Dân vận khéo\"  hai dấu cách, ", "Inghiêng", " và ", "Bđậm", ", 2 * 3, *sao*, {{ngoặc}}, ", "$year"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestParagraphsAndTheirMarks(t *testing.T) {
	p, found := load(t, fmt.Sprintf(smallest, `|
      Một.
      - Hai;
      + ba.

      Bốn.`), nil)
	if found.Failed() {
		t.Fatal(findings(found, diag.English))
	}
	var got []string
	for _, paragraph := range p.Sections[0].Text.Paragraphs {
		got = append(got, string(paragraph.Mark)+":"+paragraph.Inlines[0].Text)
	}
	if want := []string{":Một.", "dash:Hai;", "plus:ba.", ":Bốn."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestValuesOfTheCallerWin(t *testing.T) {
	text := fmt.Sprintf(smallest, "Ở {{noi}} năm {{year}}") + "values:\n  - {name: noi, value: thôn}\n"
	p, found := load(t, text, map[string]string{"noi": "xã {{year}}"})
	if found.Failed() {
		t.Fatal(findings(found, diag.English))
	}
	if got, _ := p.Lookup("noi"); got != "xã {{year}}" {
		t.Errorf("%q", got)
	}
	if got, _ := p.Lookup("agency.short"); got != "UBND xã" {
		t.Errorf("%q", got)
	}
}

// FuzzLoad holds that no input panics or hangs, that findings lie inside the file, and that a plan comes without errors.
func FuzzLoad(f *testing.F) {
	for _, file := range samples(f) {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	a, _ := archive(f, "testdata/err.txtar")
	for _, file := range a.Files {
		if strings.HasSuffix(file.Name, ".yaml") {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
			if name == "plan.yaml" {
				return data, nil
			}
			return []byte(agency), nil
		}})
		if (p == nil) != found.Failed() {
			t.Fatalf("plan %v with findings %v", p, found)
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 2
		for _, finding := range found {
			if finding.Line < 0 || finding.Line > lines || finding.Line > 0 && finding.Column > len([]rune(finding.Source))+1 {
				t.Errorf("%s at %d:%d of %d lines, %q", finding.Kind.ID, finding.Line, finding.Column, lines, finding.Source)
			}
			_, _ = finding.Message(diag.Vietnamese), finding.Fix(diag.English)
		}
	})
}
