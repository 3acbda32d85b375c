// Package plan is a plan (kế hoạch) as data: its types, its reader and its references.
//
// Load reads plan.yaml and the agency files it names, bounded and checked, and returns a Plan in which every id is bound to
// what it names, or findings with file, line and column. The types of this package are the plan language, version 1: their
// `yaml` tags are its keys, their `vi` tags its manual, and Schema writes both out as the JSON Schema in schema/. Every value
// keeps the place where it was written; nothing is corrected, and numbers and dates keep their written text.
// A Plan never changes after Load. This package knows positions and references; it knows no template, layout or output.
package plan

// Version is the plan language that this program reads: the value of the key `kehoach`.
const Version = 1

// A Plan (kế hoạch) is one document as data. Its keys stand in the order in which the page shows them.
type Plan struct {
	Version Value `yaml:"kehoach,required" vi:"Phiên bản của ngôn ngữ kế hoạch: luôn là 1."`

	// Edition is which issue of a model plan this is; FromModel, of a unit's own plan, which model it was made from.
	Edition   Value   `yaml:"edition" vi:"Lần ban hành của kế hoạch mẫu, ví dụ \"2\"; ghi vào kế hoạch của từng đơn vị."`
	FromModel *Origin `yaml:"from_model" vi:"Kế hoạch mẫu mà kế hoạch này được lập từ đó; kehoach batch tự ghi."`

	// Agency names the agency file of the plan, relative to the plan's own file; Agencies those of a joint plan, the one that
	// keeps the number first. Exactly one of the two is given.
	Agency   Value   `yaml:"agency" vi:"Tệp cơ quan ban hành, tính từ tệp kế hoạch này, ví dụ ../agency.yaml."`
	Agencies []Value `yaml:"agencies" vi:"Các tệp cơ quan của kế hoạch liên tịch; cơ quan cho số đứng đầu."`

	Period Period `yaml:"period,required" vi:"Thời kỳ của kế hoạch: một năm, một quý, một năm học hoặc từ ngày đến ngày."`
	Number Value  `yaml:"number" vi:"Số của văn bản, ví dụ \"05\". Bỏ trống thì văn thư điền sau."`
	Date   Date   `yaml:"date" vi:"Ngày ban hành, ví dụ 05/01/2026. Bỏ trống thì để trống ngày và tháng."`
	// IssuedUnder is the id of the citation of the decision (quyết định) that the plan is issued with. Such a plan has no
	// number, recipients or signature of its own.
	IssuedUnder Value `yaml:"issued_under" vi:"Mã (id) của quyết định mà kế hoạch được ban hành kèm theo."`

	Urgency     Urgency     `yaml:"urgency" vi:"Mức độ khẩn: khan, thuong-khan hoặc hoa-toc."`
	Circulation Circulation `yaml:"circulation" vi:"Phạm vi lưu hành: xem-xong-tra-lai hoặc luu-hanh-noi-bo."`
	Draft       bool        `yaml:"draft" vi:"true nếu là dự thảo: in chữ DỰ THẢO."`

	// Title (trích yếu) stands under KẾ HOẠCH; each of its lines is one on the page, a line too long is broken.
	Title Text `yaml:"title,required" vi:"Trích yếu nội dung. Xuống dòng ở đâu thì trang in xuống dòng ở đó."`

	Citations []*Citation `yaml:"citations" vi:"Các văn bản được viện dẫn; trong câu viết {{cite id}}."`
	Bases     []Text      `yaml:"bases" vi:"Các căn cứ, mỗi căn cứ một dòng: Căn cứ …, Thực hiện …, Theo …, Xét …"`
	Opening   Text        `yaml:"opening" vi:"Lời mở đầu, trước mục I."`

	Roles     []*Role     `yaml:"roles" vi:"Các đơn vị, cá nhân thực hiện và nhiệm vụ của họ."`
	Deadlines []*Deadline `yaml:"deadlines" vi:"Các thời hạn dùng trong câu: {{deadline id}}."`
	Reports   []*Report   `yaml:"reports" vi:"Các báo cáo phải gửi."`

	Numbering   Numbering   `yaml:"numbering" vi:"Cách đánh số: traditional (I. 1. a) -) hoặc decimal (1. 1.1. -). Mặc định traditional."`
	Particulars Particulars `yaml:"particulars" vi:"In thời hạn, chủ trì, phối hợp, kết quả của nội dung: lines (dưới nội dung), table (chỉ trong bảng phụ lục), both. Mặc định lines."`
	Sections    []*Section  `yaml:"sections,required" vi:"Các mục của kế hoạch, theo thứ tự trên trang."`
	Closing     Text        `yaml:"closing" vi:"Lời kết; dấu ./. được thêm một lần."`

	Recipients []*Recipient `yaml:"recipients" vi:"Nơi nhận. Bỏ trống thì lấy của cơ quan."`
	Archive    *Archive     `yaml:"archive" vi:"Dòng Lưu: đơn vị và số bản."`
	// Signatories are ids of signatories (người ký) in the agency files; the agency's first one when absent.
	Signatories []Value `yaml:"signatories" vi:"Mã (id) người ký trong tệp cơ quan. Bỏ trống thì lấy người đầu tiên."`

	Appendices []*Appendix `yaml:"appendices" vi:"Các phụ lục."`
	// Values are variables of the plan's own, used in text as {{name}}; --set and --values replace them.
	Values []*Variable `yaml:"values" vi:"Giá trị riêng của kế hoạch, dùng trong câu là {{tên}}."`

	Issuers []*Agency         `yaml:"-"` // the agencies read from Agency or Agencies, in that order
	Given   map[string]string `yaml:"-"` // the caller's values, of Options or With
	File    *Source           `yaml:"-"`
	Under   *Source           `yaml:"-"` // the model's file, where Override has laid a unit's over it; else nil

	index *index
	model *model
	own   *overlay // the unit's file, where Override has laid it over the model's; else nil
}

