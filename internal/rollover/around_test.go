package rollover_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/rollover"
)

// asked are the places of a draft that a person must decide, with what is proposed: "old" or "old → new".
func asked(r *rollover.Result) string {
	var list []string
	for _, e := range r.Ledger.In(rollover.Decide) {
		words := e.Old
		if e.New != "" {
			words += " → " + e.New
		}
		list = append(list, words)
	}
	return strings.Join(list, " | ")
}

// of2025 drafts the plan of 2026 from one of 2025 with these items.
func of2025(t *testing.T, text string) *rollover.Result {
	t.Helper()
	p := load(t, strings.Replace(text, "year: 2024", "year: 2025", 1))
	return draft(t, p, options(p, 2026))
}

// TestWhatIsCertainMovesAndTheRestIsAsked gives a sentence of a plan of 2025 a case; moved "" says that nothing changes.
func TestWhatIsCertainMovesAndTheRestIsAsked(t *testing.T) {
	for _, c := range []struct{ sentence, moved, asked string }{
		// Ranges and lists move as a whole.
		{"Thực hiện từ tháng 3/2025 đến 10/2025.", "Thực hiện từ tháng 3/2026 đến 10/2026.", ""},
		{"Thu quỹ từ quý I/2025 - III/2025.", "Thu quỹ từ quý I/2026 - III/2026.", ""},
		{"Kiểm tra trong quý III, IV/2025.", "Kiểm tra trong quý III, IV/2026.", ""},
		{"Báo cáo quý I và quý II/2025 gửi cùng lúc.", "Báo cáo quý I và quý II/2026 gửi cùng lúc.", ""},
		{"Giao ban các tháng 3, 6, 9/2025.", "Giao ban các tháng 3, 6, 9/2026.", ""},
		{"Cao điểm từ tháng 11/2025 đến tháng 02/2026.", "Cao điểm từ tháng 11/2026 đến tháng 02/2026.", "2026 → 2027"},
		{"Đề án làm trong ba năm 2024, 2025 và 2026.", "", "2024, 2025 và 2026 → 2025, 2026 và 2027"},
		// What holds from a day, and the days of history.
		{"Bộ máy mới vận hành từ ngày 01/7/2025.", "", ""},
		{"Sau khi hợp nhất ngày 01/3/2025, Sở có tên mới.", "", ""},
		{"Các khoản thu trước ngày 01/7/2025 do xã cũ chịu.", "", "ngày 01/7/2025"},
		{"Thông tư áp dụng từ 15/02/2025.", "", "15/02/2025"},
		{"Đợt 2 từ 01/7/2025 đến 31/12/2025; đợt 1 từ 02/01/2025 đến 01/7/2025.", "Đợt 2 từ 01/7/2026 đến 31/12/2026; đợt 1 từ 02/01/2026 đến 01/7/2026.", ""},
		// What is told as done.
		{"Phong trào đã phát động năm 2025 được giữ.", "", "2025 → 2026"},
		{"Chỉ tiêu đã được giao năm 2025 phải xong.", "Chỉ tiêu đã được giao năm 2026 phải xong.", ""},
		{"Quý III/2025 giải ngân đạt 61%.", "", "Quý III/2025 | 61%"},
		{"Phấn đấu quý III/2025 đạt 61%.", "Phấn đấu quý III/2026 đạt 61%.", "61%"},
		{"Kết quả 9 tháng đầu năm 2025 đạt 70%.", "", "2025 → 2026 | 70%"},
		{"Ngày 12/10/2025, mưa lũ gây chia cắt.", "", "Ngày 12/10/2025"},
		{"Ngày 12/10/2025, tổ chức ra quân.", "Ngày 12/10/2026, tổ chức ra quân.", ""},
		{"Đại hội Chi bộ thôn họp tháng 6/2025.", "", "tháng 6/2025"},
		{"Cổ động cho Techfest 2025.", "", "2025 → 2026"},
		// Days of the lunar calendar are reckoned anew.
		{"Viếng nghĩa trang sáng mùng 2 Tết (30/01/2025).", "", "30/01/2025 → 18/02/2026"},
		{"Đón giao thừa ngày 28/01/2025.", "", "ngày 28/01/2025 → ngày 16/02/2026"},
		{"Thả đèn Rằm tháng Bảy (06/9/2025).", "", "06/9/2025 → 27/8/2026"},
		{"Dâng hương Giỗ Tổ ngày 07-4-2025.", "", "ngày 07-4-2025 → ngày 26-4-2026"},
		{"Trực Tết từ ngày 25/01/2025.", "", "ngày 25/01/2025 → ngày 13/02/2026"},
		{"Treo cờ Tết Dương lịch ngày 01/01/2025.", "Treo cờ Tết Dương lịch ngày 01/01/2026.", ""},
		{"Phát quà ngày 06/02/2026 (19 tháng Chạp).", "", "ngày 06/02/2026 → ngày 26/01/2027"},
		{"Nhận quân trong tháng 3/2026.", "", "tháng 3/2026 → tháng 3/2027"},
		{"Họp ngày 28/3/2025 - thứ Sáu.", "", "ngày 28/3/2025 - thứ Sáu → ngày 28/3/2026 - thứ Bảy"},
		{"Chủ nhật, ngày 16/3/2025 tổng vệ sinh.", "", "Chủ nhật, ngày 16/3/2025 → Thứ Hai, ngày 16/3/2026"},
		{"Hội trại từ ngày 15/10/2025 (thứ Tư) đến ngày 17/10/2025.", "",
			"ngày 15/10/2025 (thứ Tư) → ngày 15/10/2026 (thứ Năm) | ngày 17/10/2025 → ngày 17/10/2026"},
		{"Mừng Xuân Ất Tỵ năm 2025.", "Mừng Xuân Ất Tỵ năm 2026.", "Ất Tỵ → Bính Ngọ"},
		// Every anniversary of a sentence, and the year's theme.
		{"Kỷ niệm 50 năm Ngày Giải phóng, 71 năm Chiến thắng Điện Biên Phủ và 135 năm ngày sinh Bác.", "",
			"50 năm → 51 năm | 71 năm → 72 năm | 135 năm → 136 năm"},
		{"Tháng hành động năm 2025 với chủ đề: “Lắng nghe trẻ em”.", "Tháng hành động năm 2026 với chủ đề: “Lắng nghe trẻ em”.", "Lắng nghe trẻ em"},
		// Who is born when goes with the year.
		{"Gọi khám nam công dân sinh từ năm 2000 đến năm 2007.", "", "2000 đến năm 2007 → 2001 đến năm 2008"},
		{"Đăng ký cho người sinh các năm 2007, 2008.", "", "2007 → 2008 | 2008 → 2009"},
		// Limits, ages and lunar dates are no targets.
		{"Chạy dưới 40 km/h, nồng độ cồn 0 mg/l.", "", ""},
		{"Sửa 5 tồn tại của năm trước.", "", ""},
		{"Người từ 60 tuổi; ngày 10/3 âm lịch.", "", ""},
		{"Kết nạp 12 thanh niên.", "", "12 thanh niên"},
		{"Tổ trưởng tổ hòa giải Hồ Văn Ría phụ trách.", "", "Hồ Văn Ría"},
		{"Ký kết với Mặt trận huyện.", "", "Mặt trận huyện"},
	} {
		r := of2025(t, withItem(c.sentence))
		if c.moved == "" {
			c.moved = c.sentence
		}
		if got := r.Plan.Sections[0].Items[0].Text.Value.Text; got != c.moved {
			t.Errorf("%q became %q", c.sentence, got)
		}
		if got := asked(r); got != c.asked {
			t.Errorf("%q asks %q, want %q", c.sentence, got, c.asked)
		}
	}
}

