// Package decree names the parts of an administrative document (thành phần thể thức) that Nghị định 30/2020/NĐ-CP tells apart.
//
// A Word template marks a part by a paragraph style, and a person who edits the document in Word keeps it. So whoever has to
// find the number, the signatory's name or the recipients on a finished page asks for the style of a paragraph.
package decree

// A Part is a part of the document; the zero Part is one that needs no name here.
type Part int

const (
	Motto         Part = iota + 1 // Tiêu ngữ, ô 1
	Number                        // số, ký hiệu, ô 3
	PlaceDate                     // địa danh và thời gian, ô 4
	Title                         // tên loại, trích yếu, ô 5a
	Authority                     // quyền hạn, chức vụ của người ký, ô 7a
	Signatory                     // họ và tên của người ký, ô 7b
	Recipients                    // nơi nhận, ô 9b
	AppendixLabel                 // "Phụ lục II"
)

// parts are the styles of the built-in template.
var parts = map[string]Part{
	"KH Tiêu ngữ":             Motto,
	"KH Số ký hiệu":           Number,
	"KH Địa danh, ngày tháng": PlaceDate,
	"KH Tên loại":             Title,
	"Title":                   Title,
	"KH Thẩm quyền ký":        Authority,
	"KH Họ tên":               Signatory,
	"KH Nơi nhận":             Recipients,
	"KH Danh sách nơi nhận":   Recipients,
	"KH Phụ lục":              AppendixLabel,
}

// PartOf is the part that a paragraph style marks, by the style's name as Word shows it.
func PartOf(style string) Part { return parts[style] }