// An Origin names the model (kế hoạch mẫu) of a unit's own plan.
type Origin struct {
	File    Value `yaml:"file,required" vi:"Tên tệp kế hoạch mẫu."`
	Edition Value `yaml:"edition" vi:"Lần ban hành của kế hoạch mẫu."`
	Digest  Value `yaml:"sha256,required" vi:"SHA-256 của tệp kế hoạch mẫu."`
}

// A Period (thời kỳ) is the time a plan is for. Exactly one form is given: Year; Quarter with Year; SchoolYear; From and To.
type Period struct {
	Year       Value `yaml:"year" vi:"Năm kế hoạch, ví dụ 2026."`
	Quarter    Value `yaml:"quarter" vi:"Quý 1, 2, 3 hoặc 4 của năm ấy."`
	SchoolYear Value `yaml:"school_year" vi:"Năm học, ví dụ 2025-2026."`
	From       Date  `yaml:"from" vi:"Từ ngày."`
	To         Date  `yaml:"to" vi:"Đến ngày."`
}

// A Section (mục) is a numbered division with a heading. What it holds is printed in the order of the fields below; a plan
// that wants another order has more sections.
type Section struct {
	ID      Value `yaml:"id" vi:"Mã để tham chiếu."`
	Heading Text  `yaml:"heading" vi:"Tiêu đề mục, đúng như in. Bỏ trống thì theo nội dung: MỤC ĐÍCH, YÊU CẦU; NỘI DUNG THỰC HIỆN; TỔ CHỨC THỰC HIỆN; KINH PHÍ THỰC HIỆN; CHẾ ĐỘ BÁO CÁO."`
	Text    Text  `yaml:"text" vi:"Lời văn. Mỗi dòng (cách nhau bằng dòng trống khi câu dài nhiều dòng) là một đoạn; đoạn bắt đầu bằng - hoặc + là gạch đầu dòng."`

	Purposes     []*Item  `yaml:"purposes" vi:"Mục đích."`
	Requirements []*Item  `yaml:"requirements" vi:"Yêu cầu. Có cả hai thì in thành 1. Mục đích và 2. Yêu cầu."`
	Items        []*Item  `yaml:"items" vi:"Các nội dung."`
	DutiesOf     []Value  `yaml:"duties_of" vi:"Mã (id) của các đơn vị, cá nhân có nhiệm vụ in ở mục này, theo thứ tự."`
	Reports      []Value  `yaml:"reports" vi:"Mã (id) của các báo cáo liệt kê ở mục này."`
	Funding      *Funding `yaml:"funding" vi:"Kinh phí."`

	After Text `yaml:"after" vi:"Lời văn sau các nội dung của mục."`

	When  *Condition `yaml:"when" vi:"Chỉ có trong kế hoạch của những đơn vị thỏa mọi điều kiện, ví dụ {kind: phuong} hoặc {ven_bien: [co, mot-phan]}."`
	Model Lock       `yaml:"model" vi:"Đơn vị được sửa phần này không: locked (không), open (được), choice (phải chọn). Phần bên trong theo phần bên ngoài."`

	At Place `yaml:"-"`
}

