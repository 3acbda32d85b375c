package layout

import (
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Picture stands on a line, its foot on the baseline.
type Picture struct {
	X, Y, Width, Height Length // its top left corner and size
	Data                []byte // a PNG or JPEG file
	Alt                 string // what a reader hears of it; "" for one that only decorates
	Line                *Line
}

func (*Picture) item() {}

// pictureMark stands among letters for a picture.
const pictureMark = '\uFFFC'

var silentPicture = &diag.Kind{ID: "layout/alt", Severity: diag.Warning,
	Message: diag.Words{VI: "hình không có lời mô tả; người khiếm thị không biết hình vẽ gì", EN: "a picture has no alternate text; those who listen don't know of it"},
	Fix: diag.Words{VI: "trong Word, bấm chuột phải vào hình, chọn Edit Alt Text, ghi một câu hoặc đánh dấu Decorative",
		EN: "in Word, right-click the picture, Edit Alt Text: write a sentence or mark it as decorative"}}

// picture measures a picture as a letter that is as tall as it.
func (l *layouter) picture(p *wml.Picture) letter {
	if p.Alt == "" && !p.Decorative {
		l.once("alt", silentPicture)
	}
	height := emu(p.Height)
	return letter{r: pictureMark, width: emu(p.Width), style: &style{face: l.styleOf(p.RunProperties).face, ascent: height, picture: p}}
}

// emu turns English metric units into a Length.
func emu(v wml.EMU) Length { return Length(v) * Point / 12_700 }

// picture makes the item of a picture letter whose foot is at x on the baseline.
func (l letter) picture(line *Line, x, baseline Length) *Picture {
	p := l.style.picture
	item := &Picture{X: x, Y: baseline - l.style.ascent, Width: l.width, Height: l.style.ascent, Data: p.Data, Line: line}
	if !p.Decorative {
		item.Alt = p.Alt
	}
	return item
}
