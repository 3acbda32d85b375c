package schedule

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
)

// A collector gathers the entries of one plan.
type collector struct {
	plan    *plan.Plan
	source  *Source
	words   *compose.Wording
	due     *due.Reckoner
	asked   Range
	carried map[string][]Party // by the id of the item: who carries it, besides its own role
	used    map[*plan.Deadline]bool
	entries []Entry
	full    bool // maxEntries was met
}

// maxEntries bounds what one plan may list: weekly work of three centuries fits, thousands of such do not.
const maxEntries = 20_000

var tooMany = &diag.Kind{ID: "schedule/too-many", Message: diag.Words{VI: "kế hoạch có hơn {count} thời hạn; chỉ liệt kê từng ấy", EN: "the plan has more than {count} deadlines; only so many are listed"},
	Fix: diag.Words{VI: "thu hẹp bằng --from và --to, hoặc xem lại thời kỳ của kế hoạch", EN: "narrow it with --from and --to, or look at the plan's period"}}

// Of are the entries of one plan within a range, in the order of the file.
func Of(p *plan.Plan, asked Range) ([]Entry, diag.List) {
	c := &collector{plan: p, words: compose.Word(p), due: due.Of(p), asked: asked, carried: map[string][]Party{}, used: map[*plan.Deadline]bool{}}
	c.source = c.sourceOf()
	for _, role := range p.Roles {
		for _, id := range role.Carries {
			c.carried[id.Text] = append(c.carried[id.Text], c.party(role.ID)...)
		}
	}
	for _, s := range c.sections() {
		for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
			plan.Walk(list, func(i *plan.Item) { c.item(i, nil) })
		}
	}
	for _, role := range p.Roles {
		owner := c.party(role.ID)
		plan.Walk(role.Duties, func(i *plan.Item) { c.item(i, owner) })
	}
	for _, r := range p.Reports {
		c.report(r)
	}
	for _, d := range p.Deadlines {
		c.named(d)
	}
	if c.full {
		return c.entries, diag.List{tooMany.At(diag.Location{File: p.File.Name}, "count", strconv.Itoa(maxEntries))}
	}
	return c.entries, nil
}

// Roles are the ids and names that Range.Role may be, of one plan.
func Roles(p *plan.Plan) []string {
	words := compose.Word(p)
	var all []string
	for _, role := range p.Roles {
		all = append(all, role.ID.Text, words.Line(role.Name))
	}
	return all
}

func (c *collector) sourceOf() *Source {
	p := c.plan
	s := &Source{File: p.File.Name, Title: "Kế hoạch " + c.words.Line(p.Title), Agency: p.Issuers[0].Name.Words()}
	if p.Number.Given() {
		s.Number = p.Number.Text + "/KH-" + p.Issuers[0].Suffix.Text
	}
	if d := p.Date; d.Day > 0 {
		s.Issued = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	from, to := c.due.Period()
	s.Opens, s.period = from, from.String()+"/"+to.String()
	return s
}

// sections are the plan's and its appendices'.
func (c *collector) sections() []*plan.Section {
	all := slices.Clone(c.plan.Sections)
	for _, a := range c.plan.Appendices {
		all = append(all, a.Sections...)
	}
	return all
}

func (c *collector) party(ids ...plan.Value) []Party {
	var all []Party
	for _, id := range ids {
		if role := c.plan.Role(id); role != nil {
			all = append(all, Party{id.Text, c.words.Line(role.Name)})
		}
	}
	return all
}

// item is a content item, or a duty of its owner.
func (c *collector) item(i *plan.Item, owner []Party) {
	if i.Deadline == nil {
		return
	}
	e := Entry{Kind: Item, ID: i.ID.Text, Where: c.words.Number(i), What: c.title(i), Leads: c.party(i.Role), Support: c.party(i.Support...), At: i.At.Location()}
	if len(e.Leads) == 0 {
		e.Leads = owner
	}
	for _, more := range c.carried[i.ID.Text] {
		if i.ID.Given() && !slices.Contains(e.Leads, more) {
			e.Leads = append(slices.Clone(e.Leads), more)
		}
	}
	c.add(e, i.Deadline)
}

// title is an item's heading, or its first paragraph.
func (c *collector) title(i *plan.Item) string {
	text := i.Heading
	if !text.Given() {
		text = i.Text
		text.Paragraphs = text.Paragraphs[:min(1, len(text.Paragraphs))]
	}
	return strings.TrimRight(c.words.Line(text), ":.; ")
}

func (c *collector) report(r *plan.Report) {
	what := c.words.Line(r.Name)
	if to := c.words.Line(r.To); to != "" {
		what += " gửi " + to
	}
	if through := c.words.Line(r.Through); through != "" {
		what += " (qua " + through + ")"
	}
	c.add(Entry{Kind: Report, ID: r.ID.Text, What: what, Leads: c.party(r.Role), At: r.ID.At.Location()}, r.Deadline)
}

// named is a deadline that stands by itself. One that an item or a report uses is listed there; what is due is said by the
// sentence that names it first.
func (c *collector) named(d *plan.Deadline) {
	if c.used[c.plan.Deadline(d)] {
		return
	}
	m := c.mention(d)
	what := m.sentence
	if what == "" {
		what = d.ID.Text
	}
	c.add(Entry{Kind: Deadline, ID: d.ID.Text, What: what, Leads: m.owner, Where: m.where, At: d.At.Location()}, d)
}

// add lists an entry for each day on which it is due.
func (c *collector) add(e Entry, d *plan.Deadline) {
	c.used[c.plan.Deadline(d)] = true
	if c.full {
		return
	}
	e.Plan, e.When = c.source, c.words.Deadline(d)
	if !c.asked.asks(e) {
		return
	}
	days := c.due.All(d)
	if len(days) == 0 && !c.asked.bounded() {
		c.entries = append(c.entries, e)
	}
	for n, one := range days {
		if len(c.entries) == maxEntries {
			c.full = true
			return
		}
		if c.asked.holds(one.Last) {
			e.Due, e.occurrence = &one, n
			c.entries = append(c.entries, e)
		}
	}
}

// stem is a file's name without folder and ending.
func stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}
