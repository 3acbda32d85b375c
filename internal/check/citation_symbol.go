package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

var abbreviation = &Rule{
	Kind: diag.Kind{ID: "citation/abbreviation", Severity: diag.Warning, Clause: "NĐ 30 PL III, I",
		Message: diag.Words{VI: "{document}: chữ viết tắt {given} không phải của {kind}", EN: "{document}: {given} is not the abbreviation of {kind}"},
		Fix:     diag.Words{VI: "{kind} viết tắt là {right}; kiểm tra tên loại và số, ký hiệu", EN: "{kind} is abbreviated {right}; check type and number"}},
	Title:  diag.Words{VI: "Chữ viết tắt trong ký hiệu khớp với tên loại", EN: "The number's abbreviation fits the type"},
	Reason: diag.Words{VI: "Ký hiệu gồm chữ viết tắt tên loại theo bảng của Phụ lục III; khác tên loại thì tên loại hoặc số đã ghi nhầm.", EN: "A number holds the abbreviation of the type, by the table of annex III; if they differ, one of them is wrong."},
	Wrong:  `Thực hiện Kế hoạch số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về cải cách hành chính.`,
	Right:  `Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về cải cách hành chính.`,
	whole: eachTold(func(l *Look, d *document) {
		kind := strings.ToLower(d.kind)
		given, right := symbolParts(d).kind, abbreviationsOf[kind]
		if suffix := misspeltSuffix(symbolParts(d).issuer); suffix != "" && slices.Contains(right, given) {
			l.suffix(d, symbolParts(d).issuer, suffix)
			return
		}
		if given == "" || kind != letter && right == nil || slices.Contains(right, given) {
			return
		}
		if _, others := typeOf[given]; !others && !(right != nil && vi.Slug(given) == vi.Slug(right[0])) && !(d.law() && symbolParts(d).year != "") {
			return
		}
		f := d.report(l, number(d), "given", given, "kind", d.kind, "right", strings.Join(right, ", "))
		if kind == letter {
			f.Kind = f.Kind.Saying("right", diag.Words{VI: "không có chữ viết tắt", EN: "not"})
		}
	}),
}

// suffix reports the abbreviation of an issuer that is written wrong.
func (l *Look) suffix(d *document, given, right string) {
	f := d.report(l, number(d), "given", given, "kind", d.kind, "right", right)
	f.Kind = f.Kind.Saying("kind", diag.Words{VI: "cơ quan ban hành", EN: "any issuer"})
}

// letter (công văn) has no abbreviation: NĐ 30 PL I, II.3b.
const letter = "công văn"

// abbreviationsOf are the abbreviations of types of documents (NĐ 30 PL III, I), then those of documents of law and of the Party.
var abbreviationsOf = map[string][]string{
	"nghị quyết": {"NQ", "QH", "UBTVQH"}, "quyết định": {"QĐ"}, "chỉ thị": {"CT"}, "quy chế": {"QC"}, "quy định": {"QyĐ", "QĐ", "QĐi"}, "thông cáo": {"TC"},
	"thông báo": {"TB"}, "hướng dẫn": {"HD"}, "chương trình": {"CTr"}, "kế hoạch": {"KH"}, "phương án": {"PA"}, "đề án": {"ĐA"}, "dự án": {"DA"},
	"báo cáo": {"BC"}, "tờ trình": {"TTr"}, "công điện": {"CĐ"},
	"nghị định": {"NĐ"}, "thông tư": {"TT", "TTLT"}, "kết luận": {"KL"},
	"luật": {"QH"}, "bộ luật": {"QH"}, "pháp lệnh": {"PL", "UBTVQH"},
}

// typeOf is the type that an abbreviation stands for.
var typeOf = func() map[string]string {
	types := map[string]string{}
	for kind, list := range abbreviationsOf {
		types[list[0]] = kind
	}
	return types
}()

var issuerSymbol = &Rule{
	Kind: diag.Kind{ID: "citation/issuer", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.3b",
		Message: diag.Words{VI: "{document} không phải của {issuer}: ký hiệu {suffix} là của {body}", EN: "{document} is not of {issuer}: {suffix} stands for {body}"},
		Fix:     diag.Words{VI: "kiểm tra cơ quan ban hành và số, ký hiệu", EN: "check issuer and number"}},
	Title:  diag.Words{VI: "Chữ viết tắt cơ quan trong ký hiệu khớp với cơ quan ban hành", EN: "The number's abbreviation fits the issuer"},
	Reason: diag.Words{VI: "Ký hiệu kết thúc bằng chữ viết tắt cơ quan hoặc chức danh ban hành; khác cơ quan được nêu thì một trong hai đã ghi nhầm.", EN: "A number ends with the abbreviation of who issued it; if another is named, one of them is wrong."},
	Wrong:  `Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của UBND tỉnh về tăng cường công tác dân vận.`,
	Right:  `Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tăng cường công tác dân vận.`,
	whole: eachTold(func(l *Look, d *document) {
		suffix := symbolParts(d).issuer
		if d.law() {
			suffix = symbolParts(d).kind
		}
		named := slices.IndexFunc(issuers, func(i issuing) bool { return i.name.MatchString(d.issuer) })
		meant := slices.IndexFunc(issuers, func(i issuing) bool { return i.suffix != "" && i.suffix == suffix })
		if named < 0 || meant < 0 || issuers[named].suffix == "" || issuers[named].suffix == suffix {
			return
		}
		part := phrase.Span{}
		if c := d.written; c != nil {
			part = phrase.Span{From: min(c.Number.From, c.Issuer.From), To: max(c.Number.To, c.Issuer.To)}
			if c.Type.Given() {
				part.From = min(part.From, c.Type.From)
			}
		}
		d.report(l, part, "issuer", d.issuer, "suffix", suffix, "body", issuers[meant].body)
	}),
}

