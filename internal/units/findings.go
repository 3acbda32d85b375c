package units

import (
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

func kind(severity diag.Severity, name, vi, en, fixVI, fixEN string) *diag.Kind {
	return &diag.Kind{ID: "units/" + name, Severity: severity, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}}
}

// Findings about a file as a whole.
var (
	fileMissing    = kind(diag.Error, "file-missing", "không có tệp hoặc thư mục này", "there is no such file or folder", "kiểm tra tên và thư mục", "check the name and the folder")
	fileUnreadable = kind(diag.Error, "file-unreadable", "không đọc được: {reason}", "it can't be read: {reason}", "kiểm tra quyền đọc", "check that you may read it")
	fileTooLarge   = kind(diag.Error, "file-too-large", "tệp lớn hơn 16 MB, không thể là danh sách đơn vị", "more than 16 MB: this can't be a list of units", "kiểm tra lại tên tệp; bỏ hình ảnh và các trang khác", "check the file's name; remove pictures and other sheets")
	fileEmpty      = kind(diag.Error, "file-empty", "tệp không có gì", "the file is empty", `lập danh sách mẫu bằng "kehoach batch --starter"`, `have a list made by "kehoach batch --starter"`)
	fileNotText    = kind(diag.Error, "file-not-text", "đây không phải tệp văn bản UTF-8, cũng không phải UTF-16 có BOM (có byte 0, hoặc bị cắt)", "this is no text in UTF-8, nor in UTF-16 with a byte order mark (it holds a NUL byte, or was cut)", "lưu lại bằng Excel: CSV UTF-8, hoặc .xlsx", "save it again as CSV UTF-8 or .xlsx")
	badEnding      = kind(diag.Error, "ending", `tệp "{ending}" không phải danh sách đọc được`, `"{ending}" is no kind of list that can be read`, "dùng .csv, .tsv, .xlsx hoặc .yaml", "use .csv, .tsv, .xlsx or .yaml")
	oldExcel       = kind(diag.Error, "old-excel", "tệp Excel đời cũ (.xls) hoặc có mật khẩu", "an Excel file of the old kind (.xls) or with a password", "mở bằng Excel, bỏ mật khẩu và lưu lại thành .xlsx", "open it in Excel, take the password off and save it as .xlsx")
	broken         = kind(diag.Error, "broken", "tệp hỏng hoặc không phải .xlsx: {reason}", "the file is damaged or no .xlsx: {reason}", "mở bằng Excel và lưu lại thành .xlsx", "open it in Excel and save it as .xlsx")
	unpacksLarge   = kind(diag.Error, "unpacks-large", "tệp giải nén quá lớn, không thể là danh sách đơn vị", "the file unpacks to more than a list of units can be", "chép các hàng sang một tệp mới", "copy the rows to a new file")
	unsure         = kind(diag.Error, "encoding", "không rõ tệp viết bằng bảng mã nào (không phải UTF-8)", "the file is not UTF-8, and its encoding can't be told", "lưu lại bằng Excel: CSV UTF-8, hoặc .xlsx với phông Unicode", "save it again as CSV UTF-8, or as .xlsx in a Unicode font")
	converted      = kind(diag.Note, "converted", "tệp viết bằng bảng mã {encoding}, đã chuyển sang Unicode", "the file is written in {encoding}; it was converted to Unicode", "xem lại vài tên có dấu", "look over a few names with accents")
	cellsConverted = kind(diag.Note, "cells-converted", "{count} ô viết bằng phông {encoding}, đã chuyển sang Unicode, đầu tiên là \"{value}\"", "{count} cells are written in a font of {encoding} and were converted to Unicode, the first being \"{value}\"", "xem lại các ô ấy", "look over those cells")
	notUTF8        = kind(diag.Error, "not-utf-8", "có ký tự không thuộc UTF-8", "a character that is not UTF-8", plan.SaveAsUTF8.VI, plan.SaveAsUTF8.EN)
)

