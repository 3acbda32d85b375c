// Package output writes finished files, whole or not at all.
//
// A Writer takes files as bytes, looks at every target before it touches one, writes beside the targets and renames. A file that
// a person changed since the program wrote it is kept: a digest inside (seal.go) tells. It knows no format beyond that.
package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/diag"
)

// A File is one file to be written.
type File struct {
	Name  string // path of the target
	Data  []byte
	Input string // what it was made from, as the person named it
	// Source is the file that it was read from, which is never replaced; "" where a command writes its own input anew.
	Source string
	// Derived means that the file only describes another one of the same input: it is replaced whenever that is.
	Derived bool
}

var (
	twice = &diag.Kind{ID: "output/twice", Message: diag.Words{VI: "hai nguồn cho cùng một tệp: {first} và {second}", EN: "two inputs give this one file: {first} and {second}"},
		Fix: diag.Words{VI: "đổi tên một tệp nguồn, hoặc lập riêng với -o khác", EN: "rename one input, or build it apart with another -o"}}
	changed = &diag.Kind{ID: "output/changed", Message: diag.Words{VI: "tệp đã bị sửa sau khi lập, hoặc không do kehoach lập; giữ nguyên", EN: "the file was changed since it was made, or kehoach did not make it; it is kept"},
		Fix: diag.Words{VI: "chép tệp ấy sang nơi khác, hoặc thêm --force để ghi đè", EN: "move it away, or add --force to replace it"}}
	itself = &diag.Kind{ID: "output/input", Message: diag.Words{VI: "kết quả sẽ ghi đè chính tệp nguồn; giữ nguyên", EN: "the result would replace the very file that it is made from; it is kept"},
		Fix: diag.Words{VI: "ghi ra tên khác, hoặc thư mục khác", EN: "write to another name, or another folder"}}
	unsafe = &diag.Kind{ID: "output/name", Message: diag.Words{VI: `tên tệp "{name}" không dùng được trên Windows`, EN: `"{name}" is no file name on Windows`},
		Fix: diag.Words{VI: "đổi tên tệp nguồn", EN: "rename the input"}}
	inUse = &diag.Kind{ID: "output/open", Message: diag.Words{VI: "tệp đang mở trong chương trình khác (Word, trình đọc PDF)", EN: "the file is open in another program (Word, a PDF reader)"},
		Fix: diag.Words{VI: "đóng tệp ấy lại rồi chạy lại lệnh", EN: "close it and run the command again"}}
	cannotWrite = &diag.Kind{ID: "output/write", Message: diag.Words{VI: "không ghi được: {reason}", EN: "can't be written: {reason}"},
		Fix: diag.Words{VI: "kiểm tra quyền ghi và dung lượng đĩa", EN: "check that you may write there, and the disk's space"}}
)

// MachineFailed tells whether the machine, not the input, is to blame for a finding: nothing more can be written. A file that is
// open in another program is that file's matter alone.
func MachineFailed(f diag.Finding) bool { return f.Kind.ID == cannotWrite.ID }

// A Writer writes files: the zero Writer beside their targets, refusing to replace what a person changed.
type Writer struct {
	Force   bool   // replace also what a person changed
	Staging string // a folder for what is not finished, on the disk of the targets; "" beside each target
}

// Write writes files with a Writer that forces or not.
func Write(files []File, force bool) (written []File, found diag.List) {
	return Writer{Force: force}.Write(files)
}

// Write writes files. Those of one input stand or fall together, so that its formats never disagree: a finding about one keeps
// all of them as they were. Written are the files that stand in place now.
func (w Writer) Write(files []File) (written []File, found diag.List) {
	if found = collisions(files); found.Failed() {
		return nil, found
	}
	kept := map[string]bool{} // inputs whose files stay as they were
	for _, f := range files {
		if finding, ok := refuse(f, w.Force); ok {
			found = append(found, finding)
			kept[f.Input] = true
		}
	}
	staged := make([]string, len(files))
	for i, f := range files {
		if kept[f.Input] {
			continue
		}
		temporary, err := w.stage(f)
		if err != nil {
			found = append(found, failure(f, err))
			kept[f.Input] = true
		}
		staged[i] = temporary
	}
	for i, f := range files {
		if kept[f.Input] {
			discard(staged[i])
			continue
		}
		if err := os.Rename(staged[i], f.Name); err != nil {
			found = append(found, failure(f, err))
			discard(staged[i])
			continue
		}
		written = append(written, f)
	}
	return written, found
}

