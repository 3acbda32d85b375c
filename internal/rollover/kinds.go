package rollover

import "github.com/kehoach/kehoach/internal/diag"

// rule is a kind of entry: its reason, and what a person does about it.
func rule(id, vi, en, fixVI, fixEN string) *diag.Kind {
	return diag.Declare(&diag.Kind{ID: "next/" + id, Severity: diag.Warning, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}})
}

const (
	confirmVI = "sửa lại, hoặc giữ kèm lý do"
	confirmEN = "mend it, or keep it with a reason"
)

// What is moved by rule.
var (
	yearMoved       = rule("year", "năm của kế hoạch", "the plan's year", "", "")
	deadlineMoved   = rule("deadline", "thời hạn, kỳ báo cáo chuyển sang năm kế hoạch", "a deadline or reporting period goes with the plan's year", "", "")
	deadlineWithDay = rule("deadline", "chuyển theo năm kế hoạch; ngày cuối cùng: {weekday} {day}{off}", "goes with the plan's year; last day: {weekday} {day}{off}", "", "")
	emptied         = rule("number-date", "số, ngày ban hành do văn thư cấp lại", "number and date of issue are given anew", "", "")
	mergedName      = rule("merged", "đơn vị đã sắp xếp, ghi theo tên từ {since}", "the unit was merged; its name since {since}", "", "")
	refactored      = rule("refactored", "lời văn nay lấy từ dữ liệu của kế hoạch", "these words now come from the plan's data", "", "")
	answered        = rule("answered", "đã sửa khi xem lại", "changed in review", "", "")
)

// What a person must decide.
var (
	yearlyBasis  = rule("yearly-basis", "{document} là văn bản của năm {from}; tìm văn bản năm {year}: '{query}'", "{document} is of the year {from}; look for that of {year}: '{query}'", "thay bằng văn bản năm nay, "+confirmVI, "put this year's in its place, or keep it with a reason")
	unissued     = rule("unissued", "văn bản này dự kiến ban hành năm {from}", "this document was to be issued in {from}", "ghi số, ngày đã cấp, hoặc năm {year} nếu ban hành mới", "write the number and date it got, or {year} for a new one")
	ended        = rule("ended", "{document} hết hiệu lực từ {since}{successor}", "{document} ended on {since}{successor}", "thay bằng văn bản còn hiệu lực", "cite what is in force")
	periodOver   = rule("period", "thời kỳ này đã hết năm {last}, trước năm {year}", "this period ended in {last}, before {year}", "ghi thời kỳ mới, "+confirmVI, "write the new period, or keep it with a reason")
	figure       = rule("figure", "số liệu, chỉ tiêu của năm {from}", "a figure or target of {from}", "ghi số năm {year}, "+confirmVI, "write that of {year}, or keep it with a reason")
	person       = rule("person", "tên người: còn giữ chức vụ, nhiệm vụ này năm {year} không", "a person's name: still so in {year}?", confirmVI, confirmEN)
	district     = rule("district", "cấp huyện không còn từ 01/7/2025", "the district level ended on 01/7/2025", "ghi cơ quan của tỉnh hoặc của xã nay làm việc ấy", "name the body of province or commune that does it now")
	merged       = rule("unit", "{unit} đã sắp xếp từ {since}{today}", "{unit} was merged on {since}{today}", "ghi tên đơn vị hiện nay; next --apply-mergers làm việc này cho cả tệp", "write today's name; next --apply-mergers does so in the whole file")
	otherUnit    = rule("other-unit", "{unit}{about} không phải đơn vị ban hành kế hoạch này", "{unit}{about} is not the unit that issues this plan", confirmVI, confirmEN)
	severalUnits = rule("which-unit", "nhiều đơn vị mang tên này, nên chưa xét được tên đơn vị trong kế hoạch: {units}", "several units bear this name, so that no unit in the plan was judged: {units}", "ghi tỉnh vào tên (name) hoặc địa chỉ (address) trong tệp cơ quan, ví dụ: address: 'xã …, tỉnh …'", "tell the province in the agency file's name or address, for example: address: 'xã …, tỉnh …'")
	oldBody      = rule("body", "{body}", "{body}", "ghi tên cơ quan, chức danh hiện nay", "write today's name of the body or post")
	unsureYear   = rule("unsure-year", "năm này có chuyển theo kế hoạch năm {year} không", "does this year go with the plan of {year}?", confirmVI, confirmEN)
	baseYear     = rule("base-year", "năm gốc để so sánh, quyết toán: thường là năm liền trước năm kế hoạch", "the year to compare with or to account for: mostly the one before the plan's", confirmVI, confirmEN)
	factDay      = rule("fact-day", "ngày xảy ra hoặc bắt đầu của một việc: có chuyển theo năm {year} không", "the day on which something happened or began: does it go with {year}?", confirmVI, confirmEN)
	quotedYear   = rule("quoted-year", "năm nằm trong tên gọi đặt trong ngoặc kép", "the year stands in a name between quotes", confirmVI, confirmEN)
	theme        = rule("theme", "chủ đề, khẩu hiệu của năm {from}", "the theme or motto of {from}", "ghi chủ đề năm {year}, "+confirmVI, "write that of {year}, or keep it with a reason")
	targetOver   = rule("target-year", "mốc mục tiêu này đã qua trước khi năm {year} kết thúc", "this target's year is over before {year} ends", "ghi mốc mới, "+confirmVI, "write a new one, or keep it with a reason")
	lunarYear    = rule("lunar-year", "năm âm lịch", "a lunar year", confirmVI, confirmEN)
	anniversary  = rule("anniversary", "số năm kỷ niệm tăng theo năm", "the count of an anniversary grows with the year", confirmVI, confirmEN)
	rareCount    = rule("count", "lần thứ mấy: việc này không tổ chức hằng năm", "which one it is: this is not held every year", "ghi lần thứ của năm {year}, "+confirmVI, "write that of {year}, or keep it with a reason")
	weekdayDate  = rule("weekday", "ngày ghi kèm thứ: năm {year} rơi vào thứ khác", "a date with its weekday: in {year} it is another", "tính lại ngày", "reckon it anew")
	lunarDate    = rule("lunar-date", "ngày này đi theo âm lịch: năm {year} rơi vào ngày khác", "this day goes by the lunar calendar: in {year} it is another", "ghi ngày của năm {year}, "+confirmVI, "write that of {year}, or keep it with a reason")
	leapDay      = rule("leap-day", "năm {year} không có ngày 29/02", "{year} has no 29 February", "chọn ngày khác", "choose another day")
	unknownDays  = rule("days-off", "ngày cuối cùng {day}: {why}", "last day {day}: {why}", "xem lại thời hạn khi có lịch nghỉ chính thức", "look at the deadline when the days off are published")
	unanswered   = rule("unanswered", "dự thảo năm {from} đã hỏi chỗ này, chưa ai trả lời", "the draft of {from} asked about this, and nobody has answered", confirmVI, confirmEN)
	leftover     = rule("leftover", "còn sót năm {from} trong kế hoạch năm {year}", "{from} is left over in the plan of {year}", confirmVI, confirmEN)
	added        = rule("new", "mới trong kế hoạch năm trước, nay thêm vào bản này", "new in last year's plan, now put in here", confirmVI, confirmEN)
	markLeft     = rule("mark", "chú thích còn ghi XEM LẠI", "the comment still says XEM LẠI", "xem lại chỗ này rồi xóa chú thích", "look at this place, then delete the comment")
)

