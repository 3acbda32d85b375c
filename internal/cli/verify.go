package cli

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/proof"
	"github.com/kehoach/kehoach/internal/vi"
)

// What --require may ask for beside what the file claims.
const (
	requireSigned   = "signed"
	requireComplete = "complete"
)

// verifyCommand is `kehoach verify FILE.pdf|FILE.docx...`.
func (p *program) verifyCommand() *cobra.Command {
	var require []string
	var format string
	c := p.command("verify FILE.pdf|FILE.docx...", aboutVerify, func(args []string) error {
		for _, r := range require {
			if r != requireSigned && r != requireComplete {
				return usagef(badRequire, "value", r)
			}
		}
		if format != "text" && format != "json" {
			return usagef(badReportFormat, "value", format)
		}
		p.verify(args, require, format)
		return nil
	})
	c.Args = p.atLeastOne(needPDF)
	c.Flags().StringSliceVar(&require, "require", nil, p.say(requireFlag))
	c.Flags().StringVar(&format, "format", "text", p.say(reportFormatFlag))
	return c
}

func (p *program) verify(names, require []string, format string) {
	var found diag.List
	if format == "json" {
		p.kept = &found
		defer func() { p.kept = nil }()
	}
	renderer := p.renderer("", "")
	if renderer == nil {
		return
	}
	reports := []*proof.Report{}
	for _, name := range names {
		data, ok := p.read(name)
		if !ok {
			continue
		}
		report, found := proof.Verify(filepath.ToSlash(name), data, renderer)
		p.findings(found)
		if report == nil {
			continue
		}
		reports = append(reports, report)
		if format == "text" {
			p.showReport(report)
		}
		p.judge(report, require)
	}
	if format == "json" {
		data, err := json.MarshalIndent(struct {
			Files    []*proof.Report `json:"files"`
			Findings []diag.Record   `json:"findings"`
		}{reports, found.Sort().Records(diag.English)}, "", "  ")
		if err != nil {
			panic(err) // strings and numbers can be written
		}
		fmt.Fprintf(p.stdout, "%s\n", data)
	}
}

// judge sets the exit status and says what does not hold.
func (p *program) judge(r *proof.Report, require []string) {
	at := diag.Location{File: r.File}
	var found diag.List
	if len(r.Missing) > 0 {
		kind := claimBroken
		if len(r.Signatures) > 0 { // a file that is built again is signed by nobody
			kind = signedBroken
		}
		found = append(found, kind.At(at, "standard", strings.Join(r.Standards, ", "), "missing", p.lacking(r.Missing)))
	}
	if r.Plan != nil && !r.Plan.Same {
		found = append(found, planDiffers.At(at, "count", strconv.Itoa(len(r.Plan.Changes)), "plan", excerpt(r.Plan.Changes[0].Plan),
			"document", excerpt(r.Plan.Changes[0].Document)))
	}
	if r.Plan != nil && r.Plan.Attached != nil {
		found = append(found, attachedFindings(at, r.Plan.Attached)...)
	}
	for _, f := range r.Foreign {
		kind := foreignField
		if f.Shows {
			kind = forgedField
		}
		found = append(found, kind.At(at, "field", f.Field, "page", strconv.Itoa(f.Page)))
	}
	for _, name := range r.Painted {
		found = append(found, paintedField.At(at, "field", name))
	}
	for _, name := range r.Untold {
		found = append(found, untoldField.At(at, "field", name))
	}
	for _, m := range r.Mismatched {
		found = append(found, otherShown.At(at, "field", m.Field, "value", m.Value, "shown", m.Shown))
	}
	for _, c := range r.Covers {
		kind := covered
		if c.Hides() {
			kind = hidesText
		}
		found = append(found, kind.At(at, "field", c.Field, "page", strconv.Itoa(c.Page), "text", excerpt(c.Text)))
	}
	if r.Plan != nil && r.Plan.Same && !r.Plan.Drawn && !slices.ContainsFunc(r.Foreign, func(f proof.Foreign) bool { return f.Shows }) {
		kind := textOnly
		switch {
		case r.Format == "docx":
			kind = restyledText
		case r.Plan.Altered:
			kind = altered
		}
		found = append(found, kind.At(at, "program", r.Program))
	}
	for _, s := range r.Signatures {
		switch {
		case !s.Intact:
			found = append(found, signatureBroken.Saying("reason", reasons[s.Reason]).At(at, "field", s.Field, "signer", p.named(s.Signer)))
		case !s.Allowed:
			found = append(found, changedSince.At(at, "field", s.Field, "signer", p.named(s.Signer), "changed", p.changedPlaces(s.Changed)))
		}
	}
	if slices.Contains(require, requireSigned) && !slices.ContainsFunc(r.Signatures, func(s proof.Signature) bool { return !s.Stamp }) {
		found = append(found, notSigned.At(at))
	}
	if open := append(slices.Clone(r.Empty), r.Untold...); slices.Contains(require, requireComplete) && len(open) > 0 {
		found = append(found, notComplete.At(at, "fields", strings.Join(open, ", ")))
	}
	p.findings(found)
}

