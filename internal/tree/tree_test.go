package tree_test

import (
	"testing"

	"github.com/kehoach/kehoach/internal/tree"
)

func TestAnAliasIsWhatItStandsFor(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"x: &a 1\ny: &b 2\nz: *a\n", "x: &a 1\ny: &b 2\nz: *b\n", false},
		{"x: &a 1\nz: *a\n", "x: &b 1\nz: *b\n", true},
		{"x: &a 1\nz: *a\n", "x: 1\nz: 1\n", true},
		{"x: &a [1]\nz: *a\n", "x: [1]\nz: [2]\n", false},
		{"&a [1, *a]\n", "&a [1, *a]\n", true},
		{"&a [1, *a]\n", "&a [2, *a]\n", false},
		{"&a [1, *a]\n", "&a [1, [1, *a]]\n", true},
	} {
		if got := tree.Same(tree.Parse([]byte(c.a)), tree.Parse([]byte(c.b))); got != c.same {
			t.Errorf("%q and %q: same is %v", c.a, c.b, got)
		}
	}
}

// TestAnAliasToAnotherTreesAnchorIsNotWritten holds that the check of Encode sees where an alias leads.
func TestAnAliasToAnotherTreesAnchorIsNotWritten(t *testing.T) {
	root := tree.Parse([]byte("x: &a 1\ny: *a\n"))
	other := tree.Parse([]byte("x: &a 2\ny: *a\n"))
	root.Content[3] = other.Content[3]
	if out, ok := tree.Encode(root); ok {
		t.Errorf("an alias of 2 is written as\n%s", out)
	}
}

func TestALockIsFoundWhereverItStands(t *testing.T) {
	for text, want := range map[string]bool{
		"items: [{id: a, model: locked}]":          true,
		"items: [{id: a, model: open}]":            false,
		"x: &a {model: locked}\nitems: [{<<: *a}]": true,
		"x: &a [*a, {model: choice}]":              false,
		"x: {<<: [{id: a}, {model: locked}]}":      true,
	} {
		n := tree.Parse([]byte(text))
		if got := tree.Locked(n); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if lock := tree.Lock(tree.Get(tree.Parse([]byte("x: {<<: {model: locked}, model: open}")), "x")); lock != "open" {
		t.Errorf("the own lock gives way to %q", lock)
	}
}

func TestCommentsAtBothEndsOfAFileStay(t *testing.T) {
	for text, want := range map[string]string{
		"# đầu\n\na: 1\n\n# cuối\n":                     "# đầu\na: 1\n\n# cuối\n",
		"# một\n\n# hai\na:\n  - b\n  # ba\n\n# cuối\n": "# một\n# hai\na:\n  - b\n  # ba\n\n# cuối\n",
	} {
		out, _ := tree.Encode(tree.Parse([]byte(text)))
		if string(out) != want {
			t.Errorf("%q becomes %q", text, out)
		}
		if again, _ := tree.Encode(tree.Parse(out)); string(again) != want {
			t.Errorf("%q becomes %q, then %q", text, out, again)
		}
	}
}
