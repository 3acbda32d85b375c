package compose

// The names that a template must have. A person sees them in Word's style gallery; template check names those missing.
const (
	StyleBasis     = "KH Căn cứ"              // legal bases: italic
	StyleText      = "KH Lời văn"             // body text: justified, first line indented
	StyleMuc       = "heading 1"              // mục: capitals, bold
	StyleHeading2  = "heading 2"              // khoản with a heading: bold, a line of its own
	StyleHeading3  = "heading 3"              // điểm with a heading
	StyleKhoan     = "KH Khoản"               // khoản without a heading
	StyleDiem      = "KH Điểm"                // điểm
	StyleDash      = "KH Gạch đầu dòng"       // "-", also particulars under an item
	StylePlus      = "KH Dấu cộng"            // "+"
	StyleTable     = "KH Bảng"                // table style of tables made by the program
	StyleCell      = "KH Chữ trong bảng"      // paragraphs in their cells
	StyleCellHead  = "KH Tiêu đề bảng"        // paragraphs in their header row
	ListMain       = "KH Đánh số I 1 a"       // 0 mục "I.", 1 khoản "1.", 2–7 điểm (see letterLevel), 8 unused
	ListDecimal    = "KH Đánh số 1 1.1"       // 0 "1.", 1 "1.1.", 2 "1.1.1."
	ListAppendix   = "KH Đánh số phụ lục"     // 0 the appendix's own title (no text), 1 mục, 2 khoản, 3–8 điểm
	ListDecimalApp = "KH Đánh số phụ lục 1.1" // 0 the appendix's own title, 1 "1.", 2 "1.1.", 3 "1.1.1."
	ListDash       = "KH Gạch"                // 0 "-", 1 "+"
)
