package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/vi"
)

// A Pattern names the files of a unit: "{{province}}/{{unit | slug}}-{{year}}". What stands in braces is a value of the unit's
// plan, and what follows the bar makes a file name of it: slug, upper or lower. Only the pattern's own slashes make folders.
type Pattern struct {
	parts []patternPart
}

type patternPart struct {
	text string
	name string // of a value; "" for text that stands as it is
	make func(string) string
}

var (
	action  = regexp.MustCompile(`\{\{\s*([\pL_][\pL\pN_.]*)\s*(?:\|\s*([a-z]+)\s*)?\}\}`)
	filters = map[string]func(string) string{"": func(s string) string { return s }, "slug": vi.Slug, "upper": vi.Upper, "lower": strings.ToLower}
)

// ParsePattern reads a pattern; ok is false when it is none, or would leave the folder.
func ParsePattern(text string) (p Pattern, ok bool) {
	at := 0
	for _, m := range action.FindAllStringSubmatchIndex(text, -1) {
		filter := ""
		if m[4] >= 0 {
			filter = text[m[4]:m[5]]
		}
		if filters[filter] == nil {
			return p, false
		}
		p.parts = append(p.parts, patternPart{text: text[at:m[0]]}, patternPart{name: text[m[2]:m[3]], make: filters[filter]})
		at = m[1]
	}
	p.parts = append(p.parts, patternPart{text: text[at:]})
	for _, part := range p.parts {
		if strings.ContainsAny(part.text, `{}\`) {
			return p, false
		}
	}
	for segment := range strings.SplitSeq(action.ReplaceAllString(text, "x"), "/") {
		if strings.Trim(segment, ". ") == "" {
			return p, false
		}
	}
	return p, true
}

// stem is a unit's name without an ending; missing is a value that it lacks.
func (p Pattern) stem(lookup func(string) (string, bool)) (stem, missing string) {
	var b strings.Builder
	for _, part := range p.parts {
		if part.name == "" {
			b.WriteString(part.text)
			continue
		}
		value, _ := lookup(part.name)
		made := part.make(norm.NFC.String(strings.TrimSpace(value)))
		if made == "" {
			return "", part.name
		}
		b.WriteString(strings.Map(unslashed, made))
	}
	segments := strings.Split(b.String(), "/")
	for i, s := range segments {
		segments[i] = segment(s)
	}
	return path.Join(segments...), ""
}

// unslashed keeps a value from making folders.
func unslashed(r rune) rune {
	if r == '/' || r == '\\' {
		return '-'
	}
	return r
}

// longest is how many bytes a folder or a file without its ending may have: every file system takes 255, and what is added
// to a stem stays below that.
const longest = 120

// segment is one folder or file name that every file system takes. A name that is too long is cut and told apart by a digest.
func segment(s string) string {
	whole := s
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || strings.ContainsRune(`<>:"|?*`, r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return '-'
		}
		return r
	}, s)
	s = strings.TrimLeft(strings.TrimRight(s, ". "), " .")
	if s == "" || output.IsDevice(s) {
		s = "_" + s
	}
	if len(s) <= longest {
		return s
	}
	sum := sha256.Sum256([]byte(whole))
	cut := longest - 9
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strings.TrimRight(s[:cut], ". -") + "-" + hex.EncodeToString(sum[:4])
}

// fold is what two names have in common when they are one file on some system: capitals and composition make no difference.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }
