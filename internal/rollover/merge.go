package rollover

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// lists are the keys whose lists are merged. Items and duties are of one sort: what was one may have become the other.
var lists = map[string]string{"citations": "citation", "roles": "role", "deadlines": "deadline", "reports": "report", "sections": "section", "appendices": "appendix",
	"items": "item", "duties": "item", "purposes": "item", "requirements": "item", "bases": "base", "recipients": "recipient"}

// A merger puts into an edited draft what a fresh draft of the same plan has and it has not: elements by their ids, as the lines that they
// are, behind the element that goes before them there.
type merger struct {
	fresh, edited *plan.Source
	edit          *edit.Edit
	have          map[string]bool // sorts and ids of the edited draft
	missing       Ledger          // what can't be put in: an element without id, or of a list between brackets
}

// merge finds what is new.
func merge(fresh, edited *plan.Source) *merger {
	m := &merger{fresh: fresh, edited: edited, edit: edit.Of(edited), have: map[string]bool{}}
	var from, into yaml.Node
	if yaml.Unmarshal([]byte(fresh.Text), &from) == nil && yaml.Unmarshal([]byte(edited.Text), &into) == nil {
		m.know(into.Content[0])
		m.mapping(from.Content[0], into.Content[0])
	}
	return m
}

// know notes the ids of the edited draft, wherever they stand.
func (m *merger) know(n *yaml.Node) {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if sort := lists[n.Content[i].Value]; sort != "" {
			for _, element := range n.Content[i+1].Content {
				m.have[sort+" "+scalar(element, "id")] = true
				m.know(element)
			}
		}
	}
}

func (m *merger) mapping(fresh, edited *yaml.Node) {
	for i := 0; i+1 < len(fresh.Content) && fresh.Kind == yaml.MappingNode; i += 2 {
		if key := fresh.Content[i].Value; lists[key] != "" && fresh.Content[i+1].Kind == yaml.SequenceNode {
			list := value(edited, key)
			if list == nil || list.Kind != yaml.SequenceNode {
				list = &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Line: edited.Line}
			}
			m.list(lists[key], fresh.Content[i+1], list)
		}
	}
}

// list goes through one list of both drafts.
func (m *merger) list(sort string, fresh, edited *yaml.Node) {
	same := partners(fresh.Content, edited.Content)
	var last *yaml.Node // the element of the edited draft behind which a new one comes
	lack := unnamed(fresh.Content) - unnamed(edited.Content)
	for _, element := range fresh.Content {
		id := scalar(element, "id")
		switch there := same[element]; {
		case there != nil:
			m.mapping(element, there)
			last = there
		case id == "":
			if lack--; lack >= 0 {
				m.lacks(element, edited)
			}
		case !m.have[sort+" "+id] && !m.insert(id, element, fresh, edited, last):
			m.lacks(element, edited)
		}
	}
}

// partners pairs the elements of two lists: by id, and those without one in their order when they are as many, else by what they say.
func partners(fresh, edited []*yaml.Node) map[*yaml.Node]*yaml.Node {
	inOrder := unnamed(fresh) == unnamed(edited)
	names := func() func(n *yaml.Node) string {
		place := 0
		return func(n *yaml.Node) string {
			switch id := scalar(n, "id"); {
			case id != "":
				return "id " + id
			case inOrder:
				place++
				return strconv.Itoa(place)
			}
			return "says " + says(n)
		}
	}
	there := map[string][]*yaml.Node{}
	as := names()
	for _, n := range edited {
		key := as(n)
		there[key] = append(there[key], n)
	}
	same := map[*yaml.Node]*yaml.Node{}
	as = names()
	for _, n := range fresh {
		key := as(n)
		if left := there[key]; len(left) > 0 {
			same[n], there[key] = left[0], left[1:]
		}
	}
	return same
}

// insert puts an element's lines into the edited draft; false where one of the lists is not made of lines.
func (m *merger) insert(id string, element, fresh, edited, last *yaml.Node) bool {
	from, to, ok := linesOf(m.fresh.Text, element)
	if !ok || fresh.Style&yaml.FlowStyle != 0 || edited.Style&yaml.FlowStyle != 0 || len(edited.Content) == 0 {
		return false
	}
	beside := last
	if beside == nil {
		beside = edited.Content[0]
	}
	at, end, ok := linesOf(m.edited.Text, beside)
	if !ok {
		return false
	}
	if last != nil {
		at = end
	}
	indent := strings.Repeat(" ", edited.Column-1)
	cut := strings.Repeat(" ", fresh.Column-1)
	lines := group{kind: added, entries: []Entry{{Kind: added, Old: id}}}.mark() + "\n" + m.fresh.Text[from:to]
	var b strings.Builder
	for line := range strings.Lines(lines) {
		if line = strings.TrimPrefix(line, cut); strings.TrimSpace(line) != "" {
			b.WriteString(indent)
		}
		b.WriteString(line)
	}
	text := strings.TrimRight(b.String(), "\n") + "\n"
	if at > 0 && m.edited.Text[at-1] != '\n' {
		text = "\n" + strings.TrimSuffix(text, "\n")
	}
	m.edit.Replace(plan.Place{File: m.edited, Start: at, End: at}, text)
	return true
}

// lacks tells of an element that a person must put in.
func (m *merger) lacks(element, list *yaml.Node) {
	at := 0
	for range list.Line - 1 {
		at += lineLength(m.edited.Text[at:])
	}
	m.missing = append(m.missing, Entry{Kind: missing, Pile: Stale, At: plan.Place{File: m.edited, Start: at, End: at + max(lineLength(m.edited.Text[at:])-1, 0)}, Old: says(element)})
}

// stays tells whether every text of before is there after, in its order.
func stays(before, after []plan.Passage) bool {
	i := 0
	for _, text := range after {
		if i < len(before) && text.Value.Text == before[i].Value.Text {
			i++
		}
	}
	return i == len(before)
}

// withNew is an edited draft with what is new in the plan that it was made from, and what a person must put in. Where the lines that would
// come don't make a plan with those that are there, nothing comes and all is told.
func withNew(edited, fresh *plan.Plan) (stage, Ledger) {
	m := merge(fresh.File, edited.File)
	after, why := asLoaded(edited).load(edited, m.edit)
	if why == (diag.Words{}) && stays(edited.Passages(), after.plan.Passages()) {
		after.relocate(m.missing, edited.File)
		return after, m.missing
	}
	if why == (diag.Words{}) {
		why = textsLost
	}
	unchanged := edit.Of(edited.File)
	return stage{unchanged, edited.File.Bytes, edited}, append(m.missing, Entry{Kind: unmergeable.Saying("reason", why), Pile: Stale, Old: fresh.File.Name,
		At: plan.Place{File: edited.File, Start: edited.Version.At.Start, End: edited.Version.At.End}})
}

var textsLost = diag.Words{VI: "câu đã có sẽ mất", EN: "texts that are there would be lost"}
