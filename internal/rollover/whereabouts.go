package rollover

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// A person who reads the explanation has the page before them, not the file: a place is called by its section and item.

// whereabouts are the pieces of a plan in the order of its file, as a reader calls them; a piece reaches to where the next one begins.
type whereabouts []landmark

type landmark struct {
	start int
	words string
}

// whereaboutsOf are those of one plan.
func whereaboutsOf(p *plan.Plan) whereabouts {
	var w whereabouts
	add := func(at plan.Place, words string) {
		if at.File == p.File {
			w = append(w, landmark{at.Start, words})
		}
	}
	period := p.Period
	for _, v := range []plan.Value{period.Year, period.Quarter, period.SchoolYear, period.From.Value, period.To.Value} {
		add(v.At, "Thời kỳ")
	}
	add(p.Number.At, "Số")
	add(p.Date.At, "Ngày ban hành")
	add(p.Title.At, "Trích yếu")
	for _, c := range p.Citations {
		add(c.ID.At, "Văn bản viện dẫn")
	}
	for i, b := range p.Bases {
		add(b.At, "Căn cứ "+strconv.Itoa(i+1))
	}
	add(p.Opening.At, "Lời mở đầu")
	for _, r := range p.Roles {
		words := "Nhiệm vụ của " + strings.Join(strings.Fields(r.Name.Value.Text), " ")
		add(r.ID.At, words)
		addItems(add, words+", ", "nhiệm vụ ", r.Duties)
	}
	for _, d := range p.Deadlines {
		add(d.At, "Thời hạn")
	}
	for _, r := range p.Reports {
		add(r.ID.At, strings.Join(strings.Fields(r.Name.Value.Text), " "))
	}
	addSections(add, "", p.Sections)
	add(p.Closing.At, "Lời kết")
	for _, r := range p.Recipients {
		add(r.To.At, "Nơi nhận")
	}
	for i, a := range p.Appendices {
		words := "Phụ lục " + vi.Roman(i+1)
		add(a.ID.At, words)
		addSections(add, words+", ", a.Sections)
		if a.Table != nil {
			for j, row := range a.Table.Rows {
				if len(row) > 0 {
					add(row[0].At, words+", hàng "+strconv.Itoa(j+1))
				}
			}
		}
	}
	for _, v := range p.Values {
		add(v.Name.At, "Giá trị "+v.Name.Text)
	}
	slices.SortStableFunc(w, func(a, b landmark) int { return a.start - b.start })
	return w
}

func addSections(add func(plan.Place, string), in string, sections []*plan.Section) {
	for i, s := range sections {
		words := in + "Mục " + vi.Roman(i+1)
		add(s.At, words)
		addItems(add, words+", ", "mục đích ", s.Purposes)
		addItems(add, words+", ", "yêu cầu ", s.Requirements)
		addItems(add, words+", ", "nội dung ", s.Items)
		add(s.After.At, words)
	}
}

// addItems adds the items of one list; one within another is called with its number behind that: nội dung 2.1.
func addItems(add func(plan.Place, string), in, noun string, items []*plan.Item) {
	for i, item := range items {
		words := in + noun + strconv.Itoa(i+1)
		add(item.At, words)
		addItems(add, words, ".", item.Items)
		add(item.After.At, words)
		add(item.Output.At, words)
		if item.Deadline != nil {
			add(item.Deadline.At, words)
		}
		if item.Funding != nil {
			add(item.Funding.Amount.At, words)
		}
	}
}

// of is what a reader calls a place; "" of none.
func (w whereabouts) of(e Entry) string {
	if e.beside {
		return "Tệp cơ quan"
	}
	switch {
	case e.path == numberPath:
		return "Số"
	case e.path == datePath:
		return "Ngày ban hành"
	case e.At.File == nil:
		return ""
	}
	i, _ := slices.BinarySearchFunc(w, e.At.Start+1, func(l landmark, start int) int { return l.start - start })
	if i == 0 {
		return ""
	}
	return w[i-1].words
}

// manyPlaces bounds how many places of one row are told.
const manyPlaces = 4

// ofAll are what a reader calls the places of a row, each once.
func (w whereabouts) ofAll(entries []Entry) string {
	var words []string
	for _, e := range entries {
		if where := w.of(e); where != "" && !slices.Contains(words, where) {
			words = append(words, where)
		}
	}
	if len(words) > manyPlaces {
		words = append(words[:manyPlaces], "…")
	}
	return strings.Join(words, "; ")
}
