package plan

import (
	"path"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// Options are what a caller gives beside the file.
type Options struct {
	Values   map[string]string                 // what With takes; the caller's win over the plan's own
	ReadFile func(name string) ([]byte, error) // nil reads the disk
}

// Load reads the plan in the file name and the agency files it names, as o.Values make it. A plan with errors is nil.
func Load(name string, o Options) (*Plan, diag.List) {
	p, found := load(name, o, func(name string) bool { _, given := o.Values[name]; return given })
	if p == nil {
		return nil, found
	}
	p, more := p.With(o.Values)
	return p, append(found, more...).Sort()
}

// LoadModel reads a plan as a model of many: With makes each unit's of it. A variable of its texts may be without a value
// until then; Wanted lists them.
func LoadModel(name string, o Options) (*Plan, diag.List) {
	return load(name, o, func(string) bool { return true })
}

// load reads a plan. promised tells which variables will get a value.
func load(name string, o Options, promised func(string) bool) (*Plan, diag.List) {
	source, found := ReadSource(name, o)
	if found.Failed() {
		return nil, found
	}
	p := &Plan{File: source}
	d := &decoder{file: source}
	if !d.document(p) {
		return nil, d.found.Sort()
	}
	found = append(found, d.found...)
	for i, file := range p.AgencyPaths() {
		agency, more := loadAgency(path.Join(path.Dir(name), file), p.AgencyValues()[i], o)
		found = append(found, more...)
		if agency != nil {
			p.Issuers = append(p.Issuers, agency)
		}
	}
	found = append(found, p.resolve(promised, !found.Failed())...).Sort()
	if found.Failed() {
		return nil, found
	}
	p.model = newModel(p)
	return p, found
}

// AgencyValues are the agency files as the plan writes them, whichever key names them.
func (p *Plan) AgencyValues() []Value {
	if p.Agency.Given() {
		return []Value{p.Agency}
	}
	return p.Agencies
}

// AgencyPaths are the agency files as the plan names them, relative to its own file and with forward slashes, as many as
// Issuers.
func (p *Plan) AgencyPaths() []string {
	var paths []string
	for _, file := range p.AgencyValues() {
		paths = append(paths, path.Clean(strings.ReplaceAll(file.Text, `\`, "/")))
	}
	return paths
}

// loadAgency reads one agency file. A file that can't be read is a finding at the place that names it.
func loadAgency(name string, named Value, o Options) (*Agency, diag.List) {
	if written := strings.ReplaceAll(named.Text, `\`, "/"); strings.HasPrefix(written, "/") || len(written) > 2 && written[1:3] == ":/" {
		return nil, diag.List{fileAbsolute.At(named.At.Location())}
	}
	source, found := ReadSource(name, o)
	if found.Failed() {
		for i := range found {
			if found[i].Line == 0 {
				found[i].Location = named.At.Location()
			}
		}
		return nil, found
	}
	a := &Agency{File: source}
	d := &decoder{file: source}
	if !d.document(a) {
		return nil, d.found
	}
	found = append(d.found, a.check()...)
	return a, found
}

// LoadValues reads a file of values for variables: names and scalars, a line each.
func LoadValues(name string, o Options) (map[string]string, diag.List) {
	source, found := ReadSource(name, o)
	if found.Failed() {
		return nil, found
	}
	d := &decoder{file: source}
	root := d.parse()
	if root == nil {
		return nil, d.found.Sort()
	}
	values := map[string]string{}
	for _, pair := range d.pairs(root) {
		var v Value
		d.value(pair.value, &v)
		values[pair.key.Value] = v.Text
	}
	if d.found.Failed() {
		return nil, d.found.Sort()
	}
	return values, d.found.Sort()
}

// LoadInto reads another YAML file of the office into a struct whose fields are tagged as the types of this package are, as
// strictly as a plan: unknown and repeated keys, wrong types and missing required keys are findings.
func LoadInto(name string, into any, o Options) diag.List {
	source, found := ReadSource(name, o)
	if found.Failed() {
		return found
	}
	d := &decoder{file: source}
	d.document(into)
	return append(found, d.found...).Sort()
}
