package compose

import (
	"github.com/kehoach/kehoach/internal/plan"
)

// Words writes parts of one plan in the words of its page, a line each, for those who make a list of them. Documents are cited
// in short, since a list has no first mention.
type Words struct{ c *composer }

// WordsOf prepares to write parts of p.
func WordsOf(p *plan.Plan) Words {
	c := newComposer(p, nil)
	for _, citation := range p.Citations {
		c.cited[citation] = true
	}
	return Words{c}
}

// Line is a text on one line, its references written out.
func (w Words) Line(t plan.Text) string { return w.c.line(t) }

// Deadline is when something is due, as the page says it: "trước ngày 30/5/2024".
func (w Words) Deadline(d *plan.Deadline) string { return w.c.deadline(d) }

// Number is where an item stands: "khoản 1 Mục II"; empty for one that {{item …}} has no number for.
func (w Words) Number(i *plan.Item) string { return w.c.numbers[i] }
