//go:build conformance

package conformance_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/proof"
	"github.com/kehoach/kehoach/internal/render"
)

// stampFont is what the test's signers set their appearance in; .ci/install-checkers installs it.
const stampFont = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"

// toSign writes the issued plan's PDF and signing map into a folder, with the fields asked for.
func toSign(t *testing.T, fields render.Fields) (pdf, signMap string) {
	t.Helper()
	r, _ := render.New(font.Default())
	r.Fields = fields
	p, found := plan.Load(issued, plan.Options{})
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := r.Plan(p, "plan", []render.Format{render.PDF})
	if found.Failed() {
		t.Fatal(found)
	}
	dir := t.TempDir()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "plan.pdf"), filepath.Join(dir, "plan.sign.json")
}

// verdict is what pyHanko says of a signature: whether it is intact, valid and trusted, and what came later allowed.
type verdict struct {
	BottomLine bool `json:"bottom_line"`
}

// signed lets pyHanko sign, fill in, seal and tamper: a folder of files, and what pyHanko says of each.
func signed(t *testing.T) (string, map[string]map[string]verdict) {
	t.Helper()
	pdf, signMap := toSign(t, render.Fields{Sign: true, Number: true})
	bare, _ := toSign(t, render.Fields{})
	dir := t.TempDir()
	said := run(t, "../../.checkers/python/bin/python", "sign/sign.py", pdf, signMap, bare, stampFont, dir)
	var verdicts map[string]map[string]verdict
	if err := json.Unmarshal([]byte(said[strings.IndexByte(said, '{'):]), &verdicts); err != nil {
		t.Fatal(err, said)
	}
	return dir, verdicts
}

// verify is what our own verify says: the fields whose signatures hold, and whether all that the file claims does.
func verify(t *testing.T, path string) (sound []string, holds bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := render.New(font.Default())
	report, found := proof.Verify(path, data, r)
	if found.Failed() {
		t.Fatal(found)
	}
	for _, s := range report.Signatures {
		if s.Intact && s.Allowed {
			sound = append(sound, s.Field)
		}
	}
	return sound, report.Holds()
}

// The leader certifies, the clerk fills in number and date, the office seals with a time stamp: pyHanko, poppler and verify agree.
func TestAnOfficeSignsOurFields(t *testing.T) {
	dir, pyHanko := signed(t)
	for name, want := range map[string]struct {
		sound string // signatures that hold and allow what came after them
		whole bool
	}{
		"certified.pdf":    {"signature_1", true},
		"filled.pdf":       {"signature_1", true},
		"sealed.pdf":       {"signature_1 seal", true},
		"marked.pdf":       {"Chu ky", true},
		"closed.pdf":       {"signature_1", true},
		"kept.pdf":         {"signature_1 archive", true},
		"first-byte.pdf":   {"", false},
		"last-byte.pdf":    {"signature_1", false},
		"page-changed.pdf": {"", false},
	} {
		var theirs []string
		for field, v := range pyHanko[name] {
			if v.BottomLine {
				theirs = append(theirs, field)
			}
		}
		slices.Sort(theirs)
		slices.Reverse(theirs) // signature_1 before seal
		ours, holds := verify(t, filepath.Join(dir, name))
		if got := strings.Join(theirs, " "); got != want.sound {
			t.Errorf("%s: pyHanko accepts %q, want %q", name, got, want.sound)
		}
		if got := strings.Join(ours, " "); got != want.sound || holds != want.whole {
			t.Errorf("%s: verify accepts %q (%v), want %q (%v)", name, got, holds, want.sound, want.whole)
		}
	}
	out := run(t, "pdfsig", "-nocert", filepath.Join(dir, "sealed.pdf"))
	if strings.Count(out, "Signature is Valid.") != 2 {
		t.Errorf("pdfsig:\n%s", out)
	}
	files := []string{filepath.Join(dir, "certified.pdf"), filepath.Join(dir, "filled.pdf"), filepath.Join(dir, "sealed.pdf")}
	if out, ok := veraPDF(t, "3a,ua1", files...); !ok {
		t.Errorf("once signed: %s", out)
	}
	// A field that the signer makes has no place in our tags: the file stays PDF/A, it is no longer PDF/UA.
	if out, ok := veraPDF(t, "3a", filepath.Join(dir, "marked.pdf")); !ok {
		t.Errorf("with the signer's own field: %s", out)
	}
	for _, f := range files {
		run(t, "qpdf", "--check", f)
	}
}

// poppler signs with a certificate from a database of NSS.
func TestPopplerSignsOurField(t *testing.T) {
	dir, _ := signed(t)
	pdf, _ := toSign(t, render.Fields{Sign: true, Number: true})
	database := "sql:" + t.TempDir()
	run(t, "certutil", "-N", "-d", database, "--empty-password")
	run(t, "pk12util", "-i", filepath.Join(dir, "leader.p12"), "-d", database, "-K", "", "-W", "")
	target := filepath.Join(t.TempDir(), "signed.pdf")
	run(t, "pdfsig", "-nssdir", database, "-nick", "leader", "-sign", "signature_1", pdf, target)
	if out := run(t, "pdfsig", "-nocert", "-nssdir", database, target); !strings.Contains(out, "Signature is Valid.") {
		t.Errorf("pdfsig:\n%s", out)
	}
	if sound, holds := verify(t, target); len(sound) != 1 || !holds {
		t.Errorf("verify accepts %v, %v", sound, holds)
	}
	if out, ok := veraPDF(t, "3a,ua1", target); !ok {
		t.Errorf("%s", out)
	}
}
