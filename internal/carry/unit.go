// Package carry hands a model plan to its units as files of their own, and carries the model's next edition into them.
//
// Unit writes one unit's complete plan and agency file: the model with the unit's values in it, without the parts that it is
// not concerned by, naming the model it came from. Merge takes three such files, what was handed out, what the new edition
// would hand out, and what the unit has made of it meanwhile, and brings them together by ids; what both changed is a
// conflict, which stays as the unit wrote it, marked in the file, and is reported. It reads and writes nothing on disk.
package carry

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/tree"
)

// Files are what a unit gets.
type Files struct {
	Plan, Agency []byte
}

// AgencyName is the name of the agency file beside a unit's plan.
func AgencyName(stem string) string { return stem + ".agency.yaml" }

// Unit writes the files of the unit whose plan made is, from the model it was made of. stem is the name of its plan without
// ending; open are the ids of the choices that the unit has yet to make: a comment above each keeps the plan from being signed.
// ok is false when the texts can't be written as YAML again, or the model is Refused.
func Unit(model, made *plan.Plan, stem string, open []string) (files Files, ok bool) {
	if Refused(model).Failed() {
		return files, false
	}
	root := model.Tree()
	agency := tree.Parse([]byte(model.Issuers[0].File.Text))
	if agency == nil {
		return files, false
	}
	prune(root, made)
	choose(root, open)
	origin := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	tree.Put(origin, "file", path.Base(model.File.Name), "")
	if edition := model.Edition.Text; edition != "" {
		tree.Put(origin, "edition", edition, "")
	}
	sum := sha256.Sum256(cmp.Or(model.Under, model.File).Bytes)
	tree.Put(origin, "sha256", hex.EncodeToString(sum[:]), "")
	tree.Remove(root, "edition")
	tree.Remove(root, "from_model")
	tree.Insert(root, "from_model", origin, "kehoach")
	if tree.Get(root, "agency") != nil {
		tree.Put(root, "agency", path.Base(AgencyName(stem)), "")
	}
	for _, key := range []string{"number", "date"} {
		if value, given := made.Given[key]; given {
			tree.Put(root, key, value, "period")
		}
	}
	values(root, made)
	office(agency, made)
	if files.Plan, ok = tree.Encode(root); !ok {
		return files, false
	}
	files.Agency, ok = tree.Encode(agency)
	return files, ok
}

var jointModel = &diag.Kind{ID: "carry/agencies",
	Message: diag.Words{VI: "kế hoạch liên tịch (agencies) không giao thành kế hoạch riêng của từng đơn vị được", EN: "a joint plan (agencies) can't be handed out as each unit's own"},
	Fix:     diag.Words{VI: "lập DOCX, PDF; hoặc giao một kế hoạch mẫu chỉ có một cơ quan (agency)", EN: "make DOCX and PDF, or hand out a model that one agency issues (agency)"}}

// Refused says why a model can't be handed out: a unit gets one agency file, and a joint plan needs several.
func Refused(model *plan.Plan) diag.List {
	if len(model.Agencies) == 0 {
		return nil
	}
	return diag.List{jointModel.At(model.Agencies[0].At.Location())}
}

// prune takes away the parts whose conditions don't hold, and the conditions of those that stay.
func prune(n *yaml.Node, made *plan.Plan) {
	n.Content = slices.DeleteFunc(n.Content, func(c *yaml.Node) bool {
		when := tree.Get(c, "when")
		return n.Kind == yaml.SequenceNode && when != nil && !made.Meets(when)
	})
	tree.Remove(n, "when")
	for _, c := range n.Content {
		prune(c, made)
	}
}

// choose marks the choices that are open.
func choose(n *yaml.Node, open []string) {
	for _, c := range n.Content {
		if n.Kind == yaml.SequenceNode && slices.Contains(open, tree.Text(c, "id")) && tree.Text(c, "model") == "choice" {
			c.HeadComment = strings.TrimPrefix(c.HeadComment+"\n# XEM LẠI: đơn vị phải chọn: ghi theo đơn vị, hoặc bỏ phần này", "\n")
		}
		choose(c, open)
	}
}

// values puts the unit's variables into the plan's own.
func values(root *yaml.Node, made *plan.Plan) {
	list := tree.Get(root, "values")
	for _, name := range slices.Sorted(maps.Keys(made.Given)) {
		if !variable(name) {
			continue
		}
		if list != nil {
			if i := tree.Index(list, "name", name); i >= 0 {
				tree.Put(list.Content[i], "value", made.Given[name], "name")
				continue
			}
		} else {
			list = &yaml.Node{Kind: yaml.SequenceNode}
			tree.Insert(root, "values", list, "")
		}
		v := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		tree.Put(v, "name", name, "")
		tree.Put(v, "value", made.Given[name], "")
		list.Content = append(list.Content, v)
	}
}

// variable tells the names of variables from those of what stands in files of its own.
func variable(name string) bool {
	switch name {
	case "number", "date", "kind", "unit":
		return false
	}
	return !strings.HasPrefix(name, "agency.") && !strings.HasPrefix(name, "signatory.")
}

// office gives the agency file the unit's names and its first signatory.
func office(agency *yaml.Node, made *plan.Plan) {
	first := made.Issuers[0]
	tree.Put(agency, "kind", string(first.Kind), "")
	for _, f := range []struct {
		key  string
		text plan.Text
	}{{"name", first.Name}, {"short", first.Short}, {"letterhead", first.Letterhead}, {"parent", first.Parent}, {"place", first.Place},
		{"collective", first.Collective}, {"address", first.Address}} {
		if f.text.Given() && tree.Text(agency, f.key) != f.text.Text {
			tree.Put(agency, f.key, f.text.Text, "kind")
		}
	}
	if suffix := first.Suffix.Text; tree.Text(agency, "suffix") != suffix {
		tree.Put(agency, "suffix", suffix, "")
	}
	own := tree.Get(agency, "values")
	for _, name := range slices.Sorted(maps.Keys(made.Given)) {
		if field, ok := strings.CutPrefix(name, "agency."); ok && own != nil {
			if i := tree.Index(own, "name", field); i >= 0 {
				tree.Put(own.Content[i], "value", made.Given[name], "name")
			}
		}
	}
	list := tree.Get(agency, "signatories")
	for _, s := range first.Signatories {
		i := tree.Index(list, "id", s.ID.Text)
		if i >= 0 {
			authority(list.Content[i], s)
		}
		for key, text := range map[string]plan.Text{"name": s.Name, "post": s.Post, "for": s.For} {
			if i >= 0 && text.Given() && tree.Text(list.Content[i], key) != text.Text {
				tree.Put(list.Content[i], key, text.Text, "id")
			}
		}
	}
}

// authority gives a signatory of the file the forms that one of the plan signs by.
func authority(own *yaml.Node, s *plan.Signatory) {
	forms := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, form := range s.Authority {
		forms.Content = append(forms.Content, tree.Scalar(string(form)))
	}
	if old := tree.Get(own, "authority"); len(forms.Content) > 0 && (old == nil || !tree.Same(old, forms)) {
		tree.Set(own, &yaml.Node{Kind: yaml.ScalarNode, Value: "authority"}, forms)
	} else if old != nil && len(forms.Content) == 0 {
		tree.Remove(own, "authority")
	}
	if !s.For.Given() {
		tree.Remove(own, "for")
	}
}
