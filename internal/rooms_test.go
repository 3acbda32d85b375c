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

// mayImport names, for every room, the rooms that it may import: nothing else of ours. Arrows go down this list only.
var mayImport = map[string][]string{
	"cmd/kehoach": {"cli"},
	"cli":         {"batch", "units", "schedule", "calendar", "proof", "render", "starter", "bundle", "output", "plan", "font", "vi", "diag", "templates"},
	"batch":       {"units", "carry", "render", "output", "due", "calendar", "plan", "vi", "diag"},
	"proof":       {"render", "bundle", "pdfread", "wml", "diag"},
	"render":      {"output", "bundle", "compose", "template", "preview", "signing", "layout", "pdf", "wml", "plan", "font", "diag", "templates"},
	"carry":       {"tree", "plan", "vi", "diag"},
	"tree":        {},
	"units":       {"plan", "territory", "vi", "diag"},
	"starter":     {"vi"},
	"bundle":      {"plan", "wml"},
	"schedule":    {"compose", "due", "calendar", "plan", "vi", "diag"},
	"compose":     {"due", "calendar", "template", "wml", "font", "plan", "vi", "diag"},
	"template":    {"wml", "diag"},
	"preview":     {"signing", "layout", "font"},
	"signing":     {"layout", "decree", "font"},
	"pdf":         {"structure", "layout", "font"},
	"structure":   {"layout", "decree", "vi"},
	"layout":      {"wml", "font", "diag"},
	"pdfread":     {},
	"decree":      {},
	"output":      {"diag"},
	"wml":         {"vi", "diag"},
	"due":         {"calendar", "plan"},
	"calendar":    {"vi", "diag"},
	"plan":        {"tree", "vi", "diag"},
	"font":        {},
	"territory":   {},
	"vi":          {},
	"diag":        {},
	"templates":   {},

	"templates/pack": {},
}

// order is the list from the command line down to the vocabulary: a room imports only rooms that stand after it.
var order = []string{"cmd/kehoach", "cli", "batch", "proof", "render", "units", "carry", "starter", "bundle", "schedule", "compose", "template", "pdf", "preview", "signing", "structure", "layout", "output", "wml", "due", "calendar", "plan",
	"pdfread", "decree", "font", "territory", "tree", "vi", "diag", "templates/pack", "templates"}

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
	for room, imports := range mayImport {
		for _, imported := range imports {
			if slices.Index(order, room) < 0 || slices.Index(order, imported) < slices.Index(order, room) && imported != "templates" {
				t.Errorf("%s may import %s, which stands above it", room, imported)
			}
		}
	}
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
