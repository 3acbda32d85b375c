//go:build conformance

package conformance_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
)

// samplePDFs writes every sample plan's PDFs into a folder.
func samplePDFs(t *testing.T, standard pdf.Standard) []string {
	t.Helper()
	renderer, found := render.New(font.Default())
	if found.Failed() {
		t.Fatal(found)
	}
	renderer.Standard = standard
	renderer.Fields = render.Fields{Sign: true, Number: true}
	renderer.AttachDOCX = standard.TakesFiles()
	dir := t.TempDir()
	plans, _ := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	var paths []string
	for _, name := range plans {
		p, found := plan.Load(name, plan.Options{})
		if found.Failed() {
			t.Fatal(found)
		}
		files, found := renderer.Plan(p, strings.TrimSuffix(filepath.Base(name), ".yaml"), []render.Format{render.PDF})
		if found.Failed() {
			t.Fatal(found)
		}
		for _, f := range files {
			if f.Of != "" {
				continue
			}
			path := filepath.Join(dir, f.Name)
			if err := os.WriteFile(path, f.Data, 0o600); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	return paths
}

// veraPDF asks veraPDF whether files keep standards, "3a,ua1": what it prints, and whether all of them keep all.
func veraPDF(t *testing.T, standards string, paths ...string) (string, bool) {
	t.Helper()
	command := exec.Command("java", append([]string{"-cp", "../../.checkers/verapdf/*", "verapdf/Check.java", standards}, paths...)...)
	out, err := command.CombinedOutput()
	if !bytes.Contains(out, []byte("PASS")) && !bytes.Contains(out, []byte("FAIL")) {
		t.Fatalf("veraPDF: %v\n%s", err, out)
	}
	return string(out), err == nil
}

func TestVeraPDFAcceptsEverySample(t *testing.T) {
	for standard, claims := range map[pdf.Standard]string{pdf.A3A: "3a,ua1", pdf.A2A: "2a,ua1", pdf.A2B: "2b"} {
		paths := samplePDFs(t, standard)
		out, ok := veraPDF(t, claims, paths...)
		if !ok || strings.Count(out, "PASS") != len(paths)*len(strings.Split(claims, ",")) {
			t.Errorf("%s", out)
		}
		t.Logf("veraPDF calls %d files %s", len(paths), claims)
	}
}

// Word files need no title; PDF/UA does.
func TestVeraPDFAcceptsAWordFileWithoutATitle(t *testing.T) {
	renderer, _ := render.New(font.Default())
	p, found := plan.Load(issued, plan.Options{})
	if found.Failed() {
		t.Fatal(found)
	}
	files, _ := renderer.Plan(p, "plan", []render.Format{render.DOCX})
	pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
	const properties = "docProps/core.xml"
	untitled := regexp.MustCompile(`<dc:title>.*</dc:title>`).ReplaceAll(pkg.Part(properties), nil)
	var docx bytes.Buffer
	if err := pkg.With(map[string][]byte{properties: untitled}).Write(&docx); err != nil {
		t.Fatal(err)
	}
	made, found := renderer.FromDOCX("plan.docx", "plan", docx.Bytes())
	if found.Failed() {
		t.Fatal(found)
	}
	path := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(path, made[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, ok := veraPDF(t, "3a,ua1", path); !ok {
		t.Errorf("%s", out)
	}
}

// A check that can't fail proves nothing: each of these breaks one thing, without moving a byte.
func TestVeraPDFRefusesBrokenFiles(t *testing.T) {
	good, err := os.ReadFile(samplePDFs(t, pdf.A3A)[0])
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var broken []string
	for name, change := range map[string][2]string{
		"intent": {"/OutputIntents", "/OutputIntentz"}, "metadata": {"/Metadata ", "/Metadatb "}, "claim": {"<pdfaid:part>3", "<pdfaid:part>7"},
		"font": {"/FontFile2", "/FontFilez"}, "identifier": {"/ID[", "/IE["}, "widths": {"/W[1[", "/W[9["},
		"marked": {"/MarkInfo", "/MarkInfp"}, "structure": {"/StructTreeRoot", "/StructTreeRoow"}, "language": {"/Lang<", "/Lanh<"},
		"roles": {"/RoleMap", "/RoleMao"}, "heading": {"/S/H1/", "/S/H3/"}, "parents": {"/ParentTree<<", "/ParentTred<<"},
		"attachment": {"/AFRelationship/", "/AFRelationshiq/"}, "type": {"/Subtype/application", "/Subtypf/application"},
		"print": {"/F 4/P ", "/F 6/P "}, "appearance": {"/AP<<", "/AQ<<"}, "tip": {"/TU<", "/TV<"}, "form": {"/S/Form/", "/S/Note/"},
		"order": {"/Tabs/S", "/Tabs/R"},
	} {
		changed := bytes.ReplaceAll(good, []byte(change[0]), []byte(change[1]))
		if bytes.Equal(changed, good) {
			t.Errorf("%s: nothing to break", name)
		}
		path := filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(path, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		broken = append(broken, path)
	}
	out, _ := veraPDF(t, "3a,ua1", broken...)
	for _, path := range broken {
		if !strings.Contains(out, path+" 3a FAIL") && !strings.Contains(out, path+" ua1 FAIL") {
			t.Errorf("%s passes\n%s", filepath.Base(path), out)
		}
	}
}

// picture is a PDF's pages as grey samples.
func picture(t *testing.T, path string) []byte {
	t.Helper()
	stem := filepath.Join(t.TempDir(), "p")
	run(t, "pdftoppm", "-r", "80", "-gray", path, stem)
	files, _ := filepath.Glob(stem + "*.pgm")
	var all []byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return all
}

// fpdf draws the same pages by code of others. It writes positions to a hundredth of a point, we to a thousandth, so that a thin
// rule may fall into the next row of samples: a rule over the whole width is 500 of them.
func TestOurWriterDrawsWhatFpdfDraws(t *testing.T) {
	ours, theirs := samplePDFs(t, pdf.A3A), samplePDFs(t, pdf.Plain)
	for i := range ours {
		a, b := picture(t, ours[i]), picture(t, theirs[i])
		if len(a) != len(b) {
			t.Errorf("%s: %d samples, fpdf %d", filepath.Base(ours[i]), len(a), len(b))
			continue
		}
		far := 0
		for j := range a {
			if d := int(a[j]) - int(b[j]); d > 96 || d < -96 {
				far++
			}
		}
		t.Logf("%s: %d of %d samples differ by more than 96 of 255", filepath.Base(ours[i]), far, len(a))
		if far*1000 > len(a) {
			t.Errorf("%s: the pictures differ", filepath.Base(ours[i]))
		}
	}
}