// attachedFindings say how the Word file inside a PDF differs from what the plan gives.
func attachedFindings(at diag.Location, a *proof.Attached) diag.List {
	switch {
	case len(a.Changes) > 0:
		return diag.List{attachedDiffers.At(at, "file", a.Path, "count", strconv.Itoa(len(a.Changes)), "plan", excerpt(a.Changes[0].Plan),
			"document", excerpt(a.Changes[0].Document))}
	case !a.Exact:
		return diag.List{attachedOther.At(at, "file", a.Path)}
	}
	return nil
}

// lacking names what a standard asks for and the file has not.
func (p *program) lacking(missing []string) string {
	var named []string
	for _, what := range missing {
		if words, ok := lackingWords[what]; ok {
			what = p.say(words)
		}
		named = append(named, what)
	}
	return strings.Join(named, ", ")
}

// pageContent is the content of a page in a flat tree of pages, which ours is.
var pageContent = regexp.MustCompile(`^/Pages/Kids\[(\d+)\]/Contents`)

// changedPlaces names what was changed: pages by their number, all else by its path in the file.
func (p *program) changedPlaces(paths []string) string {
	var named []string
	for _, place := range paths {
		if m := pageContent.FindStringSubmatch(place); m != nil {
			n, _ := strconv.Atoi(m[1])
			place = p.say(pageNumber, "page", strconv.Itoa(n+1))
		}
		named = append(named, place)
	}
	return strings.Join(named, ", ")
}

// showReport shows a report to a person, a line each.
func (p *program) showReport(r *proof.Report) {
	line := func(w diag.Words, args ...string) { fmt.Fprint(p.stdout, p.say(w, args...)) }
	embedded := 0
	for _, f := range r.Fonts {
		if f.Embedded {
			embedded++
		}
	}
	if r.Format == "docx" {
		line(reportWordHead, "file", r.File, "title", r.Title, "pages", p.pages(r.Pages))
		p.showPlan(r)
		return
	}
	standards := strings.Join(r.Standards, ", ")
	if standards == "" {
		standards = p.say(noStandard)
	}
	line(reportHead, "file", r.File, "title", r.Title, "standards", standards, "pages", p.pages(r.Pages),
		"fonts", strconv.Itoa(len(r.Fonts)), "embedded", strconv.Itoa(embedded))
	p.showPlan(r)
	for _, s := range r.Signatures {
		line(signatureWords(s), "field", s.Field, "signer", p.named(s.Signer), "issuer", p.named(s.Issuer), "time", hanoi(s.Time), "filled", strings.Join(p.filled(s), ", "))
	}
	if len(r.Signatures) == 0 {
		line(reportUnsigned)
	}
	if len(r.Empty) > 0 {
		line(reportEmpty, "fields", strings.Join(r.Empty, ", "))
	}
}

