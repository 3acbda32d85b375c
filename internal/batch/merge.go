package batch

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
)

var (
	noManifest = kind("manifest", "không phải manifest của kehoach batch", "this is no manifest of kehoach batch", "ghi tệp manifest-I-of-N.jsonl mà mỗi phần để lại", "name the manifest-I-of-N.jsonl that each part left")
	otherJob   = kind("other-job", "manifest này của lần lập khác: kế hoạch, mẫu hoặc danh sách không giống các tệp kia", "this manifest is of another job: its plan, template or list is not that of the others",
		"chạy mọi phần với cùng một kế hoạch, danh sách và phiên bản chương trình", "run all parts with the same plan, list and program")
	unitsLeft = kind("units-left", "còn {count} đơn vị không có trong manifest nào: {units}", "{count} units are in no manifest: {units}",
		"chạy những phần --shard còn thiếu", "run the parts of --shard that are missing")
	unitTwice = kind("unit-twice", "đơn vị {unit} có trong hai manifest, với hai kết quả khác nhau", "unit {unit} is in two manifests with different results",
		"chạy lại phần ấy với --resume", "run that part again with --resume")
)

// Merge puts the manifests of the parts of one job together, into folder out: the manifest, its table and the coverage, as one
// run would have written them. failed counts the units without files.
func Merge(names []string, out string) (written []string, failed int, found diag.List) {
	var head header
	entries := map[int]Entry{}
	for i, name := range names {
		at := diag.Location{File: filepath.ToSlash(name)}
		f, err := os.Open(name)
		if err != nil {
			found = append(found, cannotRead.Saying("reason", diag.Reason(err)).At(at))
			continue
		}
		part, more := readManifest(f)
		f.Close()
		if part.Shared == "" {
			found = append(found, noManifest.At(at))
			continue
		}
		if i == 0 || head.Shared == "" {
			head = part
		}
		if part.Shared != head.Shared || part.List != head.List || part.Total != head.Total {
			found = append(found, otherJob.At(at))
			continue
		}
		for n, e := range more {
			if before, twice := entries[n]; twice && string(line(before)) != string(line(e)) {
				found = append(found, unitTwice.At(at, "unit", e.Unit))
				continue
			}
			entries[n] = e
		}
	}
	var all []Entry
	var missing []string // the first of them
	left := 0
	for n := 1; n <= head.Total && n <= maxUnits; n++ {
		e, ok := entries[n]
		if !ok {
			if left++; left <= 20 {
				missing = append(missing, strconv.Itoa(n))
			}
			continue
		}
		if e.Status == statusFailed {
			failed++
		}
		all = append(all, e)
	}
	if left > 0 {
		found = append(found, unitsLeft.At(diag.Location{}, "count", strconv.Itoa(left), "units", strings.Join(missing, ", ")))
	}
	if found.Failed() {
		return nil, failed, found
	}
	head.Shard = ""
	var files []output.File
	reports(head, all, func(stem, ending string, write func(io.Writer) error) {
		var data bytes.Buffer
		if err := write(&data); err != nil {
			found = append(found, cannotStage.Saying("reason", diag.Reason(err)).At(diag.Location{}, "folder", filepath.ToSlash(out)))
			return
		}
		files = append(files, output.File{Name: filepath.Join(out, stem+ending), Data: data.Bytes(), Input: out})
	})
	if found.Failed() {
		return nil, failed, found
	}
	put, found := output.Write(files, true)
	for _, f := range put {
		written = append(written, f.Name)
	}
	return written, failed, found
}

// maxUnits bounds the units that a manifest may speak of.
const maxUnits = 1_000_000

var cannotRead = kind("read", "không đọc được tệp: {reason}", "the file can't be read: {reason}", "kiểm tra tên tệp và quyền đọc", "check the file's name and that you may read it")
