package phrase_test

import (
	"fmt"

	"github.com/kehoach/kehoach/internal/phrase"
)

func ExampleFind() {
	text := "Thực hiện Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024, UBND xã xây dựng kế hoạch năm 2024; đến năm 2030 đạt 90%."
	for _, p := range phrase.Find(text) {
		fmt.Printf("%s: %s\n", p.Kind, p.In(text))
		if c := p.Document; c != nil {
			fmt.Printf("  %s, issued by %s, on %s\n", c.Symbol, c.Issuer.In(text), c.Subject.In(text))
		}
		for _, y := range p.Years {
			fmt.Printf("  %d is %s\n", y.Year, y.Sense)
		}
	}
	// Output:
	// document: Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024
	//   49/KH-UBND, issued by UBND huyện, on dân vận năm 2024
	//   2024 is in-document
	//   2024 is in-document
	// year: năm 2024
	//   2024 is plain
	// year: năm 2030
	//   2030 is target
	// quantity: 90%
}