// Findings about the shape of a table.
var (
	noHeading    = kind(diag.Error, "no-heading", `không thấy tiêu đề "Tên đơn vị" trong {rows} hàng đầu`, `there is no heading "Tên đơn vị" in the first {rows} rows`, `đặt tiêu đề "Tên đơn vị" ở cột đầu, hoặc --map TIÊU-ĐỀ=unit`, `head the first column "Tên đơn vị", or --map HEADING=unit`)
	noSheet      = kind(diag.Error, "no-sheet", `không trang nào có tiêu đề "Tên đơn vị" trong {rows} hàng đầu (đã xem: {sheets})`, `no sheet has a heading "Tên đơn vị" in its first {rows} rows (looked at: {sheets})`, `đặt tiêu đề "Tên đơn vị" ở cột đầu, hoặc --map TIÊU-ĐỀ=unit`, `head the first column "Tên đơn vị", or --map HEADING=unit`)
	noUnits      = kind(diag.Error, "no-units", "danh sách không có đơn vị nào", "the list holds no unit", "ghi mỗi đơn vị một hàng dưới tiêu đề", "write a unit a row below the headings")
	tooManyRows  = kind(diag.Error, "too-many-rows", "danh sách dài hơn {limit} hàng", "the list is longer than {limit} rows", "chia thành nhiều danh sách", "split it into several lists")
	tooManyCells = kind(diag.Error, "too-many-columns", "hàng có hơn {limit} cột", "the row has more than {limit} columns", "kiểm tra dấu ngăn cách cột, bỏ các cột thừa", "check what separates the columns, remove those that are not needed")
	unknown      = kind(diag.Warning, "unknown-column", `không rõ cột "{heading}" là gì, nên bỏ qua`, `nobody knows what column "{heading}" is: it is left out`, "sửa tiêu đề, hoặc --map \"{heading}=KHÓA\"", "mend the heading, or --map \"{heading}=KEY\"")
	noHead       = kind(diag.Warning, "column-without-heading", "cột {column} có nội dung mà không có tiêu đề, nên bỏ qua", "column {column} holds something and has no heading: it is left out", "thêm tiêu đề", "head it")
	twoColumns   = kind(diag.Error, "two-columns", `hai cột cùng là "{key}": "{first}" và "{second}"`, `two columns give "{key}": "{first}" and "{second}"`, "bỏ một cột hoặc đổi tiêu đề", "remove one, or head it otherwise")
	noColumn     = kind(diag.Error, "missing-column", `thiếu cột "{name}" mà kế hoạch cần{where}`, `column "{name}" is missing, which the plan wants{where}`, `thêm cột "{name}", hoặc ghi giá trị chung trong values của kế hoạch`, `add a column "{name}", or give the plan a value for all`)
	badMap       = kind(diag.Error, "map", `--map {heading}={key}: không có khóa "{key}"`, `--map {heading}={key}: there is no key "{key}"`, "khóa là: {known}", "keys are: {known}")
	extraCell    = kind(diag.Error, "extra-cell", `ô "{value}" nằm ngoài các cột có tiêu đề`, `cell "{value}" stands beyond the columns`, "nếu lời có dấu ngăn cách cột thì đặt trong dấu nháy kép", "put text that holds the separator in double quotes")
	csvQuote     = kind(diag.Error, "quote", "dấu nháy kép không khớp: {reason}", "double quotes don't match: {reason}", `viết dấu nháy kép trong ô là "" và đặt cả ô trong dấu nháy kép`, `write a double quote in a cell as "", the whole cell in double quotes`)
	neverEnds    = kind(diag.Error, "quote-never-ends", "ô bắt đầu bằng dấu nháy kép mà không có dấu đóng", "a cell opens with a double quote that is never closed", "thêm dấu nháy kép ở cuối ô", "close it")
	hiddenRows   = kind(diag.Warning, "hidden-rows", "{count} hàng bị ẩn nên không lấy: {rows}", "{count} hidden rows are left out: {rows}", "bỏ ẩn hoặc bỏ lọc nếu cần các hàng ấy", "show them, or clear the filter, if you need them")
	mergedAcross = kind(diag.Error, "merged-across", "ô gộp ngang {value} trùm nhiều cột, không rõ giá trị thuộc cột nào", "merged cell {value} spans columns: which one has its value can't be told", "bỏ gộp và ghi giá trị vào đúng cột", "unmerge it and write the value where it belongs")
	rowOrder     = kind(diag.Error, "row-order", "các hàng hoặc ô trong tệp không theo thứ tự", "rows or cells of the file are out of order", "mở bằng Excel và lưu lại thành .xlsx", "open it in Excel and save it as .xlsx")
	yamlSyntax   = kind(diag.Error, "yaml", "sai cú pháp YAML: {reason}", "YAML syntax: {reason}", "{fix}", "{fix}")
	yamlShape    = kind(diag.Error, "yaml-shape", "chỗ này cần {expected}", "{expected} is expected here", "danh sách YAML là:\n      - unit: xã Sơn Tây Hạ\n        so_thon: 9", "a list in YAML is:\n      - unit: xã Sơn Tây Hạ\n        so_thon: 9")
	yamlKey      = kind(diag.Error, "unknown-key", `không có khóa "{key}"`, `no key "{key}"`, "khóa là: {known}", "keys are: {known}")
	yamlTwice    = kind(diag.Error, "duplicate-key", `khóa "{key}" ghi hai lần`, `key "{key}" stands twice`, "bỏ một", "drop one")
)

