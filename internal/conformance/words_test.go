//go:build conformance

package conformance_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where the issued text's parts begin. The head was lost when its text was taken.
const (
	titleStart = "Thực hiện quy chế dân chủ"
	bodyStart  = "Thực hiện Kế hoạch số 49"
	recipients = "Nơi nhận"
	postStart  = "CHỦ TỊCH"
)

func issuedLines(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/issued-2024.txt")
	if err != nil {
		t.Fatal(err)
	}
	return lines(string(data))
}

// sameWords compares word by word and shows the first difference with what stands around it.
func sameWords(t *testing.T, what string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("%s: word %d differs\n got … %s\nwant … %s", what, i, around(got, i), around(want, i))
			return
		}
	}
	t.Logf("%s: %d words, all the same", what, len(want))
}

func around(words []string, i int) string {
	return strings.Join(words[min(max(0, i-5), len(words)):min(len(words), i+6)], " ")
}

// The signature block's columns are read one after the other: the order between them is the reader's.
func TestEveryWordOfTheIssuedPlanStandsInThePDF(t *testing.T) {
	want, got := issuedLines(t), lines(text(t, build(t, issued, "")[".pdf"]))
	compareWithIssued(t, got, want)
}

func TestEveryWordOfTheIssuedPlanStandsInTheDOCX(t *testing.T) {
	docx := build(t, issued, "")[".docx"]
	out := office(t, "txt:Text (encoded):UTF8", docx)
	data, err := os.ReadFile(filepath.Join(out, "plan.txt"))
	if err != nil {
		t.Fatal(err)
	}
	compareWithIssued(t, lines(string(data)), issuedLines(t))
}

func compareWithIssued(t *testing.T, got, want []string) {
	t.Helper()
	sameWords(t, "title and body", words(between(t, got, titleStart, recipients)), words(between(t, want, titleStart, recipients)))
	sameWords(t, "recipients", recipientWords(t, got), recipientWords(t, want))
	block := strings.Join(got, " ")
	if i := strings.LastIndex(block, postStart); i < 0 || !strings.Contains(block[i:], "Võ Thế Vinh") {
		t.Error("post and name of the signatory are not there in this order")
	}
}

// recipientWords are the words of the recipients' column.
func recipientWords(t *testing.T, all []string) []string {
	t.Helper()
	from := len(between(t, append(all, "end of text"), all[0], recipients))
	var column []string
	for _, line := range all[from:] {
		column = append(column, line)
		if strings.HasPrefix(line, "- Lưu:") {
			break
		}
	}
	return words(column)
}

func TestLinesBreakWhereWordBrokeThem(t *testing.T) {
	want := between(t, issuedLines(t), bodyStart, recipients)
	ours := map[string]bool{}
	for _, line := range lines(text(t, build(t, issued, "")[".pdf"])) {
		ours[line] = true
	}
	same := 0
	for _, line := range want {
		if ours[line] {
			same++
		}
	}
	t.Logf("%d of the %d lines of the issued plan are the same in our PDF", same, len(want))
	if same < 132 {
		t.Errorf("%d of %d lines are the same, want 132 or more", same, len(want))
	}
}

func TestTextOfThePDFCanBeSearched(t *testing.T) {
	raw := text(t, build(t, issued, "")[".pdf"])
	for _, wanted := range []string{"49/KH-UBND", "1129-KL/HU", "59/2023/NĐ-CP", "Ủy ban nhân dân xã", "“điểm nóng”"} {
		if !strings.Contains(raw, wanted) {
			t.Errorf("%q is not found in the PDF's text", wanted)
		}
	}
	if strings.ContainsAny(raw, "\u2011\u2060\uFFFD") {
		t.Error("the PDF's text holds letters that no one can type")
	}
}
