package check_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

// changed is the built-in template with words of a part replaced.
func changed(t *testing.T, part, old, new string) []byte {
	t.Helper()
	pkg, found := wml.OpenPackage("mau.docx", templates.KeHoach())
	if found.Failed() {
		t.Fatal(found)
	}
	text := string(pkg.Part(part))
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", part, old)
	}
	var b strings.Builder
	if err := pkg.With(map[string][]byte{part: []byte(strings.ReplaceAll(text, old, new))}).Write(&b); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

func TestTheBuiltInTemplateHasNoFault(t *testing.T) {
	for _, f := range found(t, templates.KeHoach()) {
		t.Errorf("%s: %s", f.Kind.ID, f.Message("en"))
	}
}

func TestFaultsOfATemplateAreSeen(t *testing.T) {
	for id, docx := range map[string][]byte{
		"template/margins":     changed(t, "word/document.xml", `w:bottom="1134"`, `w:bottom="709"`),
		"template/paper":       changed(t, "word/document.xml", `w:w="11906" w:h="16838"`, `w:w="12240" w:h="15840"`),
		"template/page-number": changed(t, "word/document.xml", "<w:titlePg/>", ""),
		"template/sizes":       changed(t, "word/styles.xml", `<w:spacing w:before="80"/></w:pPr><w:rPr><w:sz w:val="26"/>`, `<w:spacing w:before="80"/></w:pPr><w:rPr><w:sz w:val="30"/>`),
		"template/font":        changed(t, "word/styles.xml", "Times New Roman", "Arial"),
	} {
		if !reported(found(t, docx), id) {
			t.Errorf("%s: nothing is said", id)
		}
	}
	finished := func(words ...string) []byte {
		body := ""
		for _, w := range words {
			body += "<w:p><w:r><w:t>" + w + "</w:t></w:r></w:p>"
		}
		pkg, _ := wml.OpenPackage("mau.docx", templates.KeHoach())
		text := string(pkg.Part("word/document.xml"))
		from, to := strings.Index(text, "<w:body>")+len("<w:body>"), strings.LastIndex(text, "<w:sectPr")
		return changed(t, "word/document.xml", text[from:to], body)
	}
	if list := found(t, finished("I. MỤC ĐÍCH", "II. NỘI DUNG", "II. NHIỆM VỤ", "IV. TỔ CHỨC", "Thực hiện nghiêm túc.", "Nơi nhận:", "- Lưu: VP.")); !reported(list, "template/ending") ||
		!reported(list, "template/archive") || !reported(list, "template/number-jump") {
		t.Errorf("a finished document: %v", list)
	}
	for _, f := range found(t, finished("I. MỤC ĐÍCH", "II. NỘI DUNG", "Thực hiện nghiêm túc./.", "- Lưu: VT, VP.")) {
		t.Errorf("a right document is blamed: %s", f.Kind.ID)
	}
	inFooter := changed(t, "word/footer1.xml", "</w:ftr>", `<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`)
	if list := found(t, inFooter); !reported(list, "template/page-number") || !strings.Contains(list[0].Message("vi"), "lề dưới") {
		t.Errorf("a number in the footer: %v", list)
	}
	if list := found(t, changed(t, "word/document.xml", `w:bottom="1134"`, `w:bottom="709"`)); !strings.Contains(list[0].Message("vi"), "12,5 mm") {
		t.Errorf("the margin is told in millimetres: %s", list[0].Message("vi"))
	}
}

func found(t *testing.T, docx []byte) []check.Finding {
	t.Helper()
	list, more := check.Template("mau.docx", docx)
	if more.Failed() {
		t.Fatal(more)
	}
	return list
}
