package plan

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// Bounds of a search for plans. A province's communes keep some 3,000 of them.
const (
	maxFiles   = 100_000 // looked at
	maxFolders = 32      // deep
	maxHead    = 64 << 10
)

var tooManyFiles = kind("too-many-files", "thư mục có quá nhiều tệp hoặc lồng quá sâu để tìm kế hoạch", "the folder holds too many files, or too deep ones, to look for plans in", "ghi tên một thư mục nhỏ hơn", "name a smaller folder")

// language is the line by which a file says that it is one of ours.
var language = regexp.MustCompile(`(?m)^\s*["']?kehoach["']?\s*:`)

// Files are the plans among the named files and in the named folders, in the order of their names: a named file as it is, of a
// folder every .yaml and .yml file that speaks the plan language and is no agency file. Hidden folders are not entered, and no
// link to a folder is.
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
			if ending := strings.ToLower(filepath.Ext(name)); (ending == ".yaml" || ending == ".yml") && entry.Type().IsRegular() && isPlan(name) {
				add(name)
			}
			return nil
		})
		if err != nil {
			found = append(found, tooManyFiles.At(diag.Location{File: path.Clean(filepath.ToSlash(root))}))
		}
	}
	return files, found
}

var errTooMany = errors.New("too many files")

// agencyLine and sectionsLine tell an agency file from a plan, as document does.
var (
	agencyLine   = regexp.MustCompile(`(?m)^["']?letterhead["']?\s*:`)
	sectionsLine = regexp.MustCompile(`(?m)^["']?sections["']?\s*:`)
)

// isPlan looks at the beginning of a file. One that can't be read is taken for a plan, so that Load says why.
func isPlan(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, maxHead))
	if err != nil {
		return true
	}
	text, _ := decodeText(head)
	text = strings.ReplaceAll(text, "\r", "\n")
	return language.MatchString(text) && (!agencyLine.MatchString(text) || sectionsLine.MatchString(text))
}
