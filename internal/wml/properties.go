package wml

import (
	"fmt"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/vi"
)

// Properties are what a document says about itself: docProps/core.xml (ECMA-376 part 2, 11).
type Properties struct {
	Title    string
	Author   string    // the issuing agency
	Type     string    // of the document (tên loại): "Kế hoạch"
	Number   string    // số, ký hiệu: "05/KH-UBND"; "" while it is not given
	Language string    // vi-VN
	Created  time.Time // the zero Time is not said
}

const propertiesPart = "docProps/core.xml"

// names ties the properties to their elements, in the order in which they are written.
func (p *Properties) names() []struct {
	element string
	value   *string
} {
	return []struct {
		element string
		value   *string
	}{{"dc:title", &p.Title}, {"dc:subject", &p.Type}, {"dc:creator", &p.Author}, {"dc:identifier", &p.Number}, {"dc:language", &p.Language}}
}

// WithProperties is the package that says p about itself; its members carry p's date.
func (pkg *Package) WithProperties(p Properties) *Package {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, n := range p.names() {
		if *n.value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", n.element, Escape(*n.value), n.element)
		}
	}
	if !p.Created.IsZero() {
		for _, element := range []string{"dcterms:created", "dcterms:modified"} {
			fmt.Fprintf(&b, `<%s xsi:type="dcterms:W3CDTF">%s</%s>`, element, p.Created.UTC().Format(time.RFC3339), element)
		}
	}
	b.WriteString("</cp:coreProperties>")
	next := pkg.With(map[string][]byte{propertiesPart: []byte(b.String())})
	next.date = p.Created
	return next
}

// properties reads what the document says about itself; a part that is missing or can't be read says nothing.
func (r *reader) properties() Properties {
	p := Properties{Language: r.styles.style(r.styles.defaultPara).run.Language}
	core, err := parse(r.pkg.Part(propertiesPart))
	if err != nil {
		return p
	}
	for _, n := range p.names() {
		if c := core.child(n.element); c != nil && c.text != "" {
			*n.value = c.text
		}
	}
	if c := core.child("dcterms:created"); c != nil {
		if created, err := time.Parse(time.RFC3339, c.text); err == nil {
			p.Created = created.In(vi.Hanoi)
		}
	}
	return p
}
