package bundle_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

const agency = `kehoach: 1
kind: xa
name: Ủy ban nhân dân xã A
letterhead: ỦY BAN NHÂN DÂN XÃ A
collective: ỦY BAN NHÂN DÂN
suffix: UBND
place: A
signatories:
  - {id: ct, post: CHỦ TỊCH, name: Nguyễn Văn B}
`

// loaded is a plan that lies in folder and names its agency files as given.
func loaded(t *testing.T, folder string, values map[string]string, agencies ...string) *plan.Plan {
	t.Helper()
	text := "kehoach: 1\nagencies: [" + strings.Join(agencies, ", ") + "]\nperiod: {year: 2026}\ntitle: Thử\nsections: [{heading: NỘI DUNG, text: Lời.}]\n"
	if len(agencies) == 1 {
		text = strings.Replace(text, "agencies: ["+agencies[0]+"]", "agency: "+agencies[0], 1)
	}
	p, found := plan.Load(folder+"kế hoạch.yaml", plan.Options{Values: values, ReadFile: func(name string) ([]byte, error) {
		switch {
		case strings.HasSuffix(name, "kế hoạch.yaml"):
			return []byte(text), nil
		case strings.HasSuffix(name, ".yaml"):
			return []byte(strings.ReplaceAll(agency, "xã A", "xã "+name)), nil
		}
		return nil, fs.ErrNotExist
	}})
	if found.Failed() {
		t.Fatal(found)
	}
	return p
}

func names(files []bundle.File) string {
	out := ""
	for _, f := range files {
		out += fmt.Sprintf("%s %s, ", f.Role, f.Path)
	}
	return out
}

func TestNamesInsideComeFromThePlanNotFromItsFolders(t *testing.T) {
	for _, c := range []struct {
		agencies []string
		values   map[string]string
		want     string
	}{
		{[]string{"agency.yaml"}, nil, "plan kế hoạch.yaml, agency agency.yaml, "},
		{[]string{"../agency.yaml"}, nil, "plan ke-hoach/kế hoạch.yaml, agency agency.yaml, "},
		{[]string{"./../x/../../chung/agency.yaml"}, nil, "plan ke-hoach/ke-hoach/kế hoạch.yaml, agency chung/agency.yaml, "},
		{[]string{`..\agency.yaml`}, nil, "plan ke-hoach/kế hoạch.yaml, agency agency.yaml, "},
		{[]string{"../a.yaml", "b.yaml", "../a.yaml"}, nil, "plan ke-hoach/kế hoạch.yaml, agency a.yaml, agency ke-hoach/b.yaml, "},
		{[]string{"values.yaml"}, map[string]string{"x": "1"}, "plan kế hoạch.yaml, agency values.yaml, values values-2.yaml, "},
	} {
		for _, folder := range []string{"", "home/an/kế hoạch/2026/"} {
			files := bundle.Of(loaded(t, folder, c.values, c.agencies...))
			if got := names(files); got != c.want {
				t.Errorf("%v in %q: %s, want %s", c.agencies, folder, got, c.want)
			}
			if err := bundle.Check(files); err != nil {
				t.Errorf("%v: %v", c.agencies, err)
			}
		}
	}
}

func TestNoNameFromAFileHidesRunsOrIsADevice(t *testing.T) {
	for _, name := range []string{"", "/a.yaml", "../a.yaml", "a/../b.yaml", "c:a.yaml", `a\b.yaml`, "a\x1b.yaml", "a\u0085.yaml", "a?.yaml", strings.Repeat("a", 300) + ".yaml",
		".github/workflows/x.yml", ".git/config", ".bashrc", "Makefile", "a.sh", "a.yaml ", "a.yaml.", "a./b.yaml", "b /a.yaml", " a.yaml", ".a.yaml",
		"con/x.yaml", "CON.yaml", "nul .yaml", "x/Com1.tar.yaml", "lpt9.docx"} {
		if err := bundle.Check([]bundle.File{{Path: name, Role: bundle.Plan}}); err == nil {
			t.Errorf("%q is taken", name)
		}
	}
	if err := bundle.Check([]bundle.File{{Path: "a.yaml", Role: bundle.Plan}, {Path: "b.yaml", Role: bundle.Plan}}); err == nil {
		t.Error("two plans are taken")
	}
	for _, name := range []string{"ke-hoach/Kế hoạch số 2.yaml", "agency.YML", "a.b.docx", "console.yaml", "mau (1).dotx"} {
		if err := bundle.Check([]bundle.File{{Path: name, Role: bundle.Plan}}); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestNamesThatGoInComeOutAgain(t *testing.T) {
	for name, want := range map[string]string{
		"kế hoạch.yaml": "kế hoạch.yaml", " b.yaml": "b.yaml", "plan": "plan.yaml", "....yaml": "ke-hoach.yaml", "a\tb.yaml": "a-b.yaml", `a\b.yaml`: "a-b.yaml",
		"CON.yaml": "_CON.yaml", "nul .yml": "_nul.yml", "a:b.yaml": "a-b.yaml", "a.json": "a.json.yaml", "": "ke-hoach.yaml", "x.YAML": "x.YAML",
		".yaml": "ke-hoach.yaml", "a. .yaml": "a.yaml", "\xff.yaml": "-.yaml",
	} {
		got := bundle.Name(name, bundle.Plan)
		if err := bundle.Check([]bundle.File{{Path: got, Role: bundle.Plan}}); got != want || err != nil {
			t.Errorf("%q goes in as %q, want %q: %v", name, got, want, err)
		}
	}
	if got := bundle.Name(strings.Repeat("ế", 90)+".yaml", bundle.Plan); bundle.Check([]bundle.File{{Path: got}}) != nil || !strings.HasSuffix(got, "ế.yaml") {
		t.Errorf("a long name goes in as %q", got)
	}
	if got := bundle.Name("mau", bundle.Template); got != "mau.docx" {
		t.Errorf("a template goes in as %q", got)
	}
}

func TestTheCallersValuesAreReadAsTheyWereGiven(t *testing.T) {
	given := map[string]string{"b": "hai\ndòng: \"nháy\" # không phải chú thích", "a": "", "c": "true"}
	files := bundle.Of(loaded(t, "", given, "agency.yaml"))
	values := bundle.Find(files, bundle.Values)
	read, found := plan.LoadValues("values.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return values.Data, nil }})
	if found.Failed() || fmt.Sprint(read) != fmt.Sprint(given) {
		t.Errorf("%v, want %v; %v", read, given, found)
	}
}

func TestADOCXHoldsOneBundle(t *testing.T) {
	pkg, _ := wml.OpenPackage("ke-hoach.docx", templates.KeHoach())
	for _, text := range []string{"first", "second <&>"} {
		var err error
		if pkg, err = bundle.Put(pkg, []bundle.File{{Path: "a&b.yaml", Role: bundle.Plan, Data: []byte(text)}}); err != nil {
			t.Fatal(err)
		}
		files, err := bundle.Get(pkg)
		if err != nil || len(files) != 1 || string(files[0].Data) != text || files[0].Path != "a&b.yaml" {
			t.Errorf("%+v, %v", files, err)
		}
	}
}
