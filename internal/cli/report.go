package cli

import (
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/render"
)

// write writes files and says so, a line each: name, pages, time.
func (p *program) write(files []output.File, force bool, made map[string]render.File) {
	written, found := output.Write(files, force)
	for _, f := range written {
		if file, ok := made[f.Name]; ok {
			fmt.Fprint(p.stdout, p.say(pagesAndTime, "file", filepath.ToSlash(f.Name), "pages", strconv.Itoa(file.Pages),
				"time", strconv.FormatInt(file.Took.Milliseconds(), 10)))
			continue
		}
		fmt.Fprintln(p.stdout, filepath.ToSlash(f.Name))
	}
	for _, f := range found {
		if output.MachineFailed(f) {
			p.fail(machineFailed)
		}
	}
	p.findings(found)
}
