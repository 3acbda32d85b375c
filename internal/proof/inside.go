// Package proof reads finished files back: what a PDF or DOCX holds, claims and keeps.
//
// Inside takes the plan out of a file (extract). Compare builds the plan again and names what the file says otherwise.
// Verify looks at all that a PDF claims: its standards, its plan, its signatures and what was changed behind each of them, what
// its fields hold, show and cover. What was signed is what the signed bytes alone give.
// The files come from anywhere: reading is bounded by pdfread and wml, names that come out of a file are checked by bundle.
// It asks no network, and trusts no signer: who a certificate belongs to is told, not believed.
package proof

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/wml"
)

var (
	notReadable = &diag.Kind{ID: "proof/format",
		Message: diag.Words{VI: "không phải tệp PDF hay DOCX", EN: "neither a PDF nor a DOCX file"},
		Fix:     diag.Words{VI: "kiểm tra lại tên tệp", EN: "check the file's name"}}
	encrypted = &diag.Kind{ID: "proof/encrypted",
		Message: diag.Words{VI: "tệp PDF bị mã hóa", EN: "the PDF is encrypted"},
		Fix:     diag.Words{VI: "bỏ mật khẩu của tệp rồi chạy lại; văn bản lưu trữ không được mã hóa", EN: "remove its password first; archives take no encrypted files"}}
	tooLarge = &diag.Kind{ID: "proof/too-large",
		Message: diag.Words{VI: "tệp PDF quá lớn hoặc bung ra quá nhiều, không thể là kế hoạch", EN: "the PDF is too large or unpacks to too much: this can't be a plan"},
		Fix:     diag.Words{VI: "kiểm tra lại tên tệp", EN: "check the file's name"}}
	damagedPDF = &diag.Kind{ID: "proof/damaged",
		Message: diag.Words{VI: "tệp PDF bị hỏng ở byte {offset} ({reason})", EN: "the PDF is damaged at byte {offset} ({reason})"},
		Fix:     diag.Words{VI: "lấy lại tệp gốc; tệp có thể bị cắt khi tải hoặc gửi", EN: "fetch the file again: it may have been cut off on its way"}}
	damagedInside = &diag.Kind{ID: "proof/inside",
		Message: diag.Words{VI: "phần kèm trong tệp bị hỏng: {reason}", EN: "what the file carries is damaged: {reason}"},
		Fix:     diag.Words{VI: "lấy lại tệp gốc", EN: "fetch the original file"}}
	noPlan = &diag.Kind{ID: "proof/no-plan",
		Message: diag.Words{VI: "tệp không kèm kế hoạch nguồn", EN: "there is no plan inside"},
		Fix: diag.Words{VI: "chỉ tệp do kehoach build lập (không có --no-embed, PDF chuẩn a-3a) mới kèm kế hoạch nguồn",
			EN: "only files made by kehoach build carry one (without --no-embed, a PDF in a-3a)"}}
)

// unreadable is the finding about a PDF that can't be read.
func unreadable(name string, err error) diag.Finding {
	at := diag.Location{File: name}
	var damage *pdfread.Damage
	switch {
	case errors.As(err, &damage):
		return damagedPDF.At(at, "offset", strconv.Itoa(damage.Offset), "reason", damage.What)
	case errors.Is(err, pdfread.ErrEncrypted):
		return encrypted.At(at)
	case errors.Is(err, pdfread.ErrTooLarge):
		return tooLarge.At(at)
	}
	return notReadable.At(at)
}

// Inside are the files that a PDF or DOCX carries, the plan first. A file without a plan is a finding.
func Inside(name string, data []byte) ([]bundle.File, diag.List) {
	files, found := carried(name, data)
	if !found.Failed() && bundle.Find(files, bundle.Plan) == nil {
		return nil, append(found, noPlan.At(diag.Location{File: name}))
	}
	return files, found
}

func carried(name string, data []byte) ([]bundle.File, diag.List) {
	at := diag.Location{File: name}
	var files []bundle.File
	var err error
	if bytes.HasPrefix(data, []byte("PK")) {
		pkg, found := wml.OpenPackage(name, data)
		if found.Failed() {
			return nil, found
		}
		files, err = bundle.Get(pkg)
	} else {
		f, err := pdfread.Open(data)
		if err != nil {
			return nil, diag.List{unreadable(name, err)}
		}
		if files, err = attached(f); err != nil {
			return nil, diag.List{unreadable(name, err)}
		}
	}
	if err == nil {
		err = bundle.Check(files)
	}
	if err != nil {
		return nil, diag.List{damagedInside.At(at, "reason", err.Error())}
	}
	return files, nil
}

// maxNames bounds the nodes of a name tree.
const maxNames = 1000

// attached are the files of a PDF that are ours, by what they are described as. ISO 32000-1, 7.7.4, 7.9.6, 7.11.3.
func attached(f *pdfread.File) ([]bundle.File, error) {
	names, err := f.Dict(f.Catalog["Names"])
	if err != nil {
		return nil, err
	}
	var files []bundle.File
	nodes := []pdfread.Object{names["EmbeddedFiles"]}
	for visited := 0; len(nodes) > 0; visited++ {
		if visited > maxNames {
			return nil, pdfread.ErrTooLarge
		}
		node, err := f.Dict(nodes[0])
		if err != nil {
			return nil, err
		}
		kids, err := f.Array(node["Kids"])
		if err != nil {
			return nil, err
		}
		entries, err := f.Array(node["Names"])
		if err != nil {
			return nil, err
		}
		nodes = append(nodes[1:], kids...)
		for ; len(entries) >= 2 && len(files) <= maxNames; entries = entries[2:] {
			file, err := attachment(f, entries[0], entries[1])
			if err != nil {
				return nil, err
			}
			if file.Role != "" {
				files = append(files, file)
			}
		}
	}
	slices.SortStableFunc(files, func(a, b bundle.File) int { return rank(a.Role) - rank(b.Role) })
	return files, nil
}

// rank puts roles in the order in which a bundle holds them.
func rank(r bundle.Role) int {
	return slices.Index([]bundle.Role{bundle.Plan, bundle.Agency, bundle.Values, bundle.Template, bundle.Document}, r)
}

// attachment is one file; its Role is "" when it is none of ours.
func attachment(f *pdfread.File, key, value pdfread.Object) (bundle.File, error) {
	path, err := f.Text(key)
	if err != nil {
		return bundle.File{}, err
	}
	spec, err := f.Dict(value)
	if err != nil {
		return bundle.File{}, err
	}
	description, err := f.Text(spec["Desc"])
	if err != nil {
		return bundle.File{}, err
	}
	streams, err := f.Dict(spec["EF"])
	if err != nil {
		return bundle.File{}, err
	}
	o, err := f.Resolve(streams["F"])
	stream, ok := o.(*pdfread.Stream)
	role := bundle.Described(description)
	if err != nil || !ok || role == "" {
		return bundle.File{}, err
	}
	data, err := f.Data(stream)
	return bundle.File{Path: path, Role: role, Data: data}, err
}
