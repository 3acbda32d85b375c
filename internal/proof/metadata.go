package proof

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// A fact is a simple property of XMP metadata (ISO 16684-1): its namespace and name, and a value.
type fact struct{ name, value string }

// Namespaces of metadata.
const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"
	nsMM  = "http://ns.adobe.com/xap/1.0/mm/"

	nsEvent = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
)

// facts are those of a packet, in its order, whether they are written as elements, as attributes or as items of a list. whole is
// false where the packet breaks off: it says what it said so far.
func facts(data []byte) (out []fact, whole bool) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var open []string // the properties around, the innermost last; those of RDF itself are ""
	say := func(name, value string) {
		if value = strings.TrimSpace(value); name != "" && value != "" {
			out = append(out, fact{name, value})
		}
	}
	inner := func() string {
		for _, name := range slices.Backward(open) {
			if name != "" {
				return name
			}
		}
		return ""
	}
	for {
		token, err := decoder.Token()
		if err != nil {
			return out, errors.Is(err, io.EOF)
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := ""
			if t.Name.Space != nsRDF {
				name = t.Name.Space + " " + t.Name.Local
			}
			open = append(open, name)
			for _, a := range t.Attr {
				switch a.Name.Space {
				case nsRDF:
					if a.Name.Local == "resource" {
						say(inner(), a.Value)
					}
				case "", "xmlns", "xml", "http://www.w3.org/XML/1998/namespace", "adobe:ns:meta/": // how it is written, in what language, by whom
				default:
					say(a.Name.Space+" "+a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			say(inner(), string(t))
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// dated tells whether a fact changes with each save: when it was, which program saved, and what programs keep of that.
func dated(f fact) bool {
	return slices.Contains([]string{nsXMP + " ModifyDate", nsXMP + " MetadataDate", nsPDF + " Producer"}, f.name) ||
		strings.HasPrefix(f.name, nsMM+" ") || strings.HasPrefix(f.name, nsEvent+" ")
}

// sameFacts tells whether two packets say the same, apart from what each save changes. Signing programs write packets anew, in
// another order.
func sameFacts(a, b []byte) bool {
	was, whole1 := facts(a)
	is, whole2 := facts(b)
	for _, list := range []*[]fact{&was, &is} {
		*list = slices.DeleteFunc(*list, dated)
		slices.SortFunc(*list, func(a, b fact) int { return strings.Compare(a.name+a.value, b.name+b.value) })
	}
	return whole1 && whole2 && slices.Equal(was, is)
}
