package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var leftover = &Rule{
	Kind: diag.Kind{ID: "sense/leftover", Severity: diag.Warning,
		Message: diag.Words{VI: `còn sót "{words}"`, EN: `"{words}" is left over`},
		Fix:     diag.Words{VI: "điền nội dung, hoặc xóa", EN: "fill it in, or delete it"}},
	Title:  diag.Words{VI: "Không còn chỗ soạn dở", EN: "Nothing is left to be filled in"},
	Reason: diag.Words{VI: "Dấu chấm lửng thay cho số, chữ giữ chỗ, ghi chú của người soạn mà in ra thì văn bản phải thu hồi. Dấu … sau một loạt kể ra thì không sao.", EN: "Dots in place of a figure, fillers and the drafter's notes must not be printed. Dots behind an enumeration are fine."},
	Wrong:  `Tổ chức … lớp tập huấn cho XX người tại thôn abc.`,
	Right:  `Tổ chức 02 lớp tập huấn cho 60 người về an toàn thực phẩm, phòng cháy, chữa cháy, …`,
	sentence: func(s *Sentence) {
		if _, declared := s.Passage.In.(*plan.Citation); declared { // a document not yet numbered, or a subject as it was written
			return
		}
		for _, at := range leftoversIn(s.Text) {
			s.report(at.From, at.To, "words", at.In(s.Text))
		}
	},
}

// What is left over: dots between words where something must stand, fillers, notes to oneself.
var (
	dots        = pattern.Of(`(?:…|\.{3,}|_{3,})+`)
	long        = pattern.Of(`\.{6}|……|_{5}`)
	beforeBlank = pattern.Of(`(?i)(?:^|[ (,:;])(?:ngày|tháng|năm|số|là|khoảng|từ|đến|ông|bà|đồng chí|tỷ lệ|tổ chức|đạt|kinh phí|gồm|cho|có|ít nhất|trên|dưới|hơn|với|tổng số|thôn|điều|khoản|tại|giao|của|do)[: ]*$`)
	behindBlank = pattern.Of(`^ ?(?:[/%]|\p{L})`)
	goingOn     = pattern.Of(`^ ?(?:và|để|của|nhằm|theo|trong|tại|cho|do|được|trên|hoặc|bảo|đảm|với|từ|ở|có|là|thì|phục|trước|sau|vào|về|đến|phù|gắn|thuộc|qua|khi|đối|bằng|các|những|góp|tạo)(?:[ ,.]|$)`)
	fillers     = pattern.Of(`(?:^|[^\p{L}\d@./])(XX+|[Xx]{2,}|abc|ABC|aaa|AAA|xyz|XYZ|XEM LẠI|Xem lại|xem lại!|CẦN BỔ SUNG|TODO|FIXME|[Ll]orem(?: ipsum)?|\?{2,}|\[\.*…*\]|BỔ SUNG SAU|CẬP NHẬT SAU|CHỜ SỐ LIỆU|(?:Nguyễn|Trần|Lê|Phạm) (?:Văn|Thị) [A-Z]|\((?:ghi rõ|nêu rõ|bổ sung|điền|cần|chưa rõ|chưa có|xem lại|sẽ bổ sung|cập nhật|kiểm tra lại|hỏi lại)[^)]*\)|\((?:tên [\p{L} ]{1,20}|số lượng|số tiền)\))(?:[^\p{L}\d@.]|[.](?: |$)|$)`)
	romanBefore = pattern.Of(`(?i)(?:chữ|chữ cái|vần|khóa|khoá|thứ|thế kỷ|mục|phần|chương|phụ lục|đại hội|đảng|kỳ|lần)[ -]*$`)
)

// fillerWords begin what fillers finds: most sentences hold none, and need no closer look.
var fillerWords = []string{"XX", "xx", "Xx", "abc", "ABC", "aaa", "AAA", "xyz", "XYZ", "XEM", "Xem lại", "xem lại", "CẦN BỔ", "TODO", "FIXME", "orem", "??", "[",
	" Văn ", " Thị ", "BỔ SUNG", "CẬP NHẬT", "CHỜ", "(ghi", "(nêu", "(bổ", "(điền", "(cần", "(chưa", "(sẽ", "(xem", "(cập", "(kiểm", "(hỏi", "(tên", "(số"}

// leftoversIn are the leftovers of a text.
func leftoversIn(text string) []phrase.Span {
	var found []phrase.Span
	for _, m := range dots.FindAllStringIndex(text, -1) {
		before, behind := upTo(text, m[0]), text[m[1]:]
		if long.MatchString(text[m[0]:m[1]]) || beforeBlank.MatchString(before) || behindBlank.MatchString(behind) && inPlaceOf(before, behind) {
			found = append(found, phrase.Span{From: m[0], To: m[1]})
		}
	}
	if !slices.ContainsFunc(fillerWords, func(w string) bool { return strings.Contains(text, w) }) {
		return found
	}
	for from := 0; from < len(text); {
		m := fillers.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		at := phrase.Span{From: from + m[2], To: from + m[3]}
		from = at.To
		if !romanBefore.MatchString(upTo(text, at.From)) {
			found = append(found, at)
		}
	}
	return found
}

// inPlaceOf tells whether dots stand where a word must: apart from the word before, no comma there, and a word behind that does not
// go on with the sentence: "tặng … suất quà", but "tuyên truyền, vận động… để nâng cao".
func inPlaceOf(before, behind string) bool {
	return strings.HasSuffix(before, " ") && !strings.HasSuffix(strings.TrimRight(before, " "), ",") && !goingOn.MatchString(behind)
}
