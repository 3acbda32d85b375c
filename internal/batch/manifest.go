package batch

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// A header is the first line of a manifest: which job it is of.
type header struct {
	Kehoach string `json:"kehoach"` // the program's version
	Plan    string `json:"plan"`    // as the person named it
	Shared  string `json:"shared"`  // digest of what all units share
	List    string `json:"list"`    // digest of all units
	Total   int    `json:"units"`   // in the whole list
	Shard   string `json:"shard,omitempty"`
	Items   []Item `json:"items,omitempty"` // that the model asks for
}

// An Entry is a unit's line in the manifest.
type Entry struct {
	N        int       `json:"n"` // its place in the list, from 1
	Unit     string    `json:"unit"`
	Status   string    `json:"status"` // done or failed
	Inputs   string    `json:"inputs,omitempty"`
	Files    []File    `json:"files,omitempty"`
	Findings []Finding `json:"findings,omitempty"`
	Coverage []Cell    `json:"coverage,omitempty"`
}

// The statuses of an entry.
const (
	statusDone   = "done"
	statusFailed = "failed"
)

// A File is one file of a unit.
type File struct {
	Name   string `json:"name"` // below the output folder, with forward slashes
	SHA256 string `json:"sha256"`
	Size   int    `json:"size"`
	Pages  int    `json:"pages,omitempty"`
}

// A Finding is what was found about a unit, as machines read it.
type Finding struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
}

// findingsOf are findings as a manifest keeps them: in English, as all that machines read.
func findingsOf(found diag.List) []Finding {
	var out []Finding
	for _, f := range found {
		out = append(out, Finding{f.Kind.ID, f.Kind.Severity.String(), f.File, f.Line, f.Column, f.Message(diag.English)})
	}
	return out
}

func (p *Prepared) header() header {
	return header{p.Version, p.Model.File.Name, p.digest, p.list, len(p.Units), p.Shard.String(), p.required}
}

// sharedDigest is the digest of everything besides a unit's own values that its files are made from.
func (j *Job) sharedDigest() string {
	h := sha256.New()
	field(h, []byte(j.Version))
	field(h, j.Renderer.Digest())
	field(h, []byte(fmt.Sprint(j.Formats, j.Archive, j.YAML, j.Update)))
	field(h, []byte(j.Model.File.Name))
	field(h, j.Model.File.Bytes)
	for _, a := range j.Model.Issuers {
		field(h, a.File.Bytes)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// inputs is the digest of everything that a unit's files are made from.
func (p *Prepared) inputs(t *task, made *plan.Plan) string {
	h := sha256.New()
	field(h, []byte(p.digest))
	field(h, []byte(t.stem))
	p.own(h, t, made)
	return hex.EncodeToString(h.Sum(nil))
}

// own adds what is a unit's own: its values, and its file.
func (p *Prepared) own(h hash.Hash, t *task, made *plan.Plan) {
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		field(h, []byte(key))
		field(h, []byte(t.values[key]))
	}
	if made != nil && made.File != p.Model.File {
		field(h, made.File.Bytes)
	}
}

// listed adds a unit to the digest of the list, which parts of one job have in common. No unit's inputs depend on it: one
// changed row builds one unit.
func (p *Prepared) listed(h hash.Hash, t *task, made *plan.Plan) {
	field(h, []byte(t.unit.Name))
	p.own(h, t, made)
}

// field adds one value to a digest, its length first, so that two values never run together.
func field(h hash.Hash, data []byte) {
	fmt.Fprintf(h, "%d:", len(data))
	h.Write(data)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// maxManifest bounds a manifest that is read, in bytes: some 200,000 units.
const maxManifest = 512 << 20

// readManifest reads entries from a manifest or a journal, by their place in the list. A last line that a killed run left
// unfinished is no entry; neither is what is no manifest.
func readManifest(r io.Reader) (header, map[int]Entry) {
	var head header
	entries := map[int]Entry{}
	lines := bufio.NewReaderSize(io.LimitReader(r, maxManifest), 1<<16)
	for first := true; ; first = false {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return head, entries
		}
		if first {
			if json.Unmarshal(line, &head) != nil || head.Shared == "" {
				return header{}, entries
			}
			continue
		}
		var e Entry
		if json.Unmarshal(line, &e) == nil && e.N > 0 {
			entries[e.N] = e
		}
	}
}

// line is a value as one line of JSON.
func line(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // strings, numbers and lists of them always encode
	return b.Bytes()
}

// earlier are the entries of runs before this one into the same folder: its manifest, and the journal of one that was
// stopped. They are told by the unit's inputs, so a list in another order is no matter.
func (p *Prepared) earlier() map[string]Entry {
	known := map[string]Entry{}
	if !p.Resume {
		return known
	}
	names, _ := os.ReadDir(p.Out)
	files := []string{}
	for _, entry := range names {
		switch {
		case isManifest(entry.Name()):
			files = append(files, p.path(entry.Name()))
		case isStaging(entry.Name()):
			files = append(files, p.path(entry.Name()+"/"+journalName))
		}
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		_, entries := readManifest(f)
		f.Close()
		for _, e := range entries {
			if e.Status == statusDone {
				known[e.Inputs] = e
			}
		}
	}
	return known
}

// before is the earlier entry of a task, whatever its place in the list was.
func (t *task) before(known map[string]Entry) (Entry, bool) {
	e, ok := known[t.inputs]
	e.N, e.Unit = t.n+1, t.unit.Name
	return e, ok && t.inputs != ""
}

// withNew are findings, and those of others that are not among them.
func withNew(found, others []Finding) []Finding {
	for _, f := range others {
		if !slices.ContainsFunc(found, func(g Finding) bool { return g.ID == f.ID && g.Message == f.Message }) {
			found = append(found, f)
		}
	}
	return found
}

// unchanged tells whether an earlier entry's files are in the folder, byte for byte.
func (p *Prepared) unchanged(e Entry) bool {
	for _, f := range e.Files {
		info, err := os.Stat(p.path(f.Name))
		if err != nil || info.Size() != int64(f.Size) {
			return false
		}
		data, err := os.ReadFile(p.path(f.Name))
		if err != nil || digest(data) != f.SHA256 {
			return false
		}
	}
	return len(e.Files) > 0
}
