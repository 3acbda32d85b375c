package compose

// The names that a template must have. A person sees them in Word's style gallery.
const (
	styleText     = "KH Lời văn"       // body text: justified, first line indented
	styleMuc      = "heading 1"        // mục
	styleHeading2 = "heading 2"        // khoản with a heading, on a line of its own
	styleHeading3 = "heading 3"        // điểm with a heading
	styleKhoan    = "KH Khoản"         // khoản without a heading
	styleDiem     = "KH Điểm"          // điểm
	styleDash     = "KH Gạch đầu dòng" // "-", also particulars under an item
	stylePlus     = "KH Dấu cộng"      // "+"
	styleClosing  = "KH Lời kết"       // the last paragraphs: kept with the signature block
	styleEnd      = "KH Hết"           // "./." behind a table
)

// The list styles: their names, and what their levels count.
const (
	listMain       = "KH Đánh số I 1 a"       // 0 mục "I.", 1 khoản "1.", from 2 điểm
	listDecimal    = "KH Đánh số 1 1.1"       // 0 "1.", 1 "1.1."
	listAppendix   = "KH Đánh số phụ lục"     // 0 the appendix's label, 1 mục, 2 khoản, from 3 điểm
	listDecimalApp = "KH Đánh số phụ lục 1.1" // 0 the appendix's label, 1 "1.", 2 "1.1."
	listDash       = "KH Gạch"                // 0 "-", 1 "+"
)

// lists is how a stretch of the document is numbered.
type lists struct {
	name    string
	muc     int  // the level of a mục; khoản and điểm follow
	letters bool // whether the third depth is lettered; else it has dashes
}

func (c *composer) mainLists() lists {
	if c.plan.Numbering == "decimal" {
		return lists{name: listDecimal}
	}
	return lists{name: listMain, letters: true}
}

func (c *composer) appendixLists() lists {
	if c.plan.Numbering == "decimal" {
		return lists{name: listDecimalApp, muc: 1}
	}
	return lists{name: listAppendix, muc: 1, letters: true}
}

// letterLevel is how many list levels below the first the n-th điểm (from 0) stands. Word counts a b c d e f, the decree's
// alphabet a b c d đ e g h i k l … v x y: each stretch in which both agree is a level of its own, begun at the right letter.
func letterLevel(n int) int {
	for level, first := range []int{0, 4, 5, 6, 9, 21} {
		if n < []int{4, 5, 6, 9, 21, 23}[level] && n >= first {
			return level
		}
	}
	return 5
}
