package plan

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// Bounds of a search for plans. A province's communes keep some 3,000 of them.
const (
	maxFiles   = 100_000 // looked at
	maxFolders = 32      // deep
	maxHead    = 64 << 10
)

var (
	tooManyFiles = kind("too-many-files", "thư mục có quá nhiều tệp hoặc lồng quá sâu để tìm kế hoạch", "the folder holds too many files, or too deep ones, to look for plans in", "ghi tên một thư mục nhỏ hơn", "name a smaller folder")
	passedOver   = diag.Declare(&diag.Kind{ID: "plan/passed-over", Severity: diag.Note,
		Message: diag.Words{VI: "không xem {count} tệp YAML không phải kế hoạch: {files}", EN: "not looked at, being no plans ({count}): {files}"},
		Fix:     diag.Words{VI: "nếu là kế hoạch thì ghi dòng kehoach: 1 ở đầu tệp", EN: "a plan says kehoach: 1 at its head"}})
)

// mostNamed bounds how many of the files that are passed over a finding names.
const mostNamed = 3

// Files are the plans among the named files and in the named folders, in the order of their names: a named file as it is, of a
// folder every .yaml and .yml file that is a plan or, by its keys, was meant to be one, and every empty one. A note tells of the YAML
// files that are none of ours. Hidden folders are not entered, and no link to a folder is.
func Files(paths ...string) ([]string, diag.List) {
	var files []string
	var found diag.List
	seen := map[string]bool{}
	add := func(file string) {
		if key := filepath.Clean(file); !seen[key] {
			seen[key] = true
			files = append(files, filepath.ToSlash(file))
		}
	}
	looked := 0
	for _, root := range paths {
		if info, err := os.Stat(root); err != nil || !info.IsDir() {
			add(root) // Load says what is wrong with it
			continue
		}
		depth := strings.Count(filepath.ToSlash(filepath.Clean(root)), "/") + maxFolders
		var others []string
		folder := path.Clean(filepath.ToSlash(root))
		root += string(filepath.Separator) // so that a link to a folder, when named, is entered
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				found = append(found, fileUnreadable.Saying("reason", diag.Reason(err)).At(diag.Location{File: filepath.ToSlash(name)}))
				return nil
			case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), "."):
				return fs.SkipDir
			case entry.IsDir() && strings.Count(filepath.ToSlash(filepath.Clean(name)), "/") > depth:
				return errTooMany
			case entry.IsDir():
				return nil
			}
			if looked++; looked > maxFiles {
				return errTooMany
			}
			if ending := strings.ToLower(filepath.Ext(name)); (ending == ".yaml" || ending == ".yml") && entry.Type().IsRegular() {
				switch sortOf(name) {
				case aPlan:
					add(name)
				case another:
					others = append(others, filepath.ToSlash(name))
				}
			}
			return nil
		})
		if err != nil {
			found = append(found, tooManyFiles.At(diag.Location{File: folder}))
		}
		if n := len(others); n > 0 {
			named := strings.Join(others[:min(n, mostNamed)], ", ")
			if n > mostNamed {
				named += ", …"
			}
			found = append(found, passedOver.At(diag.Location{File: folder}, "count", strconv.Itoa(n), "files", named))
		}
	}
	return files, found
}

var errTooMany = errors.New("too many files")

// A fileSort is what a YAML file is to us.
type fileSort int

const (
	aPlan   fileSort = iota // a plan, or what Load should refuse as one
	beside                  // an agency file, a registry or a unit's own file, which are looked at with the plans that they belong to
	another                 // none that says to be ours
)

// language is the line by which a file says that it is one of ours, meant the key by which it meant to, topKey a key of the top level.
var (
	language = regexp.MustCompile(`(?m)^[\s{]*["']?kehoach["']?\s*:`)
	meant    = regexp.MustCompile(`(?mi)^["']?kehoach["']?\s*:`)
	topKey   = regexp.MustCompile(`(?m)^["']?([a-z_]+)["']?\s*:`)
	unsaid   = regexp.MustCompile(`(?m)^\s*(?:#.*|---)?$`) // a line that holds nothing
)

// sortOf looks at the beginning of a file. One that can't be read is taken for a plan, so that Load says why.
func sortOf(name string) fileSort {
	f, err := os.Open(name)
	if err != nil {
		return aPlan
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, maxHead))
	if err != nil {
		return aPlan
	}
	text, ok := decodeText(head)
	if !ok { // perhaps UTF-16 that does not say so: its keys are plain letters
		text = strings.ReplaceAll(string(head), "\x00", "")
	}
	text = strings.ReplaceAll(text, "\r", "\n")
	keys := map[string]bool{}
	for _, m := range topKey.FindAllStringSubmatch(text, -1) {
		keys[m[1]] = true
	}
	ours := language.MatchString(text)
	switch {
	case ours && !keys["sections"] && (keys["letterhead"] || keys["documents"]), keys["drop"] && !ours: // as document tells, and Override
		return beside
	case ours, meant.MatchString(text), ofPlan(keys), len(head) < maxHead && strings.TrimSpace(unsaid.ReplaceAllString(text, "")) == "":
		return aPlan
	}
	return another
}

// ofPlan tells the keys of a plan that lacks the line kehoach: 1. A unit's own file has some of them, but names no agency.
func ofPlan(keys map[string]bool) bool {
	if keys["agency"] || keys["agencies"] {
		return keys["period"] || keys["title"] || keys["sections"]
	}
	return keys["period"] && keys["title"] && keys["sections"]
}
