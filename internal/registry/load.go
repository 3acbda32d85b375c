package registry

import (
	_ "embed"
	"sync"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// A file is a registry as it is written.
type file struct {
	Kehoach   plan.Value `yaml:"kehoach,required" vi:"Phiên bản ngôn ngữ: 1."`
	Date      plan.Date  `yaml:"date,required" vi:"Ngày kiểm tra các thông tin trong sổ."`
	Documents []*record  `yaml:"documents,required" vi:"Các văn bản."`
}

type record struct {
	At plan.Place

	Type      plan.Value   `yaml:"type,required" vi:"Tên loại: Luật, Nghị định, Quyết định …"`
	Number    plan.Value   `yaml:"number" vi:"Số, ký hiệu: 30/2020/NĐ-CP."`
	Date      plan.Date    `yaml:"date,required" vi:"Ngày ban hành."`
	Issuer    plan.Value   `yaml:"issuer" vi:"Cơ quan ban hành."`
	Subject   plan.Value   `yaml:"subject,required" vi:"Trích yếu, hoặc tên của luật."`
	Since     plan.Date    `yaml:"since" vi:"Ngày có hiệu lực."`
	Amended   []*change    `yaml:"amended" vi:"Các lần sửa đổi, bổ sung."`
	Ended     *change      `yaml:"ended" vi:"Hết hiệu lực toàn bộ: ngày và văn bản làm hết hiệu lực."`
	Successor plan.Value   `yaml:"successor" vi:"Số của văn bản thay thế."`
	Aliases   []plan.Value `yaml:"aliases" vi:"Các tên gọi khác."`
	Source    plan.Value   `yaml:"source,required" vi:"Nguồn: văn bản, điều khoản nói như vậy."`
}

type change struct {
	On plan.Date  `yaml:"on,required" vi:"Từ ngày."`
	By plan.Value `yaml:"by" vi:"Số của văn bản."`
}

func kind(name, vi, en, fixVI, fixEN string) *diag.Kind {
	return &diag.Kind{ID: "registry/" + name, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}}
}

var (
	wholeDate = kind("whole-date", "cần đủ ngày, tháng, năm", "a whole date is needed", "ví dụ 01/7/2025", "01/7/2025, for example")
	badNumber = kind("number", `"{value}" không có dạng số, ký hiệu văn bản`, `"{value}" is not written like a document's number`,
		"ví dụ 30/2020/NĐ-CP, 49/KH-UBND, 1129-KL/HU", "30/2020/NĐ-CP, 49/KH-UBND, 1129-KL/HU, for example")
	noNumber = kind("no-number", `"{value}" cần có số, ký hiệu`, `"{value}" needs a number`, "thêm number:; chỉ luật, pháp lệnh và Hiến pháp tra được theo tên",
		"add number:; only laws, ordinances and the constitution can be found by name")
	empty = kind("empty", "sổ văn bản không có gì", "the registry is empty", "ghi kehoach: 1, date: ngày kiểm tra, documents: các văn bản; hoặc bỏ dòng registry:",
		"write kehoach: 1, date: when it was checked, documents: the documents; or drop the line registry:")
	repeated  = kind("repeated", "văn bản này đã có ở dòng {line}", "this document stands on line {line} already", "bỏ một trong hai", "drop one of the two")
	tooEarly  = kind("order", "ngày này sớm hơn {other}", "this day is earlier than {other}", "kiểm tra lại hai ngày", "check both days")
	noEnding  = kind("successor", "có văn bản thay thế nhưng không có ngày hết hiệu lực", "a successor, but no day on which it ended", "thêm ended: {on: …, by: …}", "add ended: {on: …, by: …}")
	circle    = kind("circle", "các văn bản thay thế nhau thành vòng: {number}", "documents replace one another in a circle: {number}", "kiểm tra successor:", "check successor:")
	issueWord = diag.Words{VI: "ngày ban hành", EN: "the day of issue"}
)

// Load reads a registry. One with errors is nil.
func Load(name string, o plan.Options) (*Registry, diag.List) {
	var f file
	found := plan.LoadInto(name, &f, o)
	for i := range found {
		if found[i].Kind.ID == "plan/file-empty" { // nothing of a plan is wanted here
			found[i] = empty.At(found[i].Location)
		}
	}
	if found.Failed() {
		return nil, found
	}
	c := checker{found: found}
	date := c.day(f.Date)
	entries := make([]Entry, 0, len(f.Documents))
	first := map[string]*record{}
	for _, record := range f.Documents {
		e := c.entry(record)
		entries = append(entries, e)
		id := identity(e)
		if before := first[id]; before != nil {
			c.report(repeated, record.At, "line", lineOf(before.At))
		}
		first[id] = record
	}
	r := index(date, entries)
	c.circles(r, f.Documents)
	if c.found = c.found.Sort(); c.found.Failed() {
		return nil, c.found
	}
	return r, c.found
}

//go:embed van-ban.yaml
var shipped []byte

// Shipped is the registry that comes with the program.
var Shipped = sync.OnceValue(func() *Registry {
	r, found := Load("van-ban.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return shipped, nil }})
	if r == nil {
		panic(found[0].Message(diag.English)) // a test reads it first
	}
	return r
})