// What looks stale.
var (
	amended         = rule("amended", "{document} đã được sửa đổi, bổ sung bởi {by}", "{document} was amended by {by}", "kiểm tra nội dung viện dẫn", "check what is cited")
	citedPeriodOver = rule("cited-period", "thời kỳ trong trích yếu đã hết năm {last}", "the period in the subject ended in {last}", "tìm văn bản của thời kỳ mới", "look for the document of the new period")
	lastYear        = rule("last-year", "năm liền trước của kế hoạch cũ; số liệu, kết quả có thể đã có năm mới hơn", "the year before the old plan's; newer results may be there", confirmVI, confirmEN)
	superiorDue     = rule("superior-due", "hạn của cấp trên năm nay có thể khác", "the superior's own deadline may be another this year", "đối chiếu văn bản năm nay của cấp trên", "compare it with this year's document of the superior")
	missing         = rule("missing", "có trong kế hoạch năm trước, không có ở đây", "it is in last year's plan and not here", "thêm vào nếu cần", "put it in where it is needed")
	unmergeable     = rule("unmergeable", "không đưa được phần mới của kế hoạch năm trước vào: {reason}", "what is new in last year's plan can't be put in: {reason}", "so hai tệp bằng kehoach diff", "compare the two files with kehoach diff")
	signatory       = rule("signatory", "người ký ghi trong tệp cơ quan", "the signatory in the agency file", "kiểm tra họ tên, chức vụ trước khi trình ký", "check name and post before it is signed")
)

// What is left as it is.
var (
	cited         = rule("cited", "số, ngày, trích yếu của văn bản được viện dẫn giữ nguyên", "number, date and subject of a document cited stay", "", "")
	citedDistrict = rule("cited-district", "tên cơ quan khi ban hành, trước 01/7/2025", "the issuer's name of that day, before 01/7/2025", "", "")
	history       = rule("history", "việc đã qua", "a past fact", "", "")
	future        = rule("future", "mốc còn ở phía trước", "still to come", "", "")
	named         = rule("named", "năm nằm trong tên gọi", "the year is part of a name", "", "")
	periodGoesOn  = rule("period-goes-on", "thời kỳ còn tiếp tục", "the period goes on", "", "")
	settled       = rule("settled", "đã xem, dấu XEM LẠI đã bỏ", "looked at: the mark is gone", "", "")
	settledBy     = rule("kept", "giữ: {reason}", "kept: {reason}", "", "")
)

// Findings: why there is no draft.
var (
	noYear      = finding("no-year", "kế hoạch không ghi năm, nên không chuyển năm được", "the plan has no year to move from", "ghi period: {year: …}", "write period: {year: …}")
	notLater    = finding("not-later", "kế hoạch này đã là của năm {from}; năm {year} không ở sau", "this is a plan of {from}; {year} is not later", "ghi --year lớn hơn {from}", "give a --year later than {from}")
	notItsDraft = finding("not-its-draft", "tệp này không phải dự thảo năm {year} lập từ kế hoạch năm {from}; giữ nguyên", "this file is no draft of {year} made from the plan of {from}; it is kept", "ghi -o tên khác", "write another file with -o")
	refused     = finding("answer", "không ghi được câu trả lời này: {reason}", "this answer can't be written: {reason}", "trả lời lại, hoặc sửa trong tệp", "answer anew, or edit the file")
	broken      = finding("broken", "dự thảo không đọc lại được: {reason}", "the draft can't be read back: {reason}", "đây là lỗi của chương trình; xin báo lại kèm tệp đã dùng", "this is a fault of the program; please report it with the file you used")
)

func finding(id, vi, en, fixVI, fixEN string) *diag.Kind {
	k := rule(id, vi, en, fixVI, fixEN)
	k.Severity = diag.Error
	return k
}
