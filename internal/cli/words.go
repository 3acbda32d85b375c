package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
)

// The library's own words in the descriptions of flags, for the Vietnamese help.
func init() {
	cobra.AddTemplateFunc("vietnamese", func(usages string) string { return strings.ReplaceAll(usages, "(default ", "(mặc định ") })
}

// The words of the command line, in the order in which a person meets them.
var (
	aboutProgram = diag.Words{
		VI: `kehoach: kế hoạch là dữ liệu; văn bản Word và PDF đúng thể thức Nghị định 30/2020/NĐ-CP là kết quả

Bắt đầu:
  kehoach new ke-hoach-cua-toi                  tạo tệp cơ quan và kế hoạch đầu tiên
  kehoach build ke-hoach-cua-toi/2026/*.yaml    lập tệp .docx và .pdf`,
		EN: `kehoach: a plan is data; Word and PDF in the format of Decree 30/2020/NĐ-CP are what comes of it

Begin with:
  kehoach new my-plans                          an agency file and a first plan
  kehoach build my-plans/2026/*.yaml            the .docx and .pdf files`,
	}
	langFlag = diag.Words{VI: "ngôn ngữ của thông báo: `vi` hoặc en", EN: "language of messages: `vi` or en"}
	helpFlag = diag.Words{VI: "xem hướng dẫn của lệnh", EN: "help for this command"}

	usageTemplate = diag.Words{
		VI: `Cách dùng:{{if .Runnable}}
  {{.UseLine}}{{if .HasAvailableLocalFlags}} [TÙY CHỌN]{{end}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} LỆNH

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}}  {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces | vietnamese}}{{end}}{{if .HasAvailableInheritedFlags}}

Tùy chọn chung:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces | vietnamese}}{{end}}{{if .HasAvailableSubCommands}}

Xem hướng dẫn của một lệnh: {{.CommandPath}} LỆNH --help{{end}}
`,
		EN: `Usage:{{if .Runnable}}
  {{.UseLine}}{{if .HasAvailableLocalFlags}} [FLAGS]{{end}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}}  {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Global flags:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Help for one command: {{.CommandPath}} COMMAND --help{{end}}
`,
	}

	seeHelp             = diag.Words{VI: `gợi ý: xem "{command} --help"`, EN: `hint: see "{command} --help"`}
	unknownCommandAlone = diag.Words{VI: `không có lệnh "{name}"`, EN: `no command "{name}"`}
	unknownCommandNear  = diag.Words{VI: `không có lệnh "{name}"; có phải ý bạn là "{near}"?`, EN: `no command "{name}"; did you mean "{near}"?`}
	tooManyArguments    = diag.Words{VI: `thừa "{value}"`, EN: `"{value}" is one too many`}
	unknownFlag         = diag.Words{VI: "không có tùy chọn {flag}", EN: "no flag {flag}"}
	flagNeedsValue      = diag.Words{VI: "tùy chọn {flag} cần một giá trị", EN: "flag {flag} needs a value"}
	flagBadValue        = diag.Words{VI: `giá trị "{value}" không hợp với tùy chọn {flag}`, EN: `value "{value}" does not fit flag {flag}`}
	badLang             = diag.Words{VI: `--lang là vi hoặc en, không phải "{value}"`, EN: `--lang is vi or en, not "{value}"`}
)