// An issuing is a body that issues documents and its abbreviation in their numbers; without one where it has another of its own.
type issuing struct {
	name         *pattern.Pattern
	suffix, body string
}

// issuers are tried in this order: Thủ tướng Chính phủ before Chính phủ.
var issuers = []issuing{
	{pattern.Of(`(?i)^(?:văn phòng|ban chỉ đạo|ban (?:tuyên giáo|dân vận|tổ chức|nội chính|pháp chế|kinh tế|văn hóa)|ủy ban kiểm tra|bộ trưởng|chủ tịch nước|đại hội|đoàn|liên|phòng|sở)`), "", ""},
	{pattern.Of(`(?i)^(?:ủy|uỷ) ban thường vụ quốc hội`), "UBTVQH", "Ủy ban Thường vụ Quốc hội"},
	{pattern.Of(`(?i)^quốc hội`), "QH", "Quốc hội"},
	{pattern.Of(`(?i)thủ tướng`), "TTg", "Thủ tướng Chính phủ"},
	{pattern.Of(`(?i)chính phủ`), "CP", "Chính phủ"},
	{pattern.Of(`(?i)h[ộọ]i đồng nhân dân|hđnd`), "HĐND", "Hội đồng nhân dân"},
	{pattern.Of(`(?i)[ủu][ỷy] ban nhân dân|ubnd`), "UBND", "Ủy ban nhân dân"},
	{pattern.Of(`(?i)tỉnh [ủu][ỷy]|thành [ủu][ỷy]|thị [ủu][ỷy]`), "TU", "Tỉnh ủy (Thành ủy, Thị ủy)"},
	{pattern.Of(`(?i)huyện [ủu][ỷy]`), "HU", "Huyện ủy"},
	{pattern.Of(`(?i)đảng [ủu][ỷy]`), "ĐU", "Đảng ủy"},
	{pattern.Of(`(?i)bộ chính trị|ban bí thư|ban chấp hành trung ương`), "TW", "Trung ương Đảng"},
	{pattern.Of(`(?i)^bộ nội vụ`), "BNV", "Bộ Nội vụ"},
	{pattern.Of(`(?i)^bộ tài chính`), "BTC", "Bộ Tài chính"},
	{pattern.Of(`(?i)^bộ tư pháp`), "BTP", "Bộ Tư pháp"},
	{pattern.Of(`(?i)^bộ y tế`), "BYT", "Bộ Y tế"},
	{pattern.Of(`(?i)^bộ công an`), "BCA", "Bộ Công an"},
	{pattern.Of(`(?i)^bộ quốc phòng`), "BQP", "Bộ Quốc phòng"},
	{pattern.Of(`(?i)^bộ xây dựng`), "BXD", "Bộ Xây dựng"},
	{pattern.Of(`(?i)^bộ công thương`), "BCT", "Bộ Công Thương"},
	{pattern.Of(`(?i)^bộ giáo dục và đào tạo`), "BGDĐT", "Bộ Giáo dục và Đào tạo"},
	{pattern.Of(`(?i)^bộ khoa học và công nghệ`), "BKHCN", "Bộ Khoa học và Công nghệ"},
	{pattern.Of(`(?i)^bộ nông nghiệp và môi trường`), "BNNMT", "Bộ Nông nghiệp và Môi trường"},
}

// misspeltSuffix is the abbreviation of an issuer that was meant by another: in other capitals or marks, or two letters of which changed
// places. "" where it is right, or where more than one could be meant.
func misspeltSuffix(suffix string) string {
	first, rest, _ := strings.Cut(suffix, "-")
	for _, right := range [...]string{"CP", "TTg", "UBND", "HĐND"} {
		switch {
		case first == right:
			return ""
		case vi.Slug(first) == vi.Slug(right), right == "UBND" && slipsOfUBND[first]:
			if rest != "" {
				return right + "-" + rest
			}
			return right
		}
	}
	return ""
}

// slipsOfUBND are what fingers make of it.
var slipsOfUBND = set("UBDN UBNN UNBD UBN UND UNND")

// A symbol is a number and symbol in parts: 59/2023/NĐ-CP is "2023", "NĐ" and "CP", 1129-KL/HU is "KL" and "HU", 10/2022/QH15 is "2022",
// "QH" and the fifteenth assembly.
type symbol struct{ year, kind, issuer, assembly string }

var (
	stateSymbol = pattern.Of(`^\d+[a-z]?/(?:(\d{4})/)?([\p{L}]+)(?:-(.+)|(\d*))$`)
	partySymbol = pattern.Of(`^\d+-([\p{L}]+)/(.+)$`)
)

func symbolParts(d *document) symbol {
	joined := strings.ReplaceAll(d.symbol, " ", "")
	if m := stateSymbol.FindStringSubmatch(joined); m != nil {
		return symbol{m[1], m[2], m[3], m[4]}
	}
	if m := partySymbol.FindStringSubmatch(joined); m != nil {
		return symbol{"", m[1], m[2], ""}
	}
	return symbol{}
}

// number is where a document's number stands, when it is written out.
func number(d *document) phrase.Span {
	if d.written == nil {
		return phrase.Span{}
	}
	return d.written.Number
}
