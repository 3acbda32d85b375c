package plan

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

// parse reads the file as YAML and returns its root node; nil after a finding. yaml.v3 stops at the first error of syntax.
func (d *decoder) parse() *yaml.Node {
	reader := yaml.NewDecoder(bytes.NewReader([]byte(d.file.Text)))
	var document, second yaml.Node
	err := reader.Decode(&document)
	switch {
	case errors.Is(err, io.EOF) || err == nil && (len(document.Content) == 0 || tree.IsNull(document.Content[0])):
		d.found = append(d.found, fileEmpty.At(diag.Location{File: d.file.Name}))
		return nil
	case err != nil:
		d.found = append(d.found, d.syntax(err))
		return nil
	}
	if err := reader.Decode(&second); err == nil {
		d.found = append(d.found, yamlMulti.At(d.place(&second).Location()))
		return nil
	} else if !errors.Is(err, io.EOF) {
		d.found = append(d.found, d.syntax(err))
		return nil
	}
	return tree.Root(&document)
}

var unknownAnchor = regexp.MustCompile(`unknown anchor '([^']+)'`)

var errorLine = regexp.MustCompile(`line (\d+): (.*)`)

// reasons are yaml.v3's messages in the words of a person who writes plans.
var reasons = []struct {
	part string
	vi   string
}{
	{"mapping values are not allowed", "dấu hai chấm ở chỗ không được có"},
	{"did not find expected key", "dòng này không khớp với các dòng trên"},
	{"did not find expected '-' indicator", "thiếu dấu - hoặc sai thụt lề"},
	{"cannot start any token", "dòng bắt đầu bằng ký tự mà YAML không nhận (dấu tab, @, %, `)"},
	{"found a tab character", "có dấu tab; YAML thụt lề bằng dấu cách"},
	{"unexpected end of stream", "dấu nháy hoặc dấu ngoặc không được đóng"},
	{"unknown anchor", "bí danh (*) không có nơi đặt (&)"},
	{"did not find expected node content", "thiếu giá trị, hoặc dấu ngoặc, dấu phẩy đặt sai chỗ"},
	{"did not find expected ',' or", "thiếu dấu phẩy hoặc dấu đóng ngoặc"},
	{"could not find expected ':'", "thiếu dấu hai chấm sau tên mục"},
	{"alphabetic or numeric character", "dấu * hoặc & ở đầu câu có nghĩa riêng trong YAML"},
	{"expected comment or line break", "có chữ thừa sau giá trị"},
	{"unknown escape character", `dấu \ trong nháy kép có nghĩa riêng; viết \\ hoặc dùng nháy đơn`},
	{"hexdecimal number", `dấu \ trong nháy kép có nghĩa riêng; viết \\ hoặc dùng nháy đơn`},
	{"expected <document start>", "có nội dung thừa sau phần đã hết"},
	{"sequence entries are not allowed", "dấu - ở chỗ không được có"},
	{"document indicator", "dấu --- hoặc ... giữa câu"},
	{" tag", "dấu ! ở đầu câu có nghĩa riêng trong YAML"},
	{"max depth", "lồng nhau quá nhiều"},
}

// YAMLReason is a message of yaml.v3 for people.
func YAMLReason(message string) diag.Words {
	for _, r := range reasons {
		if strings.Contains(message, r.part) {
			return diag.Words{VI: r.vi, EN: message}
		}
	}
	return diag.Words{VI: "YAML không đọc được từ chỗ này", EN: message}
}

// syntax places an error of yaml.v3: where a line of prose explains it, that line with its mended form.
func (d *decoder) syntax(err error) diag.Finding {
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), 1
	if m := errorLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = m[2]
		if strings.HasPrefix(message, "did not find expected") {
			line++ // yaml.v3 counts the lines of these from 0
		}
	}
	if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		if at := strings.Index(d.file.Text, "*"+m[1]); at >= 0 {
			line = strings.Count(d.file.Text[:at], "\n") + 1
		}
	}
	line = max(1, min(line, len(d.file.lines)))
	for _, candidate := range []int{line, line - 1, line + 1} {
		if f, ok := d.prose(d.file, candidate); ok {
			return f
		}
	}
	start := d.file.lines[line-1]
	text, _, _ := strings.Cut(d.file.Text[start:], "\n")
	start += len(text) - len(strings.TrimLeft(text, " \t"))
	return yamlSyntax.Saying("reason", YAMLReason(message)).At(Place{d.file, start, start + len(strings.TrimLeft(text, " \t"))}.Location())
}

// entry is a line that holds a key with prose, or an item of a list that is prose.
var entry = regexp.MustCompile(`^(\s*(?:- +)*)(?:([a-z_]+):[ \t]+)?(.*?)\s*$`)

