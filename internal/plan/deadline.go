package plan

// A Deadline (thời hạn) says when, as data. Exactly one form is given; Wording may stand beside it.
type Deadline struct {
	ID  Value `yaml:"id" vi:"Mã; trong câu viết {{deadline id}}."`
	Use Value `yaml:"use" vi:"Mã (id) của thời hạn đã ghi ở nơi khác."`

	Date        Date  `yaml:"date" vi:"Vào ngày."`
	Before      Date  `yaml:"before" vi:"Trước ngày."`
	By          Date  `yaml:"by" vi:"Chậm nhất ngày."`
	From        Date  `yaml:"from" vi:"Từ ngày."`
	To          Date  `yaml:"to" vi:"Đến ngày."`
	WorkingDays Value `yaml:"working_days" vi:"Số ngày làm việc kể từ một sự kiện."`
	After       Text  `yaml:"after" vi:"Sự kiện ấy, ví dụ ngày nhận được văn bản."`

	Within  *Span `yaml:"within" vi:"Trong tháng, quý, nửa năm, 9 tháng hoặc năm."`
	In      *Span `yaml:"in" vi:"Vào tháng, quý … ấy."`
	EndOf   *Span `yaml:"by_end_of" vi:"Đến hết tháng, quý … ấy."`
	LastDay *Span `yaml:"last_working_day_of" vi:"Ngày làm việc cuối cùng của tháng, quý … ấy."`

	Every   Frequency `yaml:"every" vi:"Định kỳ: week, month, quarter, half-year hoặc year."`
	OnDay   Value     `yaml:"on_day" vi:"Ngày trong tháng của việc định kỳ, 1 đến 31."`
	Weekday Value     `yaml:"weekday" vi:"Thứ trong tuần của việc định kỳ: 2 đến 7, hoặc CN."`

	Standing Standing `yaml:"standing" vi:"Không có ngày: all-year (thường xuyên), as-regulated (theo quy định), on-request (khi có yêu cầu)."`
	// Wording is printed instead of the words made from the data.
	Wording Text `yaml:"wording" vi:"Lời văn in thay cho lời tự viết từ dữ liệu."`

	At Place `yaml:"-"`
}

// A Span (kỳ) is a stretch of a year. One of Month, Quarter, Half, Months is given, or Year alone; without Year the plan's.
type Span struct {
	Month   Value `yaml:"month" vi:"Tháng 1 đến 12."`
	Quarter Value `yaml:"quarter" vi:"Quý 1 đến 4."`
	Half    Value `yaml:"half" vi:"Nửa năm: 1 (6 tháng đầu năm) hoặc 2 (6 tháng cuối năm)."`
	Months  Value `yaml:"months" vi:"Số tháng đầu năm, ví dụ 9."`
	Year    Value `yaml:"year" vi:"Năm; bỏ trống thì năm của kế hoạch."`
}

type (
	Frequency string // week, month, quarter, half-year, year
	Standing  string // all-year, as-regulated, on-request
)
