// Package templates holds the built-in Word templates.
//
// ke-hoach.docx is packed from the parts in ke-hoach/, which people review, by `go generate ./templates`; README.md says how to
// change it, in Word or as parts. bang.docx, for tables that go with a plan, is packed from bang/ and the styles of ke-hoach/.
package templates

import _ "embed"

//go:generate go run ./pack

//go:embed ke-hoach.docx
var keHoach []byte

// KeHoach is the template of a kế hoạch, a .docx file. The caller must not change it.
func KeHoach() []byte { return keHoach }

//go:embed bang.docx
var bang []byte

// Bang is the template of a bảng: a title, a few lines, tables, who made it. A .docx file; the caller must not change it.
func Bang() []byte { return bang }
