package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/render"
)

// carried says, a line a plan, what its files carry to wherever they go.
func (p *program) carried(written []output.File, made map[string]render.File) {
	var order []string
	most := map[string][]bundle.File{} // a PDF may carry the DOCX too
	for _, f := range written {
		if most[f.Input] == nil {
			order = append(order, f.Input)
		}
		if inside := made[f.Name].Inside; len(inside) > len(most[f.Input]) {
			most[f.Input] = inside
		}
	}
	for _, input := range slices.Compact(order) {
		if len(most[input]) == 0 {
			continue
		}
		var names []string
		for _, file := range most[input] {
			names = append(names, path.Base(file.Path))
		}
		fmt.Fprint(p.stdout, p.say(carriedInside, "files", strings.Join(names, ", "), "size", kilobytes(bundle.Size(most[input]))))
	}
}

// kilobytes is a size as people read it, never less than 1 KB.
func kilobytes(n int) string { return strconv.Itoa(max((n+500)/1000, 1)) + " KB" }

// write writes files and says so, a line each: name, pages, time. It returns those that stand in place now.
func (p *program) write(files []output.File, force bool, made map[string]render.File) []output.File {
	written, found := output.Write(files, force)
	for _, f := range written {
		if file, ok := made[f.Name]; ok && file.Of == "" {
			fmt.Fprint(p.stdout, p.say(pagesAndTime, "file", filepath.ToSlash(f.Name), "pages", p.pages(file.Pages),
				"time", strconv.FormatInt(file.Took.Milliseconds(), 10)))
			continue
		}
		fmt.Fprintln(p.stdout, filepath.ToSlash(f.Name))
	}
	p.carried(written, made)
	p.machine(found)
	p.findings(found)
	return written
}

// rewrite writes files anew in their place; it says nothing of those that were written.
func (p *program) rewrite(files []output.File) (written []output.File) {
	for i := range files {
		files[i].Name = followed(files[i].Name)
	}
	written, found := output.Write(files, true)
	p.machine(found)
	p.findings(found)
	return written
}

// followed is the file behind a name that is a link: mended in its place, a file leaves the link be.
func followed(name string) string {
	if entry, err := os.Lstat(name); err == nil && entry.Mode()&os.ModeSymlink != 0 {
		if target, err := filepath.EvalSymlinks(name); err == nil {
			return target
		}
	}
	return name
}

// machine remembers that the machine, not the input, is to blame for a finding.
func (p *program) machine(found diag.List) {
	for _, f := range found {
		if output.MachineFailed(f) || batch.MachineFailed(f) {
			p.fail(machineFailed)
		}
	}
}

// pages is a count of pages in words.
func (p *program) pages(n int) string {
	if n == 1 {
		return p.say(onePage)
	}
	return p.say(manyPages, "count", strconv.Itoa(n))
}
