package compare

import "github.com/kehoach/kehoach/internal/align"

// How alike two pieces must be to be one piece reworded: with the same parent, or moved away from it.
const (
	likeHere      = 0.5
	likeElsewhere = 0.75
	wordsToMove   = 4 // a piece of fewer words is known again elsewhere by its id alone
)

// A key is what a piece is known by.
type key struct {
	id   string
	name string // a heading: pieces of one name are one
	text string // the whole of it
	bag  align.Bag
}

func newKey(id, name, text string) key { return key{id, name, text, align.BagOf(text)} }

// match pairs two lists: by id where both have one, then what is the same, what has the same name, and what is most alike.
func match(old, new []key) []align.Pair {
	m := &matcher{old: old, new: new, oldTaken: make([]bool, len(old)), newTaken: make([]bool, len(new))}
	m.by(func(k key) string { return k.id })
	m.by(func(k key) string { return k.text })
	m.by(func(k key) string { return k.name })
	m.alike(likeHere)
	return m.pairs
}

// A matcher pairs two lists, a rule after the other.
type matcher struct {
	old, new           []key
	oldTaken, newTaken []bool
	pairs              []align.Pair
}

func (m *matcher) take(old, new int) {
	m.oldTaken[old], m.newTaken[new] = true, true
	m.pairs = append(m.pairs, align.Pair{Old: old, New: new})
}

// by pairs what a rule gives the same name, in order; "" is no name.
func (m *matcher) by(name func(key) string) {
	waiting := map[string][]int{}
	for i, k := range m.new {
		if n := name(k); n != "" && !m.newTaken[i] {
			waiting[n] = append(waiting[n], i)
		}
	}
	for i, k := range m.old {
		if n := name(k); n != "" && !m.oldTaken[i] && len(waiting[n]) > 0 {
			m.take(i, waiting[n][0])
			waiting[n] = waiting[n][1:]
		}
	}
}

// alike pairs what is left by likeness.
func (m *matcher) alike(least float64) {
	oldLeft, oldBags := left(m.old, m.oldTaken)
	newLeft, newBags := left(m.new, m.newTaken)
	for _, p := range align.Best(oldBags, newBags, least) {
		m.take(oldLeft[p.Old], newLeft[p.New])
	}
}

func left(keys []key, taken []bool) (places []int, bags []align.Bag) {
	for i, k := range keys {
		if !taken[i] {
			places, bags = append(places, i), append(bags, k.bag)
		}
	}
	return places, bags
}

// matchTrees pairs the pieces of two plans.
func matchTrees(old, new *element) {
	m := &treeMatcher{newTexts: map[string]int{}, oldTexts: map[string]int{}}
	m.count(old, m.oldTexts)
	m.count(new, m.newTexts)
	m.ids(old, new)
	m.pair(old, new)
	old.walk(func(e *element) { // found by id under a parent that has no match
		if e.match != nil {
			m.once(e, e.match)
		}
	})
	m.elsewhere(old, new)
}

// A treeMatcher pairs trees from the top.
type treeMatcher struct {
	oldTexts, newTexts map[string]int // how often each text stands in the plan
}

func (m *treeMatcher) count(e *element, texts map[string]int) {
	texts[e.key.text]++
	for _, c := range e.children {
		m.count(c, texts)
	}
}

// ids pairs what has the same id wherever it stands.
func (m *treeMatcher) ids(old, new *element) {
	known := map[string]*element{}
	new.walk(func(e *element) {
		if e.key.id != "" {
			known[e.family+" "+e.key.id] = e
		}
	})
	old.walk(func(e *element) {
		if other := known[e.family+" "+e.key.id]; e.key.id != "" && other != nil {
			e.match, other.match = other, e
		}
	})
}

// pair makes two pieces one, and pairs what is in them.
func (m *treeMatcher) pair(old, new *element) {
	old.match, new.match = new, old
	for _, p := range parts(old, new) {
		if p.list {
			m.children(old.listed(p.name), new.listed(p.name))
		}
	}
}

// children pairs the pieces of two lists. One whose very words the other plan has elsewhere, as often as its own plan has them, was
// moved there, and is not taken for a reworded neighbour.
func (m *treeMatcher) children(old, new []*element) {
	var a, b []*element
	for _, e := range old {
		if e.match == nil {
			a = append(a, e)
			continue
		}
		m.once(e, e.match)
	}
	for _, e := range new {
		if e.match == nil {
			b = append(b, e)
		}
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	match := &matcher{old: keysOfElements(a), new: keysOfElements(b), oldTaken: make([]bool, len(a)), newTaken: make([]bool, len(b))}
	match.by(func(k key) string { return k.text })
	match.by(func(k key) string { return k.name })
	for i, k := range match.old {
		match.oldTaken[i] = match.oldTaken[i] || len(k.bag) >= wordsToMove && m.newTexts[k.text] >= m.oldTexts[k.text]
	}
	for i, k := range match.new {
		match.newTaken[i] = match.newTaken[i] || len(k.bag) >= wordsToMove && m.oldTexts[k.text] >= m.newTexts[k.text]
	}
	match.alike(likeHere)
	for _, p := range match.pairs {
		m.once(a[p.Old], b[p.New])
	}
}

// once pairs what is in two pieces, unless that is done.
func (m *treeMatcher) once(old, new *element) {
	if !new.paired {
		new.paired = true
		m.pair(old, new)
	}
}

// elsewhere pairs what was left over, wherever it stands: what is the same, then what is most alike.
func (m *treeMatcher) elsewhere(old, new *element) {
	var a, b []*element
	collect := func(into *[]*element) func(*element) {
		return func(e *element) {
			if e.movable && e.match == nil && len(e.key.bag) >= wordsToMove {
				*into = append(*into, e)
			}
		}
	}
	old.walk(collect(&a))
	new.walk(collect(&b))
	match := &matcher{old: keysOfElements(a), new: keysOfElements(b), oldTaken: make([]bool, len(a)), newTaken: make([]bool, len(b))}
	match.by(func(k key) string { return k.text })
	match.alike(likeElsewhere)
	for _, p := range match.pairs {
		if a[p.Old].match == nil && b[p.New].match == nil && a[p.Old].family == b[p.New].family {
			m.once(a[p.Old], b[p.New])
		}
	}
}

func keysOfElements(elements []*element) []key {
	keys := make([]key, len(elements))
	for i, e := range elements {
		keys[i] = e.key
	}
	return keys
}
