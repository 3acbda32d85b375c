package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// metadata is the XMP packet (ISO 16684-1; ISO 19005-3, 6.6): what the file says of itself, and the standards that it claims.
func metadata(info Info) []byte {
	part, conformance := info.Standard.part()
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	property(&b, "dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`, info.Title)
	property(&b, "dc:creator", "<rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>", info.Author)
	property(&b, "dc:publisher", "<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>", info.Author)
	property(&b, "dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`, info.Type)
	property(&b, "dc:type", "<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>", info.Type)
	property(&b, "dc:identifier", "%s", info.Number)
	property(&b, "dc:language", "<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>", info.Language)
	if !info.Created.IsZero() {
		when := info.Created.Format(time.RFC3339)
		property(&b, "xmp:CreateDate", "%s", when)
		property(&b, "xmp:ModifyDate", "%s", when)
	}
	property(&b, "xmp:CreatorTool", "%s", info.Program)
	property(&b, "pdf:Producer", "%s", producer)
	property(&b, "pdfaid:part", "%s", part)
	property(&b, "pdfaid:conformance", "%s", conformance)
	if info.Standard.tagged() {
		property(&b, "pdfuaid:part", "%s", "1")
	}
	b.WriteString("</rdf:Description>")
	if info.Standard.tagged() {
		b.WriteString(uaSchema)
	}
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

const producer = "kehoach"

// property writes one property; one without a value is left out.
func property(b *strings.Builder, name, form, value string) {
	if value != "" {
		fmt.Fprintf(b, "<"+name+">"+form+"</"+name+">\n", escaped(value))
	}
}

// uaSchema describes pdfuaid:part, which PDF/A does not know of its own (ISO 19005-3, 6.6.2.3).
const uaSchema = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	`</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes all
	return b.String()
}