// Findings about rows and cells.
var (
	noName        = kind(diag.Error, "no-name", "hàng có nội dung mà không có tên đơn vị", "the row holds something and names no unit", "ghi tên đơn vị, hoặc xóa cả hàng", "name the unit, or clear the row")
	badName       = kind(diag.Error, "name", `"{value}" không thể là tên đơn vị: {reason}`, `"{value}" can't be the name of a unit: {reason}`, "ví dụ: xã Sơn Tây Hạ", "for example xã Sơn Tây Hạ")
	duplicate     = kind(diag.Error, "duplicate", `đơn vị "{name}" ghi hai lần, lần đầu ở {first}`, `unit "{name}" stands twice, first at {first}`, "bỏ một; hai xã cùng tên ở hai tỉnh thì ghi cả tỉnh vào tên, ví dụ: xã Bình Minh, tỉnh Ninh Bình", "drop one; where two provinces have a commune of that name, write the province behind it: xã Bình Minh, tỉnh Ninh Bình")
	badKind       = kind(diag.Error, "kind", `loại "{value}" không có`, `there is no kind "{value}"`, "ghi xã, phường hoặc đặc khu", "write xã, phường or đặc khu")
	otherKind     = kind(diag.Warning, "other-kind", `loại ghi là "{kind}" mà tên là "{name}"`, `the kind is "{kind}", the name "{name}"`, "sửa loại hoặc tên", "mend one of the two")
	otherProvince = kind(diag.Warning, "other-province", `tỉnh ghi là "{province}" mà tên là "{name}"; lấy theo tên`, `the province is "{province}", the name "{name}"; the name's is taken`, "sửa một trong hai", "mend one of the two")
	emptyCell     = kind(diag.Error, "empty-cell", `"{name}" chưa có {heading}, mà kế hoạch cần`, `"{name}" has no {heading}, which the plan wants`, "điền ô này", "fill the cell in")
	badPath       = kind(diag.Error, "plan-path", `"{value}" không phải tệp kế hoạch riêng trong thư mục của danh sách`, `"{value}" is no YAML file in the list's folder`, "ghi tên tệp .yaml, tính từ thư mục của danh sách", "name a .yaml file relative to the list")
	braces        = kind(diag.Warning, "braces", `ô ghi "{value}": dấu {{ }} trong danh sách được in ra như viết`, `the cell says "{value}": braces in a list are printed as they stand`, "ghi chính giá trị ấy, không có dấu ngoặc", "write the value itself, without braces")
	longCell      = kind(diag.Error, "long-cell", "ô dài hơn {limit} ký tự", "the cell is longer than {limit} characters", "rút ngắn lại", "shorten it")
	controlCell   = kind(diag.Error, "control", "ô có ký tự điều khiển U+{code}", "the cell holds a control character, U+{code}", "xóa ký tự ấy", "delete it")
	lostLetters   = kind(diag.Error, "lost-letters", `ô có chữ đã mất khi chuyển bảng mã (�): "{value}"`, `letters of the cell were lost in a conversion (�): "{value}"`, "gõ lại ô này", "type it again")
	errorCell     = kind(diag.Error, "error-cell", "công thức trong ô báo lỗi {value}", "the cell's formula gives the error {value}", "sửa công thức, hoặc ghi giá trị", "mend the formula, or write the value")
	noText        = kind(diag.Error, "lost-text", "chữ của ô không có trong tệp", "the cell's text is not in the file", "mở bằng Excel, gõ lại ô này và lưu lại", "open it in Excel, type the cell again and save it")
	noResult      = kind(diag.Error, "formula", "ô có công thức mà tệp không lưu kết quả", "the cell holds a formula without its result", "mở bằng Excel, lưu lại; hoặc chép rồi dán giá trị", "open it in Excel and save it; or paste the value")
)

// Findings about a folder of lists.
var (
	emptyFolder  = kind(diag.Error, "empty-folder", "thư mục không có danh sách nào", "the folder holds no list", "đặt các tệp .csv, .xlsx hoặc .yaml vào thư mục", "put .csv, .xlsx or .yaml files in it")
	tooManyFiles = kind(diag.Error, "too-many-files", "thư mục có hơn {limit} tệp", "the folder holds more than {limit} files", "kiểm tra lại tên thư mục", "check the folder's name")
	notAList     = kind(diag.Warning, "not-a-list", "tệp không phải danh sách, cũng không đơn vị nào ghi nó là tệp kế hoạch riêng", "this is no list, and no unit names it as its plan", "bỏ ra khỏi thư mục, hoặc ghi ở cột Tệp kế hoạch riêng", "take it out of the folder, or name it in a row")
	notReturned  = kind(diag.Warning, "missing-unit", `chưa có danh sách của đơn vị "{name}"`, `the list of unit "{name}" is not there`, "nhắc đơn vị gửi, hoặc kiểm tra cách viết tên", "remind the unit, or check how its name is written")
	notExpected  = kind(diag.Warning, "unexpected-unit", `đơn vị "{name}" không có trong danh sách các đơn vị phải gửi`, `unit "{name}" is not among those expected`, "kiểm tra cách viết tên", "check how its name is written")
)
