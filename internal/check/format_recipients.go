package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var recipientMarks = &Rule{
	Kind: diag.Kind{ID: "format/recipient-marks", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.9d",
		Message: diag.Words{VI: `nơi nhận ghi tay "{words}"`, EN: `the recipient has "{words}" written by hand`},
		Fix:     diag.Words{VI: "bỏ đi: gạch đầu dòng và dấu chấm phẩy được thêm khi in", EN: "drop it: dash and semicolon are added when it is printed"}},
	Title:  diag.Words{VI: "Nơi nhận: gạch đầu dòng, dấu chấm phẩy do chương trình thêm", EN: "Recipients: dashes and semicolons are the program's"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.9d: mỗi nơi nhận một dòng, đầu dòng có gạch ngang, cuối dòng có dấu chấm phẩy. Ghi tay dấu chấm thì in ra thành .;", EN: "Annex I, II.9d: a line each, a dash before it, a semicolon behind. A full stop by hand is printed as .;"},
	Wrong:  "recipients:\n  - to: '- UBND tỉnh.'\n  - to: Thường trực Đảng ủy xã\n",
	Right:  "recipients:\n  - to: UBND tỉnh\n  - to: Thường trực Đảng ủy xã\n",
	sentence: func(s *Sentence) {
		if _, ok := s.Passage.In.(*plan.Recipient); !ok {
			return
		}
		if s.Passage.Key == "to" && s.Passage.Paragraphs[0].Mark != "" {
			s.report(0, len(s.Text), "words", "-")
		}
		switch last := lastRune(s.Text); last {
		case '.', ',', ';', ':':
			s.mend(len(s.Text)-1, len(s.Text), "", "words", string(last))
		}
	},
}

var asAbove = &Rule{
	Kind: diag.Kind{ID: "format/as-above", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.9b",
		Message: diag.Words{VI: `"Như trên" chỉ dùng khi văn bản có "Kính gửi"; kế hoạch thì không có`, EN: `"Như trên" belongs to documents with "Kính gửi", which a plan has not`},
		Fix:     diag.Words{VI: "ghi tên nơi nhận", EN: "name the recipient"}},
	Title:  diag.Words{VI: "Kế hoạch không có nơi nhận Như trên", EN: "No Như trên in a plan"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.9b: “Kính gửi” có trong tờ trình, báo cáo gửi cấp trên và công văn; “Như trên” chỉ đến nơi ghi ở đó.", EN: "Annex I, II.9b: “Kính gửi” stands in proposals, reports to a higher body and letters; “Như trên” points to it."},
	Wrong:  "recipients:\n  - to: Như trên\n  - to: UBND tỉnh\n",
	Right:  "recipients:\n  - to: UBND tỉnh\n",
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Recipient](s, "to"); ok && strings.HasPrefix(strings.ToLower(s.Text), "như trên") {
			s.report(0, len(s.Text))
		}
	},
}