// Check tells, before long work, whether Put would refuse a target.
func (w Writer) Check(f File) diag.List {
	if finding, refused := refuse(f, w.Force); refused {
		return diag.List{finding}
	}
	return nil
}

// Put moves a finished file, one that grew on the disk and has no Data, to its target, by the rules of Write.
func (w Writer) Put(staged string, f File) diag.List {
	if found := w.Check(f); found.Failed() {
		return found
	}
	err := os.MkdirAll(filepath.Dir(f.Name), 0o755)
	if err == nil {
		err = os.Rename(staged, f.Name)
	}
	if err != nil && !isSharing(err) {
		err = carryOver(staged, f.Name) // to another disk
	}
	if err != nil {
		return diag.List{failure(f, err)}
	}
	return nil
}

// carryOver copies a file beside its target and renames the copy.
func carryOver(staged, target string) error {
	from, err := os.Open(staged)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.CreateTemp(filepath.Dir(target), ".kehoach-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Chmod(modeOf(target)), to.Close()); err == nil {
		err = os.Rename(to.Name(), target)
	}
	if err != nil {
		discard(to.Name())
	}
	return err
}

// collisions finds targets that are one file on some system: letters' case and accents' composition make no difference there.
func collisions(files []File) diag.List {
	var found diag.List
	first := map[string]File{}
	for _, f := range files {
		key := strings.ToLower(norm.NFC.String(filepath.Clean(f.Name)))
		if other, ok := first[key]; ok {
			found = append(found, twice.At(at(f), "first", other.Input, "second", f.Input))
			continue
		}
		first[key] = f
	}
	return found
}

func at(f File) diag.Location { return diag.Location{File: filepath.ToSlash(f.Name)} }

// devices are names that Windows keeps for itself, whatever their ending.
var devices = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?$`)

// IsDevice tells whether Windows keeps a file name for a device.
func IsDevice(base string) bool { return devices.MatchString(base) }

// maxHeld bounds the files that are compared in memory, in bytes: a larger one has its seal looked at where it lies.
const maxHeld = 64 << 20

// refuse looks at a target before anything is written.
func refuse(f File, force bool) (diag.Finding, bool) {
	base := filepath.Base(f.Name)
	if sameFile(f.Name, f.Source) {
		return itself.At(at(f)), true
	}
	if IsDevice(base) || strings.ContainsAny(base, `<>:"|?*`) || len(base) > 200 {
		return unsafe.At(at(f), "name", base), true
	}
	info, err := os.Stat(f.Name)
	if errors.Is(err, fs.ErrNotExist) { // nothing that could be open or changed
		return diag.Finding{}, false
	}
	dir := filepath.Dir(f.Name)
	for _, lock := range []string{".~lock." + base + "#", "~$" + base, "~$" + base[min(2, len(base)):]} {
		if _, err := os.Lstat(filepath.Join(dir, lock)); err == nil {
			return inUse.At(at(f)), true
		}
	}
	if err == nil && (info.Size() > maxHeld || f.Data == nil) {
		if force || f.Derived || sealedFile(f.Name) {
			return diag.Finding{}, false
		}
		return changed.At(at(f)), true
	}
	old, err := os.ReadFile(f.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diag.Finding{}, false
	case err != nil:
		return failure(f, err), true
	case force || f.Derived || bytes.Equal(old, f.Data) || Sealed(old):
		return diag.Finding{}, false
	}
	return changed.At(at(f)), true
}

// sameFile tells whether two paths lead to one file, through whatever links.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// stage writes a file beside its target, to be renamed: the target is the old file or the new one, never a part of it.
func (w Writer) stage(f File) (temporary string, err error) {
	dir := filepath.Dir(f.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if w.Staging != "" {
		dir = w.Staging
	}
	file, err := os.CreateTemp(dir, ".kehoach-*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(f.Data)
	if err = errors.Join(err, file.Chmod(modeOf(f.Name)), file.Close()); err != nil {
		discard(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// modeOf is who may read and write a file: as the old one has it, else all may read. What its owner keeps to themselves stays so.
func modeOf(target string) os.FileMode {
	if old, err := os.Stat(target); err == nil && old.Mode().IsRegular() {
		return old.Mode().Perm()
	}
	return 0o644
}

// discard removes a staged file. One that can't be removed is not worth a second finding.
func discard(temporary string) {
	if temporary != "" {
		_ = os.Remove(temporary)
	}
}

// failure tells what the machine said.
func failure(f File, err error) diag.Finding {
	if isSharing(err) {
		return inUse.At(at(f))
	}
	return cannotWrite.Saying("reason", diag.Reason(err)).At(at(f))
}
