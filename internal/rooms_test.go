// Package internal_test holds the house to its plan: which room may import which.
package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/kehoach/kehoach/"

// mayImport names, for every room, the rooms that it may import: nothing else of ours.
var mayImport = map[string][]string{
	"cmd/kehoach":    {"cli"},
	"cli":            {"rollover", "check", "registry", "proof", "render", "starter", "bundle", "output", "plan", "font", "vi", "diag", "templates", "schedule", "calendar", "compare", "sheet", "batch", "units", "tidy"},
	"compare":        {"align", "compose", "plan", "vi", "diag", "sheet", "template", "wml"},
	"rollover":       {"pattern", "sheet", "template", "wml", "compose", "registry", "due", "edit", "calendar", "plan", "phrase", "territory", "vi", "diag", "bodies"},
	"batch":          {"units", "carry", "render", "output", "due", "calendar", "plan", "vi", "diag"},
	"proof":          {"render", "bundle", "pdfread", "wml", "diag"},
	"sheet":          {"render", "template", "pdf", "wml", "font", "diag", "templates"},
	"render":         {"output", "bundle", "compose", "template", "preview", "signing", "layout", "pdf", "wml", "plan", "font", "diag", "templates", "redline", "decree"},
	"pdf":            {"structure", "layout", "font"},
	"preview":        {"signing", "layout", "font"},
	"schedule":       {"compose", "due", "calendar", "plan", "vi", "diag"},
	"check":          {"pattern", "registry", "territory", "phrase", "due", "edit", "plan", "vi", "diag", "wml", "bodies", "calendar"},
	"compose":        {"template", "wml", "font", "plan", "vi", "diag", "due", "calendar"},
	"signing":        {"layout", "decree", "font"},
	"structure":      {"layout", "decree", "vi"},
	"bundle":         {"output", "plan", "wml"},
	"carry":          {"tree", "plan", "vi", "diag"},
	"due":            {"calendar", "plan"},
	"edit":           {"plan"},
	"layout":         {"wml", "font", "diag"},
	"redline":        {"align", "wml"},
	"registry":       {"plan", "phrase", "vi", "diag"},
	"template":       {"wml", "diag"},
	"tidy":           {"plan", "diag"},
	"units":          {"plan", "territory", "vi", "diag"},
	"bodies":         {"pattern", "phrase", "vi", "diag"},
	"calendar":       {"vi", "diag"},
	"output":         {"diag"},
	"plan":           {"diag", "tree", "vi"},
	"starter":        {"vi"},
	"territory":      {"vi", "diag"},
	"wml":            {"vi", "diag"},
	"align":          {},
	"decree":         {},
	"diag":           {},
	"font":           {},
	"pdfread":        {},
	"pattern":        {},
	"phrase":         {},
	"templates":      {},
	"templates/pack": {},
	"tree":           {},
	"vi":             {},
}

func TestRoomsImportOnlyWhatStandsBelowThem(t *testing.T) {
	for room, imports := range importsOfRooms(t) {
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("room %q is not on the list: say here what it may import", room)
			continue
		}
		for _, imported := range imports {
			if !slices.Contains(allowed, imported) {
				t.Errorf("%s imports %s, which the design does not let it", room, imported)
			}
		}
	}
}

func TestTheListOfRoomsHasNoCycle(t *testing.T) {
	var below func(room string, above []string)
	below = func(room string, above []string) {
		if slices.Contains(above, room) {
			t.Fatalf("a cycle: %s", strings.Join(append(above, room), " → "))
		}
		for _, imported := range mayImport[room] {
			if _, known := mayImport[imported]; !known {
				t.Errorf("%s may import %q, which is no room", room, imported)
			}
			below(imported, append(above, room))
		}
	}
	below("cmd/kehoach", nil)
}

// importsOfRooms reads the imports of every Go file that is not a test.
func importsOfRooms(t *testing.T) map[string][]string {
	t.Helper()
	rooms := map[string][]string{}
	for _, top := range []string{"../cmd", "../internal", "../templates"} {
		err := filepath.WalkDir(top, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			room := name(path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../")))
			if rooms[room] == nil {
				rooms[room] = []string{}
			}
			for _, spec := range parsed.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					return err
				}
				if ours, ok := strings.CutPrefix(imported, module); ok {
					rooms[room] = append(rooms[room], name(ours))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return rooms
}

// name is a room's name as the design writes it.
func name(folder string) string { return strings.TrimPrefix(folder, "internal/") }
