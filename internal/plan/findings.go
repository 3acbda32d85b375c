package plan

import "github.com/kehoach/kehoach/internal/diag"

func kind(name, vi, en, fixVI, fixEN string) *diag.Kind {
	return diag.Declare(&diag.Kind{ID: "plan/" + name, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}})
}

// SaveAsUTF8 says how a text file comes to be written in UTF-8 on Windows.
var SaveAsUTF8 = diag.Words{
	VI: "lưu lại bằng bảng mã UTF-8: trong Notepad chọn Lưu dưới dạng (Save as), ô Mã hóa (Encoding) là UTF-8; trong Word lưu dạng Văn bản thuần (*.txt), Mã hóa khác (Other encoding) là Unicode (UTF-8), rồi đổi đuôi .txt thành .yaml",
	EN: "save it again in UTF-8: in Notepad choose Save as, Encoding UTF-8; in Word save as Plain Text (*.txt), Other encoding Unicode (UTF-8), then rename .txt to .yaml",
}

// Findings about a file as a whole.
var (
	fileMissing    = kind("file-missing", "không có tệp này", "there is no such file", "kiểm tra tên tệp và thư mục", "check the file's name and folder")
	fileAbsolute   = kind("file-absolute", "đường dẫn này bắt đầu từ gốc của máy; kế hoạch dẫn đến tệp cơ quan từ thư mục của chính nó", "this path begins at the machine's root; a plan leads to its agency file from its own folder", "ghi đường dẫn từ thư mục của kế hoạch, ví dụ ../agency.yaml", "write the path from the plan's folder, ../agency.yaml say")
	fileFolder     = kind("file-folder", "đây là thư mục, không phải tệp kế hoạch", "this is a folder, not a plan", "ghi tên tệp .yaml bên trong", "name a .yaml file in it")
	fileSpecial    = kind("file-special", "đây là ống dẫn hoặc thiết bị, không phải tệp kế hoạch", "this is a pipe or a device, not a plan", "ghi vào một tệp .yaml rồi ghi tên tệp ấy", "write it into a .yaml file and name that")
	fileUnreadable = kind("file-unreadable", "không đọc được tệp: {reason}", "the file can't be read: {reason}", "kiểm tra quyền đọc", "check that you may read it")
	fileTooLarge   = kind("file-too-large", "tệp lớn hơn 4 MB, không thể là kế hoạch", "more than 4 MB: this can't be a plan", "kiểm tra lại tên tệp", "check the file's name")
	fileNotText    = kind("file-not-text", "đây không phải tệp văn bản", "this is no text file", "lưu lại thành văn bản UTF-8; kế hoạch là tệp .yaml, không phải .docx", "save it as UTF-8 text; a plan is a .yaml file, not a .docx")
	fileControl    = kind("file-control", "có ký tự điều khiển mà YAML không nhận", "a control character that YAML does not take", "xóa ký tự ấy", "delete the character")
	fileEncoding   = kind("file-encoding", "có ký tự không thuộc UTF-8", "a character that is not UTF-8", SaveAsUTF8.VI, SaveAsUTF8.EN)
	fileAgency     = kind("file-agency", "đây là tệp cơ quan, không phải kế hoạch", "this is an agency file, not a plan", "ghi tên tệp kế hoạch có dòng agency: dẫn đến tệp này", "name a plan whose agency: leads to this file")
	fileEmpty      = kind("file-empty", "tệp không có gì", "the file is empty", `bắt đầu bằng "kehoach new"`, `begin with "kehoach new"`)
)

