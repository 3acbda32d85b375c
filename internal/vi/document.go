package vi

import (
	"regexp"
	"strings"
)

// The two families of document numbers: the State's 49/KH-UBND and 59/2023/NĐ-CP, the Party's 1129-KL/HU.
var documentNumber = regexp.MustCompile(`\d{1,5}/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ]*)+|\d{1,5}-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]+|/[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ]*)+`)

// KeepNumbers makes the hyphens of document numbers no-break hyphens (U+2011), so that no line ends inside 20/KH-UBND. Nothing
// else changes; "61/2023/NĐ- CP", written with a blank, is no number as a whole and stays.
func KeepNumbers(s string) string {
	if !strings.Contains(s, "-") || !strings.Contains(s, "/") { // as most paragraphs: no need to look closer
		return s
	}
	return documentNumber.ReplaceAllStringFunc(s, func(number string) string { return strings.ReplaceAll(number, "-", "\u2011") })
}
