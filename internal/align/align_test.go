package align_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/align"
)

func TestWordsAreThoseOfVietnameseOffices(t *testing.T) {
	for text, want := range map[string]string{
		"Kế hoạch số 49/KH-UBND ngày 08/3/2024;": "Kế| |hoạch| |số| |49/KH-UBND| |ngày| |08/3/2024|;",
		"15.000.000 đồng (80%).":                 "15.000.000| |đồng| |(|80%|)|.",
		"“điểm nóng”,  khiếu kiện":               "“|điểm| |nóng|”|,|  |khiếu| |kiện",
		"30/2020/NĐ\u2011CP a- b":                "30/2020/NĐ\u2011CP| |a|-| |b",
		"e\u0302\u0301 x":                        "e\u0302\u0301| |x",
		"":                                       "",
	} {
		if got := strings.Join(align.Words(text), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestRewrittenSentencesAreNotShownAsShreds(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"một hai ba bốn", "một hai năm bốn", "=một hai |-ba|+năm|= bốn"},
		{"a b c d", "x b y d", "-a|+x|= b |-c|+y|= d"},
		{"tổng hợp báo cáo của các thôn gửi xã", "lập danh sách của từng hộ rồi báo lên trên", "-tổng hợp báo cáo của các thôn gửi xã|+lập danh sách của từng hộ rồi báo lên trên"},
		{"", "mới", "+mới"},
		{"cũ", "", "-cũ"},
	} {
		old, new := align.Words(c.old), align.Words(c.new)
		words := func(list []string) func(from, to int) int {
			return func(from, to int) (n int) {
				for _, w := range list[from:to] {
					if align.IsWord(w) {
						n++
					}
				}
				return n
			}
		}
		var got []string
		for _, e := range align.Readable(align.Edits(old, new), words(old), words(new)) {
			before, after := strings.Join(old[e.OldFrom:e.OldTo], ""), strings.Join(new[e.NewFrom:e.NewTo], "")
			switch {
			case e.Equal:
				got = append(got, "="+after)
			default:
				if before != "" {
					got = append(got, "-"+before)
				}
				if after != "" {
					got = append(got, "+"+after)
				}
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q → %q: %s, want %s", c.old, c.new, s, c.want)
		}
	}
}

func bags(texts ...string) []align.Bag {
	var out []align.Bag
	for _, t := range texts {
		out = append(out, align.BagOf(t))
	}
	return out
}

func TestPairingByLikeness(t *testing.T) {
	old := bags("rà soát hồ sơ", "tuyên truyền lưu động", "không còn nữa")
	new := bags("tuyên truyền lưu động ở thôn", "hoàn toàn khác", "rà soát toàn bộ hồ sơ")
	if got := fmt.Sprint(align.Best(old, new, 0.5)); got != "[{0 2} {1 0}]" {
		t.Errorf("best: %s", got)
	}
	inOrder := align.InOrder(len(old), len(new), func(i, j int) float64 {
		if l := align.Likeness(old[i], new[j]); l >= 0.5 {
			return l
		}
		return 0
	})
	if got := fmt.Sprint(inOrder); got != "[{0 2}]" && got != "[{1 0}]" {
		t.Errorf("in order: %s", got)
	}
}

func TestLongListsArePairedInOrder(t *testing.T) {
	const n = 1500
	pairs := align.InOrder(n, n, func(i, j int) float64 {
		if i == j {
			return 1
		}
		return 0
	})
	if len(pairs) != n {
		t.Errorf("%d pairs, want %d", len(pairs), n)
	}
}

func TestRisingKeepsTheLongestRun(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		kept    int
	}{{nil, 0}, {[]int{0, 1, 2}, 3}, {[]int{3, 0, 1, 2}, 3}, {[]int{1, 2, 3, 0}, 3}, {[]int{2, 1, 0}, 1}} {
		if got := len(align.Rising(c.numbers)); got != c.kept {
			t.Errorf("%v: %d kept, want %d", c.numbers, got, c.kept)
		}
	}
}

// What is far too long is replaced as a whole: the script stays right.
func TestLongTextsAreReplacedAsAWhole(t *testing.T) {
	old, new := make([]int, 9000), make([]int, 9000)
	for i := range old {
		old[i], new[i] = i, -i-1
	}
	old[0], new[0] = 7, 7
	edits := align.Edits(old, new)
	if len(edits) != 2 || !edits[0].Equal || edits[1].Equal || edits[1].OldTo != 9000 || edits[1].NewTo != 9000 {
		t.Errorf("%+v", edits)
	}
}

func FuzzEditsMakeTheNewTextOfTheOld(f *testing.F) {
	f.Add("một hai ba", "một ba bốn")
	f.Add("", "x")
	f.Add(strings.Repeat("a b ", 50), strings.Repeat("b a ", 40))
	f.Fuzz(func(t *testing.T, a, b string) {
		old, new := align.Words(a), align.Words(b)
		if strings.Join(old, "") != a {
			t.Fatalf("words of %q", a)
		}
		count := func(from, to int) int { return to - from }
		for _, edits := range [][]align.Edit{align.Edits(old, new), align.Readable(align.Edits(old, new), count, count)} {
			i, j := 0, 0
			for n, e := range edits {
				if e.OldFrom != i || e.NewFrom != j || e.Equal && !slices.Equal(old[e.OldFrom:e.OldTo], new[e.NewFrom:e.NewTo]) ||
					n > 0 && edits[n-1].Equal == e.Equal {
					t.Fatalf("%q → %q: %+v", a, b, edits)
				}
				i, j = e.OldTo, e.NewTo
			}
			if i != len(old) || j != len(new) {
				t.Fatalf("%q → %q: %+v ends at %d, %d", a, b, edits, i, j)
			}
		}
	})
}

// The longest texts that are compared word by word, with nothing in common but their words.
func BenchmarkWorst(b *testing.B) {
	chance := rand.New(rand.NewPCG(1, 2))
	list := func() []int {
		out := make([]int, 2000)
		for i := range out {
			out[i] = chance.IntN(300)
		}
		return out
	}
	old, new := list(), list()
	for b.Loop() {
		align.Edits(old, new)
	}
}