// An Item (khoản, điểm) is a numbered piece of a section: a content item, a purpose, a requirement or a duty. Items nest.
type Item struct {
	ID      Value   `yaml:"id" vi:"Mã để tham chiếu."`
	Mark    Mark    `yaml:"mark" vi:"Dấu đầu dòng thay cho số của cấp: number, dash (-), plus (+) hoặc none."`
	Heading Text    `yaml:"heading" vi:"Tiêu đề, in đậm trên dòng riêng, đúng như viết (cả dấu hai chấm)."`
	Text    Text    `yaml:"text" vi:"Lời văn; mỗi dòng là một đoạn."`
	Items   []*Item `yaml:"items" vi:"Các nội dung nhỏ hơn."`
	After   Text    `yaml:"after" vi:"Lời văn sau các nội dung nhỏ hơn."`

	Serves   []Value   `yaml:"serves" vi:"Mã (id) của mục đích mà nội dung này phục vụ."`
	Role     Value     `yaml:"role" vi:"Mã (id) của đơn vị chủ trì."`
	Support  []Value   `yaml:"support" vi:"Mã (id) của các đơn vị phối hợp."`
	Deadline *Deadline `yaml:"deadline" vi:"Thời hạn."`
	Output   Text      `yaml:"output" vi:"Kết quả, sản phẩm."`
	Funding  *Amount   `yaml:"funding" vi:"Kinh phí của nội dung."`

	// Target is the number that is handed down to each unit (chỉ tiêu giao); SuperiorDue the superior's own deadline.
	Target      *Target `yaml:"target" vi:"Chỉ tiêu giao cho đơn vị."`
	SuperiorDue Date    `yaml:"superior_due" vi:"Hạn của cấp trên."`

	When  *Condition `yaml:"when" vi:"Chỉ có trong kế hoạch của những đơn vị thỏa mọi điều kiện, ví dụ {kind: phuong} hoặc {ven_bien: [co, mot-phan]}."`
	Model Lock       `yaml:"model" vi:"Đơn vị được sửa phần này không: locked (không), open (được), choice (phải chọn). Phần bên trong theo phần bên ngoài."`

	At Place `yaml:"-"`
}

// A Target (chỉ tiêu) is a number that a unit must reach. In a model its value is a variable, so that each unit has its own.
type Target struct {
	Value Text  `yaml:"value,required" vi:"Con số giao, ví dụ \"{{so_thon_dat}}\" hoặc 12."`
	Unit  Text  `yaml:"unit" vi:"Đơn vị tính: thôn, %, triệu đồng …"`
	Total Value `yaml:"total" vi:"Tổng số giao cho tất cả đơn vị; kehoach batch đối chiếu."`
}

