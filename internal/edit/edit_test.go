package edit_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// open reads bytes as a file that a person named.
func open(t testing.TB, data []byte) *plan.Source {
	t.Helper()
	source, found := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return data, nil }})
	if found.Failed() {
		t.Fatal(found)
	}
	return source
}

// place is where words stand in a file.
func place(t testing.TB, source *plan.Source, words string) plan.Place {
	t.Helper()
	i := strings.Index(source.Text, words)
	if i < 0 {
		t.Fatalf("no %q in the file", words)
	}
	return plan.Place{File: source, Start: i, End: i + len(words)}
}

func result(t testing.TB, e *edit.Edit) string {
	t.Helper()
	data, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAFileWithoutChangesIsTheSameBytes(t *testing.T) {
	err := filepath.WalkDir("../..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".yaml" && filepath.Ext(name) != ".yml" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for how, written := range waysOfWriting(string(data)) {
			source := open(t, written)
			e := edit.Of(source)
			if got := result(t, e); got != string(written) {
				t.Errorf("%s, %s: no change gives other bytes", name, how)
			}
			// A change that changes nothing goes through the alignment of letters.
			if i := strings.IndexByte(source.Text, ':'); i >= 0 {
				e.Replace(plan.Place{File: source, Start: i, End: i + 1}, ":")
				if got := result(t, e); got != string(written) {
					t.Errorf("%s, %s: a colon for a colon gives other bytes", name, how)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// waysOfWriting are the encodings, line ends and compositions in which one text reaches us.
func waysOfWriting(text string) map[string][]byte {
	windows := strings.ReplaceAll(text, "\n", "\r\n")
	little := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(windows)) {
		little = append(little, byte(unit), byte(unit>>8))
	}
	return map[string][]byte{
		"plain": []byte(text), "CRLF": []byte(windows), "BOM": []byte("\uFEFF" + text), "decomposed": []byte(norm.NFD.String(text)),
		"decomposed, CRLF": []byte(norm.NFD.String(windows)), "UTF-16": little,
	}
}

func TestOneWordChangesAndNothingElse(t *testing.T) {
	const text = "# chú thích: Sơn Màu\nname: xã Sơn Màu # tên\nyear: 2024\n"
	want := strings.Replace(text, "2024", "2026", 1)
	for how, written := range waysOfWriting(text) {
		source := open(t, written)
		e := edit.Of(source)
		e.Replace(place(t, source, "2024"), "2026")
		if got := result(t, e); got != string(waysOfWriting(want)[how]) {
			t.Errorf("%s: %q", how, got)
		}
	}
}

func TestOnlyTheSegmentThatChangesIsComposed(t *testing.T) {
	decomposed := norm.NFD.String("name: xã Sơn Màu năm 2024\n")
	source := open(t, []byte(decomposed))
	e := edit.Of(source)
	e.Replace(place(t, source, "Màu"), "Tây")
	if got, want := result(t, e), strings.Replace(decomposed, norm.NFD.String("Màu"), "Tây", 1); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWordsAreWrittenAsTheirScalarIs(t *testing.T) {
	for name, c := range map[string]struct{ text, word, want string }{
		"unquoted":            {"a: của xã A\n", "B", "a: của xã B\n"},
		"single quotes":       {"a: 'của xã A'\n", "B", "a: 'của xã B'\n"},
		"block":               {"a: >-\n  của\n  xã A\nb: 1\n", "B", "a: >-\n  của\n  xã B\nb: 1\n"},
		"in brackets":         {"a: {b: của xã A, c: 1}\n", "B", "a: {b: của xã B, c: 1}\n"},
		"folded over lines":   {"a: của\n  xã A\n", "B", "a: của\n  xã B\n"},
		"with a comment":      {"a: của xã A # ghi\n", "B", "a: của xã B # ghi\n"},
		"a quote is doubled":  {"a: 'của xã A'\n", "Ia H'Drai", "a: 'của xã Ia H''Drai'\n"},
		"a quote is escaped":  {"a: \"của xã A\"\n", `"B"`, "a: \"của xã \\\"B\\\"\"\n"},
		"a comma is quoted":   {"a: {b: của xã A, c: 1}\n", "B, tỉnh C", "a: {b: 'của xã B, tỉnh C', c: 1}\n"},
		"quotes inside stay":  {"a: của 'xã A'\n", "B: C", "a: 'của ''xã B: C'''\n"},
		"a comma is text":     {"a: của xã A\n", "B, tỉnh [C] {D}", "a: của xã B, tỉnh [C] {D}\n"},
		"a dash is text":      {"a: của xã A\n", "-B?", "a: của xã -B?\n"},
		"a # is quoted":       {"a: của xã A\n", "B #1", "a: 'của xã B #1'\n"},
		"a # inside is text":  {"a: của xã A\n", "B#1:2", "a: của xã B#1:2\n"},
		"a colon at its end":  {"a: của xã A\n", "B:", "a: 'của xã B:'\n"},
		"a colon is quoted":   {"a: của xã A\n", "B: C", "a: 'của xã B: C'\n"},
		"folded, then quoted": {"a: của\n  xã A\n", "B: C", "a: 'của\n  xã B: C'\n"},
	} {
		t.Run(name, func(t *testing.T) {
			source := open(t, []byte(c.text))
			at := place(t, source, "xã A")
			at.Start += len("xã ")
			e := edit.Of(source)
			e.Words(plan.Value{At: scalarAt(t, source)}, []edit.Word{{At: at, New: c.word}})
			if got := result(t, e); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if got, want := reads(c.want), strings.Replace(reads(c.text), "xã A", "xã "+c.word, 1); got != want {
				t.Errorf("YAML reads %q, want %q", got, want)
			}
		})
	}
}

// scalarAt is the place of the first text of a small document.
func scalarAt(t *testing.T, source *plan.Source) plan.Place {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(source.Text), &root); err != nil {
		t.Fatal(err)
	}
	n := root.Content[0].Content[1]
	if n.Kind == yaml.MappingNode {
		n = n.Content[1]
	}
	start := 0
	for range n.Line - 1 {
		start += strings.IndexByte(source.Text[start:], '\n') + 1
	}
	start += len(string([]rune(source.Text[start:])[:n.Column-1]))
	end := start + strings.Index(source.Text[start:], "xã A") + len("xã A")
	if strings.IndexByte("'\"", source.Text[end]) >= 0 { // the quote that closes the scalar, or one in it
		end++
	}
	return plan.Place{File: source, Start: start, End: end}
}

func TestWordsMayComeInAnyOrder(t *testing.T) {
	source := open(t, []byte("a: một xã A và xã B\n"))
	e := edit.Of(source)
	first, second := place(t, source, "xã A"), place(t, source, "xã B")
	e.Words(plan.Value{At: place(t, source, "một xã A và xã B")}, []edit.Word{{At: second, New: "X: Y"}, {At: first, New: "Z"}, {At: second, New: "X: Y"}})
	if got, want := result(t, e), "a: 'một Z và X: Y'\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWordsAreQuotedJustWhereYAMLWouldReadThemOtherwise(t *testing.T) {
	for _, form := range []string{"a: %s\n", "a: {b: %s, c: 1}\n"} {
		for _, before := range []string{"của xã A", "xã A là", "xã A", "của 'xã A', b"} {
			if strings.Contains(form, "{") && strings.Contains(before, ",") {
				continue
			}
			for _, word := range []string{"B", "B, C", "[B]", "{B}", "}", "B:", ":B", "B: C", "#B", "B #C", "B#C", "-", "- B", "'B'", `"B"`, "B'", "*B*", "&B", "? B", "?", "%", "@B", "`", "!", "|", ">", "B:C", "true", "~", "1", ": ", "a\tb", "“B”"} {
				for _, replaced := range []string{"xã A", "A"} {
					text := fmt.Sprintf(form, before)
					source := open(t, []byte(text))
					e := edit.Of(source)
					scalar := place(t, source, before)
					e.Words(plan.Value{At: scalar}, []edit.Word{{At: place(t, source, replaced), New: word}})
					got, want := result(t, e), strings.Replace(before, replaced, word, 1)
					if reads(got) != want {
						t.Errorf("%q for %q in %q: %q", word, replaced, text, got)
					}
					if plainly := fmt.Sprintf(form, want); got != plainly && reads(plainly) == want && want != "-" && !strings.HasSuffix(want, ":") { // yaml.v3 takes more than YAML
						t.Errorf("%q for %q in %q is quoted: %q", word, replaced, text, got)
					}
				}
			}
		}
	}
}

// reads is the first text in a small document; "" when there is none.
func reads(document string) string {
	var v struct{ A any }
	if yaml.Unmarshal([]byte(document), &v) != nil {
		return ""
	}
	if nested, ok := v.A.(map[string]any); ok {
		v.A = nested["b"]
	}
	text, _ := v.A.(string)
	return text
}

func TestAWholeScalarIsQuotedOnlyWhereYAMLDemandsIt(t *testing.T) {
	for text, want := range map[string]string{"B, C": "a: B, C\n", "“B”: C": "a: '“B”: C'\n", "- B": "a: '- B'\n", "-B": "a: -B\n", "true": "a: 'true'\n",
		"": "a: ''\n", "{{year}}": "a: '{{year}}'\n", "2026": "a: '2026'\n", "*B*": "a: '*B*'\n", "B # C": "a: 'B # C'\n"} {
		source := open(t, []byte("a: A\n"))
		e := edit.Of(source)
		e.Scalar(place(t, source, "A"), text)
		if got := result(t, e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAScalarKeepsItsQuotes(t *testing.T) {
	for text, want := range map[string]string{"a: 28/3/2024\n": "a: 28/3/2026\n", "a: '2024'\n": "a: '28/3/2026'\n", "a: \"2024\"\n": "a: \"28/3/2026\"\n"} {
		source := open(t, []byte(text))
		e := edit.Of(source)
		e.Scalar(place(t, source, strings.TrimSuffix(text[3:], "\n")), "28/3/2026")
		if got := result(t, e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestALineAboveStandsAsFarInAsTheLine(t *testing.T) {
	source := open(t, []byte("a:\r\n  - b: 1\r\n    c: 2\r\n"))
	e := edit.Of(source)
	e.Above(place(t, source, "2"), "# xem")
	e.Above(place(t, source, "1"), "# một")
	if got, want := result(t, e), "a:\r\n  # một\r\n  - b: 1\r\n    # xem\r\n    c: 2\r\n"; got != want {
		t.Errorf("%q", got)
	}
}

func TestChangesThatOverlapAreRefused(t *testing.T) {
	source := open(t, []byte("a: xã Sơn Tây Hạ\n"))
	e := edit.Of(source)
	e.Replace(place(t, source, "Sơn Tây Hạ"), "B")
	e.Replace(place(t, source, "Tây Hạ"), "C")
	if _, err := e.Bytes(); err == nil {
		t.Error("no error")
	}
}

func TestPlacesAreFoundAgainAfterTheChange(t *testing.T) {
	source := open(t, []byte("a: 2024\nb: của xã A năm 2024\nc: hết\n"))
	e := edit.Of(source)
	e.Replace(place(t, source, "2024"), "năm 2026")
	e.Above(place(t, source, "của"), "# xem")
	changed := open(t, []byte(result(t, e)))
	moved := e.Moved()
	for _, words := range []string{"của xã", "hết"} {
		if got, want := moved(place(t, source, words).Start), place(t, changed, words).Start; got != want {
			t.Errorf("%q: at %d, want %d", words, got, want)
		}
	}
}

// FuzzUntouchedBytesStay puts one letter into any file and looks for all others in their order.
func FuzzUntouchedBytesStay(f *testing.F) {
	for _, written := range waysOfWriting("a: 'của xã Sơn Màu' # ghi\nb: |\n  năm 2024\n") {
		f.Add(written, 7)
	}
	f.Fuzz(func(t *testing.T, data []byte, at int) {
		source, found := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return data, nil }})
		if found.Failed() {
			return
		}
		raw, encode := source.Decoded()
		if !bytes.Equal(encode(raw), data) {
			t.Skip("an encoding that has two ways to write one text")
		}
		const letter = "‽"
		if at < 0 || at > len(source.Text) || strings.Contains(raw, letter) {
			return
		}
		e := edit.Of(source)
		e.Replace(plan.Place{File: source, Start: at, End: at}, letter)
		got, err := e.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		changed, found := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return got, nil }})
		if found.Failed() {
			return // a letter was put into the middle of another
		}
		if text, _ := changed.Decoded(); strings.Replace(text, letter, "", 1) != raw {
			t.Errorf("%q became %q", raw, text)
		}
	})
}
