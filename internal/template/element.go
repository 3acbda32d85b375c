package template

import (
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// An element is an XML element of a part, or, without a name, character data.
type element = wml.Element

// prolog begins every part that the program writes.
const prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

// readPart reads a part into elements. Line ends become spaces: the compiler counts paragraphs by lines.
func readPart(part []byte) (*element, error) {
	root, err := wml.ReadElement(part)
	if err != nil {
		return nil, err
	}
	root.Walk(func(e *element) bool {
		e.Open, e.Close = oneLine.Replace(e.Open), oneLine.Replace(e.Close)
		return true
	})
	return root, nil
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")