var (
	aboutBuild   = diag.Words{VI: "lập tệp .docx và .pdf từ kế hoạch", EN: "make the .docx and .pdf files of plans"}
	aboutPDF     = diag.Words{VI: "lập tệp .pdf từ tệp .docx, kể cả khi đã sửa trong Word", EN: "lay a .docx file out as .pdf, also one edited in Word"}
	aboutExtract = diag.Words{VI: "lấy kế hoạch nguồn ra khỏi tệp .pdf hoặc .docx", EN: "take the plan out of a .pdf or .docx file"}
	aboutVerify  = diag.Words{VI: "xem tệp .pdf, .docx nói gì và có đúng không: chuẩn, kế hoạch nguồn, chữ ký", EN: "what a .pdf or .docx claims and what of it holds: standard, plan, signatures"}
	aboutNew     = diag.Words{VI: "tạo tệp cơ quan và kế hoạch đầu tiên, bằng cách hỏi hoặc theo tùy chọn", EN: "write an agency file and a first plan, by questions or flags"}

	aboutTemplate      = diag.Words{VI: "mẫu Word của văn bản", EN: "the Word template of the documents"}
	aboutExport        = diag.Words{VI: "ghi mẫu Word có sẵn ra tệp, để sửa kiểu chữ trong Word", EN: "write the built-in template to a file, to be restyled in Word"}
	aboutCheckTemplate = diag.Words{VI: "kiểm tra một mẫu Word trước khi dùng", EN: "check a Word template before it is used"}

	outFlag          = diag.Words{VI: "`thư mục` đặt tệp; mặc định là thư mục của tệp nguồn", EN: "`folder` for the files; that of the source by default"}
	formatFlag       = diag.Words{VI: "các `định dạng`: docx, pdf", EN: "`formats`: docx, pdf"}
	setFlag          = diag.Words{VI: "đặt giá trị `TÊN=GIÁ-TRỊ` dùng trong câu là {{TÊN}}; ghi được nhiều lần", EN: "a value `KEY=VALUE`, used in text as {{KEY}}; may be repeated"}
	valuesFlag       = diag.Words{VI: "`tệp` YAML có các giá trị", EN: "a YAML `file` of values"}
	templateFlag     = diag.Words{VI: "`tệp` mẫu Word thay cho mẫu có sẵn", EN: "a Word template `file` instead of the built-in one"}
	fontFlag         = diag.Words{VI: "`thư mục` có phông Times New Roman; mặc định dùng Liberation Serif cùng bề rộng chữ", EN: "`folder` that holds Times New Roman; by default Liberation Serif, whose letters are as wide"}
	standardFlag     = diag.Words{VI: "`chuẩn` của PDF: a-3a, a-2a, a-2b (lưu trữ) hoặc none", EN: "`standard` of the PDF: a-3a, a-2a, a-2b (archives) or none"}
	fieldsFlag       = diag.Words{VI: "`ô` chừa sẵn trong PDF: sign,number (chữ ký, dấu, số, ngày), sign hoặc none", EN: "`fields` kept in the PDF: sign,number (signature, seal, number, date), sign or none"}
	targetFlag       = diag.Words{VI: "`tệp` .yaml sẽ ghi; với --all là thư mục", EN: "`file` to write; with --all a folder"}
	allFlag          = diag.Words{VI: "lấy cả tệp cơ quan, giá trị, mẫu, văn bản Word kèm theo", EN: "take agency files, values, template and Word file too"}
	requireFlag      = diag.Words{VI: "`điều kiện` phải có: signed (đã ký), complete (không còn ô trống)", EN: "what must be `so`: signed, complete (no empty field)"}
	reportFormatFlag = diag.Words{VI: "`dạng` báo cáo: text hoặc json", EN: "`form` of the report: text or json"}
	previewFlag      = diag.Words{VI: "vẽ thêm trang ký thành ảnh .sign.png, có chữ ký và dấu mẫu", EN: "also draw the page that is signed as .sign.png, with a sample signature and seal"}
	noEmbedFlag      = diag.Words{VI: "không kèm kế hoạch nguồn trong tệp lập ra", EN: "leave the plan out of the files"}
	attachFlag       = diag.Words{VI: "kèm cả tệp .docx trong tệp .pdf", EN: "put the .docx into the .pdf too"}
	finalFlag        = diag.Words{VI: "lập bản để ký: từ chối khi kế hoạch còn chỗ phải xem lại", EN: "make the files to be signed: refuse while something in the plan is open"}
	forceFlag        = diag.Words{VI: "ghi đè cả tệp đã bị sửa sau khi lập", EN: "replace even files that were changed since they were made"}

	kindFlag      = diag.Words{VI: "`loại` đơn vị: xa, phuong, dac-khu", EN: "`kind` of unit: xa, phuong, dac-khu"}
	nameFlag      = diag.Words{VI: "`tên` xã, phường, đặc khu, ví dụ Sơn Tây Hạ", EN: "`name` of the commune, for example Sơn Tây Hạ"}
	parentFlag    = diag.Words{VI: "`cơ quan` chủ quản trực tiếp, nếu có", EN: "direct superior `agency`, if any"}
	placeFlag     = diag.Words{VI: "`địa danh` ở dòng ngày tháng; mặc định là tên đơn vị", EN: "`place` on the date line; the name by default"}
	signatoryFlag = diag.Words{VI: "`họ và tên` người ký", EN: "full `name` of the signatory"}
	postFlag      = diag.Words{VI: "`chức vụ` người ký, ví dụ CHỦ TỊCH, PHÓ CHỦ TỊCH", EN: "`post` of the signatory, for example CHỦ TỊCH, PHÓ CHỦ TỊCH"}
	yearFlag      = diag.Words{VI: "`năm` của kế hoạch", EN: "`year` of the plan"}

	askKind      = diag.Words{VI: "Loại đơn vị (xa, phuong, dac-khu)", EN: "Kind of unit (xa, phuong, dac-khu)"}
	askName      = diag.Words{VI: "Tên đơn vị, ví dụ Sơn Tây Hạ", EN: "Name of the unit, for example Sơn Tây Hạ"}
	askParent    = diag.Words{VI: "Cơ quan chủ quản trực tiếp, nếu có", EN: "Direct superior agency, if any"}
	askPlace     = diag.Words{VI: "Địa danh ở dòng ngày tháng", EN: "Place on the date line"}
	askSignatory = diag.Words{VI: "Họ và tên người ký", EN: "Full name of the signatory"}
	askPost      = diag.Words{VI: "Chức vụ người ký", EN: "Post of the signatory"}
	newNext      = diag.Words{
		VI: "Tiếp theo: điền những chỗ ghi ??? trong {plan}, rồi chạy\n  kehoach build {plan}\n",
		EN: "Next: fill in the places marked ??? in {plan}, then run\n  kehoach build {plan}\n",
	}

	templateFine = diag.Words{VI: "{file}: mẫu dùng được\n", EN: "{file}: the template works\n"}
	pagesAndTime = diag.Words{VI: "{file}  {pages}  {time} ms\n", EN: "{file}  {pages}  {time} ms\n"}
	onePage      = diag.Words{VI: "1 trang", EN: "1 page"}
	manyPages    = diag.Words{VI: "{count} trang", EN: "{count} pages"}

	noStandard       = diag.Words{VI: "không theo chuẩn nào", EN: "no standard"}
	reportHead       = diag.Words{VI: "{file}\n  {title}\n  {standards}; {pages}; {embedded}/{fonts} phông được nhúng\n", EN: "{file}\n  {title}\n  {standards}; {pages}; {embedded} of {fonts} fonts embedded\n"}
	reportWordHead   = diag.Words{VI: "{file}\n  {title}\n  văn bản Word; {pages}\n", EN: "{file}\n  {title}\n  a Word document; {pages}\n"}
	reportNoPlan     = diag.Words{VI: "  không kèm kế hoạch nguồn\n", EN: "  no plan inside\n"}
	reportPages      = diag.Words{VI: "  kế hoạch nguồn {plan}: lập lại ra đúng từng trang này\n", EN: "  plan inside: {plan}; a rebuild gives these very pages\n"}
	reportPlan       = diag.Words{VI: "  kế hoạch nguồn {plan}: lập lại ra đúng chữ của văn bản này\n", EN: "  plan inside: {plan}; a rebuild gives this text\n"}
	reportLook       = diag.Words{VI: "  kế hoạch nguồn {plan}: lập lại ra đúng văn bản này\n", EN: "  plan inside: {plan}; a rebuild gives this very document\n"}
	reportAttached   = diag.Words{VI: "  văn bản Word kèm theo {file}: đúng như kế hoạch nguồn lập ra\n", EN: "  Word file inside: {file}; as the plan gives it\n"}
	reportStale      = diag.Words{VI: "  kế hoạch nguồn {plan}: lập lại khác văn bản này ở {count} chỗ\n", EN: "  plan inside: {plan}; places where a rebuild differs: {count}\n"}
	reportUnsigned   = diag.Words{VI: "  chưa ai ký\n", EN: "  nobody has signed yet\n"}
	reportEmpty      = diag.Words{VI: "  còn trống: {fields}\n", EN: "  still empty: {fields}\n"}
	reportSignature  = diag.Words{VI: "  {field}: {signer} (chứng thư do {issuer} cấp, chưa đối chiếu)", EN: "  {field}: {signer} (certificate of {issuer}, not looked up)"}
	reportStamped    = diag.Words{VI: ", ký lúc {time} theo dấu thời gian", EN: ", signed {time} by a time stamp"}
	reportClaimed    = diag.Words{VI: ", tự ghi lúc {time}", EN: ", {time} by the signer's own clock"}
	reportBroken     = diag.Words{VI: "; KHÔNG CÒN GIÁ TRỊ", EN: "; DOES NOT HOLD"}
	reportNotAllowed = diag.Words{VI: "; TỆP BỊ SỬA SAU KHI KÝ", EN: "; THE FILE WAS CHANGED SINCE"}
	reportFilled     = diag.Words{VI: "; còn giá trị, sau đó điền: {filled}", EN: "; holds; filled in since: {filled}"}
	reportWhole      = diag.Words{VI: "; còn giá trị, phủ cả tệp", EN: "; holds, covers the whole file"}
	reportUnchanged  = diag.Words{VI: "; còn giá trị, từ đó không đổi", EN: "; holds, nothing changed since"}

	addedField      = diag.Words{VI: "{field} (ô ký thêm, trang {page})", EN: "{field} (a field added, page {page})"}
	nobodyNamed     = diag.Words{VI: "không rõ tên", EN: "no name"}
	pageNumber      = diag.Words{VI: "nội dung trang {page}", EN: "the content of page {page}"}
	needPDF         = diag.Words{VI: "cần ít nhất một tệp .pdf hoặc .docx", EN: "at least one .pdf or .docx file is needed"}
	badRequire      = diag.Words{VI: `--require là signed, complete hoặc signed,complete, không phải "{value}"`, EN: `--require is signed, complete or signed,complete, not "{value}"`}
	badReportFormat = diag.Words{VI: `--format là text hoặc json, không phải "{value}"`, EN: `--format is text or json, not "{value}"`}

	needFinished = diag.Words{VI: "cần một tệp .pdf hoặc .docx", EN: "a .pdf or .docx file is needed"}
	needTarget   = diag.Words{VI: "cần -o: tên tệp .yaml sẽ ghi, hoặc thư mục khi dùng --all", EN: "-o is needed: the .yaml file to write, or with --all a folder"}
	buildAgain   = diag.Words{VI: "Lập lại văn bản: {command}\n", EN: "To build it again: {command}\n"}

	carriedInside = diag.Words{VI: "  kèm kế hoạch nguồn trong tệp: {files} ({size})\n", EN: "  plan embedded: {files} ({size})\n"}
	notCarried    = diag.Words{VI: "  PDF {standard} không mang được tệp khác: bản PDF không kèm kế hoạch nguồn\n", EN: "  a PDF {standard} carries no files: the plan is not in the PDF\n"}

	needPlan          = diag.Words{VI: "cần ít nhất một tệp kế hoạch, ví dụ: kehoach build plans/2026/ke-hoach.yaml", EN: "at least one plan is needed, for example: kehoach build plans/2026/plan.yaml"}
	needDOCX          = diag.Words{VI: "cần ít nhất một tệp .docx", EN: "at least one .docx file is needed"}
	badFormat         = diag.Words{VI: `--format là docx, pdf hoặc docx,pdf, không phải "{value}"`, EN: `--format is docx, pdf or docx,pdf, not "{value}"`}
	badStandard       = diag.Words{VI: `--pdf-standard là a-3a, a-2a, a-2b hoặc none, không phải "{value}"`, EN: `--pdf-standard is a-3a, a-2a, a-2b or none, not "{value}"`}
	badEpoch          = diag.Words{VI: `biến SOURCE_DATE_EPOCH phải là số giây kể từ năm 1970, không phải "{value}"`, EN: `SOURCE_DATE_EPOCH counts seconds since 1970, "{value}" does not`}
	badFields         = diag.Words{VI: `--fields là sign,number, sign hoặc none, không phải "{value}"`, EN: `--fields is sign,number, sign or none, not "{value}"`}
	nothingToPreview  = diag.Words{VI: "--preview-signature cần cả tệp .pdf: thêm pdf vào --format", EN: "--preview-signature needs the .pdf too: add pdf to --format"}
	cannotAttach      = diag.Words{VI: "--attach-docx chỉ dùng với --pdf-standard a-3a; PDF {standard} không mang được tệp Word", EN: "--attach-docx goes with --pdf-standard a-3a; a PDF {standard} can't carry Word files"}
	attachesNothing   = diag.Words{VI: "--attach-docx kèm tệp vào PDF, --no-embed thì không kèm gì: chỉ dùng một trong hai", EN: "--attach-docx puts a file into the PDF, --no-embed leaves all files out: use one of them"}
	nothingToAttachTo = diag.Words{VI: "--attach-docx cần cả tệp .pdf: thêm pdf vào --format", EN: "--attach-docx needs the .pdf too: add pdf to --format"}
	badEnding         = diag.Words{VI: `tên tệp sẽ ghi phải có đuôi {endings}, không phải "{value}"`, EN: `the file to write ends in {endings}, "{value}" does not`}
	badSet            = diag.Words{VI: `--set cần dạng TÊN=GIÁ-TRỊ, không phải "{value}"`, EN: `--set takes KEY=VALUE, not "{value}"`}
	badKind           = diag.Words{VI: `loại đơn vị là xa, phuong hoặc dac-khu, không phải "{value}"`, EN: `the kind of unit is xa, phuong or dac-khu, not "{value}"`}
	badYear           = diag.Words{VI: `năm kế hoạch phải từ 2000 đến 2100, không phải "{value}"`, EN: `the plan's year lies between 2000 and 2100, not "{value}"`}
	noAnswer          = diag.Words{VI: "chưa có câu trả lời; ghi tùy chọn {flag} hoặc trả lời câu hỏi", EN: "no answer; give {flag} or answer the question"}
)

