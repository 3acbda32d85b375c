package territory

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed units.txt
var source string

// A register is the table in memory. Names are cut from the embedded text, not copied.
type register struct {
	units  []Unit
	sameAs []int32          // the next unit with the same key, from 1; 0 for none
	first  map[string]int32 // key to the first unit with it, from 1
}

// table is read once; its text is ours and tested, so a mistake in it is a bug.
var table = sync.OnceValue(func() *register {
	t, err := parse(source)
	if err != nil {
		panic("territory: units.txt: " + err.Error())
	}
	return t
})

// named are the units whose name has the key.
func (t *register) named(key string) []*Unit {
	var found []*Unit
	for i := t.first[key]; i > 0; i = t.sameAs[i-1] {
		found = append(found, &t.units[i-1])
	}
	return found
}

// A reader holds what the lines read so far say.
type reader struct {
	*register
	nexts   []*Unit // one arena for all lists of successors
	prevs   []*Unit // and one for those of predecessors
	changes []*Change

	province  *Unit     // the last P
	communes  *Change   // by which its communes began
	first     *Unit     // the form in which it began on 01/7/2025, or came from before
	before    *Unit     // the last B
	districts []*Unit   // of P, in order
	olds      [][]*Unit // their communes
}

// parse reads the table: see its first lines for its form.
func parse(text string) (*register, error) {
	most := strings.Count(text, "\n")*2 + strings.Count(text, ",") + strings.Count(text, ";")
	r := &reader{register: &register{units: make([]Unit, 0, most)}, nexts: make([]*Unit, 0, most), prevs: make([]*Unit, 0, most)}
	number := 0
	for line := range strings.Lines(text) {
		number++
		if err := r.line(strings.TrimSuffix(line, "\n")); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	r.islands()
	r.index()
	return r.register, nil
}

func (r *reader) line(line string) error {
	if line == "" {
		return fmt.Errorf("empty")
	}
	fields := strings.Split(line[1:], "|")
	switch line[0] {
	case '#':
		return nil
	case '!':
		return r.change(fields)
	case 'P':
		return r.provinceOfToday(fields)
	case 'I':
		return r.interim(fields)
	case 'B':
		return r.provinceBefore(fields[0])
	case 'D':
		d, err := r.unit(fields[0], r.before)
		if err != nil {
			return err
		}
		d.Ended = r.changes[0]
		r.districts, r.olds = append(r.districts, d), append(r.olds, nil)
		return nil
	case 'U':
		return r.communeOfToday(fields)
	}
	return fmt.Errorf("begins with %q", line[0])
}

func (r *reader) change(fields []string) error {
	if len(fields) != 3 {
		return fmt.Errorf("%d fields of a change", len(fields))
	}
	issued, err := time.Parse("02/01/2006", fields[1])
	if err != nil {
		return err
	}
	on, err := time.Parse("02/01/2006", fields[2])
	r.changes = append(r.changes, &Change{On: on, By: fields[0], Issued: issued})
	return err
}

// provinceOfToday reads "TQuảng Ngãi|1677/NQ-UBTVQH15|1": without a last field it is one from before, unchanged.
func (r *reader) provinceOfToday(fields []string) error {
	if len(fields) != 3 {
		return fmt.Errorf("%d fields of a province", len(fields))
	}
	p, err := r.unit(fields[0], nil)
	if err != nil {
		return err
	}
	if fields[2] != "" {
		if p.Began, err = r.changeAt(fields[2]); err != nil {
			return err
		}
	}
	law := *r.changes[0]
	law.By = fields[1]
	r.province, r.first, r.communes = p, p, &law
	r.districts, r.olds = r.districts[:0], r.olds[:0]
	return nil
}

// interim reads "TĐồng Nai|1": what the province of today was until it became that.
func (r *reader) interim(fields []string) error {
	i, err := r.unit(fields[0], nil)
	if err != nil {
		return err
	}
	if len(fields) > 1 && fields[1] != "" {
		if i.Began, err = r.changeAt(fields[1]); err != nil {
			return err
		}
	}
	i.Ended = r.province.Began
	r.first = i
	r.link(i, r.province)
	return nil
}

func (r *reader) provinceBefore(field string) error {
	if r.first.Began == nil && kinds[r.first.Kind].letter == field[0] && r.first.Name == field[1:] {
		r.before = r.first
		return nil
	}
	b, err := r.unit(field, nil)
	if err != nil {
		return err
	}
	b.Ended = r.first.Began
	r.before = b
	r.link(b, r.first)
	return nil
}

// communeOfToday reads "xSơn Tây Hạ|6:xSơn Màu,xSơn Tinh|": kind and name, what it took by district, and what kind it was before.
func (r *reader) communeOfToday(fields []string) error {
	u, err := r.unit(fields[0], r.province)
	if err != nil {
		return err
	}
	u.Began = r.communes
	took := u
	if len(fields) == 4 {
		was, err := r.unit(fields[2]+u.Name, r.first)
		if err != nil {
			return err
		}
		if u.Began, err = r.changeAt(fields[3]); err != nil {
			return err
		}
		was.Began, was.Ended = r.communes, u.Began
		r.link(was, u)
		took = was
	} else if len(fields) != 2 {
		return fmt.Errorf("%d fields of a commune", len(fields))
	}
	for group := range strings.SplitSeq(fields[1], ";") {
		number, olds, _ := strings.Cut(group, ":")
		d, err := strconv.Atoi(number)
		if err != nil || d < 0 || d >= len(r.districts) {
			return fmt.Errorf("no district %q", number)
		}
		if olds == "" { // an island district, which had no communes
			r.link(r.districts[d], took)
			continue
		}
		for field := range strings.SplitSeq(olds, ",") {
			old, err := r.old(d, field)
			if err != nil {
				return err
			}
			r.link(old, took)
		}
	}
	return nil
}

// old is a commune of a district of before; a divided one is met several times.
func (r *reader) old(district int, field string) (*Unit, error) {
	for _, u := range r.olds[district] {
		if u.Name == field[1:] && kinds[u.Kind].letter == field[0] {
			return u, nil
		}
	}
	u, err := r.unit(field, r.districts[district])
	if err != nil {
		return nil, err
	}
	u.Ended = r.communes
	r.olds[district] = append(r.olds[district], u)
	return u, nil
}

// unit adds the unit of a letter and a name.
func (r *reader) unit(field string, parent *Unit) (*Unit, error) {
	if len(field) > 1 && len(r.units) < cap(r.units) {
		for kind := Province; int(kind) < len(kinds); kind++ {
			if kinds[kind].letter == field[0] {
				r.units = append(r.units, Unit{Kind: kind, Name: field[1:], Parent: parent})
				return &r.units[len(r.units)-1], nil
			}
		}
	}
	return nil, fmt.Errorf("no kind and name in %q", field)
}

func (r *reader) changeAt(number string) (*Change, error) {
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(r.changes) {
		return nil, fmt.Errorf("no change %q", number)
	}
	return r.changes[i], nil
}

func (r *reader) link(from, to *Unit) {
	from.next = with(&r.nexts, from.next, to)
	to.prev = with(&r.prevs, to.prev, from)
}

// with is list and one more; a list that is new, or the last in the arena, stays there.
func with(arena *[]*Unit, list []*Unit, u *Unit) []*Unit {
	n := len(*arena)
	if len(list) > 0 && &(*arena)[n-1] != &list[len(list)-1] {
		return append(list, u)
	}
	*arena = append(*arena, u)
	return (*arena)[n-len(list) : n+1 : n+1]
}

// islands gives districts all of whose communes went into one đặc khu that took nothing else that đặc khu as successor.
func (r *reader) islands() {
	for i := range r.units {
		zone := &r.units[i]
		if zone.Kind != SpecialZone || len(zone.prev) == 0 {
			continue
		}
		district := zone.prev[0].Parent
		whole := district != nil && district.Kind.Level() == DistrictLevel
		for _, old := range zone.prev {
			whole = whole && old.Parent == district && len(old.next) == 1
		}
		for j := range r.units {
			whole = whole && (r.units[j].Parent != district || len(r.units[j].next) == 1 && r.units[j].next[0] == zone)
		}
		if whole {
			r.link(district, zone)
		}
	}
}

// index makes the map of keys; the keys share one string.
func (r *reader) index() {
	var keys []byte
	ends := make([]int, len(r.units)+1) // of the keys of the units before
	for i := range r.units {
		keys = appendKey(keys, r.units[i].Name)
		ends[i+1] = len(keys)
	}
	all := string(keys)
	r.sameAs = make([]int32, len(r.units))
	r.register.first = make(map[string]int32, len(r.units))
	for i := len(r.units) - 1; i >= 0; i-- {
		key := all[ends[i]:ends[i+1]]
		r.sameAs[i], r.register.first[key] = r.register.first[key], int32(i+1)
	}
}
