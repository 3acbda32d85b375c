package plan

import (
	"maps"
	"slices"
	"strings"
)

// Findings about whoever signs a unit's plan.
var (
	givenPost = kind("given-post", `chức vụ "{value}": không rõ là ký thay ai; kế hoạch mẫu ký KT. {head}`, `post "{value}": for whom do they sign? the model signs KT. {head}`,
		"ghi thêm chức vụ được ký thay (cột Ký thay chức vụ, signatory.for), hoặc sửa chức vụ", "add the post that they sign for (column Ký thay chức vụ, signatory.for), or mend the post")
	givenFor = kind("given-for", `"{post}" là người đứng đầu, không ký thay "{value}"`, `"{post}" is the head and does not sign for "{value}"`,
		"để trống chức vụ được ký thay, hoặc sửa chức vụ người ký", "leave the post that is signed for empty, or mend the signatory's")
)

// signatory gives the first who signs other words.
func (g *giver) signatory() {
	old := g.plan.Signs()
	signs, changed := *old, false
	for _, field := range []struct {
		key  string
		text *Text
	}{{"signatory.name", &signs.Name}, {"signatory.post", &signs.Post}} {
		value, given := g.values[field.key]
		switch {
		case given && strings.TrimSpace(value) == "":
			g.find(givenNothing, field.key)
		case given:
			*field.text, changed = literal(value), true
		}
	}
	if _, given := g.values["signatory.for"]; given || signs.Post.Text != old.Post.Text {
		g.authority(&signs, old)
		changed = true
	}
	if !changed {
		return
	}
	issuers := slices.Clone(g.plan.Issuers)
	for i, a := range issuers {
		if at := slices.Index(a.Signatories, old); at >= 0 {
			agency := *a
			agency.Signatories = slices.Clone(a.Signatories)
			agency.Signatories[at] = &signs
			issuers[i] = &agency
		}
	}
	g.plan.Issuers = issuers
	g.plan.index.signatories = maps.Clone(g.plan.index.signatories)
	g.plan.index.signatories[signs.ID.Text] = &signs
}

// authority makes how one signs agree with their post, which prints as a block: a deputy signs for the head (KT.), the head for
// nobody. NĐ 30 PL I, II.7b. Whoever signs by order (TL.) or by delegation (TUQ.) goes on doing so.
func (g *giver) authority(signs, old *Signatory) {
	standsFor := strings.TrimSpace(g.values["signatory.for"])
	if slices.Contains(old.Authority, "TL") || slices.Contains(old.Authority, "TUQ") {
		if standsFor != "" {
			signs.For = literal(standsFor)
		}
		return
	}
	post, posted := g.values["signatory.post"]
	if !posted {
		post = old.Post.Text
	}
	head, deputy := headOf(post)
	switch {
	case !deputy && strings.EqualFold(standsFor, head):
		g.find(givenFor, "signatory.for", "post", post)
		return
	case !deputy && standsFor == "" && slices.Contains(old.Authority, "KT") && !strings.EqualFold(head, strings.TrimSpace(old.For.Text)):
		g.find(givenPost, "signatory.post", "head", old.For.Text)
		return
	case deputy && standsFor == "":
		standsFor = head
	}
	signs.Authority = slices.DeleteFunc(slices.Clone(old.Authority), func(a Authority) bool {
		return a == "KT" || a == "Q" && signs.Post.Text != old.Post.Text
	})
	if signs.For = literal(standsFor); standsFor != "" {
		signs.Authority = append(signs.Authority, "KT")
	}
}

// headOf is the post that a deputy signs for: CHỦ TỊCH of PHÓ CHỦ TỊCH; of anyone else their own, be they acting or not.
func headOf(post string) (head string, deputy bool) {
	post, _, _ = strings.Cut(strings.TrimSpace(post), "\n")
	if rest, ok := cutFold(post, "PHÓ "); ok {
		if whole := len(rest) - len(" THƯỜNG TRỰC"); whole > 0 && strings.EqualFold(rest[whole:], " THƯỜNG TRỰC") {
			rest = rest[:whole]
		}
		return strings.TrimSpace(rest), true
	}
	for _, acting := range []string{"Q. ", "QUYỀN "} {
		post, _ = cutFold(post, acting)
	}
	return strings.TrimSpace(post), false
}

// cutFold cuts a prefix, capitals or not.
func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
