package bundle

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// namespace is that of the custom XML part (ECMA-376 part 1, 15.2.5), which Word keeps through every edit.
const namespace = "urn:kehoach:bundle:1"

// itemID names the part to Word (22.5.2): any fixed number will do.
const itemID = "{6B65686F-6163-4820-8E62-756E646C6531}"

// The two parts and the relationship of the first, numbered so that a template's own custom XML stays what it is.
const (
	itemPart       = "customXml/item9001.xml"
	propertiesPart = "customXml/itemProps9001.xml"
	itemRels       = "customXml/_rels/item9001.xml.rels"
	documentRels   = "word/_rels/document.xml.rels"
	contentTypes   = "[Content_Types].xml"

	xmlHead          = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationship     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
	packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// Put is the package with files inside; those that it carried already make room.
func Put(pkg *wml.Package, files []File) (*wml.Package, error) {
	var item bytes.Buffer
	item.Grow(512 + 100*len(files) + Size(files)*4/3)
	item.WriteString(xmlHead + `<bundle xmlns="` + namespace + `">`)
	for _, f := range files {
		fmt.Fprintf(&item, `<file path="%s" role="%s">`, wml.Escape(f.Path), f.Role)
		item.Write(base64.StdEncoding.AppendEncode(item.AvailableBuffer(), f.Data))
		item.WriteString("</file>")
	}
	item.WriteString("</bundle>")
	if name := find(pkg); name != "" {
		return pkg.With(map[string][]byte{name: item.Bytes()}), nil
	}
	parts := map[string][]byte{
		itemPart: item.Bytes(),
		propertiesPart: []byte(xmlHead + `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="` +
			itemID + `"><ds:schemaRefs><ds:schemaRef ds:uri="` + namespace + `"/></ds:schemaRefs></ds:datastoreItem>`),
		itemRels: []byte(xmlHead + `<Relationships xmlns="` + packageRelations + `"><Relationship Id="rId1" Type="` +
			relationship + `Props" Target="itemProps9001.xml"/></Relationships>`),
	}
	for _, part := range []struct{ name, end, entry string }{
		{documentRels, "</Relationships>", `<Relationship Id="rIdKehoach" Type="` + relationship + `" Target="../` + itemPart + `"/>`},
		{contentTypes, "</Types>", `<Override PartName="/` + propertiesPart +
			`" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`},
	} {
		content := string(pkg.Part(part.name))
		at := strings.LastIndex(content, part.end)
		if at < 0 {
			return nil, fmt.Errorf("part %s has no %s", part.name, part.end)
		}
		parts[part.name] = []byte(content[:at] + part.entry + content[at:])
	}
	return pkg.With(parts), nil
}

var errDamaged = errors.New("the files inside are damaged")

// Get are the files that a package carries; none when it carries no bundle.
func Get(pkg *wml.Package) ([]File, error) {
	name := find(pkg)
	if name == "" {
		return nil, nil
	}
	var item struct {
		Files []struct {
			Path string `xml:"path,attr"`
			Role Role   `xml:"role,attr"`
			Data string `xml:",chardata"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal(pkg.Part(name), &item); err != nil {
		return nil, errDamaged
	}
	var files []File
	for _, f := range item.Files {
		data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(f.Data))
		if err != nil {
			return nil, errDamaged
		}
		files = append(files, File{f.Path, f.Role, data})
	}
	return files, Check(files)
}

// find is the part that holds a bundle, whatever number Word has given it since; "" when there is none.
func find(pkg *wml.Package) string {
	for _, name := range pkg.Names() {
		if strings.HasPrefix(name, "customXml/item") && !strings.HasPrefix(name, "customXml/itemProps") &&
			bytes.Contains(pkg.Part(name), []byte(`"`+namespace+`"`)) {
			return name
		}
	}
	return ""
}
