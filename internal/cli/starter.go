package cli

import (
	"path/filepath"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/units"
)

// starter writes the list that a plan needs.
func (p *program) starter(name, file string, force bool) error {
	model, found := plan.LoadModel(filepath.ToSlash(name), plan.Options{})
	p.findings(found)
	if model == nil {
		return nil
	}
	data, err := units.Starter(model, variables(model), strings.ToLower(filepath.Ext(file)))
	if err != nil {
		return usagef(badStarter, "value", file)
	}
	files := []output.File{{Name: file, Data: data, Input: name}}
	if own, data := units.StarterPlan(model); own != "" {
		files = append(files, output.File{Name: filepath.Join(filepath.Dir(file), own), Data: data, Input: name})
	}
	written, found := output.Write(files, force)
	p.findings(found)
	p.machine(found)
	if len(written) > 0 {
		p.print(starterNext, "file", filepath.ToSlash(file), "command", "kehoach batch "+quoted(name)+" --units "+quoted(file))
	}
	return nil
}

var (
	starterFlag = diag.Words{VI: "ghi `danh sách` mẫu (.csv, .tsv, .xlsx) mà kế hoạch này cần, có một dòng ví dụ", EN: "write the example `list` (.csv, .tsv, .xlsx) that this plan needs, with one row"}
	badStarter  = diag.Words{VI: `--starter ghi .csv, .tsv hoặc .xlsx, không phải "{value}"`, EN: `--starter writes .csv, .tsv or .xlsx, not "{value}"`}
	starterNext = diag.Words{VI: "{file}: thay dòng ví dụ bằng các đơn vị, rồi chạy\n  {command}\n", EN: "{file}: put your units in place of the example, then run\n  {command}\n"}
)
