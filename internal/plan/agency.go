package plan

// An Agency (cơ quan ban hành) is a file of its own, shared by the agency's plans.
type Agency struct {
	Version Value      `yaml:"kehoach,required" vi:"Phiên bản của ngôn ngữ kế hoạch: luôn là 1."`
	Name    Text       `yaml:"name,required" vi:"Tên đầy đủ, ví dụ Ủy ban nhân dân xã Sơn Tây Hạ."`
	Short   Text       `yaml:"short" vi:"Tên ngắn, ví dụ UBND xã."`
	Kind    AgencyKind `yaml:"kind,required" vi:"Loại đơn vị: xa, phuong, dac-khu, huyen, tinh, bo hoặc khac."`
	// Letterhead is the name on the page, a line a line (NĐ 30 PL I, II.2b): "ỦY BAN NHÂN DÂN" over "XÃ SƠN TÂY HẠ".
	Letterhead Text `yaml:"letterhead,required" vi:"Tên ở đầu văn bản, chữ in hoa, mỗi dòng một dòng."`
	// Parent is the direct superior agency (cơ quan chủ quản trực tiếp), nếu có.
	Parent Text `yaml:"parent" vi:"Cơ quan chủ quản trực tiếp (nếu có), chữ in hoa, mỗi dòng một dòng."`
	Place  Text `yaml:"place,required" vi:"Địa danh ở dòng ngày tháng, ví dụ Sơn Tây Hạ."`
	// Suffix is the abbreviation of the agency in a document number: "UBND" in 05/KH-UBND.
	Suffix Value `yaml:"suffix,required" vi:"Chữ viết tắt tên cơ quan trong số văn bản, ví dụ UBND."`
	// Collective is what TM. stands before: "ỦY BAN NHÂN DÂN".
	Collective  Text         `yaml:"collective" vi:"Tập thể đứng sau TM. khi ký thay mặt, ví dụ ỦY BAN NHÂN DÂN."`
	Page        *Margins     `yaml:"page" vi:"Lề trang, mm."`
	Address     Text         `yaml:"address" vi:"Địa chỉ, thư điện tử, điện thoại ở chân trang đầu (không bắt buộc)."`
	Signatories []*Signatory `yaml:"signatories,required" vi:"Những người ký."`
	Recipients  []*Recipient `yaml:"recipients" vi:"Nơi nhận mặc định của các kế hoạch."`
	Archive     *Archive     `yaml:"archive" vi:"Dòng Lưu mặc định."`
	DaysOff     *DaysOff     `yaml:"days_off" vi:"Cách xử lý thời hạn rơi vào ngày nghỉ. Bỏ trống thì in đúng ngày đã ghi."`
	Values      []*Variable  `yaml:"values" vi:"Giá trị dùng trong câu là {{agency.tên}}."`
	// Registry is the office's own register of documents (sổ văn bản) and of whether they are in force.
	Registry Value `yaml:"registry" vi:"Tệp sổ văn bản của cơ quan, tính từ tệp này: văn bản nào còn hiệu lực."`
	// ToneMarks is the office's way of writing oa, oe and uy with a tone: old (hòa, ủy) or new (hoà, uỷ). The decree writes both.
	ToneMarks ToneMarks `yaml:"tone_marks" vi:"Kiểu bỏ dấu của cơ quan: old (hòa, khóa, ủy) hoặc new (hoà, khoá, uỷ). Bỏ trống thì theo kiểu dùng nhiều hơn trong kế hoạch."`
	// Check is what the office thinks of the rules of `kehoach check`.
	Check []*CheckSetting `yaml:"check" vi:"Quy tắc kiểm tra mà cơ quan nới, siết hoặc bỏ, mỗi quy tắc kèm lý do."`
	// Words replace those of the table of words by kind.
	Words []*Variable `yaml:"words" vi:"Từ gọi theo loại đơn vị, dùng trong câu là {{kind.tên}}, khi khác bảng có sẵn: thon, phong_kinh_te …"`

	File *Source `yaml:"-"`
}

// A CheckSetting gives a rule another severity in all plans of the office.
type CheckSetting struct {
	Rule     Value      `yaml:"rule,required" vi:"Mã quy tắc, ví dụ writing/quotes."`
	Severity Strictness `yaml:"severity,required" vi:"Mức: off (bỏ), note (lưu ý), warning (cảnh báo) hoặc error (lỗi)."`
	Reason   Text       `yaml:"reason,required" vi:"Lý do."`
}

// Margins (lề trang) in mm, each within the decree's range. NĐ 30 PL I, I.3. Absent ones take 20, 20, 30 and 15 mm.
type Margins struct {
	Top    Value `yaml:"top" vi:"Lề trên: 20 đến 25."`
	Bottom Value `yaml:"bottom" vi:"Lề dưới: 20 đến 25."`
	Left   Value `yaml:"left" vi:"Lề trái: 30 đến 35."`
	Right  Value `yaml:"right" vi:"Lề phải: 15 đến 20."`
}

// DaysOff (ngày nghỉ) is the rule that the agency chooses for deadlines whose last permitted day is off. The plan keeps the day
// as it was written; the rule decides which one is printed.
type DaysOff struct {
	Move DayMove `yaml:"move" vi:"Hạn cuối rơi vào ngày nghỉ thì: keep (giữ nguyên), before (lấy ngày làm việc liền trước) hoặc after (lấy ngày làm việc liền sau). Mặc định keep."`
	// BeforeIncludesDay reads "trước ngày D" so that D is the last permitted day; else it is the day before D.
	BeforeIncludesDay bool `yaml:"before_includes_day" vi:"true nếu cơ quan hiểu trước ngày D là gồm cả ngày D. Mặc định false: hạn cuối là ngày liền trước D."`
}

// A Signatory (người ký) with the authority (thẩm quyền ký) they sign by. NĐ 30 PL I, II.7.
type Signatory struct {
	ID   Value `yaml:"id,required" vi:"Mã, dùng trong signatories của kế hoạch."`
	Name Text  `yaml:"name,required" vi:"Họ và tên, không ghi học hàm, học vị."`
	Post Text  `yaml:"post,required" vi:"Chức vụ, chữ in hoa, ví dụ PHÓ CHỦ TỊCH."`
	// Authority is the forms used, in the order of the lines: [TM], [TM, KT], [TL], [TUQ], [Q], [TM, Q] or none.
	Authority []Authority `yaml:"authority" vi:"Thẩm quyền ký: TM (thay mặt), KT (ký thay), TL (thừa lệnh), TUQ (thừa ủy quyền), Q (quyền)."`
	// For is the post that KT., TL. or TUQ. stands before: "CHỦ TỊCH".
	For Text `yaml:"for" vi:"Chức vụ đứng sau KT., TL. hoặc TUQ., ví dụ CHỦ TỊCH."`
}

type (
	AgencyKind string // xa, phuong, dac-khu, huyen, tinh, bo, khac
	Authority  string // TM, KT, TL, TUQ, Q
	Strictness string // off, note, warning, error
	ToneMarks  string // old, new
	DayMove    string // keep, before, after
)
