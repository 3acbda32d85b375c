package territory

import (
	"unicode"
	"unicode/utf8"
)

// A Kind (loại đơn vị hành chính) is what a unit's noun says.
type Kind uint8

const (
	Province       Kind = iota + 1 // tỉnh
	CentralCity                    // thành phố trực thuộc Trung ương
	RuralDistrict                  // huyện, until 30/6/2025
	UrbanDistrict                  // quận, until 30/6/2025
	Town                           // thị xã, until 30/6/2025
	ProvincialCity                 // thành phố thuộc tỉnh, until 30/6/2025
	Commune                        // xã
	Ward                           // phường
	Township                       // thị trấn, until 30/6/2025
	SpecialZone                    // đặc khu, since 01/7/2025
)

// A Level (cấp hành chính) is how high a kind stands.
type Level uint8

const (
	ProvinceLevel Level = iota + 1
	DistrictLevel       // cấp huyện: ended on 01/7/2025
	CommuneLevel        // cấp xã
)

// kinds has, at each Kind, its letter in the table, its level, whether there are such units today, its noun and its abbreviation.
var kinds = [...]struct {
	letter  byte
	level   Level
	ofToday bool
	noun    string
	short   string
}{
	Province:       {'T', ProvinceLevel, true, "tỉnh", "T."},
	CentralCity:    {'C', ProvinceLevel, true, "thành phố", "TP."},
	RuralDistrict:  {'h', DistrictLevel, false, "huyện", "H."},
	UrbanDistrict:  {'q', DistrictLevel, false, "quận", "Q."},
	Town:           {'s', DistrictLevel, false, "thị xã", "TX."},
	ProvincialCity: {'c', DistrictLevel, false, "thành phố", "TP."},
	Commune:        {'x', CommuneLevel, true, "xã", "X."},
	Ward:           {'p', CommuneLevel, true, "phường", "P."},
	Township:       {'t', CommuneLevel, false, "thị trấn", "TT."},
	SpecialZone:    {'k', CommuneLevel, true, "đặc khu", "ĐK."},
}

// Noun is the kind's noun as it stands before a name in a sentence: "xã".
func (k Kind) Noun() string { return kinds[k].noun }

// Short is the noun's abbreviation: "TP.".
func (k Kind) Short() string { return kinds[k].short }

// Level is how high the kind stands.
func (k Kind) Level() Level { return kinds[k].level }

// OfToday tells whether there are units of this kind today.
func (k Kind) OfToday() bool { return kinds[k].ofToday }

// capital is the text with its first letter in capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
