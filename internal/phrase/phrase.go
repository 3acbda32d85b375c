// Package phrase finds in Vietnamese administrative prose what a careful clerk's eye stops at: documents cited, dates, periods,
// years, figures, persons, quoted words.
//
// In comes one paragraph in NFC; out come its phrases, in order, none over another, with byte offsets. A phrase may hold others
// (Inside): the subject of a cited document its years, quotes and further documents. It knows no plan, no YAML and no rule: it
// says "this is a year, in the subject of a document", and what to think of that is said elsewhere.
//
// The grammar, with what is optional in [ ] and Vietnamese words as they stand:
//
//	document = [type] ["số"] number [","] [date] ["của" issuer] [connector subject]     Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về …
//	         | ("Luật" | "Bộ luật" | "Pháp lệnh") name ["số" number] [date] ["của" issuer]  Luật Thực hiện dân chủ ở cơ sở năm 2022
//	         | ("Nghị quyết" | "Kết luận") ("Đại hội" | "Hội nghị" | "Trung ương") …        Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025
//	number   = digits "/" [year "/"] abbreviation {"-" abbreviation}                        59/2023/NĐ-CP, 10/2022/QH15
//	         | digits "-" abbreviation "/" abbreviation                                     1129-KL/HU
//	date     = ["ngày"] day "/" month ["/" year] | "ngày" day "tháng" month ["năm" year]
//	         | "tháng" month [("/" | "năm") year] | "quý" quarter [("/" | "năm") year]
//	period   = ["giai đoạn" | "nhiệm kỳ" | "năm học"] year "-" year | "từ" ["năm"] year "đến" ["năm"] year
//	year     = [part] "năm" year {"," year} | digits that can only be one                   06 tháng đầu năm 2024
//	quantity = figure ("%" | money | unit)                                                  từ 80% trở lên, 1,5 tỷ đồng, 09 thôn
//	duration = figure ("ngày" | "tuần" | "tháng" | "quý" | "năm" | …)                       03 ngày làm việc
//	division = ("Điều" | "khoản" | "điểm" | "Mục" | "Phụ lục" | …) number {division}        điểm a khoản 2 Điều 5
//	person   = ("ông" | "bà" | "đồng chí" | rank | degree | post) name ["-" post]            đồng chí Nguyễn Văn A - Chủ tịch
//
// A document's end is judged (subject.go): a sentence may go on behind the subject without any mark.
// Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6b (what a citation holds) and Phụ lục III (types of documents); the plans of
// real offices for the rest.
package phrase

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind is a sort of phrase.
type Kind int

const (
	Document    Kind = iota + 1 // văn bản được viện dẫn, by number or by name
	Date                        // ngày, tháng, quý: with or without its year
	Period                      // two years: giai đoạn, nhiệm kỳ, năm học
	Year                        // a year, or years in a row: năm 2024, 06 tháng đầu năm 2024
	LunarYear                   // Ất Tỵ, Xuân Ất Tỵ 2025
	Anniversary                 // 80 năm Ngày Quốc khánh: a count that grows by itself
	Quantity                    // tỷ lệ, số tiền, số lượng: what a target is made of
	Duration                    // thời hạn: 03 ngày làm việc, 6 tháng, 01 năm
	Division                    // khoản 2 Điều 5, Mục II, Phụ lục I
	Person                      // ông, bà, đồng chí, with name
	Quote                       // words between quotation marks
)

var kindNames = [...]string{"", "document", "date", "period", "year", "lunar-year", "anniversary", "quantity", "duration",
	"division", "person", "quote"}

// String is the English word that golden files show.
func (k Kind) String() string { return kindNames[k] }

// A Span is a stretch of the text in bytes. The zero Span says that the part is missing.
type Span struct{ From, To int }

// Given tells whether the part is there.
func (s Span) Given() bool { return s.To > s.From }

