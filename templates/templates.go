// Package templates holds the built-in Word templates.
//
// ke-hoach.docx is packed from the parts in ke-hoach/, which people review, by `go generate ./templates`; README.md says how to
// change it, in Word or as parts.
package templates

import _ "embed"

//go:generate go run ./pack

//go:embed ke-hoach.docx
var keHoach []byte

// KeHoach is the template of a kế hoạch, a .docx file. The caller must not change it.
func KeHoach() []byte { return keHoach }
