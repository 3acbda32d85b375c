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
	if list := found(t, finished(t, templates.KeHoach(), "I. MỤC ĐÍCH", "II. NỘI DUNG", "II. NHIỆM VỤ", "IV. TỔ CHỨC", "Thực hiện nghiêm túc.", "Nơi nhận:", "- Lưu: VP.")); !reported(list, "template/ending") ||
		!reported(list, "template/archive") || !reported(list, "template/number-jump") {
		t.Errorf("a finished document: %v", list)
	}
	for _, f := range found(t, finished(t, templates.KeHoach(), "I. MỤC ĐÍCH", "II. NỘI DUNG", "Thực hiện nghiêm túc./.", "- Lưu: VT, VP.")) {
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

// TestAPageNumberIsMissed: a template is filled with plans of any length, and numbers are looked for where Word lets them stand.
func TestAPageNumberIsMissed(t *testing.T) {
	const field = `<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>`
	header := func(old, new string) []byte { return changed(t, "word/header1.xml", old, new) }
	pkg, _ := wml.OpenPackage("mau.docx", templates.KeHoach())
	text := string(pkg.Part("word/header1.xml"))
	from, to := strings.Index(text, "<w:p>"), strings.LastIndex(text, "</w:hdr>")
	number := text[from:to]
	for name, c := range map[string]struct {
		docx   []byte
		missed bool
	}{
		"no number":          {header(number, "<w:p/>"), true},
		"in a table":         {header(number, `<w:tbl><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>`+number+`</w:tc></w:tr></w:tbl>`), false},
		"in a box":           {header(number, `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>`+field+`</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`), false},
		"as it should be":    {templates.KeHoach(), false},
		"a short finished":   {finished(t, header(number, "<w:p/>"), "Thực hiện nghiêm túc./."), false},
		"of several pages":   {finished(t, header(number, "<w:p/>"), strings.Repeat("Tuyên truyền, vận động Nhân dân. ", 300)+"./."), true},
		"of pages, numbered": {finished(t, templates.KeHoach(), strings.Repeat("Tuyên truyền, vận động Nhân dân. ", 300)+"./."), false},
	} {
		list := found(t, c.docx)
		if reported(list, "template/page-number") != c.missed {
			t.Errorf("%s: %v", name, check.List(list))
		}
	}
}

// finished is a file with other paragraphs in its body.
func finished(t *testing.T, docx []byte, words ...string) []byte {
	t.Helper()
	body := ""
	for _, w := range words {
		body += "<w:p><w:r><w:t>" + w + "</w:t></w:r></w:p>"
	}
	pkg, found := wml.OpenPackage("mau.docx", docx)
	if found.Failed() {
		t.Fatal(found)
	}
	text := string(pkg.Part("word/document.xml"))
	from, to := strings.Index(text, "<w:body>")+len("<w:body>"), strings.LastIndex(text, "<w:sectPr")
	var b strings.Builder
	if err := pkg.With(map[string][]byte{"word/document.xml": []byte(text[:from] + body + text[to:])}).Write(&b); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

// TestTheLastRecipientIsRead: NĐ 30 PL I, II.9d has "Lưu", a colon, the letters VT, a comma and the unit.
func TestTheLastRecipientIsRead(t *testing.T) {
	for line, want := range map[string]string{
		"- Lưu: VT.": "", "- Lưu: VT, VHXH.": "", "- Lưu: VT, AB.(15).": "", "Lưu ý: giữ gìn vệ sinh.": "",
		"- Lưu: VP.":        "không có VT",
		"- Lưu: Văn thư.":   `ghi "Văn thư", nghị định ghi tắt VT`,
		"- Lưu: VHXH, VT.":  "không bắt đầu bằng VT",
		"- Lưu VT, VHXH.":   "thiếu dấu hai chấm sau chữ Lưu",
		"- Lưu: ĐVTN, VHX.": "không có VT",
	} {
		got := ""
		for _, f := range found(t, finished(t, templates.KeHoach(), "Thực hiện nghiêm túc./.", line)) {
			if f.Kind.ID == "template/archive" {
				got = f.Message("vi")
			}
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
	said := check.Plan(load(t, check.Example("archive: {units: [Văn thư, VP]}\n")), check.Options{})
	if !reported(said, "format/archive") {
		t.Error("Văn thư in a plan")
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
