package plan

import (
	"io"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Fault is the place at which a text is no YAML, and why.
type Fault struct {
	Start, End  int // bytes of the text
	Reason, Fix diag.Words
}

// FaultOf looks for the place of the error for which yaml.v3 refuses a text. Of most errors yaml.v3 names the line on which the
// mapping, list or scalar begins that the error ends; a person looks for the line with the error, or for the quote that runs on
// until there.
func FaultOf(text string, err error) Fault {
	r := refused{text, lineStarts(text, yamlBreak)}
	line, message := r.within(len(r.lines))
	switch {
	case message == "":
		line, message = 1, strings.TrimPrefix(err.Error(), "yaml: ")
	case saidEarly(message):
		line = r.stopped(message)
	}
	if at := r.openQuote(line, message); at >= 0 {
		return Fault{at, r.end(at), quoteReason, quoteFixes[text[at]]}
	}
	if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		if at := strings.Index(text, "*"+m[1]); at >= 0 {
			return Fault{at, at + 1 + len(m[1]), yamlReason(message), syntaxFix}
		}
	}
	for line > 1 && strings.TrimSpace(text[r.lines[line-1]:r.end(r.lines[line-1])]) == "" { // the text ends too early
		line--
	}
	start := r.lines[line-1]
	words := strings.TrimRight(text[start:r.end(start)], " \t\r")
	indent := len(words) - len(strings.TrimLeft(words, " \t"))
	if tab := strings.IndexByte(words[:indent], '\t'); tab >= 0 {
		return Fault{start + tab, start + indent, tabReason, tabFix}
	}
	return Fault{start + indent, start + len(words), yamlReason(message), syntaxFix}
}

// A refused text is one that yaml.v3 does not read to its end.
type refused struct {
	text  string
	lines []int // where they begin, as YAML sees them
}

// end is the end of the line in which a byte stands.
func (r refused) end(at int) int {
	if i := strings.IndexByte(r.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(r.text)
}

var errorLine = regexp.MustCompile(`^yaml: line (\d+): `)

// ofParser are the errors of yaml.v3 whose lines it counts from 0; it counts those of the others from 1.
var ofParser = regexp.MustCompile(`expected (<|key|node content|'-' indicator|',' or)|undefined tag handle|found (duplicate|incompatible) `)

// within reads the first lines of the text, and returns the line and the message of the error there; no message when there is none.
func (r refused) within(lines int) (line int, message string) {
	end := len(r.text)
	if lines < len(r.lines) {
		end = r.lines[lines]
	}
	line, message = refusal(r.text[:end])
	return max(1, min(line, len(r.lines))), message
}

// refusal is the line, from 1, and the message of the error of a text. yaml.v3 does not name the first line: here it is the second.
func refusal(text string) (line int, message string) {
	reader := yaml.NewDecoder(io.MultiReader(strings.NewReader("#\n"), strings.NewReader(text)))
	for {
		err := reader.Decode(&yaml.Node{})
		if err == io.EOF {
			return 0, ""
		}
		if err == nil {
			continue
		}
		message = strings.TrimPrefix(err.Error(), "yaml: ")
		if m := errorLine.FindStringSubmatch(err.Error()); m != nil {
			message = strings.TrimPrefix(err.Error(), m[0])
			if line, _ = strconv.Atoi(m[1]); !ofParser.MatchString(message) {
				line--
			}
		}
		return line, message
	}
}

// saidEarly tells the errors that stand behind the line which yaml.v3 names.
func saidEarly(message string) bool {
	return slices.ContainsFunc([]string{"expected key", "expected '-' indicator", "found a tab character", "unknown escape character",
		"expected hexdecimal number", "unexpected document indicator"}, func(part string) bool { return strings.Contains(message, part) })
}

// stopped is the line with an error: with it the text is refused so, and no line less of it.
func (r refused) stopped(message string) int {
	return 1 + sort.Search(len(r.lines)-1, func(i int) bool {
		_, said := r.within(i + 1)
		return said == message
	})
}

// inQuote is what yaml.v3 says of a text that ends between quotes.
const inQuote = "found unexpected end of stream"

// openQuote is the quote that is open where the line of an error begins, or that opens on it and runs on; -1 when there is none.
func (r refused) openQuote(line int, message string) int {
	for lines := line - 1; message != inQuote; lines++ {
		if lines > line {
			return -1
		}
		opened, said := r.within(lines)
		if said == inQuote {
			line, message = opened, said
		}
	}
	start := r.lines[line-1]
	words := r.text[start:r.end(start)]
	for range mostQuotes {
		i := strings.LastIndexAny(words, `"'`)
		if i < 0 {
			break
		}
		words = words[:i]
		switch written := words + r.text[start+i:][:1]; {
		case strings.HasSuffix(written, `\"`), strings.HasSuffix(written, "''"): // a quote of the text
			words = words[:i-1]
		default:
			if _, said := refusal(r.text[:start+i]); said != inQuote {
				return start + i
			}
		}
	}
	return -1
}

// mostQuotes bounds how many quotes of a line are tried, each with all that stands before it.
const mostQuotes = 64

// What is wrong and what to do, where it is not what yaml.v3 says.
var (
	quoteReason = diag.Words{VI: "dấu nháy mở ở đây mà không đóng", EN: "the quote that opens here is not closed"}
	quoteFixes  = map[byte]diag.Words{
		'"':  {VI: `thêm dấu " ở cuối câu; dấu " bên trong câu thì ghi \"`, EN: `add " at the end of the text; inside of it write \" for "`},
		'\'': {VI: `thêm dấu ' ở cuối câu; dấu ' bên trong câu thì ghi ''`, EN: `add ' at the end of the text; inside of it write '' for '`},
	}
	tabReason = diag.Words{VI: "thụt lề bằng dấu tab; YAML thụt lề bằng dấu cách", EN: "a tab in the indentation; YAML indents with blanks"}
	tabFix    = diag.Words{VI: "thay dấu tab bằng dấu cách, mỗi cấp hai dấu", EN: "put blanks in place of the tab, two a level"}
	syntaxFix = diag.Words{VI: "kiểm tra thụt lề, dấu hai chấm và dấu nháy ở dòng này và dòng trên", EN: "check indents, colons and quotes here and on the line above"}
)

var unknownAnchor = regexp.MustCompile(`unknown anchor '([^']+)'`)

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

// yamlReason is a message of yaml.v3 for people.
func yamlReason(message string) diag.Words {
	for _, r := range reasons {
		if strings.Contains(message, r.part) {
			return diag.Words{VI: r.vi, EN: message}
		}
	}
	return diag.Words{VI: "YAML không đọc được từ chỗ này", EN: message}
}
