package template

import (
	"errors"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// Findings name the part and quote the paragraph: that is how a person finds the place in Word.
var (
	inPart = diag.Words{VI: `{part}, đoạn "{text}": `, EN: `{part}, paragraph "{text}": `}

	damaged       = kind("damaged", "{part} bị hỏng: {reason}", "{part} is damaged: {reason}", "mở mẫu trong Word rồi lưu lại", "open the template in Word and save it again")
	neverClosed   = quoted("never-closed", `{action} không có }} kết thúc`, `{action} has no }} at its end`, "thêm }} vào cuối", "add }} at its end")
	neverEnded    = quoted("never-ended", `{{{action}}} không có {{end}}`, `{{{action}}} has no {{end}}`, "thêm một đoạn {{end}} sau phần lặp hoặc phần có điều kiện", "add a paragraph {{end}} behind what is repeated or conditional")
	nothingOpen   = quoted("nothing-open", `{{{action}}} nhưng không có gì đang mở`, `{{{action}}}, but nothing is open`, "bỏ nó, hoặc thêm {{if}} hay {{range}} phía trước", "remove it, or add the {{if}} or {{range}} before it")
	unbalanced    = quoted("unbalanced", `{{{action}}} mở ở nơi khác với chỗ này (đoạn "{where}")`, `{{{action}}} was opened elsewhere (paragraph "{where}")`, "đặt cả hai trong cùng một đoạn, hoặc mỗi cái là một đoạn riêng", "put both into one paragraph, or each into a paragraph of its own")
	endsSection   = quoted("ends-section", "lệnh đứng một mình trong đoạn kết thúc phần (section) của Word", "an action alone in the paragraph that ends a Word section", "thêm một đoạn trống sau lệnh", "add an empty paragraph behind the action")
	notAlone      = quoted("not-alone", `{{{action}}} phải đứng một mình trong đoạn`, `{{{action}}} must stand alone in its paragraph`, "tách nó ra thành một đoạn riêng", "give it a paragraph of its own")
	notAtHead     = quoted("not-at-head", `{{columns}} không đứng ở đoạn đầu tiên của bảng`, `{{columns}} is not the first paragraph of its table`, "chuyển nó lên đoạn đầu tiên trong ô đầu tiên của bảng", "move it to the first paragraph of the table's first cell")
	noDefinitions = quoted("no-definitions", `mẫu không dùng được {{{action}}}`, `a template can't use {{{action}}}`, "viết nội dung ấy tại chỗ", "write its content where it is wanted")
	emptyAction   = quoted("empty", "{{ }} không có gì bên trong", "{{ }} with nothing in it", "bỏ nó, hoặc ghi tên một trường, ví dụ {{.Title}}", "remove it, or name a field, {{.Title}} say")
	tooMuch       = quoted("too-much", "mẫu có hơn {what}", "the template has more than {what}", "chia mẫu thành nhiều mẫu", "split the template")
	noField       = quoted("field", `không có trường {name}`, `no field {name}`, "xem các trường trong templates/README.md", "templates/README.md lists the fields")
	noFunction    = quoted("function", `không có lệnh {name}`, `no action {name}`, "xem các lệnh trong templates/README.md", "templates/README.md lists the actions")
	noStyleKind   = quoted("style", `mẫu không có kiểu "{name}"`, `the template has no style "{name}"`, "tạo kiểu ấy trong Word, hoặc lấy lại từ mẫu gốc: kehoach template export", "make that style in Word, or take it from the original: kehoach template export")
	failed        = quoted("action", "lệnh không chạy được: {reason}", "the action fails: {reason}", "xem các lệnh trong templates/README.md", "templates/README.md lists the actions")
	countsOn      = &diag.Kind{ID: "template/counts-on", Severity: diag.Warning,
		Message: diag.Words{VI: inPart.VI + "danh sách một cấp trong phần lặp không đánh số lại từ đầu", EN: inPart.EN + "a list of one level inside what is repeated counts on"},
		Fix:     diag.Words{VI: "dùng danh sách nhiều cấp, với cấp trên đứng trước phần lặp", EN: "use a multilevel list whose higher level stands before it"}}
	trims = &diag.Kind{ID: "template/trim", Severity: diag.Warning,
		Message: diag.Words{VI: inPart.VI + "dấu - trong {{- {action} -}} xóa cả dấu cách bên cạnh", EN: inPart.EN + "the - in {{- {action} -}} also removes the blank beside it"},
		Fix:     diag.Words{VI: "bỏ dấu -", EN: "leave the - out"}}
)

func kind(name, vi, en, fixVI, fixEN string) *diag.Kind {
	return &diag.Kind{ID: "template/" + name, Message: diag.Words{VI: vi, EN: en}, Fix: diag.Words{VI: fixVI, EN: fixEN}}
}

func quoted(name, vi, en, fixVI, fixEN string) *diag.Kind {
	return kind(name, inPart.VI+vi, inPart.EN+en, fixVI, fixEN)
}

// maxQuote bounds a quoted paragraph, in letters.
const maxQuote = 60

func shorten(text string) string {
	letters := []rune(strings.TrimSpace(text))
	if len(letters) <= maxQuote {
		return string(letters)
	}
	return string(letters[:maxQuote]) + "…"
}

// What text/template says, taken apart. Its line is our paragraph.
var (
	position     = regexp.MustCompile(`^template: [^:]+:(\d+)(?::\d+)?: (?:executing "[^"]*" at <[^>]*>: )?`)
	unknownField = regexp.MustCompile(`can't evaluate field (\w+)`)
	unknownFunc  = regexp.MustCompile(`function "([^"]+)" not defined`)
	calling      = regexp.MustCompile(`^error calling \w+: `)
)

// explain turns an error of text/template into a finding. data is what the template was filled with; nil while parsing.
func (p *part) explain(file string, err error, data any) diag.Finding {
	message, text := err.Error(), ""
	if m := position.FindStringSubmatch(message); m != nil {
		if line, _ := strconv.Atoi(m[1]); line >= 1 && line <= len(p.paragraphs) {
			text = p.paragraphs[line-1]
		}
		message = message[len(m[0]):]
	}
	at := diag.Location{File: file}
	args := []string{"part", p.name, "text", shorten(text)}
	var style noStyle
	if errors.As(err, &style) {
		return noStyleKind.At(at, append(args, "name", style.name)...).WithNear(diag.Near(style.name, style.known))
	}
	if m := unknownField.FindStringSubmatch(message); m != nil {
		names := map[string]bool{}
		fieldNames(reflect.TypeOf(data), names)
		near := diag.Near(m[1], slices.Sorted(maps.Keys(names)))
		return noField.At(at, append(args, "name", "."+m[1])...).WithNear(near)
	}
	if m := unknownFunc.FindStringSubmatch(message); m != nil {
		return noFunction.At(at, append(args, "name", m[1])...).WithNear(diag.Near(m[1], directives))
	}
	return failed.At(at, append(args, "reason", calling.ReplaceAllString(message, ""))...)
}

// directives are the actions that this package adds.
var directives = []string{"style", "number", "rule", "table", "section", "columns", "range", "if", "else", "end", "with"}

// fieldNames gathers the names that actions may use on data of a type.
func fieldNames(t reflect.Type, into map[string]bool) {
	for t != nil && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && !into[f.Name] {
			into[f.Name] = true
			fieldNames(f.Type, into)
		}
	}
}
