package diag_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
)

var kind = &diag.Kind{ID: "test/kind", Clause: "NĐ 30 PL I, II.3c", Message: diag.Words{VI: `không có "{key}"`, EN: `no "{key}"`},
	Fix: diag.Words{VI: "thêm {key}", EN: "add {key}"}}

func text(lang diag.Lang, list ...diag.Finding) string {
	var b bytes.Buffer
	_ = diag.List(list).WriteText(&b, lang)
	return b.String()
}

func TestTheCaretStandsUnderTheWords(t *testing.T) {
	for name, c := range map[string]struct {
		at   diag.Location
		want string
	}{
		"plain":            {diag.Location{Line: 3, Column: 6, Width: 3, Source: "key: abc"}, "  key: abc\n       ^~~\n"},
		"combining marks":  {diag.Location{Line: 1, Column: 4, Width: 1, Source: "ke\u0302\u0301 x"}, "  ke\u0302\u0301 x\n     ^\n"},
		"wide letters":     {diag.Location{Line: 1, Column: 2, Width: 1, Source: "漢x"}, "  漢x\n    ^\n"},
		"a tab is a blank": {diag.Location{Line: 1, Column: 2, Width: 1, Source: "\tx"}, "   x\n   ^\n"},
		"behind the end":   {diag.Location{Line: 1, Column: 9, Width: 5, Source: "ab"}, "  ab\n    ^\n"},
		"steers no screen": {diag.Location{Line: 1, Column: 1, Width: 1, Source: "\x1b[31m"}, "  \uFFFD[31m\n  ^\n"},
		"a long line is cut": {diag.Location{Line: 1, Column: 151, Width: 1, Source: strings.Repeat("a", 150) + "b" + strings.Repeat("c", 150)},
			"  …" + strings.Repeat("a", 25) + "b" + strings.Repeat("c", 74) + "…\n" + strings.Repeat(" ", 28) + "^\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := text(diag.English, kind.At(c.at, "key", "k")); !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestAWordOfAnyLengthIsShownByItsBeginning(t *testing.T) {
	long := kind.At(diag.Location{}, "key", strings.Repeat("ế", 1<<20))
	if got, want := long.Message(diag.English), `no "`+strings.Repeat("ế", 159)+`…"`; got != want {
		t.Errorf("%d bytes: %.200s", len(got), got)
	}
	if got := long.Fix(diag.English); len(got) > 8000 || !strings.HasSuffix(got, "ế…") {
		t.Errorf("%d bytes", len(got))
	}
	if long.Arg("key") != strings.Repeat("ế", 1<<20) {
		t.Error("the fact itself was cut")
	}
	near := kind.At(diag.Location{}, "key", "k").WithNear(strings.Repeat("n", 1<<20))
	if got := near.Message(diag.English); len(got) > 400 {
		t.Errorf("%d bytes", len(got))
	}
}

func TestWhatAFindingTellsOfIsNoPartOfItsWords(t *testing.T) {
	words := diag.Words{VI: "{a}; {b}", EN: "{a}; {b}"}
	for value, want := range map[string]string{
		"{b}":                "{b}; B",
		"X\n  seal: holds":   "X\uFFFD  seal: holds; B",
		"\x1b[31m\u0085\x7f": "\uFFFD[31m\uFFFD\uFFFD; B",
		"\u202Egnp\u2028":    "\uFFFDgnp\uFFFD; B",
		"Võ Thế Vinh":        "Võ Thế Vinh; B",
	} {
		if got := words.In(diag.English, diag.Args{"a", value, "b", "B"}); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
	if got := text(diag.English, kind.At(diag.Location{File: "a\nb"}, "key", "k")); !strings.HasPrefix(got, "a\uFFFDb: ") {
		t.Errorf("%q", got)
	}
}

func TestAFindingSpeaksBothLanguages(t *testing.T) {
	f := kind.At(diag.Location{File: "a.yaml", Line: 2, Column: 1}, "key", "titel").WithNear("title")
	if got, want := text(diag.Vietnamese, f), "a.yaml:2:1: lỗi: không có \"titel\"; có phải ý bạn là \"title\"? [test/kind]\n  gợi ý: thêm titel (NĐ 30 PL I, II.3c)\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := text(diag.English, f), "a.yaml:2:1: error: no \"titel\"; did you mean \"title\"? [test/kind]\n  hint: add titel (NĐ 30 PL I, II.3c)\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestJSONHasTheShapeThatScriptsRead(t *testing.T) {
	var b bytes.Buffer
	list := diag.List{kind.At(diag.Location{File: "a.yaml", Line: 2, Column: 7}, "key", "<k>")}
	if err := list.WriteJSON(&b, diag.English); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Findings []map[string]any `json:"findings"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"id": "test/kind", "severity": "error", "file": "a.yaml", "line": 2.0, "column": 7.0, "message": `no "<k>"`,
		"clause": "NĐ 30 PL I, II.3c", "fix": "add <k>"}
	for key, value := range want {
		if got.Findings[0][key] != value {
			t.Errorf("%s: %v, want %v", key, got.Findings[0][key], value)
		}
	}
	b.Reset()
	if _ = (diag.List{}).WriteJSON(&b, diag.English); !strings.Contains(b.String(), `"findings": []`) {
		t.Errorf("no finding is an empty list: %s", b.String())
	}
}

func TestFindingsAreSortedAndNotRepeated(t *testing.T) {
	at := func(line int) diag.Location { return diag.Location{File: "a", Line: line} }
	list := diag.List{kind.At(at(2), "key", "x"), kind.At(at(1), "key", "x"), kind.At(at(2), "key", "x"), kind.At(at(2), "key", "y")}.Sort()
	if len(list) != 3 || list[0].Line != 1 {
		t.Errorf("%v", list)
	}
}

func TestNearNamesAreFound(t *testing.T) {
	names := []string{"title", "purposes", "sections", "number"}
	for given, want := range map[string]string{"titel": "title", "purpose": "purposes", "Sections": "sections", "xyz": "", "": "", "nubmer": "number", "numbe": "number"} {
		if got := diag.Near(given, names); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}

// TestColumnsCountedFromOneAnotherAreThoseOfTheLine asks for every byte of a line, forward, backward and after another line.
func TestColumnsCountedFromOneAnotherAreThoseOfTheLine(t *testing.T) {
	var c diag.Columns
	for _, line := range []string{"Xã Sơn Tây Hạ, thôn  2", "ke\u0302\u0301 x 漢字 👩‍👩‍👧 a🇻🇳b\tc\r", "xã"} {
		for _, step := range []int{1, 3, -1, -2, 5} {
			for i := range len(line) + 1 {
				at := ((i*step)%(len(line)+1) + len(line) + 1) % (len(line) + 1)
				if !utf8.RuneStart((line + " ")[at]) {
					continue
				}
				if got, want := c.At(line, at), diag.Column(line, at); got != want {
					t.Fatalf("%q at %d: %d, want %d", line, at, got, want)
				}
			}
		}
	}
}
