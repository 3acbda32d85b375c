package plan

// A Citation (viện dẫn) is a document that the plan refers to. NĐ 30 PL I, II.6b.
type Citation struct {
	ID   Value `yaml:"id,required" vi:"Mã; trong câu viết {{cite id}}."`
	Type Text  `yaml:"type,required" vi:"Tên loại: Kế hoạch, Quyết định, Luật, Nghị định, Kết luận …"`
	// Number is number and symbol, of the State's family (49/KH-UBND) or the Party's (1129-KL/HU); absent for a law. A blank
	// number of a document not yet issued is written "/KH-UBND".
	Number Value `yaml:"number" vi:"Số, ký hiệu: 49/KH-UBND, 1129-KL/HU. Chưa có số thì ghi /KH-UBND."`
	Date   Date  `yaml:"date" vi:"Ngày ban hành. Văn bản chưa ban hành thì ghi tháng/năm hoặc năm, phần còn lại để trống."`
	Issuer Text  `yaml:"issuer" vi:"Cơ quan ban hành: Chính phủ, UBND huyện …"`
	// Connector joins the subject to the rest: về, về việc, ban hành, quy định. Empty for a law, whose name follows its type.
	Connector Text `yaml:"connector" vi:"Từ nối trước trích yếu: về, về việc, ban hành, quy định …"`
	Subject   Text `yaml:"subject" vi:"Trích yếu, hoặc tên của luật."`
}

// A Mention is one place in a text where a citation stands: {{cite kh-49 full date=long issuer="UBND tỉnh" at="khoản 2"}}.
type Mention struct {
	Citation *Citation
	Form     MentionForm
	Date     DateForm
	Issuer   *string // other words for the issuer; "" leaves it out; nil takes the citation's
	Pinpoint string  // "điểm a khoản 2 Điều 5", printed before the document
	Literal  *string // printed instead of everything else, still linked
}

// MentionForm says how much of a citation is printed.
type MentionForm string

const (
	MentionAuto  MentionForm = ""      // full the first time in the document, short later
	MentionFull  MentionForm = "full"  // type, number, date, issuer, subject
	MentionShort MentionForm = "short" // type and number
	MentionName  MentionForm = "name"  // type and subject
)

// DateForm says how a date is printed.
type DateForm string

const (
	DateAsWritten DateForm = ""      // 08/3/2024
	DateLong      DateForm = "long"  // 08 tháng 3 năm 2024
	DateShort     DateForm = "short" // 08/3/2024
)