// TestTheDeadlineOfALunarFeastIsReckonedAnew: in the draft it stays as it was until a person answers, whatever else moves.
func TestTheDeadlineOfALunarFeastIsReckonedAnew(t *testing.T) {
	r := of2025(t, withItem("Tổ chức Tết Trung thu cho trẻ em.")+"        deadline: {date: 06/10/2025}\n"+
		"      - text: Trực Tết Nguyên đán; tổng hợp cả năm.\n        deadline: {before: 30/11/2025}\n")
	if got := asked(r); got != "06/10/2025 → 25/9/2026" {
		t.Errorf("asks %q", got)
	}
	items := r.Plan.Sections[0].Items
	if feast, other := items[0].Deadline.Date.Text, items[1].Deadline.Before.Text; feast != "06/10/2025" || other != "30/11/2026" {
		t.Errorf("the deadlines are %s and %s", feast, other)
	}
	questions := rollover.Review(r.Plan, nil, rollover.Options{}).Questions()
	if len(questions) != 1 || questions[0].Hindrance() != (diag.Words{}) || questions[0].Entries[0].New != "25/9/2026" {
		t.Errorf("asked in review: %+v", questions)
	}
}

// TestAFigureWithoutItsUnitIsAsked: a value of the plan's own, and a cell below the heading of a year.
func TestAFigureWithoutItsUnitIsAsked(t *testing.T) {
	r := of2025(t, withItem("Có {{so_ho}} hộ.")+`values:
  - {name: so_ho, value: '386'}
  - {name: may, value: 0905123456}
appendices:
  - id: pl
    title: Chỉ tiêu
    table:
      columns: [{heading: TT}, {heading: Chỉ tiêu}, {heading: Năm 2025}]
      rows:
        - ['1', Số cuộc họp, '24']
`)
	if got := asked(r); got != "24 | 386" && got != "386 | 24" {
		t.Errorf("asks %q", got)
	}
}