// Findings of this room: about files that a person named, not about what is in them.
var (
	cannotRead = diag.Declare(&diag.Kind{ID: "cli/read", Message: diag.Words{VI: "không đọc được tệp: {reason}", EN: "the file can't be read: {reason}"},
		Fix: diag.Words{VI: "kiểm tra tên tệp và quyền đọc", EN: "check the file's name and that you may read it"}})
	tooLarge = diag.Declare(&diag.Kind{ID: "cli/too-large", Message: diag.Words{VI: "tệp lớn hơn 64 MB", EN: "the file has more than 64 MB"},
		Fix: diag.Words{VI: "kiểm tra lại tên tệp; không kế hoạch nào lớn như thế", EN: "check the file's name: no plan is that large"}})
	notAFile = diag.Declare(&diag.Kind{ID: "cli/not-a-file", Message: diag.Words{VI: "đây là thư mục hoặc ống dẫn, không phải tệp", EN: "this is a folder or a pipe, not a file"},
		Fix: diag.Words{VI: "kiểm tra lại tên tệp", EN: "check the file's name"}})
	cannotSay = diag.Declare(&diag.Kind{ID: "cli/output", Message: diag.Words{VI: "không ghi được kết quả ra: {reason}", EN: "the results can't be written: {reason}"},
		Fix: diag.Words{VI: "kiểm tra dung lượng đĩa, rồi chạy lại lệnh", EN: "check the disk's space, then run the command again"}})
	noFont = diag.Declare(&diag.Kind{ID: "cli/font", Message: diag.Words{VI: "không dùng được phông trong thư mục này: {reason}", EN: "no font of this folder can be used: {reason}"},
		Fix: diag.Words{VI: "ghi thư mục có bốn tệp Times New Roman, hoặc bỏ --font-dir", EN: "name a folder with the four Times New Roman files, or leave --font-dir out"}})
)