// A Role (đơn vị, cá nhân thực hiện) carries items and has duties.
type Role struct {
	ID      Value   `yaml:"id,required" vi:"Mã, dùng trong role, support, duties_of."`
	Name    Text    `yaml:"name,required" vi:"Tên đầy đủ."`
	Heading Text    `yaml:"heading" vi:"Tiêu đề khi in nhiệm vụ, nếu khác tên."`
	Text    Text    `yaml:"text" vi:"Lời văn trước các nhiệm vụ."`
	Duties  []*Item `yaml:"duties" vi:"Nhiệm vụ; không đánh số trừ khi có mark."`
	Carries []Value `yaml:"carries" vi:"Mã (id) của các nội dung mà đơn vị thực hiện, ngoài những nội dung đã ghi role."`

	Model Lock `yaml:"model" vi:"Đơn vị được sửa phần này không: locked, open hoặc choice."`
}

// A Report (báo cáo) is owed to a receiver by a day.
type Report struct {
	ID          Value     `yaml:"id,required" vi:"Mã của báo cáo."`
	Name        Text      `yaml:"name,required" vi:"Tên báo cáo, ví dụ Báo cáo 06 tháng đầu năm."`
	Period      *Span     `yaml:"period" vi:"Kỳ báo cáo."`
	To          Text      `yaml:"to" vi:"Nơi nhận báo cáo."`
	Through     Text      `yaml:"through" vi:"Gửi qua, ví dụ Phòng Nội vụ."`
	Role        Value     `yaml:"role" vi:"Mã (id) của đơn vị lập báo cáo."`
	Deadline    *Deadline `yaml:"deadline,required" vi:"Thời hạn gửi."`
	SuperiorDue Date      `yaml:"superior_due" vi:"Hạn của cấp trên."`
}

// Funding (kinh phí) is prose, amounts, or both; totals are computed.
type Funding struct {
	Text    Text      `yaml:"text" vi:"Lời văn về kinh phí."`
	Amounts []*Amount `yaml:"amounts" vi:"Các khoản kinh phí; tổng được tính và viết bằng chữ."`
	OfItems bool      `yaml:"of_items" vi:"true nếu tổng gồm cả kinh phí ghi ở các nội dung."`
}

// An Amount (khoản kinh phí) is money in đồng with its source.
type Amount struct {
	Name   Text  `yaml:"name" vi:"Nội dung chi."`
	Amount Value `yaml:"amount,required" vi:"Số tiền, đồng: 15000000 hoặc 15.000.000."`
	Source Text  `yaml:"source" vi:"Nguồn kinh phí."`
}

// A Recipient (nơi nhận) is one line under "Nơi nhận:".
type Recipient struct {
	To   Text `yaml:"to,required" vi:"Tên nơi nhận; dấu - ở đầu và ; ở cuối được thêm khi in."`
	Note Text `yaml:"note" vi:"Ghi chú trong ngoặc, ví dụ báo cáo, phối hợp."`

	When *Condition `yaml:"when" vi:"Chỉ có trong kế hoạch của những đơn vị thỏa mọi điều kiện."`
}

// Archive (lưu) is the last recipient. NĐ 30 PL I, II.9d.
type Archive struct {
	Units   []Text `yaml:"units" vi:"Nơi lưu, ví dụ VT, VHXH. Mặc định VT."`
	Drafter Text   `yaml:"drafter" vi:"Ký hiệu người soạn thảo."`
	Copies  Value  `yaml:"copies" vi:"Số bản phát hành, ví dụ 15."`
}

