package pdf

import (
	"cmp"
	"crypto/md5"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

// An Attachment is a file inside the file, tied to the whole document as what it was made from (7.11.4; ISO 19005-3, 6.8).
// Only A3A may carry any.
type Attachment struct {
	Path        string // relative, with forward slashes; readers list its last part
	Description string
	MediaType   string // "application/yaml"
	Data        []byte
}

// writeAttachments writes files and returns the catalog's entries for them: the associated files, and the name tree by which
// readers list them.
func writeAttachments(f *file, info Info) string {
	if len(info.Attachments) == 0 || !info.Standard.TakesFiles() {
		return ""
	}
	type entry struct {
		key  string
		spec reference
	}
	var names []entry
	associated := ""
	for _, a := range info.Attachments {
		data, spec := f.reserve(), f.reserve()
		when := ""
		if created := info.Created; !created.IsZero() {
			when = "/ModDate" + date(created)
		}
		inside := packAttachment(a.Data)
		f.packed(data, fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/CheckSum<%X>%s>>",
			strings.ReplaceAll(a.MediaType, "/", "#2F"), len(a.Data), inside.sum, when), inside.packed)
		name := textString(path.Base(a.Path))
		f.object(spec, "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Source/EF<</F %s/UF %s>>>>",
			name, name, textString(a.Description), data, data)
		names = append(names, entry{textString(a.Path), spec})
		associated += spec.String() + " "
	}
	// A name tree is in the order of its keys' bytes (7.9.6), which hexadecimal digits keep.
	slices.SortFunc(names, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	tree := ""
	for _, n := range names {
		tree += n.key + n.spec.String() + " "
	}
	return fmt.Sprintf("/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", strings.TrimSuffix(associated, " "), strings.TrimSuffix(tree, " "))
}

// An attached file is packed once for all files that carry it: the plans of many communes carry one model.
type attached struct {
	data   []byte
	packed []byte
	sum    [md5.Size]byte
}

// lastAttached are the last files that were packed, told by their very bytes in memory, which are never written to.
var lastAttached struct {
	sync.Mutex
	files []*attached
}

// maxAttached bounds what is kept; smallestKept is the least worth keeping, in bytes.
const maxAttached, smallestKept = 8, 1 << 10

func packAttachment(data []byte) *attached {
	if len(data) < smallestKept {
		return &attached{data, pack(data), md5.Sum(data)}
	}
	last := &lastAttached
	last.Lock()
	for _, a := range last.files {
		if &a.data[0] == &data[0] && len(a.data) == len(data) {
			last.Unlock()
			return a
		}
	}
	last.Unlock()
	made := &attached{data, pack(data), md5.Sum(data)}
	last.Lock()
	defer last.Unlock()
	if len(last.files) == maxAttached {
		last.files = last.files[1:]
	}
	last.files = append(last.files, made)
	return made
}