// Findings about YAML.
var (
	yamlSyntax   = kind("yaml", "sai cú pháp YAML: {reason}", "YAML syntax: {reason}", "{fix}", "{fix}")
	yamlProse    = kind("prose", "YAML hiểu sai câu này: {reason}", "YAML misreads this text: {reason}", "viết lại thành\n      {mended}", "write it as\n      {mended}")
	yamlTooMuch  = kind("too-much", "tệp lặp lại (bí danh &, *) hoặc lồng nhau quá nhiều", "aliases or nesting beyond all bounds", "bỏ bớt bí danh hoặc cấp lồng nhau", "use fewer aliases or levels")
	yamlMulti    = kind("documents", "tệp có nhiều văn bản YAML (dấu ---)", "the file holds several YAML documents (---)", "mỗi kế hoạch một tệp", "one plan a file")
	unknownKey   = kind("unknown-key", `không có mục "{key}" ở đây`, `no key "{key}" here`, "ở đây có thể ghi: {known}", "keys here: {known}")
	nearKey      = kind("unknown-key", `không có mục "{key}" ở đây`, `no key "{key}" here`, "sửa lại tên mục", "mend the key")
	duplicateKey = kind("duplicate-key", `mục "{key}" ghi hai lần, lần đầu ở dòng {line}`, `key "{key}" stands twice, first on line {line}`, "gộp lại hoặc bỏ một", "merge them or drop one")
	missingKey   = kind("missing-key", `thiếu mục bắt buộc "{key}"`, `required key "{key}" is missing`, "thêm mục {key} ({about})", "add the key {key}")
	noVersion    = kind("missing-key", `thiếu mục bắt buộc "{key}"`, `required key "{key}" is missing`, "ghi kehoach: 1 ở đầu tệp", "write kehoach: 1 at the head of the file")
	wrongType    = kind("type", "chỗ này cần {expected}, không phải {found}", "{expected} is expected here, not {found}", "{fix}", "{fix}")
	badWord      = kind("word", `"{value}" không phải giá trị được dùng ở đây`, `"{value}" is no value that may stand here`, "dùng một trong: {known}", "use one of: {known}")
	badVersion   = kind("version", `phiên bản ngôn ngữ kế hoạch "{value}" không có`, `there is no plan language version "{value}"`, "ghi kehoach: 1, hoặc dùng chương trình mới hơn", "write kehoach: 1, or use a newer program")
	badDate      = kind("date", `ngày "{value}" không có trong lịch`, `"{value}" is no day of the calendar`, "ghi ngày/tháng/năm, ví dụ 30/6/2026", "write day/month/year, 30/6/2026 say")
	badDateForm  = kind("date", `"{value}" không viết theo dạng ngày/tháng/năm`, `"{value}" is not written as day/month/year`, "ghi ngày/tháng/năm, ví dụ 30/6/2026", "write day/month/year, 30/6/2026 say")
	badNumber    = kind("number", `"{value}" không phải số hợp lệ ở đây`, `"{value}" is not a number that may stand here`, "cần {expected}", "expected: {expected}")
)

// Findings about values given beside the plan.
var (
	givenDate    = kind("given-date", `giá trị {key}: ngày "{value}" không có trong lịch`, `value {key}: "{value}" is no day of the calendar`, "ghi ngày/tháng/năm, ví dụ 30/6/2026", "write day/month/year, 30/6/2026 say")
	givenForm    = kind("given-date", `giá trị {key}: "{value}" không viết theo dạng ngày/tháng/năm`, `value {key}: "{value}" is not written as day/month/year`, "ghi ngày/tháng/năm, ví dụ 30/6/2026", "write day/month/year, 30/6/2026 say")
	givenWord    = kind("given-word", `giá trị {key}: "{value}" không dùng được`, `value {key}: "{value}" may not stand here`, "dùng một trong: {known}", "use one of: {known}")
	givenKey     = kind("given-key", `cơ quan không có giá trị "{key}"`, `the agency has no value "{key}"`, "thêm vào values của tệp cơ quan, hoặc bỏ đi", "add it to the values of the agency file, or drop it")
	givenUnit    = kind("given-unit", `không rõ "{value}" là xã, phường hay đặc khu, nên văn bản sẽ mang tên cơ quan của kế hoạch mẫu`, `is "{value}" a xã, a phường or a đặc khu? the document would bear the name of the model's agency`, "ghi loại trước tên, ví dụ xã Hà, hoặc ở cột Loại; đơn vị khác thì điền Tên cơ quan và Tên ở đầu văn bản (agency.name, agency.letterhead)", "write the kind before the name, xã Hà say, or in the column Loại; for other units fill in agency.name and agency.letterhead")
	givenOpen    = kind("must-fill", `giá trị {key} chưa điền: "{value}"`, `value {key} is still to be filled in: "{value}"`, "thay ??? bằng nội dung", "replace ??? by what belongs here")
	givenFigure  = kind("given-figure", `giá trị {key}: chỉ tiêu "{value}" không phải là số`, `value {key}: the target "{value}" is no number`, "chỉ ghi con số, ví dụ 12, 1.200 hoặc 12,5; đơn vị tính ghi ở target.unit của kế hoạch mẫu", "write the number alone, 12, 1.200 or 12,5 say; the unit of measure stands in the model's target.unit")
	givenExample = diag.Declare(&diag.Kind{ID: "plan/given-example", Severity: diag.Warning,
		Message: diag.Words{VI: `giá trị {key} còn là ví dụ của danh sách mẫu: văn bản in "{value}"`, EN: `value {key} is still the starter's example: the document prints "{value}"`},
		Fix:     diag.Words{VI: "ghi giá trị của đơn vị", EN: "write the unit's own"}})
	givenNothing = kind("given-nothing", "giá trị {key} bỏ trống", "value {key} is empty", "điền giá trị ấy", "fill it in")
	givenUnknown = diag.Declare(&diag.Kind{ID: "plan/given-unknown", Severity: diag.Warning,
		Message: diag.Words{VI: `giá trị {key}: không điều kiện (when) nào hỏi đến "{value}"`, EN: `value {key}: no condition (when) asks for "{value}"`},
		Fix:     diag.Words{VI: "kiểm tra chính tả; kế hoạch mẫu biết: {known}", EN: "check its spelling; the model knows: {known}"}})
	leftOut     = kind("left-out", `{what} "{id}" không có trong kế hoạch của đơn vị này (when)`, `{what} "{id}" is not in this unit's plan (when)`, "đặt cùng điều kiện when cho chỗ này", "put the same when on this place")
	nothingLeft = kind("nothing-left", "không còn mục nào cho đơn vị này (when)", "no section is left for this unit (when)", "xem lại các điều kiện when", "look at the conditions of when")
)

