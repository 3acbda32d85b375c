package vi

import (
	"regexp"
	"strings"
	"sync"
)

// The two families of document numbers: the State's 49/KH-UBND and 59/2023/NĐ-CP, the Party's 1129-KL/HU.
var documentNumber = regexp.MustCompile(`\d{1,5}/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ]*)+|\d{1,5}-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]+|/[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ]*)+`)

// KeepNumbers makes the hyphens of document numbers no-break hyphens (U+2011), so that no line ends inside 20/KH-UBND. Nothing
// else changes; "61/2023/NĐ- CP", written with a blank, is no number as a whole and stays.
func KeepNumbers(s string) string {
	if !strings.Contains(s, "-") || !strings.Contains(s, "/") { // as most paragraphs: no need to look closer
		return s
	}
	keptNumbers.RLock()
	kept, ok := keptNumbers.known[s]
	keptNumbers.RUnlock()
	if ok {
		return kept
	}
	kept = documentNumber.ReplaceAllStringFunc(s, func(number string) string { return strings.ReplaceAll(number, "-", "\u2011") })
	keptNumbers.Lock()
	defer keptNumbers.Unlock()
	if len(keptNumbers.known) == maxKept {
		clear(keptNumbers.known)
	}
	keptNumbers.known[s] = kept
	return kept
}

// keptNumbers are the last texts that were looked at closely: the plans of many communes have the same paragraphs.
var keptNumbers = struct {
	sync.RWMutex
	known map[string]string
}{known: map[string]string{}}

// maxKept bounds what is kept: paragraphs of some hundred bytes.
const maxKept = 2048
