package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var deputy = &Rule{
	Kind: diag.Kind{ID: "format/deputy", Severity: diag.Error, Clause: "NĐ 30 PL I, II.7b",
		Message: diag.Words{VI: `{post} ký mà không có "KT."`, EN: `{post} signs without "KT."`},
		Fix:     diag.Words{VI: "thêm KT vào authority, và for: chức vụ của người đứng đầu", EN: "add KT to authority, and for: the head's post"}},
	Title:  diag.Words{VI: "Cấp phó ký thay thì ghi KT.", EN: "A deputy signs with KT."},
	Reason: diag.Words{VI: "Phụ lục I, mục II.7b: ký thay người đứng đầu phải ghi “KT.” trước chức vụ của người đứng đầu; cấp phó được giao phụ trách, điều hành cũng ký như vậy. Ký thừa lệnh (TL.), thừa ủy quyền (TUQ.) thì không cần.", EN: "Annex I, II.7b: whoever signs for the head puts “KT.” before the head's post; so does a deputy in charge. Not where one signs by order (TL.) or by delegation (TUQ.)."},
	Wrong:  signatoryExample("post: PHÓ CHỦ TỊCH, authority: [TM]"),
	Right:  signatoryExample("post: PHÓ CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH"),
	whole: eachSignatory(func(l *Look, s *plan.Signatory) {
		if isDeputy(s.Post.Text) && !slices.ContainsFunc(s.Authority, func(a plan.Authority) bool { return a == "KT" || a == "TL" || a == "TUQ" }) {
			l.report(s.Post.At, "post", s.Post.Text)
		}
	}),
}

var forNobody = &Rule{
	Kind: diag.Kind{ID: "format/acting-for", Severity: diag.Error, Clause: "NĐ 30 PL I, II.7b",
		Message: diag.Words{VI: `"KT. {head}" nhưng người ký là {post}`, EN: `"KT. {head}", but {post} signs`},
		Fix:     diag.Words{VI: "bỏ KT, hoặc sửa chức vụ người ký", EN: "drop KT, or mend the signatory's post"}},
	Title:  diag.Words{VI: "KT. chỉ khi cấp phó ký thay", EN: "KT. only where a deputy signs"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.7b: “KT.” là ký thay người đứng đầu; người đứng đầu không ký thay mình.", EN: "Annex I, II.7b: “KT.” is to sign for the head; a head does not sign for themselves."},
	Wrong:  signatoryExample("post: CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH"),
	Right:  signatoryExample("post: CHỦ TỊCH, authority: [TM]"),
	whole: eachSignatory(func(l *Look, s *plan.Signatory) {
		if slices.Contains(s.Authority, "KT") && !isDeputy(s.Post.Text) && strings.EqualFold(strings.TrimSpace(s.Post.Text), strings.TrimSpace(s.For.Text)) {
			l.report(s.Post.At, "head", s.For.Text, "post", s.Post.Text)
		}
	}),
}

var typedAuthority = &Rule{
	Kind: diag.Kind{ID: "format/authority-typed", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.7b",
		Message: diag.Words{VI: `"{words}" ghi tay, in ra sẽ thành hai lần`, EN: `"{words}" is written by hand and would be printed twice`},
		Fix:     diag.Words{VI: "chỉ ghi chức vụ; thẩm quyền ghi ở authority", EN: "write the post alone; authority says how they sign"}},
	Title:  diag.Words{VI: "TM., KT., TL., TUQ., Q. do chương trình ghi", EN: "TM., KT., TL., TUQ. and Q. are the program's"},
	Reason: diag.Words{VI: "Các chữ viết tắt ở Phụ lục I, mục II.7b được in từ authority, mỗi thẩm quyền một dòng.", EN: "The marks of Annex I, II.7b are printed from authority, a line each."},
	Wrong:  signatoryExample("post: KT. CHỦ TỊCH"),
	Right:  signatoryExample("post: CHỦ TỊCH, authority: [TM]"),
	sentence: func(s *Sentence) {
		_, post := of[*plan.Signatory](s, "post")
		_, head := of[*plan.Signatory](s, "for")
		_, collective := of[*plan.Agency](s, "collective")
		if !post && !head && !collective {
			return
		}
		for _, mark := range []string{"TM.", "KT.", "TL.", "TUQ.", "Q."} {
			if strings.HasPrefix(strings.ToUpper(s.Text), mark) {
				s.report(0, len(mark), "words", s.Text[:len(mark)])
			}
		}
	},
}

var postCapitals = &Rule{
	Kind: diag.Kind{ID: "format/post", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.7đ",
		Message: diag.Words{VI: `chức vụ "{words}" chưa in hoa`, EN: `the post "{words}" is not in capitals`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Quyền hạn, chức vụ người ký in hoa", EN: "Authority and post in capitals"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.7đ: quyền hạn, chức vụ của người ký trình bày bằng chữ in hoa, đứng, đậm.", EN: "Annex I, II.7đ: authority and post stand in upright bold capitals."},
	Wrong:  signatoryExample("post: Chủ tịch, authority: [TM]"),
	Right:  signatoryExample("post: CHỦ TỊCH, authority: [TM]"),
	sentence: func(s *Sentence) {
		_, post := of[*plan.Signatory](s, "post")
		_, head := of[*plan.Signatory](s, "for")
		if post || head {
			s.capitals()
		}
	},
}

var nameOfSignatory = &Rule{
	Kind: diag.Kind{ID: "format/signatory-name", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.7c",
		Message: diag.Words{VI: `"{words}" trước họ tên người ký`, EN: `"{words}" before the signatory's name`},
		Fix:     diag.Words{VI: "chỉ ghi họ, tên đệm và tên", EN: "write the name alone"}},
	Title:  diag.Words{VI: "Trước họ tên người ký không ghi học hàm, học vị", EN: "No academic title before the signatory's name"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.7c: trước họ tên không ghi học hàm, học vị và danh hiệu danh dự; riêng lực lượng vũ trang, giáo dục, y tế, khoa học theo quy định của ngành (kind: khac không bị xét).", EN: "Annex I, II.7c: no academic or honorary title before the name; armed forces, education, health and science have rules of their own (kind: khac is left alone)."},
	Wrong:  signatoryExample("name: ThS. Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]"),
	Right:  signatoryExample("name: Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]"),
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Signatory](s, "name"); !ok {
			return
		}
		for _, a := range s.Plan.Issuers {
			if a.File == s.Passage.At.File && a.Kind == "khac" {
				return
			}
		}
		low := strings.ToLower(s.Text)
		for _, degree := range degrees {
			if strings.HasPrefix(low, degree) {
				s.mend(0, len(degree), "", "words", strings.TrimSpace(s.Text[:len(degree)]))
				return
			}
		}
	},
}

// degrees are degrees, ranks and forms of address in small letters.
var degrees = []string{"gs.ts. ", "pgs.ts. ", "pgs. ts. ", "gs. ", "pgs. ", "ts. ", "ths. ", "th.s ", "ths ", "bs. ", "bs ", "ks. ", "cn. ", "tiến sĩ ", "thạc sĩ ", "bác sĩ ", "kỹ sư ", "cử nhân ", "giáo sư ",
	"đại tá ", "thượng tá ", "trung tá ", "thiếu tá ", "đại úy ", "thượng úy ", "trung úy ", "ông ", "bà ", "đồng chí ", "đ/c ", "ls. ", "luật sư ", "nghệ nhân ", "anh hùng "}

var namePrinted = &Rule{
	Kind: diag.Kind{ID: "format/signatory-capitals", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.7đ",
		Message: diag.Words{VI: `họ tên người ký "{words}" in hoa`, EN: `the signatory's name "{words}" is in capitals`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Họ tên người ký bằng chữ in thường", EN: "The signatory's name in small letters"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.7đ: họ và tên bằng chữ in thường, đứng, đậm.", EN: "Annex I, II.7đ: the name is set in upright bold small letters."},
	Wrong:  signatoryExample("name: NGUYỄN VĂN AN, post: CHỦ TỊCH, authority: [TM]"),
	Right:  signatoryExample("name: Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]"),
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Signatory](s, "name"); !ok || s.Text != strings.ToUpper(s.Text) || len(s.words) < 2 {
			return
		}
		var b strings.Builder
		at := 0
		for i, w := range s.words {
			b.WriteString(s.Text[at:w.from] + cased(s.word(i), true, false))
			at = w.to
		}
		right := b.String() + s.Text[at:]
		s.mend(0, len(s.Text), right, "words", s.Text, "right", right)
	},
}

func isDeputy(post string) bool {
	return strings.HasPrefix(strings.ToUpper(strings.TrimSpace(post)), "PHÓ ")
}

// eachSignatory visits those who sign the plan.
func eachSignatory(visit func(*Look, *plan.Signatory)) func(*Look) {
	return func(l *Look) {
		p := l.Plan
		if p.IssuedUnder.Given() {
			return
		}
		for _, id := range p.Signatories {
			if s := p.Signatory(id); s != nil {
				visit(l, s)
			}
		}
		for _, a := range p.Issuers {
			if len(p.Signatories) == 0 && len(a.Signatories) > 0 {
				visit(l, a.Signatories[0])
			}
		}
	}
}

// signatoryExample is an agency whose first signatory is as given.
func signatoryExample(fields string) string {
	if !strings.HasPrefix(fields, "name:") {
		fields = "name: Đinh Thị Hạnh, " + fields
	}
	return agencyMark + "signatories:\n  - {id: nguoi-ky, " + fields + "}\n"
}
