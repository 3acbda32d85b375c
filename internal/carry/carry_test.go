package carry_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kehoach/kehoach/internal/carry"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

var update = flag.Bool("update", false, "renew golden files")

// TestThreeFilesAreBroughtTogether holds what comes of base, next and mine in testdata/merge.txtar: the file, and what is found.
func TestThreeFilesAreBroughtTogether(t *testing.T) {
	const golden = "testdata/merge.txtar"
	a, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for i, f := range a.Files {
		name, part, _ := strings.Cut(f.Name, "/")
		parts[part] = f.Data
		if part != "result" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			out, found := carry.Merge("mine.yaml", parts["base"], parts["next"], parts["mine"])
			var b bytes.Buffer
			b.Write(out)
			b.WriteString("---\n")
			_ = found.WriteText(&b, diag.Vietnamese)
			if *update {
				a.Files[i].Data = b.Bytes()
			} else if b.String() != string(f.Data) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), f.Data)
			}
		})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzMerge holds that what one side alone has changed comes out as that side has it, whatever the files are.
func FuzzMerge(f *testing.F) {
	f.Add("a: 1\nb: [{id: x, t: y}]\n", "a: 2\nb: [{id: x, t: z}, {id: n}]\n")
	f.Add("items:\n  - {id: a}\n  - text\n", "items: []\n")
	f.Add("from_model: {file: x}\na: {from_model: 1}\n", "from_model: {file: y}\na: {b: 1}\n")
	f.Add("a: &x 1\nb: *x\n", "a: &x 1\nc: &y 2\nb: *y\n")
	f.Fuzz(func(t *testing.T, base, other string) {
		if out, found := carry.Merge("x", []byte(base), []byte(base), []byte(other)); !found.Failed() && string(out) != other {
			t.Errorf("nothing is new, and yet\n%s\nbecomes\n%s", other, out)
		}
		out, found := carry.Merge("x", []byte(base), []byte(other), []byte(base))
		if found.Failed() {
			return
		}
		if len(found) > 0 {
			t.Errorf("a conflict with what nobody edited: %v", found[0].Args)
		}
		if !tree.Same(tree.Parse(out), tree.Parse([]byte(other))) {
			t.Errorf("nobody edited\n%s\nand yet the new\n%s\nbecomes\n%s", base, other, out)
		}
	})
}