// showPlan shows what a rebuild from the plan inside says.
func (p *program) showPlan(r *proof.Report) {
	line := func(w diag.Words, args ...string) { fmt.Fprint(p.stdout, p.say(w, args...)) }
	switch {
	case r.Plan == nil:
		line(reportNoPlan)
	case r.Plan.Same && r.Plan.Drawn && r.Format == "docx":
		line(reportLook, "plan", path.Base(r.Plan.Files[0].Path))
	case r.Plan.Same && r.Plan.Drawn:
		line(reportPages, "plan", path.Base(r.Plan.Files[0].Path))
	case r.Plan.Same:
		line(reportPlan, "plan", path.Base(r.Plan.Files[0].Path))
	default:
		line(reportStale, "plan", path.Base(r.Plan.Files[0].Path), "count", strconv.Itoa(len(r.Plan.Changes)))
	}
	if r.Plan != nil && r.Plan.Attached != nil && r.Plan.Attached.Exact {
		line(reportAttached, "file", path.Base(r.Plan.Attached.Path))
	}
}

// filled names what was filled in and added since a signature.
func (p *program) filled(s proof.Signature) []string {
	said := slices.Clone(s.Filled)
	for _, a := range s.Added {
		said = append(said, p.say(addedField, "field", a.Field, "page", strconv.Itoa(a.Page)))
	}
	return said
}

// named is a name that a certificate gives, or words that it gives none.
func (p *program) named(name string) string {
	if name == "" {
		return p.say(nobodyNamed)
	}
	return name
}

// hanoi is a time as offices write it; one that no one told is a question mark.
func hanoi(text string) string {
	when, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return "?"
	}
	return when.In(vi.Hanoi).Format("15:04:05 02/01/2006")
}

// signatureWords are the words for what a signature is.
func signatureWords(s proof.Signature) diag.Words {
	w := reportSignature
	if s.TimeFrom == "timestamp" {
		w = w.Then(reportStamped)
	} else {
		w = w.Then(reportClaimed)
	}
	switch {
	case !s.Intact:
		w = w.Then(reportBroken)
	case !s.Allowed:
		w = w.Then(reportNotAllowed)
	case len(s.Filled)+len(s.Added) > 0:
		w = w.Then(reportFilled)
	case s.Whole:
		w = w.Then(reportWhole)
	default:
		w = w.Then(reportUnchanged)
	}
	return w.Then(diag.Words{VI: "\n", EN: "\n"})
}

// lackingWords are what proof.Report names in Missing, in words.
var lackingWords = map[string]diag.Words{
	"title":                 {VI: "tiêu đề", EN: "a title"},
	"output intent":         {VI: "hồ sơ màu", EN: "an output intent"},
	"file identifier":       {VI: "mã định danh tệp", EN: "a file identifier"},
	"embedded fonts":        {VI: "phông chữ nhúng trong tệp", EN: "embedded fonts"},
	"appearances of fields": {VI: "hình hiện của các ô", EN: "appearances of fields"},
	"a form without XFA":    {VI: "biểu mẫu không dùng XFA", EN: "a form without XFA"},
	"tags":                  {VI: "thẻ cấu trúc", EN: "tags"},
	"structure":             {VI: "cây cấu trúc", EN: "a structure"},
	"language":              {VI: "ngôn ngữ", EN: "a language"},
}

// reasons why a signature does not hold, in words.
var reasons = map[proof.Reason]diag.Words{
	proof.BadRange:    {VI: "chữ ký không phủ tệp như nó ghi", EN: "it does not cover the file as it says"},
	proof.Unreadable:  {VI: "nội dung chữ ký không đọc được", EN: "its content can't be read"},
	proof.Altered:     {VI: "phần đã ký bị sửa, hoặc chữ ký không phải của chứng thư ấy", EN: "what it covers was changed, or the signature is not the certificate's"},
	proof.WrongStamp:  {VI: "dấu thời gian thuộc về chữ ký khác", EN: "its time stamp belongs to another signature"},
	proof.Removed:     {VI: "chữ ký đã bị gỡ khỏi biểu mẫu sau khi ký", EN: "it was taken out of the form after it was made"},
	proof.UnknownKind: {VI: "loại chữ ký hoặc thuật toán chưa kiểm tra được", EN: "a kind or an algorithm that is not checked here"},
}

