package render_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/wml"
)

func TestWhatAFileCarriesGivesTheFileAgain(t *testing.T) {
	r := renderer(t)
	for _, name := range samples(t) {
		p, _ := plan.Load(name, plan.Options{Values: map[string]string{"x": "giá trị: \"1\"\n2"}})
		files, found := r.Plan(p, "plan", both)
		if found.Failed() {
			t.Fatal(text(found))
		}
		pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
		inside, err := bundle.Get(pkg)
		if err != nil || len(inside) != len(p.Issuers)+2 || !bytes.Equal(inside[0].Data, p.File.Bytes) {
			t.Fatalf("%s: %d files, %v", name, len(inside), err)
		}
		again, found := r.Rebuild(inside, "plan", both)
		if found.Failed() {
			t.Fatal(text(found))
		}
		for i := range files {
			if !bytes.Equal(files[i].Data, again[i].Data) {
				t.Errorf("%s: %s is not the same again", name, files[i].Name)
			}
		}
	}
}

func TestADocumentEditedInWordLosesItsPlan(t *testing.T) {
	r := renderer(t)
	files, _ := r.Plan(load(t, samples(t)[0]), "plan", both)
	pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
	edited := strings.Replace(string(pkg.Part(wml.MainPart)), "năm", "nam", 1)
	var b bytes.Buffer
	if err := pkg.With(map[string][]byte{wml.MainPart: []byte(edited)}).Write(&b); err != nil {
		t.Fatal(err)
	}
	made, found := r.FromDOCX("plan.docx", "plan", b.Bytes())
	if len(found) != 1 || found[0].Kind.ID != "render/stale" || len(made[0].Inside) > 0 || bytes.Contains(made[0].Data, []byte("EmbeddedFile")) {
		t.Errorf("%s, carries %d files", text(found), len(made[0].Inside))
	}
}

func TestTheDateComesFromThePlanThenFromTheCaller(t *testing.T) {
	r := renderer(t)
	r.Created = time.Unix(1700000000, 0)
	for name, want := range map[string]string{
		"mau/2026/chuyen-doi-so":     "/CreationDate(D:20260105000000+07'00')",
		"son-mau/2024/dan-chu-co-so": "/CreationDate(D:20231115051320+07'00')",
	} {
		files, _ := r.Plan(load(t, "../../plans/"+name+".yaml"), "plan", both[1:])
		if !bytes.Contains(files[0].Data, []byte(want)) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	files, _ := renderer(t).Plan(load(t, "../../plans/son-mau/2024/dan-chu-co-so.yaml"), "plan", both[1:])
	if bytes.Contains(files[0].Data, []byte("CreationDate")) {
		t.Error("a date that no one gave")
	}
}
