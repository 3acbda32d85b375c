package units

import (
	"maps"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// Model loads a plan that units are to be made from, and names the variables that a list may give it: those that the plan and its
// first agency set, and those that they use and set nowhere, which a list must give. The plan holds their names in brackets.
func Model(name string, o plan.Options) (*plan.Plan, []Variable, diag.List) {
	p, found := plan.Load(name, o)
	unset, only := withoutValue(found)
	if p == nil && only {
		o.Values = maps.Clone(o.Values)
		if o.Values == nil {
			o.Values = map[string]string{}
		}
		for _, v := range unset {
			o.Values[v.Name] = v.Value
		}
		p, found = plan.Load(name, o)
	}
	if p == nil {
		return nil, nil, found
	}
	var all []Variable
	for _, v := range p.Values {
		all = append(all, Variable{Name: v.Name.Text, Value: v.Value.Text, At: v.Name.At.Location()})
	}
	for _, v := range p.Issuers[0].Values {
		all = append(all, Variable{Name: "agency." + v.Name.Text, Value: v.Value.Text, At: v.Name.At.Location()})
	}
	return p, append(all, unset...), found
}

// noVariable is the id of package plan's finding about a variable without value; its argument "name" is the variable.
const noVariable = "plan/variable"

// withoutValue are the variables that a plan failed to load for, in the order of the file; only tells that nothing else was wrong.
func withoutValue(found diag.List) (unset []Variable, only bool) {
	only = true
	seen := map[string]bool{}
	for _, f := range found {
		name := f.Arg("name")
		switch {
		case f.Kind.ID != noVariable:
			only = only && f.Kind.Severity != diag.Error
		case !seen[name]:
			seen[name] = true
			unset = append(unset, Variable{Name: name, Value: "[" + name + "]", Required: true, At: f.Location})
		}
	}
	return unset, only
}