// Findings about the file of a unit that is laid over a model.
var (
	overrideLocked  = kind("locked", `kế hoạch mẫu không cho sửa "{what}"`, `the model locks "{what}"`, "bỏ chỗ này; cần sửa thì đề nghị nơi ban hành kế hoạch mẫu", "remove this; ask who issued the model if it must change")
	overrideFixed   = kind("fixed", `kế hoạch của đơn vị không đặt được "{key}"`, `a unit's plan can't set "{key}"`, "bỏ mục này", "remove the key")
	overrideNowhere = kind("nowhere", `kế hoạch mẫu không có phần nào mang mã "{id}" ở đây`, `no part of the model here has the id "{id}"`, "kiểm tra mã (id)", "check the id")
	choiceOpen      = kind("choice", `đơn vị phải chọn về "{id}"`, `the unit must choose about "{id}"`, `trong tệp kế hoạch riêng, ghi lại phần ấy theo đơn vị, hoặc bỏ bằng drop: [{id}]`, `in the unit's own file, write that part anew, or drop it: drop: [{id}]`)
	cannotMerge     = kind("merge-text", "không ghép được tệp này với kế hoạch mẫu", "this file can't be laid over the model", "viết các câu trong dấu nháy kép", "write the texts in double quotes")
)

// Findings about text.
var (
	mustFill     = kind("must-fill", "chỗ này chưa điền", "this is still to be filled in", "thay ??? bằng nội dung", "replace ??? by what belongs here")
	neverClosed  = kind("never-closed", "{{ không có }} kết thúc", "{{ without }}", `thêm }}; muốn in hai dấu ngoặc thì ghi \{\{`, `add }}; to print the braces write \{\{`)
	badReference = kind("reference", `không hiểu "{value}" trong ngoặc`, `"{value}" in braces is not understood`, "ví dụ: {{year}}, {{cite id}}, {{deadline id}}, {{role id}}, {{item id}}, {{appendix id}}", "for example {{year}}, {{cite id}}, {{deadline id}}, {{role id}}, {{item id}}, {{appendix id}}")
	badOption    = kind("cite-option", `{{cite}} không có tùy chọn "{value}"`, `{{cite}} has no option "{value}"`, `dùng full, short, name, date=long, date=short, issuer="…", at="…", as="…"`, `use full, short, name, date=long, date=short, issuer="…", at="…", as="…"`)
	noVariable   = kind("variable", `không có giá trị "{name}"`, `no value "{name}"`, "thêm vào values của kế hoạch, hoặc --set {name}=…", "add it to the plan's values, or --set {name}=…")
	openStyle    = kind("style", "dấu {mark} mở chữ đậm hoặc nghiêng mà không đóng", "{mark} opens bold or italic and never closes it", `đóng lại bằng {mark}; muốn in dấu sao thì ghi \*`, `close it with {mark}; to print an asterisk write \*`)
)