// traps are the beginnings and insides of prose that YAML misreads.
var traps = []struct {
	found  func(value string) bool
	reason diag.Words
}{
	{func(v string) bool { return strings.ContainsRune(v, '\t') }, diag.Words{VI: "có dấu tab", EN: "there is a tab"}},
	{quoteGoesOn, diag.Words{VI: "câu bắt đầu bằng dấu nháy rồi viết tiếp", EN: "it begins with a quote and goes on behind it"}},
	{func(v string) bool { return strings.HasPrefix(v, "{{") }, diag.Words{VI: "câu bắt đầu bằng {{", EN: "it begins with {{"}},
	{func(v string) bool { return strings.HasPrefix(v, "*") || strings.HasPrefix(v, "&") }, diag.Words{VI: "câu bắt đầu bằng dấu * hoặc &", EN: "it begins with * or &"}},
	{func(v string) bool { return v != "" && strings.ContainsAny(v[:1], "@%`!") }, diag.Words{VI: "câu bắt đầu bằng ký tự có nghĩa riêng trong YAML", EN: "it begins with a character that means something in YAML"}},
	{func(v string) bool { return strings.HasPrefix(v, "- ") }, diag.Words{VI: "câu bắt đầu bằng dấu -", EN: "it begins with -"}},
	{func(v string) bool { return bare(v) && strings.Contains(v, ": ") }, diag.Words{VI: "có dấu hai chấm bên trong", EN: "there is a colon inside"}},
	{func(v string) bool { return bare(v) && strings.Contains(v, " #") }, diag.Words{VI: "có dấu # bên trong, phần sau bị coi là chú thích", EN: "there is a # inside, and what follows is taken for a comment"}},
}

// bare tells whether prose stands without quotes, brackets or block marks.
func bare(v string) bool { return v != "" && !strings.ContainsAny(v[:1], `"'[{|>`) }

// quoteGoesOn tells whether prose begins with a quoted word and goes on: "Dân vận khéo" là ….
func quoteGoesOn(v string) bool {
	if v == "" || v[0] != '"' && v[0] != '\'' {
		return false
	}
	end := strings.IndexByte(v[1:], v[0])
	rest := ""
	if end >= 0 {
		rest = strings.TrimSpace(v[end+2:])
	}
	return rest != "" && !strings.ContainsAny(rest[:1], "#,]}:")
}

// prose looks for a trap in a line and shows the line mended.
func (d *decoder) prose(file *Source, line int) (diag.Finding, bool) {
	if line < 1 || line > len(file.lines) {
		return diag.Finding{}, false
	}
	start := file.lines[line-1]
	text, _, _ := strings.Cut(file.Text[start:], "\n")
	m := entry.FindStringSubmatchIndex(text)
	if m == nil || m[6] == m[7] {
		return diag.Finding{}, false
	}
	lead, value := text[:m[6]], text[m[6]:m[7]]
	for _, trap := range traps {
		if trap.found(value) {
			at := Place{file, start + m[6], start + m[7]}
			return yamlProse.Saying("reason", trap.reason).At(at.Location(), "mended", strings.TrimLeft(mend(lead, value), " ")), true
		}
	}
	return diag.Finding{}, false
}

// mend puts prose between single quotes, in which YAML reads everything as it stands.
func mend(lead, value string) string {
	value = strings.ReplaceAll(value, "\t", " ")
	return lead + "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

// What a place of the file should hold, and what it holds instead.
var (
	mappingWords = diag.Words{VI: "các mục dạng tên: giá trị", EN: "keys with values"}
	listWords    = diag.Words{VI: "danh sách, mỗi dòng bắt đầu bằng -", EN: "a list, a line each beginning with -"}
	wordWords    = diag.Words{VI: "một từ", EN: "one word"}
	boolWords    = diag.Words{VI: "true hoặc false", EN: "true or false"}
	valueWords   = diag.Words{VI: "một giá trị", EN: "one value"}
	textWords    = diag.Words{VI: "lời văn", EN: "text"}
	scalarFound  = diag.Words{VI: `"{value}"`, EN: `"{value}"`}
	mappingFound = diag.Words{VI: "các mục dạng tên: giá trị", EN: "keys with values"}
	listFound    = diag.Words{VI: "danh sách", EN: "a list"}
	nothingFound = diag.Words{VI: "chỗ trống", EN: "nothing"}
)

// mismatch reports a node of the wrong sort; prose that YAML took for something else is shown mended.
func (d *decoder) mismatch(n *yaml.Node, expected diag.Words) {
	if f, ok := d.prose(d.source(n), n.Line); ok && n.Kind != yaml.ScalarNode && (expected == textWords || expected == valueWords) {
		d.found = append(d.found, f)
		return
	}
	found := scalarFound
	switch {
	case tree.IsNull(n):
		found = nothingFound
	case n.Kind == yaml.MappingNode:
		found = mappingFound
	case n.Kind == yaml.SequenceNode:
		found = listFound
	}
	value := n.Value
	if letters := []rune(value); len(letters) > 40 {
		value = string(letters[:40]) + "…"
	}
	k := wrongType.Saying("expected", expected).Saying("found", found)
	d.found = append(d.found, k.At(d.place(n).Location(), "value", value))
}