var archiveLine = &Rule{
	Kind: diag.Kind{ID: "format/archive", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.9d",
		Message: diag.Words{VI: `dòng "Lưu:" {fault}`, EN: `the line "Lưu:" {fault}`},
		Fix:     diag.Words{VI: "ghi archive: {units: [VT, đơn vị soạn thảo]}", EN: "write archive: {units: [VT, the unit that drafted]}"}},
	Title:  diag.Words{VI: "Dòng Lưu: VT trước, đơn vị soạn thảo sau, đứng cuối nơi nhận", EN: "Lưu: VT first, then the unit that drafted, last of the recipients"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.9d: dòng cuối cùng gồm chữ “Lưu”, dấu hai chấm, “VT”, dấu phẩy, chữ viết tắt tên đơn vị soạn thảo.", EN: "Annex I, II.9d: the last line holds “Lưu”, a colon, “VT”, a comma and the unit that drafted."},
	Wrong:  "archive: {units: [VHXH]}\n",
	Right:  "archive: {units: [VT, VHXH]}\n",
	whole:  archived,
}

func archived(l *Look) {
	p := l.Plan
	recipients, archive := p.Recipients, p.Archive
	if len(p.Issuers) > 0 {
		if len(recipients) == 0 {
			recipients = p.Issuers[0].Recipients
		}
		if archive == nil {
			archive = p.Issuers[0].Archive
		}
	}
	for _, r := range recipients {
		if low := strings.ToLower(r.To.Text); strings.HasPrefix(low, "lưu ") || strings.HasPrefix(low, "lưu:") {
			l.report(r.To.At).saying("fault", diag.Words{VI: "ghi tay trong nơi nhận", EN: "is written among the recipients"})
		}
	}
	if archive == nil || len(archive.Units) == 0 {
		return
	}
	var units []string
	for _, u := range archive.Units {
		units = append(units, u.Text)
	}
	if wrong, at := archiveFault(units); wrong.VI != "" {
		l.report(archive.Units[at].At).saying("fault", wrong)
	}
}

// archiveFault is what is wrong with the list behind "Lưu:", and at which of its parts; nothing where the letters VT come first, as
// II.9d has it.
func archiveFault(units []string) (wrong diag.Words, at int) {
	for i, unit := range units {
		switch {
		case strings.HasPrefix(unit, "VT") && i == 0:
			return diag.Words{}, 0
		case strings.HasPrefix(unit, "VT"):
			return diag.Words{VI: "không bắt đầu bằng VT", EN: "does not begin with VT"}, i
		case strings.HasPrefix(strings.ToLower(unit), "văn thư"):
			return diag.Words{VI: `ghi "Văn thư", nghị định ghi tắt VT`, EN: `says "Văn thư", where the decree has the letters VT`}, i
		}
	}
	return diag.Words{VI: "không có VT", EN: "has no VT"}, 0
}

var noRecipients = &Rule{
	Kind: diag.Kind{ID: "format/no-recipients", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.9",
		Message: diag.Words{VI: "kế hoạch không có nơi nhận nào ngoài dòng Lưu", EN: "the plan has no recipient but the archive"},
		Fix:     diag.Words{VI: "thêm recipients vào kế hoạch hoặc tệp cơ quan", EN: "add recipients to the plan or the agency file"}},
	Title:  diag.Words{VI: "Có nơi nhận để thực hiện, để báo cáo", EN: "Recipients who carry out and who are told"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.9a: nơi nhận gồm nơi nhận để thực hiện; để kiểm tra, giám sát, báo cáo, để biết; và để lưu.", EN: "Annex I, II.9a: those who carry out; those who check, report and know; the archive."},
	Wrong:  "recipients: []\n",
	Right:  "recipients:\n  - to: UBND tỉnh\n",
	whole: func(l *Look) {
		p := l.Plan
		if len(p.Recipients) == 0 && !p.IssuedUnder.Given() && len(p.Issuers) > 0 && len(p.Issuers[0].Recipients) == 0 {
			l.report(p.Title.At)
		}
	},
}

var closing = &Rule{
	Kind: diag.Kind{ID: "format/closing", Severity: diag.Warning, Clause: "NĐ 30 PL III, Mẫu 1.4",
		Message: diag.Words{VI: `dấu kết thúc "{words}" ghi tay`, EN: `the closing mark "{words}" is written by hand`},
		Fix:     diag.Words{VI: `bỏ đi: "./." được thêm khi in`, EN: `drop it: "./." is added when it is printed`}},
	Title:  diag.Words{VI: "Dấu kết thúc ./.", EN: "The closing mark ./."},
	Reason: diag.Words{VI: "Các mẫu ở Phụ lục III kết thúc bằng “./.”; chương trình thêm một lần. Ghi tay “/.” hay “./” thì in đúng như thế.", EN: "The models of Annex III end with “./.”, which the program adds once. A “/.” or “./” by hand is printed as it is."},
	Wrong:  "closing: Trên đây là Kế hoạch thực hiện công tác dân vận năm {{year}} /.\n",
	Right:  "closing: Trên đây là Kế hoạch thực hiện công tác dân vận năm {{year}}\n",
	sentence: func(s *Sentence) {
		if !s.Last {
			return
		}
		body := strings.TrimRight(s.Text, "./ ")
		if end := s.Text[len(body):]; strings.Contains(end, "/") && strings.Trim(end, " ") != "./." && !s.inAddress(len(body)) {
			s.mend(len(body), len(s.Text), "", "words", strings.TrimSpace(end))
		}
	},
}

// endsInHeading is the one case in which the mark that the program adds stands behind no sentence: where a plan has no closing, "./."
// comes behind its last words, whatever they are.
var endsInHeading = &Rule{
	Kind: diag.Kind{ID: "format/ends-in-heading", Severity: diag.Warning, Clause: "NĐ 30 PL III, Mẫu 1.4",
		Message: diag.Words{VI: `kế hoạch không có lời kết mà mục cuối chỉ có tiêu đề: dấu "./." sẽ in ngay sau tiêu đề`, EN: `the plan has no closing and its last section is a heading alone: "./." would be printed behind the heading`},
		Fix:     diag.Words{VI: "viết nội dung cho mục ấy, hoặc thêm closing", EN: "write what the section says, or add a closing"}},
	Title:  diag.Words{VI: "Văn bản kết thúc bằng một câu, không bằng tiêu đề", EN: "The text ends with a sentence, not with a heading"},
	Reason: diag.Words{VI: "Các mẫu ở Phụ lục III ghi “./.” sau câu cuối của nội dung. Lời kết (closing) không bắt buộc: không có thì chương trình in “./.” sau chữ cuối cùng của mục cuối.", EN: "The models of Annex III have “./.” behind the last sentence of the text. A closing is no must: without one the program prints “./.” behind the last words of the last section."},
	Wrong:  "closing:\nsections:\n  - heading: NỘI DUNG THỰC HIỆN\n    text: Tuyên truyền, vận động Nhân dân.\n  - duties_of: [van-phong]\n  - heading: KINH PHÍ THỰC HIỆN\n",
	Right:  "closing:\nsections:\n  - heading: NỘI DUNG THỰC HIỆN\n    text: Tuyên truyền, vận động Nhân dân.\n  - duties_of: [van-phong]\n  - heading: KINH PHÍ THỰC HIỆN\n    text: Từ nguồn ngân sách xã năm {{year}}.\n",
	whole: func(l *Look) {
		if l.Plan.Closing.Given() || len(l.Plan.Sections) == 0 {
			return
		}
		last := l.Plan.Sections[len(l.Plan.Sections)-1]
		if !last.Text.Given() && !last.After.Given() && last.Funding == nil &&
			len(last.Purposes)+len(last.Requirements)+len(last.Items)+len(last.DutiesOf)+len(last.Reports) == 0 {
			l.report(last.Heading.At)
		}
	},
}