// An Appendix (phụ lục) has pages of its own, numbered for itself. NĐ 30 PL I, III.1.
type Appendix struct {
	ID        Value      `yaml:"id,required" vi:"Mã; trong câu viết {{appendix id}}."`
	Title     Text       `yaml:"title,required" vi:"Tên phụ lục, chữ in hoa."`
	Landscape bool       `yaml:"landscape" vi:"true nếu trang nằm ngang."`
	Separate  bool       `yaml:"separate" vi:"true nếu phụ lục là tệp riêng."`
	Text      Text       `yaml:"text" vi:"Lời văn."`
	Sections  []*Section `yaml:"sections" vi:"Các mục của phụ lục."`
	Table     *Table     `yaml:"table" vi:"Bảng có sẵn nội dung."`
	// Assignments is the table made from the items: who does what by when.
	Assignments *Assignments `yaml:"assignments" vi:"Bảng phân công, lập từ các nội dung của kế hoạch."`
	After       Text         `yaml:"after" vi:"Lời văn sau bảng."`

	When  *Condition `yaml:"when" vi:"Chỉ có trong kế hoạch của những đơn vị thỏa mọi điều kiện, ví dụ {kind: phuong} hoặc {ven_bien: [co, mot-phan]}."`
	Model Lock       `yaml:"model" vi:"Đơn vị được sửa phần này không: locked (không), open (được), choice (phải chọn). Phần bên trong theo phần bên ngoài."`
}

// A Table (bảng) is written cell by cell. A cell "<" continues the cell to its left, "^" the one above.
type Table struct {
	Columns []*Column `yaml:"columns,required" vi:"Các cột."`
	Rows    [][]Text  `yaml:"rows,required" vi:"Các hàng; mỗi hàng là các ô. Ô ghi < thì gộp với ô bên trái, ^ thì gộp với ô bên trên."`
}

// A Column (cột) of a table written cell by cell.
type Column struct {
	Heading Text  `yaml:"heading,required" vi:"Tiêu đề cột."`
	Width   Value `yaml:"width" vi:"Bề rộng, mm. Bỏ trống thì chia đều phần còn lại."`
	Align   Align `yaml:"align" vi:"Căn lề: left, center, right hoặc justify. Mặc định left."`
}

// Assignments describes the table made from the items.
type Assignments struct {
	Columns []*AssignmentColumn `yaml:"columns" vi:"Các cột; bỏ trống thì đủ sáu cột."`
	Of      []Value             `yaml:"of" vi:"Mã (id) của các mục lấy nội dung; bỏ trống thì mọi mục có nội dung."`
	Grouped bool                `yaml:"grouped" vi:"true nếu nhóm các hàng theo mục."`
}

// An AssignmentColumn is one column of that table.
type AssignmentColumn struct {
	Shows   ColumnValue `yaml:"shows,required" vi:"Cột in gì: number (STT), item (nội dung), role (đơn vị chủ trì), support (đơn vị phối hợp), deadline (thời hạn), output (sản phẩm), funding (kinh phí)."`
	Heading Text        `yaml:"heading" vi:"Tiêu đề cột, nếu khác mặc định."`
	Width   Value       `yaml:"width" vi:"Bề rộng, mm."`
	Align   Align       `yaml:"align" vi:"Căn lề."`
}

// A Variable is a named value.
type Variable struct {
	Name  Value `yaml:"name,required" vi:"Tên, chữ cái không dấu, số và _."`
	Value Text  `yaml:"value,required" vi:"Giá trị."`
}

// The closed sets of words that a plan may use. Each is written as it stands in the file; "" is absence.
type (
	Urgency     string // khan, thuong-khan, hoa-toc. NĐ 30 PL I, III.2b
	Circulation string // xem-xong-tra-lai, luu-hanh-noi-bo. NĐ 30 PL I, III.2c
	Numbering   string // traditional, decimal
	Particulars string // lines, table, both
	Mark        string // number, dash, plus, none
	Align       string // left, center, right, justify
	Lock        string // locked, open, choice
	ColumnValue string // number, item, role, support, deadline, output, funding
)
