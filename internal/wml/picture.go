package wml

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that are read
	_ "image/png"
	"strconv"
	"strings"
)

// EMU are English metric units, in which DrawingML measures: 12,700 to the point (ECMA-376 part 1, 20.1.10.16).
type EMU int64

// A Picture stands in a line like a letter (w:drawing with wp:inline, 20.4.2.8).
type Picture struct {
	Width, Height EMU
	Data          []byte // a PNG or JPEG file
	Alt           string // what it shows, for those who don't see it; "" when nobody said
	Decorative    bool   // it shows nothing that needs words
	RunProperties
}

func (*Picture) inline() {}

// Bounds of a picture.
const (
	maxPixels = 40_000_000
	maxEMU    = 2000 * 12_700 // 2,000 pt: more than any paper here
)

// drawing reads w:drawing. What is no picture set in the line is noted, as are pictures that can't be read.
func (r *inlineReader) drawing(n *node, properties RunProperties) {
	inline, blip := n.find("inline"), n.find("blip")
	extent, about := inline.find("extent"), inline.find("docPr")
	if inline == nil || blip == nil || extent == nil || r.part != MainPart {
		r.note(n.name)
		return
	}
	id, _ := blip.tag.Attribute("r:embed")
	p := &Picture{Width: extent.emu("cx"), Height: extent.emu("cy"), Data: r.pkg.Part(r.links[id]), RunProperties: properties}
	if p.Width == 0 || p.Height == 0 || !drawable(p.Data) {
		r.note(n.name)
		return
	}
	if about != nil {
		p.Alt, _ = about.tag.Attribute("descr")
		p.Alt = Unescape([]byte(p.Alt))
		decorative := about.find("decorative")
		if decorative != nil {
			value, _ := decorative.tag.Attribute("val")
			p.Decorative = value == "1" || value == "true"
		}
	}
	r.add(p)
}

// drawable tells whether a picture can be drawn, to its last line.
func drawable(data []byte) bool {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width*config.Height > maxPixels {
		return false
	}
	_, _, err = image.Decode(bytes.NewReader(data))
	return err == nil
}

// find is the first element below of a local name, whatever its prefix; nil when there is none.
func (n *node) find(local string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if _, name, _ := strings.Cut(c.name, ":"); name == local {
			return c
		}
		if found := c.find(local); found != nil {
			return found
		}
	}
	return nil
}

// emu is an attribute in EMU; 0 when it is none, or none that fits a page.
func (n *node) emu(attribute string) EMU {
	text, _ := n.tag.Attribute(attribute)
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil || v < 0 || v > maxEMU {
		return 0
	}
	return EMU(v)
}
