package batch

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/kehoach/kehoach/internal/carry"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
)

// handed is the folder of what was handed out, as it was: what a unit's plan is compared with when the next edition comes. It is a
// hidden one, so that no command that is given the output folder takes its plans for further ones.
const handed = ".da-giao"

var (
	noBase = kind("no-base", "không có bản đã giao của tệp này ({file}), nên không biết đơn vị đã sửa gì", "the file as it was handed out ({file}) is gone, so nobody knows what the unit changed",
		"đặt lại thư mục .da-giao của lần giao trước, hoặc chuyển tệp đi rồi giao lại", "put the folder .da-giao of the last time back, or move the file away and hand it out anew")
	edited = kind("edited", "đơn vị đã sửa tệp này; giữ nguyên", "the unit has edited this file; it is kept",
		"đưa bản mới của kế hoạch mẫu vào bằng --format yaml --update", "carry the model's new edition into it by --format yaml --update")
	noText = kind("text", "không ghi được kế hoạch của đơn vị này thành YAML", "the plan of this unit can't be written as YAML",
		"viết các câu trong kế hoạch mẫu bằng dấu nháy kép", "write the model's texts in double quotes")
)

// handOut are the unit's own plan and agency file, as they are handed out, or with the model's next edition carried into what
// the unit has made of them.
func (w *worker) handOut(t *task, made *plan.Plan) ([]output.File, diag.List) {
	model, found := w.modelOf(t.unit)
	if model == nil {
		return nil, found
	}
	var open []string
	if t.unit.Plan == "" {
		open = model.Choices()
	}
	files, ok := carry.Unit(model, made, t.stem, open)
	if !ok {
		return nil, diag.List{noText.At(t.unit.At)}
	}
	var out []output.File
	for _, f := range []struct {
		name string
		next []byte
	}{{t.stem + ".yaml", files.Plan}, {carry.AgencyName(t.stem), files.Agency}} {
		data := f.next
		if w.Update {
			var more diag.List
			data, more = w.carried(f.name, f.next)
			found = append(found, more...)
		} else if !w.untouched(f.name, f.next) { // not even --force undoes what a unit did
			found = append(found, edited.At(diag.Location{File: path.Join(filepath.ToSlash(w.Out), f.name)}))
		}
		out = append(out, output.File{Name: w.path(f.name), Data: data, Input: t.unit.Name, Derived: true},
			output.File{Name: w.path(path.Join(handed, f.name)), Data: f.next, Input: t.unit.Name, Derived: true})
	}
	return out, found
}

// untouched tells whether a unit's file may be replaced: there is none, or it is as it was handed out, or as it will be.
func (w *worker) untouched(name string, next []byte) bool {
	file, err := os.ReadFile(w.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return true
	}
	base, _ := os.ReadFile(w.path(path.Join(handed, name)))
	return err == nil && (bytes.Equal(file, base) || bytes.Equal(file, next))
}

// carried is the unit's file with the next edition in it; the next edition itself where the unit has none.
func (w *worker) carried(name string, next []byte) ([]byte, diag.List) {
	at := diag.Location{File: path.Join(filepath.ToSlash(w.Out), name)}
	file, err := os.ReadFile(w.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return next, nil
	}
	if err != nil {
		return nil, diag.List{cannotRead.Saying("reason", diag.Reason(err)).At(at)}
	}
	base, err := os.ReadFile(w.path(path.Join(handed, name)))
	if err != nil {
		return nil, diag.List{noBase.At(at, "file", path.Join(handed, name))}
	}
	return carry.Merge(at.File, base, next, file)
}