var (
	claimBroken = diag.Declare(&diag.Kind{ID: "verify/standard",
		Message: diag.Words{VI: "tệp ghi là {standard} nhưng thiếu: {missing}", EN: "the file calls itself {standard} but lacks: {missing}"},
		Fix:     diag.Words{VI: "lập lại tệp từ kế hoạch nguồn", EN: "build the file again from its plan"}})
	planDiffers = diag.Declare(&diag.Kind{ID: "verify/plan",
		Message: diag.Words{VI: `văn bản khác kế hoạch nguồn ở {count} chỗ; chỗ đầu: kế hoạch ghi "{plan}", văn bản ghi "{document}"`,
			EN: `the text differs from the plan inside (places: {count}); at the first, the plan says "{plan}", the text "{document}"`},
		Fix: diag.Words{VI: "không dùng tệp này; lập lại từ kế hoạch đã duyệt", EN: "do not use this file; build it again from the reviewed plan"}})
	signedBroken = diag.Declare(&diag.Kind{ID: claimBroken.ID, Message: claimBroken.Message,
		Fix: diag.Words{VI: "không lập lại tệp, vì sẽ mất chữ ký; nhờ người ký ký lại từ bản chưa ký, với phông chữ của hình chữ ký được nhúng trong tệp",
			EN: "do not build it again, which would throw the signatures away; have it signed again from the unsigned file, with the font of the signature's picture embedded"}})
	altered = diag.Declare(&diag.Kind{ID: "verify/pages",
		Message: diag.Words{VI: "chữ đúng như kế hoạch nguồn, nhưng chính {program} đã lập tệp lại vẽ trang khác: trang đã bị sửa",
			EN: "the text is that of the plan inside, but {program}, which made the file, draws other pages: the pages were changed"},
		Fix: diag.Words{VI: "không dùng tệp này; lập lại từ kế hoạch đã duyệt", EN: "do not use this file; build it again from the reviewed plan"}})
	restyledText = diag.Declare(&diag.Kind{ID: "verify/formatting", Severity: diag.Warning,
		Message: diag.Words{VI: "chữ đúng như kế hoạch nguồn, nhưng định dạng khác với văn bản mà kế hoạch lập ra",
			EN: "the text is that of the plan inside; the formatting is not that of the document which the plan gives"},
		Fix: diag.Words{VI: "mở văn bản để xem định dạng đã sửa", EN: "look at the document for what was changed"}})
	attachedDiffers = diag.Declare(&diag.Kind{ID: "verify/attached",
		Message: diag.Words{VI: `văn bản Word kèm trong tệp ({file}) khác kế hoạch nguồn ở {count} chỗ; chỗ đầu: kế hoạch ghi "{plan}", văn bản ghi "{document}"`,
			EN: `the Word file inside ({file}) says other than the plan (places: {count}); at the first, the plan says "{plan}", the file "{document}"`},
		Fix: diag.Words{VI: "không dùng tệp này; lập lại từ kế hoạch đã duyệt", EN: "do not use this file; build it again from the reviewed plan"}})
	attachedOther = diag.Declare(&diag.Kind{ID: "verify/attached", Severity: diag.Warning,
		Message: diag.Words{VI: "văn bản Word kèm trong tệp ({file}) đúng chữ như kế hoạch nguồn, nhưng lập lại không ra đúng tệp ấy",
			EN: "the Word file inside ({file}) has the plan's text, but a rebuild does not give that very file"},
		Fix: diag.Words{VI: "lấy nó ra bằng kehoach extract --all rồi mở để xem", EN: "take it out with kehoach extract --all and look at it"}})
	foreignField = diag.Declare(&diag.Kind{ID: "verify/foreign", Severity: diag.Warning,
		Message: diag.Words{VI: "ô {field} (trang {page}) không phải của kế hoạch nguồn; nó không hiện gì", EN: "field {field} (page {page}) is not the plan's; it shows nothing"},
		Fix:     diag.Words{VI: "hỏi người gửi vì sao có ô này", EN: "ask who sent the file what it is for"}})
	forgedField = diag.Declare(&diag.Kind{ID: "verify/forged",
		Message: diag.Words{VI: "ô {field} ở trang {page} không phải của kế hoạch nguồn mà lại hiện nội dung trên trang", EN: "field {field} on page {page} is not the plan's and shows something there"},
		Fix:     diag.Words{VI: "không dùng tệp này; lập lại từ kế hoạch đã duyệt", EN: "do not use this file; build it again from the reviewed plan"}})
	paintedField = diag.Declare(&diag.Kind{ID: "verify/painted",
		Message: diag.Words{VI: "ô ký {field} hiện hình nhưng chưa ai ký", EN: "an unsigned signature field shows something: {field}"},
		Fix:     diag.Words{VI: "không coi hình ấy là chữ ký; lấy lại tệp từ người ký", EN: "take that picture for no signature; fetch the file from who signs it"}})
	untoldField = diag.Declare(&diag.Kind{ID: "verify/untold", Severity: diag.Warning,
		Message: diag.Words{VI: "không xác định được ô {field} hiện gì trên trang", EN: "what field {field} shows on its page can't be told"},
		Fix:     diag.Words{VI: "xem trang ấy bằng mắt, so với giá trị của ô", EN: "look at that page, and compare it with the field's value"}})
	otherShown = diag.Declare(&diag.Kind{ID: "verify/field",
		Message: diag.Words{VI: `ô {field} có giá trị "{value}" nhưng trên trang hiện "{shown}"`, EN: `field {field} holds "{value}" and shows "{shown}"`},
		Fix:     diag.Words{VI: "điền lại ô này bằng chương trình khác", EN: "fill the field in again, with another program"}})
	covered = diag.Declare(&diag.Kind{ID: "verify/covered", Severity: diag.Warning,
		Message: diag.Words{VI: `ô {field} ở trang {page} nằm đè lên chữ "{text}"`, EN: `field {field} on page {page} lies over the letters "{text}"`},
		Fix:     diag.Words{VI: "xem trang ấy bằng mắt", EN: "look at that page"}})
	hidesText = diag.Declare(&diag.Kind{ID: "verify/hidden",
		Message: diag.Words{VI: `ô {field} ở trang {page} che cả đoạn chữ "{text}"`, EN: `field {field} on page {page} hides a whole text: "{text}"`},
		Fix:     diag.Words{VI: "không dùng tệp này; lấy lại tệp từ người ký", EN: "do not use this file; fetch it from who signed it"}})
	textOnly = diag.Declare(&diag.Kind{ID: "verify/text-only", Severity: diag.Warning,
		Message: diag.Words{VI: "chữ đúng như kế hoạch nguồn, nhưng trang được vẽ khác: phiên bản khác của chương trình đã lập tệp, hoặc tệp bị chương trình khác ghi lại",
			EN: "the text is that of the plan inside, the pages are drawn otherwise: by another version of this program, or by another program"},
		Fix: diag.Words{VI: "xem từng trang bằng mắt, hoặc kiểm tra bằng chính phiên bản đã lập tệp", EN: "look at the pages, or verify with the version that made the file"}})
	signatureBroken = diag.Declare(&diag.Kind{ID: "verify/signature",
		Message: diag.Words{VI: "chữ ký {field} ({signer}) không còn giá trị: {reason}", EN: "signature {field} ({signer}) does not hold: {reason}"},
		Fix:     diag.Words{VI: "lấy lại tệp từ người ký", EN: "fetch the file from who signed it"}})
	changedSince = diag.Declare(&diag.Kind{ID: "verify/changed",
		Message: diag.Words{VI: "sau chữ ký {field} ({signer}), tệp bị sửa ở chỗ không được sửa: {changed}", EN: "after signature {field} ({signer}) the file was changed where it may not be: {changed}"},
		Fix:     diag.Words{VI: "lấy lại tệp từ người ký", EN: "fetch the file from who signed it"}})
	notSigned = diag.Declare(&diag.Kind{ID: "verify/unsigned",
		Message: diag.Words{VI: "tệp chưa được ký", EN: "nobody has signed the file"},
		Fix:     diag.Words{VI: "ký tệp, hoặc bỏ --require signed", EN: "sign it, or drop --require signed"}})
	notComplete = diag.Declare(&diag.Kind{ID: "verify/empty",
		Message: diag.Words{VI: "còn ô chưa điền, hoặc không xác định được: {fields}", EN: "fields are still empty, or can't be told: {fields}"},
		Fix:     diag.Words{VI: "điền đủ, hoặc bỏ --require complete", EN: "fill them in, or drop --require complete"}})
)
