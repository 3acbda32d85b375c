package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Abbreviation is where one stands in a text, in bytes, and the words it stands for.
type Abbreviation struct {
	From, To int
	Words    string
}

// fullWords are the abbreviations of bodies that every plan uses.
var fullWords = map[string]string{
	"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "BTT": "Ban Thường trực",
	"BCĐ": "Ban Chỉ đạo", "BCH": "Ban Chấp hành", "TW": "Trung ương", "TTHC": "thủ tục hành chính", "QPPL": "quy phạm pháp luật",
	"THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "STT": "số thứ tự", "VT": "Văn thư",
}

// authorities are written with a full stop. NĐ 30 PL I, II.7.
var authorities = map[string]string{
	"TM": "Thay mặt", "KT": "Ký thay", "TL": "Thừa lệnh", "TUQ": "Thừa ủy quyền", "Q": "Quyền",
}

// inNumbers are read so only inside a document's number: types of documents (NĐ 30 PL III, I) and those who issue them.
var inNumbers = map[string]string{
	"KH": "Kế hoạch", "QĐ": "Quyết định", "NQ": "Nghị quyết", "CT": "Chỉ thị", "NĐ": "Nghị định", "TB": "Thông báo",
	"HD": "Hướng dẫn", "CTr": "Chương trình", "BC": "Báo cáo", "TTr": "Tờ trình", "ĐA": "Đề án", "DA": "Dự án", "PA": "Phương án",
	"CĐ": "Công điện", "KL": "Kết luận", "TT": "Thông tư", "LT": "Liên tịch",
	"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "QH": "Quốc hội", "TU": "Tỉnh ủy", "HU": "Huyện ủy", "ĐU": "Đảng ủy",
}

// Abbreviations finds the abbreviations in a text that a person reads out as words, in order.
func Abbreviations(text string) []Abbreviation {
	var found []Abbreviation
	for at := 0; at < len(text); {
		// Every abbreviation begins with a capital without an accent, or with Đ: most bytes are passed over unread.
		if c := text[at]; (c < 'A' || c > 'Z') && !strings.HasPrefix(text[at:], "Đ") || unicode.IsLetter(lastRune(text[:at])) {
			at++
			continue
		}
		from := at
		r, size := utf8.DecodeRuneInString(text[at:])
		for at < len(text) && unicode.IsLetter(r) {
			at += size
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if words := authorities[text[from:at]]; words != "" && strings.HasPrefix(text[at:], ".") {
			at++ // the full stop is a part of it
			found = append(found, Abbreviation{from, at, words})
		} else if words := expansion(text, from, at); words != "" {
			found = append(found, Abbreviation{from, at, words})
		}
	}
	return found
}

// expansion is what the word text[from:to] stands for; "" when it stands for itself.
func expansion(text string, from, to int) string {
	word := text[from:to]
	if to-from > 5 || !unicode.IsUpper(firstRune(word)) {
		return ""
	}
	if words := fullWords[word]; words != "" {
		return words
	}
	if isJoint(lastRune(text[:from])) || isJoint(firstRune(text[to:])) {
		return inNumbers[word]
	}
	return ""
}

// isJoint tells whether a character joins the parts of a document's number.
func isJoint(r rune) bool { return r == '/' || r == '-' || r == '\u2011' }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
