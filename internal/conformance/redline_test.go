//go:build conformance

package conformance_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/redline"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
)

// nextVersions are sample plans and what the next version of each says otherwise: old and new text in turn.
var nextVersions = []struct {
	name, file string
	edits      []string
}{
	{"year moved", issued, []string{"period: {year: 2024}", "period: {year: 2026}", "30/5/2024", "29/5/2026", "10/10/2024", "09/10/2026"}},
	{"item dropped", issued, []string{droppedItem, ""}},
	{"item moved", issued, []string{droppedItem, "", "  - heading: TỔ CHỨC THỰC HIỆN\n", droppedItem + "\n  - heading: TỔ CHỨC THỰC HIỆN\n"}},
	{"item moved in front of a heading", sample, []string{movedItem, "", "  - heading: CHỈ TIÊU CHỦ YẾU\n", movedItem + "  - heading: CHỈ TIÊU CHỦ YẾU\n"}},
	{"paragraph split", issued, []string{"trên địa bàn xã Sơn Màu.\n  Đề nghị", "trên địa bàn xã Sơn Màu.\n\n  Đề nghị"}},
	{"letters counted on", sample, []string{threshold, "          - text: Một điểm mới.\n          - text: Hai điểm mới.\n" + threshold}},
	{"table cell changed, row added", sample, []string{"xã, 25.000.000]", "xã, 27.500.000]", "- ['2', Tuyên truyền, ^, 12.000.000]\n",
		"- ['2', Tuyên truyền, ^, 12.000.000]\n        - ['2b', In ấn, ^, 1.000.000]\n"}},
	{"table of other columns", sample, []string{"        - shows: support\n", ""}},
	{"recipient added, another signatory, another parent", issued, []string{"  - to: Ban cán sự các thôn\n", "  - to: Ban cán sự các thôn\n  - to: Trang thông tin điện tử xã\n",
		"Võ Thế Vinh", "Nguyễn Văn Bình", "place: Sơn Màu\n", "place: Sơn Tây Hạ\nparent: ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n"}},
}

const (
	threshold   = "          - text: Hướng dẫn người dân thanh toán trực tuyến.\n"
	droppedItem = `      - text: >-
          Thực hiện nghiêm túc Quy chế dân chủ ở cơ sở với phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát,
          dân thụ hưởng” gắn với việc phát triển kinh tế - xã hội, đảm bảo quốc phòng an ninh, trật tự an toàn xã hội, xây dựng,
          củng cố hệ thống chính trị ở cơ sở.
`
	movedItem = `      - id: to-cong-nghe
        text: Kiện toàn và nâng cao chất lượng hoạt động của Tổ công nghệ số cộng đồng.
        serves: [md-nhan-thuc, md-phuc-vu]
        role: van-hoa
        support: [to-cong-nghe]
        deadline: {before: 31/3/2026}
        output: Quyết định kiện toàn
`
)

// TestLibreOfficeAcceptsAndRejectsARedline lets LibreOffice accept all changes of a redline, and reject them, and compares the words
// with those of the two plans' own documents. The labels of lists are no words: LibreOffice 7.4.7 sets the level of a list back to
// that of the style; by the rules of the standard they are compared in internal/redline.
func TestLibreOfficeAcceptsAndRejectsARedline(t *testing.T) {
	dir := t.TempDir()
	var jobs []job
	for i, v := range nextVersions {
		old, new := version(t, v.file, nil), version(t, v.file, v.edits)
		merged, err := redline.Merge(old, new, redline.Author{Name: "UBND xã", Date: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		name := func(part string) string { return filepath.Join(dir, fmt.Sprintf("%d-%s", i, part)) }
		save(t, name("redline.docx"), merged)
		save(t, name("old.docx"), old)
		save(t, name("new.docx"), new)
		jobs = append(jobs, job{name("redline.docx"), "Accept", name("accepted.txt")}, job{name("redline.docx"), "Reject", name("rejected.txt")},
			job{name("old.docx"), "Accept", name("old.txt")}, job{name("new.docx"), "Accept", name("new.txt")})
	}
	settle(t, jobs)
	for i, v := range nextVersions {
		read := func(part string) []string {
			data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d-%s.txt", i, part)))
			if err != nil {
				t.Fatal(err)
			}
			return unlabelled(lines(string(data)))
		}
		sameWords(t, v.name+", accepted", read("accepted"), read("new"))
		sameWords(t, v.name+", rejected", read("rejected"), read("old"))
	}
}

var label = regexp.MustCompile(`^(•|[IVX]+\.|\d+\.|\p{Ll}\))( |$)`)

// unlabelled are the words of lines without the labels of lists.
func unlabelled(lines []string) []string {
	var out []string
	for _, line := range lines {
		out = append(out, strings.Fields(label.ReplaceAllString(line, ""))...)
	}
	return out
}

// version is a plan's document with some text of its files written otherwise.
func version(t *testing.T, file string, edits []string) *wml.Package {
	t.Helper()
	p, found := plan.Load(file, plan.Options{ReadFile: func(name string) ([]byte, error) {
		data, err := os.ReadFile(name)
		text := string(data)
		for i := 0; i+1 < len(edits); i += 2 {
			text = strings.Replace(text, edits[i], edits[i+1], 1)
		}
		return []byte(text), err
	}})
	if found.Failed() {
		_ = found.WriteText(os.Stderr, "en")
		t.Fatal("the plan does not load")
	}
	renderer, found := render.New(font.Default())
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := renderer.Plan(p, "plan", []render.Format{render.DOCX})
	if found.Failed() {
		t.Fatal(found)
	}
	pkg, found := wml.OpenPackage("plan.docx", files[0].Data)
	if found.Failed() {
		t.Fatal(found)
	}
	return pkg
}

func save(t *testing.T, name string, pkg *wml.Package) {
	t.Helper()
	var b bytes.Buffer
	if err := pkg.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A job is a document, what is done with all its changes, and the text file to make of it.
type job struct{ from, what, to string }

// settle lets one run of LibreOffice do the jobs, by a macro in a profile of its own.
func settle(t *testing.T, jobs []job) {
	t.Helper()
	profile := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + profile, "--headless"}
	run(t, "soffice", append(args, "--terminate_after_init")...) // the first start lays out the profile
	library := filepath.Join(profile, "user", "basic", "Standard")
	var list strings.Builder
	for _, j := range jobs {
		fmt.Fprintf(&list, "file://%s|.uno:%sAllTrackedChanges|file://%s\n", j.from, j.what, j.to)
	}
	jobList := filepath.Join(profile, "jobs.txt")
	for name, content := range map[string]string{filepath.Join(library, "script.xlb"): macroLibrary, filepath.Join(library, "Settle.xba"): macro, jobList: list.String()} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("soffice", append(args, `macro:///Standard.Settle.All("`+jobList+`")`)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

const macroLibrary = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Settle"/>
</library:library>`

const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">
Sub All(list As String)
  Dim line As String, job, file As Integer, dispatcher As Object, doc As Object
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim text(1) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  file = FreeFile
  Open list For Input As #file
  Do While Not EOF(file)
    Line Input #file, line
    job = Split(line, "|")
    doc = StarDesktop.loadComponentFromURL(job(0), "_blank", 0, hidden())
    dispatcher.executeDispatch(doc.CurrentController.Frame, job(1), "", 0, Array())
    doc.storeToURL(job(2), text())
    doc.close(True)
  Loop
  Close #file
End Sub
</script:module>`
