package signing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"

	"github.com/kehoach/kehoach/internal/layout"
)

// A Map is NAME.sign.json: where a PDF is signed, for programs that sign.
type Map struct {
	File   string    `json:"file"`   // of the PDF, without a folder
	SHA256 string    `json:"sha256"` // of the PDF as it was made
	Marks  []mapMark `json:"marks"`
}

type mapMark struct {
	Role   Role       `json:"role"`
	Field  *string    `json:"field"` // null where the PDF has no such field
	Page   int        `json:"page"`  // from 1
	RectPT [4]float64 `json:"rect_pt"`
	RectMM [4]float64 `json:"rect_mm"`
}

// NewMap describes the marks of a PDF. fielded tells which of them are fields of it.
func NewMap(file string, sum [sha256.Size]byte, doc *layout.Document, marks []Mark, fielded func(Mark) bool) []byte {
	m := Map{File: file, SHA256: hex.EncodeToString(sum[:]), Marks: []mapMark{}}
	for _, mark := range marks {
		x, y, width, height := mark.X.Points(), mark.Y.Points(), mark.Width.Points(), mark.Height.Points()
		page := doc.Pages[mark.Page].Height.Points()
		out := mapMark{Role: mark.Role, Page: mark.Page + 1,
			RectPT: [4]float64{hundredths(x), hundredths(page - y - height), hundredths(x + width), hundredths(page - y)},
			RectMM: [4]float64{mm(x), mm(y), mm(width), mm(height)}}
		if fielded(mark) {
			out.Field = &mark.Field
		}
		m.Marks = append(m.Marks, out)
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic(err) // numbers and strings can be written
	}
	return append(data, '\n')
}

func hundredths(pt float64) float64 { return math.Round(pt*100) / 100 }

func mm(pt float64) float64 { return hundredths(pt * 25.4 / 72) }
