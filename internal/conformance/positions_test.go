//go:build conformance

package conformance_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A word is where pdftotext -bbox finds it, in pt from the page's top left corner.
type word struct {
	page                   int
	left, top, right, foot float64
	text                   string
}

var bboxWord = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>`)

func boxes(t *testing.T, pdf string) []word {
	t.Helper()
	var out []word
	page := 0
	for line := range strings.SplitSeq(run(t, "pdftotext", "-bbox", pdf, "-"), "\n") {
		if strings.Contains(line, "<page ") {
			page++
		}
		if m := bboxWord.FindStringSubmatch(line); m != nil {
			var at [4]float64
			for i := range at {
				at[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			out = append(out, word{page, at[0], at[1], at[2], at[3], m[5]})
		}
	}
	return out
}

// phrase finds words that follow one another on the first page, and the box around them.
func phrase(t *testing.T, all []word, text string) word {
	t.Helper()
	wanted := strings.Fields(text)
	for i := range all {
		j := 0
		for j < len(wanted) && i+j < len(all) && all[i+j].text == wanted[j] {
			j++
		}
		if j == len(wanted) {
			box := all[i]
			box.right, box.foot, box.text = all[i+j-1].right, all[i+j-1].foot, text
			return box
		}
	}
	t.Fatalf("no %q in the PDF", text)
	return word{}
}

const mm = 72 / 25.4

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: %.1f pt, want %.1f ± %.1f", what, got, want, tolerance)
	}
}

func TestTheFirstPageStandsWhereTheDecreeWants(t *testing.T) {
	all := boxes(t, build(t, issued, "")[".pdf"])
	left, right, middle := 30*mm, 595.28-17.2*mm, (30*mm+595.28-17.2*mm)/2
	for _, w := range all {
		if w.left < left-0.5 || w.right > right+0.5 {
			t.Errorf("%q on page %d leaves the margins: %.1f–%.1f", w.text, w.page, w.left, w.right)
		}
		if w.foot > 841.89-20*mm+0.5 {
			t.Errorf("%q on page %d stands in the bottom margin", w.text, w.page)
		}
		if w.top < 20*mm-3 && !regexp.MustCompile(`^\d$`).MatchString(w.text) {
			t.Errorf("%q on page %d stands in the top margin", w.text, w.page)
		}
	}
	state := phrase(t, all, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	motto := phrase(t, all, "Độc lập - Tự do - Hạnh phúc")
	agency := phrase(t, all, "XÃ SƠN MÀU")
	number := phrase(t, all, "Số:")
	place := phrase(t, all, "Sơn Màu, ngày")
	title := phrase(t, all, "KẾ HOẠCH")
	near(t, "Tiêu ngữ under Quốc hiệu", (motto.left+motto.right)/2, (state.left+state.right)/2, 0.5)
	near(t, "number and date on one line", number.foot, place.foot, 0.5)
	near(t, "KẾ HOẠCH in the middle", (title.left+title.right)/2, middle, 0.5)
	if agency.right > state.left {
		t.Error("the two columns of the head overlap")
	}
}

func TestPageNumbersStandInTheTopMarginFromPageTwo(t *testing.T) {
	all := boxes(t, build(t, issued, "")[".pdf"])
	middle := (30*mm + 595.28 - 17.2*mm) / 2
	for page := 1; page <= 5; page++ {
		var found []word
		for _, w := range all {
			if w.page == page && w.text == strconv.Itoa(page) && w.foot < 20*mm {
				found = append(found, w)
			}
		}
		switch {
		case page == 1 && len(found) > 0:
			t.Error("page 1 shows its number")
		case page > 1 && len(found) != 1:
			t.Errorf("page %d shows its number %d times", page, len(found))
		case page > 1:
			near(t, "number of page "+strconv.Itoa(page), (found[0].left+found[0].right)/2, middle, 0.5)
		}
	}
}

var rectangle = regexp.MustCompile(`(?m)^([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re f`)

// The rules are filled rectangles of the page's content: x, y, width and height in pt.
func TestRulesOfTheHeadHaveTheDecreesLengths(t *testing.T) {
	pdf := build(t, issued, "")[".pdf"]
	all := boxes(t, pdf)
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	run(t, "qpdf", "--qdf", "--object-streams=disable", pdf, plain)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	under := func(line word) float64 {
		best, width := 20.0, 0.0
		for _, m := range rectangle.FindAllStringSubmatch(string(data), -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			w, _ := strconv.ParseFloat(m[3], 64)
			below := 841.89 - y - line.foot
			if centred := math.Abs(x+w/2-(line.left+line.right)/2) < 1; centred && below > -5 && below < best {
				best, width = below, w
			}
		}
		return width
	}
	motto := phrase(t, all, "Độc lập - Tự do - Hạnh phúc")
	near(t, "rule under Tiêu ngữ", under(motto), motto.right-motto.left, 1.5)
	for _, text := range []string{"XÃ SƠN MÀU", "chính quyền năm 2024 trên địa bàn xã Sơn Màu"} {
		line := phrase(t, all, text)
		share := under(line) / (line.right - line.left)
		t.Logf("the rule under %q is %.2f of the line", text, share)
		if share < 1.0/3 || share > 1.0/2 {
			t.Errorf("the rule under %q is %.2f of the line, want 1/3 to 1/2", text, share)
		}
	}
}

// The head's columns, a joint plan's signatures and the blanks that are filled in later: LibreOffice sets each word where we do. In a
// line of italics it keeps a little free at the end, which moves a centred one by half of that.
func TestLibreOfficeSetsHeadAndSignaturesWhereWeDo(t *testing.T) {
	for _, name := range []string{joint, issued} {
		files := build(t, name, "")
		ours := boxes(t, files[".pdf"])
		theirs := boxes(t, filepath.Join(office(t, "pdf", files[".docx"]), "plan.pdf"))
		if len(ours) != len(theirs) {
			t.Errorf("%s: %d words, LibreOffice has %d", name, len(ours), len(theirs))
		}
		at := slices.IndexFunc(ours, func(w word) bool { return w.text == "TM." })
		worst := 0.0
		for i := range ours {
			a, b := ours[i], theirs[min(i, len(theirs)-1)]
			if a.text != b.text || a.page != b.page {
				t.Fatalf("%s: word %d is %q on page %d, LibreOffice has %q on page %d", name, i, a.text, a.page, b.text, b.page)
			}
			if head := a.page == 1 && a.top < 190; head || i >= at {
				worst = max(worst, math.Abs(a.left-b.left))
			}
		}
		t.Logf("%s: %d words, the farthest %.2f pt apart", name, len(ours), worst)
		if worst > 1.3 {
			t.Errorf("%s: %.2f pt apart", name, worst)
		}
	}
}