// What an id may name.
var (
	aDocument  = diag.Words{VI: "văn bản", EN: "citation"}
	aRole      = diag.Words{VI: "đơn vị", EN: "role"}
	anItem     = diag.Words{VI: "nội dung", EN: "item"}
	aPurpose   = diag.Words{VI: "mục đích", EN: "purpose"}
	aDeadline  = diag.Words{VI: "thời hạn", EN: "deadline"}
	aReport    = diag.Words{VI: "báo cáo", EN: "report"}
	aSection   = diag.Words{VI: "mục", EN: "section"}
	anAppendix = diag.Words{VI: "phụ lục", EN: "appendix"}
	aSignatory = diag.Words{VI: "người ký", EN: "signatory"}
)

// Findings about references and rules between values.
var (
	unknownID  = kind("unknown-id", `không có {what} nào mang mã "{id}"`, `no {what} has the id "{id}"`, "kiểm tra mã, hoặc thêm {what} ấy", "check the id, or add that {what}")
	repeatedID = kind("repeated-id", `mã "{id}" đã dùng ở dòng {line}`, `id "{id}" is used on line {line} already`, "đặt mã khác", "choose another id")
	badID      = kind("id", `mã "{id}" chỉ được có chữ không dấu, số, - và _`, `id "{id}" may hold only plain letters, digits, - and _`, "ví dụ: van-phong, kh-49", "for example van-phong, kh-49")
	exactlyOne = kind("exactly-one", "cần đúng một trong: {keys}", "exactly one of these is needed: {keys}", "hiện có: {given}", "given: {given}")
	signsTwice = kind("signs-twice", `"{id}" ký hai lần`, `"{id}" signs twice`, "ghi mỗi người ký một lần", "name each signatory once")
	goesWith   = kind("goes-with", "{key} phải đi cùng {other}", "{key} goes with {other}", "thêm {other}, hoặc bỏ {key}", "add {other}, or drop {key}")
	notWith    = kind("not-with", "{key} không đi cùng {other}", "{key} can't stand beside {other}", "bỏ một trong hai", "drop one of the two")
	wrongOrder = kind("order", "{key} sớm hơn {other}", "{key} is earlier than {other}", "kiểm tra lại hai ngày", "check both days")
	wantsDay   = kind("whole-date", "cần đủ ngày, tháng, năm", "a whole date is needed", "ví dụ 30/6/2026", "for example 30/6/2026")
	noContent  = kind("no-content", "{what} không có nội dung gì", "this {what} holds nothing", "thêm text, heading hoặc items, hoặc bỏ đi", "add text, heading or items, or remove it")
	circular   = kind("circular", `mã "{id}" dẫn về chính nó`, `id "{id}" leads back to itself`, "ghi thời hạn ở một nơi", "write the deadline in one place")
	// circularWords is the same of what a text refers to.
	circularWords = kind("circular", "lời văn {{{words}}} dẫn về chính nó", "the words {{{words}}} lead back to themselves",
		"ghi hẳn lời văn ở đây thay cho {{…}}", "write the words themselves here, not {{…}}")
	badRow    = kind("row", "hàng này có {found} ô, bảng có {columns} cột", "this row has {found} cells, the table {columns} columns", "thêm hoặc bớt ô; ô gộp ghi < hoặc ^", "add or remove cells; merged ones are < or ^")
	badMerge  = kind("merge", "ô này không có ô nào để gộp", "this cell has none to be merged with", "bỏ dấu < hoặc ^, hay ghi \\< để in dấu ấy", "remove < or ^, or write \\< to print it")
	badMargin = diag.Declare(&diag.Kind{ID: "plan/margin", Clause: "NĐ 30 PL I, I.3",
		Message: diag.Words{VI: "lề {side} phải từ {from} đến {to} mm", EN: "the {side} margin lies between {from} and {to} mm"},
		Fix:     diag.Words{VI: "ghi một số từ {from} đến {to}", EN: "write a number from {from} to {to}"}})
)
