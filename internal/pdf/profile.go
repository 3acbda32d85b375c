package pdf

import (
	"encoding/binary"
	"math"
	"sync"
)

// packedProfile is the profile as every file holds it.
var packedProfile = sync.OnceValue(func() []byte { return pack(srgb()) })

// srgb is the colour space of screens and printers in offices, IEC 61966-2-1, as an ICC profile of version 4 (ISO 15076-1): three
// primaries adapted to the D50 white, one curve, and the names that a profile must have. A file that archives accept names the
// space that its colours are meant in.
func srgb() []byte {
	xyz := func(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...) }
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("CC0")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed(1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)...)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	out := make([]byte, 128+4+12*len(tags))
	binary.BigEndian.PutUint32(out[8:], 0x04200000) // version 4.2
	copy(out[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(out[24:], 2000) // a date is required: this one says nothing
	binary.BigEndian.PutUint16(out[26:], 1)
	binary.BigEndian.PutUint16(out[28:], 1)
	copy(out[36:], "acsp")
	copy(out[68:], fixed(0.9642, 1, 0.8249))
	binary.BigEndian.PutUint32(out[128:], uint32(len(tags)))
	for i, tag := range tags {
		entry := out[132+12*i:]
		copy(entry, tag.name)
		binary.BigEndian.PutUint32(entry[4:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(tag.data)))
		out = append(out, tag.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// fixed writes numbers as s15Fixed16 (ISO 15076-1, 4.6).
func fixed(values ...float64) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

// localized is a text in one language (ISO 15076-1, 10.15).
func localized(text string) []byte {
	out := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(text)))
	out = binary.BigEndian.AppendUint32(out, 28)
	for _, letter := range []byte(text) {
		out = append(out, 0, letter)
	}
	return out
}
