// Package vi writes what Vietnamese administration writes by rule: dates, amounts, numerals, list letters, document numbers.
//
// It takes plain values and returns text; it knows no plan. Rules: Nghị định 30/2020/NĐ-CP, named at each function.
package vi

import (
	"fmt"
	"strings"
	"time"
)

// Hanoi is the zone in which documents tell their dates. Vietnam knows no summer time.
var Hanoi = time.FixedZone("+07", 7*60*60)

// blank is the room left for a day or a month that the clerk fills in: no-break spaces, so that its width is fixed.
const blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

// NumberBlank is the room left for a document's number: 35.75 pt at 13 pt, so that four digits can be typed there.
const NumberBlank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

// LongDate is "05 tháng 01 năm 2026", with leading zeros for days below 10 and for months 1 and 2 (NĐ 30 PL I, II.4b). A day or
// month of 0 is a blank, a year of 0 too.
func LongDate(day, month, year int) string {
	d, m, y := blank, blank, blank
	if day > 0 {
		d = fmt.Sprintf("%02d", day)
	}
	if month > 0 {
		m = fmt.Sprint(month)
		if month <= 2 {
			m = "0" + m
		}
	}
	if year > 0 {
		y = fmt.Sprint(year)
	}
	return d + " tháng " + m + " năm " + y
}

// ShortDate is "05/01/2026", with the same leading zeros.
func ShortDate(day, month, year int) string {
	m := fmt.Sprint(month)
	if month <= 2 {
		m = "0" + m
	}
	return fmt.Sprintf("%02d/%s/%d", day, m, year)
}

// Upper writes Vietnamese text in capitals.
func Upper(s string) string { return strings.ToUpper(s) }
