package rollover_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/rollover"
)

// TestTheExplanationSaysWhereEachPlaceIs by section and item, as the reader of the page calls them.
func TestTheExplanationSaysWhereEachPlaceIs(t *testing.T) {
	base := load(t, `kehoach: 1
agency: agency.yaml
number: 12
date: 20/01/2024
period: {year: 2024}
title: Trồng rừng năm 2024
roles:
  - id: vp
    name: Văn phòng
    duties:
      - text: Tổng hợp năm 2024.
sections:
  - text: Lời dẫn.
  - items:
      - text: Chuẩn bị giống; rà soát kết quả năm 2023.
      - text: Ra quân.
        items:
          - text: Phát dọn trong năm 2024.
        deadline: {before: 15/6/2024}
reports:
  - {id: bc, name: Báo cáo năm, to: UBND tỉnh, role: vp, deadline: {by: 10/12/2024}}
closing: Trên đây là kế hoạch năm 2024
`)
	r := draft(t, base, options(base, 2026))
	paper, found := rollover.Review(r.Plan, base, rollover.Options{}).Explanation(r.Plan)
	if found.Failed() {
		t.Fatal(message(found))
	}
	var rows []string
	for _, row := range paper.Tables[0].Table.Rows {
		rows = append(rows, row[1].Text[0].String()+": "+row[2].Text[0].String())
	}
	want := "Số: 12 | Ngày ban hành: 20/01/2024 | Thời kỳ; Trích yếu; Nhiệm vụ của Văn phòng, nhiệm vụ 1; Mục II, nội dung 2.1; …: 2024 | Mục II, nội dung 2: 15/6/2024 | Báo cáo năm: 10/12/2024"
	if got := strings.Join(rows, " | "); got != want {
		t.Errorf("the explanation says\n%s, want\n%s", got, want)
	}
	// What is only proposed is not told as done.
	stale := paper.Tables[len(paper.Tables)-1].Table.Rows[0]
	if before, now := stale[2].Text[0].String(), stale[3].Text[0].String(); before != "2023" || now != "2023 (cân nhắc: 2025)" {
		t.Errorf("%q, %q", before, now)
	}
}

// TestWhatIsNoDraftHasNoExplanation, though nothing in it is open.
func TestWhatIsNoDraftHasNoExplanation(t *testing.T) {
	p := load(t, withItem("Nội dung."))
	if paper, found := rollover.Review(p, nil, rollover.Options{}).Explanation(p); paper != nil || len(found) != 1 || found[0].Kind.ID != "next/no-draft" {
		t.Errorf("%v, %s", paper, message(found))
	}
}
