package pdf

import (
	"cmp"
	"crypto/md5"
	"fmt"
	"path"
	"slices"
	"strings"
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
		f.stream(data, fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/CheckSum<%X>%s>>",
			strings.ReplaceAll(a.MediaType, "/", "#2F"), len(a.Data), md5.Sum(a.Data), when), a.Data)
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