// Whole tells whether the stretch neither begins nor ends inside a word of its text.
func (s Span) Whole(text string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.From])
	after, _ := utf8.DecodeRuneInString(text[s.To:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// In is the part as it is written in the text it was found in.
func (s Span) In(text string) string { return text[s.From:s.To] }

// A Phrase is one find. Of the details only those of its kind are set.
type Phrase struct {
	Kind Kind
	Span
	// Years are all the years that stand in it, in order: of a date its own, of a document those of its date and its subject.
	Years []YearAt
	// Inside are the phrases in a document's subject (or name) and between a quote's marks.
	Inside []Phrase

	Name     Span     // of a LunarYear: its stem and branch
	Document *Cited   // of a Document
	Date     *Day     // of a Date
	Period   Stretch  // of a Period
	Quantity *Figure  // of a Quantity, a Duration or an Anniversary
	Person   *Someone // of a Person
}

// A YearAt is a year of four digits and where they stand.
type YearAt struct {
	Span
	Year  int
	Sense Sense
	// Clue is the stretch whose words told the sense; missing where nothing did.
	Clue Span
}

// String is the year in digits.
func (y YearAt) String() string { return strconv.Itoa(y.Year) }

// A Sense is what a year is spoken of as.
type Sense int

const (
	Plain      Sense = iota // the year that the sentence speaks of: năm 2024, trong năm 2024
	Past                    // thành lập năm 1975, trước năm 2020, so với năm 2023, năm 2023 đã, ra mắt ngày 01/7/2024
	Since                   // từ năm 2015, kể từ năm 2025, kể từ ngày 01/3/2024
	Outcome                 // kết quả năm 2023, tổng kết năm 2024: past or to come, as the plan's own year says
	Target                  // đến năm 2030, tầm nhìn 2045
	Named                   // part of a name in history: Chiến dịch Hồ Chí Minh năm 1975
	Lunar                   // beside the name of a lunar year: Ất Tỵ 2025
	Start                   // the first year of a period
	End                     // its last year
	InDate                  // of a date of day, month or quarter of which nothing tells more
	InDocument              // in a document's date, number, name or subject
)

var senseNames = [...]string{"plain", "past", "since", "outcome", "target", "named", "lunar", "start", "end", "in-date", "in-document"}

// String is the English word that golden files show.
func (s Sense) String() string { return senseNames[s] }

// A Cited is a document that the text refers to, in the parts that the decree asks for (NĐ 30 PL I, II.6b).
type Cited struct {
	Type      Span // tên loại: Kế hoạch, Bộ luật; missing where only a number stands
	So        Span // the word "số"
	Number    Span // số, ký hiệu, as written
	Date      Span // ngày ban hành, with the word "ngày" or "năm"
	Issuer    Span // cơ quan ban hành, without "của"
	Connector Span // về, về việc, ban hành, quy định …
	Subject   Span // trích yếu; of a law, its name
	// MayGoOn is the clause behind a document that could as well be a part of its subject: behind a semicolon at which the subject
	// was judged to end, or right behind a document without one. What stands there is not safely outside the citation.
	MayGoOn Span
	// Symbol is the number without blanks and with plain hyphens: "61/2023/NĐ-CP" where "61/2023/NĐ- CP" stands. "/KH-UBND"
	// belongs to a document that has no number yet.
	Symbol string
	Family Family
	Day    Day // the date in figures; zero where it is missing
}

// A Family is one of the two ways in which documents are numbered.
type Family int

const (
	NoFamily Family = iota // no number
	State                  // 49/KH-UBND
	Party                  // 1129-KL/HU
)

var familyNames = [...]string{"none", "state", "party"}

// String is the English word that golden files show.
func (f Family) String() string { return familyNames[f] }

// A Day is a date in figures; what is 0 was not said.
type Day struct {
	Day, Month, Quarter, Year int
	Lunar                     bool // âm lịch
}

// A Stretch is what a period is called.
type Stretch int

const (
	Bare   Stretch = iota // 2021-2025, từ năm 2021 đến năm 2025
	Stage                 // giai đoạn
	Term                  // nhiệm kỳ
	School                // năm học
)

var stretchNames = [...]string{"bare", "stage", "term", "school"}

// String is the English word that golden files show.
func (s Stretch) String() string { return stretchNames[s] }

// A Figure is a number with what it counts.
type Figure struct {
	Number Span // the figures or words
	Unit   Span // what follows them: %, đồng, hộ, ngày làm việc
	Sort   Sort
	Value  float64 // 1500000000 for "1,5 tỷ đồng"; of a range ("5-7 hộ") its beginning
}

// A Sort is what a figure measures.
type Sort int

const (
	Count   Sort = iota // 09 thôn, 15/15 thôn, 02 lớp
	Percent             // 80%, 0,2‰
	Money               // 12.000.000 đồng
	Measure             // 35 km
	Time                // of a Duration or an Anniversary
)

var sortNames = [...]string{"count", "percent", "money", "measure", "time"}

// String is the English word that golden files show.
func (s Sort) String() string { return sortNames[s] }

// A Someone is a person named in the text.
type Someone struct {
	Form   Span // ông, bà, đồng chí, Thiếu tá, cô giáo; missing behind a post
	Degree Span // ThS., TS., BS.
	Name   Span
	Post   Span // the post told behind the name
}

// Find returns the phrases of a paragraph. Time grows with its length only.
func Find(text string) []Phrase {
	shouting := strings.IndexFunc(text, unicode.IsLower) < 0
	s := scanner{text: text, tokens: tokens(text, shouting), shouting: shouting}
	s.end = len(s.tokens)
	return s.find(0)
}
