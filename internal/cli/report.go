package cli

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/bundle"
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
	for _, f := range found {
		if output.MachineFailed(f) {
			p.fail(machineFailed)
		}
	}
	p.findings(found)
	return written
}

// pages is a count of pages in words.
func (p *program) pages(n int) string {
	if n == 1 {
		return p.say(onePage)
	}
	return p.say(manyPages, "count", strconv.Itoa(n))
}
