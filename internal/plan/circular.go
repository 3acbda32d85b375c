package plan

// What is printed by other things' words may lead back to itself: the wording of a deadline names a deadline whose wording names the first,
// a document's subject cites the document. Such a plan could never be written out.

// circles reports the definitions whose words lead back to themselves, each where its words refer on.
func (r *resolver) circles() {
	c := circles{resolver: r, state: map[any]progress{}}
	for _, d := range r.plan.AllDeadlines() {
		if d != nil { // a report may lack its own
			c.visit(d)
		}
	}
	for _, d := range r.plan.Citations {
		c.visit(d)
	}
	for _, role := range r.plan.Roles {
		c.visit(role)
	}
}

type progress int

const (
	unseen progress = iota
	begun           // its words are being followed
	done
)

// circles follows what definitions name, each once.
type circles struct {
	*resolver
	state map[any]progress
}

// visit follows the words of one definition.
func (c *circles) visit(definition any) {
	if c.state[definition] != unseen {
		return
	}
	c.state[definition] = begun
	for _, t := range wordsOf(definition) {
		for _, paragraph := range t.Paragraphs {
			for _, in := range paragraph.Inlines {
				if named := c.named(in); named != nil {
					if c.state[named] == begun {
						c.found = append(c.found, circularWords.At(in.At.Location(), "words", in.ref.raw))
						continue
					}
					c.visit(named)
				}
			}
		}
	}
	c.state[definition] = done
}

// wordsOf are the texts by which a definition is printed.
func wordsOf(definition any) []Text {
	switch d := definition.(type) {
	case *Deadline:
		return []Text{d.Wording, d.After}
	case *Citation:
		return []Text{d.Type, d.Issuer, d.Connector, d.Subject}
	case *Role:
		return []Text{d.Name}
	}
	return nil
}

// named is the definition that an inline refers to; nil for none.
func (c *circles) named(in Inline) any {
	switch {
	case in.Deadline != nil:
		if end := c.plan.Deadline(in.Deadline); end != nil {
			return end
		}
	case in.Mention != nil && in.Mention.Literal == nil:
		return in.Mention.Citation
	case in.Role != nil:
		return in.Role
	}
	return nil
}
