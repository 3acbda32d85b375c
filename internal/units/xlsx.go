package units

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/diag"
)

// Bounds of a workbook once it is unpacked. A list of 20,000 units with thirty columns unpacks to some 30 MB; the parts that are
// neither sheets nor their texts (styles, names, relations) have kilobytes.
const (
	maxUnpacked = 128 << 20 // bytes of all parts
	maxPart     = 8 << 20   // bytes of a part that is read whole into structures
	maxParts    = 2_000
	maxTexts    = 2_000_000 // tags of the shared texts
)

// sharedTexts is the part with the texts of cells (ECMA-376 18.4).
const sharedTexts = "xl/sharedStrings.xml"

// oldExcelStart begins the files of Excel 97–2003, and those of today that have a password.
var oldExcelStart = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// xlsx reads a list from the first visible sheet that has a heading Tên đơn vị.
func (r *reader) xlsx(data []byte, shown string) {
	whole := diag.Location{File: shown}
	if len(data) == 0 {
		r.report(fileEmpty.At(whole))
		return
	}
	if bytes.HasPrefix(data, oldExcelStart) {
		r.report(oldExcel.At(whole))
		return
	}
	if kind := unpacks(data); kind != nil {
		r.report(kind.Saying("reason", notZip).At(whole))
		return
	}
	book, err := openBook(data)
	if err != nil {
		r.report(broken.At(whole, "reason", err.Error()))
		return
	}
	defer book.Close()
	var looked []string
	for _, s := range book.sheets() {
		sheet := fmt.Sprintf("%s, trang %s", shown, s.name)
		part, ok := book.part(s.part)
		if !ok {
			continue
		}
		looked = append(looked, s.name)
		r.begin(sheet, true, book.text(part))
		if err := r.sheet(book, s.name, part); err != nil {
			r.report(err.finding(sheet))
			r.headed, r.over = true, true
		}
		if r.headed {
			r.end(diag.Finding{})
			return
		}
	}
	r.report(noSheet.At(whole, "rows", strconv.Itoa(headRows), "sheets", strings.Join(looked, ", ")))
}

var notZip = diag.Words{VI: "không phải tệp nén ZIP", EN: "it is no ZIP archive"}

// unpacks tells why a workbook is not unpacked; nil when it may be.
func unpacks(data []byte) *diag.Kind {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return broken
	}
	total := uint64(0)
	if len(archive.File) > maxParts {
		return unpacksLarge
	}
	for _, f := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		total += f.UncompressedSize64
		texts := strings.HasPrefix(name, "xl/worksheets/") || strings.HasPrefix(name, "xl/sharedstrings") || strings.HasPrefix(name, "xl/media/")
		if f.UncompressedSize64 > maxUnpacked || total > maxUnpacked || !texts && f.UncompressedSize64 > maxPart {
			return unpacksLarge
		}
	}
	return nil
}

// A book is an open workbook. excelize gives its sheets, texts and number formats, row by row; what its rows don't tell (formulas
// without result, errors, dates, merged cells) is read from the sheet's XML beside them, so that no sheet is held as a grid, which
// a cell in the last corner would make gigabytes.
type book struct {
	*excelize.File
	dates     map[int]bool // styles that show a whole date
	since1904 bool
}

// openBook opens a workbook. excelize may panic on a damaged one.
func openBook(data []byte) (b *book, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, ShortDatePattern: "dd/mm/yyyy"})
	if err != nil {
		return nil, err
	}
	b = &book{File: f, dates: map[int]bool{}}
	if texts, _ := b.part(sharedTexts); bytes.Count(texts, []byte("<")) > maxTexts {
		return nil, fmt.Errorf("%s holds more than %d tags", sharedTexts, maxTexts)
	}
	props, err := f.GetWorkbookProps()
	b.since1904 = err == nil && props.Date1904 != nil && *props.Date1904
	return b, err
}

// part is the XML of a part.
func (b *book) part(name string) ([]byte, bool) {
	data, ok := b.Pkg.Load(name)
	if !ok {
		return nil, false
	}
	part, ok := data.([]byte)
	return part, ok
}

// text is all that the cells of a sheet may say.
func (b *book) text(part []byte) string {
	shared, _ := b.part(sharedTexts)
	if bytes.Contains(part, []byte("inlineStr")) {
		shared = part
	}
	return string(shared[:min(len(shared), sampled)])
}

// A sheet of a workbook: its name and its part.
type sheetRef struct{ name, part string }

// sheets are the visible sheets in the order of their tabs.
func (b *book) sheets() []sheetRef {
	const workbook, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
	data, _ := b.part(relations)
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	_ = b.decoder(data).Decode(&rels)
	targets := map[string]string{}
	for _, rel := range rels.Relationship {
		target := strings.ReplaceAll(rel.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(workbook), target)
		}
		targets[rel.ID] = strings.TrimPrefix(path.Clean(target), "/")
	}
	var sheets []sheetRef
	_ = b.GetSheetList() // reads the workbook
	if b.WorkBook == nil {
		return nil
	}
	for _, s := range b.WorkBook.Sheets.Sheet {
		if s.State == "" || s.State == "visible" {
			sheets = append(sheets, sheetRef{s.Name, targets[s.ID]})
		}
	}
	return sheets
}

func (b *book) decoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = b.CharsetReader
	return d
}

// A sheetError is why a sheet can't be read on.
type sheetError struct {
	kind   *diag.Kind
	reason string
	at     diag.Location
}

func (e *sheetError) finding(shown string) diag.Finding {
	e.at.File = shown
	return e.kind.At(e.at, "reason", e.reason)
}
