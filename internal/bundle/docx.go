package bundle

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

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
	shared, own := split(files)
	head := beginning(shared)
	rest := append(entries(nil, own), "</bundle>"...)
	if name := find(pkg); name != "" {
		return pkg.WithBegun(map[string]*wml.Beginning{name: head}, map[string][]byte{name: rest}), nil
	}
	around, err := surroundings(pkg)
	if err != nil {
		return nil, err
	}
	parts := maps.Clone(around)
	parts[itemPart] = head
	return pkg.WithBegun(parts, map[string][]byte{itemPart: rest}), nil
}

// packages are the last packages that were given a bundle, with the parts around it: a template's are the same in thousands of
// documents. They are told by the two parts that are changed.
var packages struct {
	sync.Mutex
	last []surrounded
}

type surrounded struct {
	types, rels []byte
	parts       map[string]*wml.Beginning
}

// surroundings are the parts that make Word keep a bundle: its properties, its relationships, and the entries for both.
func surroundings(pkg *wml.Package) (map[string]*wml.Beginning, error) {
	types, rels := pkg.Part(contentTypes), pkg.Part(documentRels)
	packages.Lock()
	for _, p := range packages.last {
		if bytes.Equal(p.types, types) && bytes.Equal(p.rels, rels) {
			packages.Unlock()
			return p.parts, nil
		}
	}
	packages.Unlock()
	parts := map[string]*wml.Beginning{
		propertiesPart: wml.Begin([]byte(xmlHead + `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="` +
			itemID + `"><ds:schemaRefs><ds:schemaRef ds:uri="` + namespace + `"/></ds:schemaRefs></ds:datastoreItem>`)),
		itemRels: wml.Begin([]byte(xmlHead + `<Relationships xmlns="` + packageRelations + `"><Relationship Id="rId1" Type="` +
			relationship + `Props" Target="itemProps9001.xml"/></Relationships>`)),
	}
	for _, part := range []struct {
		name, end, entry string
		content          []byte
	}{
		{documentRels, "</Relationships>", `<Relationship Id="rIdKehoach" Type="` + relationship + `" Target="../` + itemPart + `"/>`, rels},
		{contentTypes, "</Types>", `<Override PartName="/` + propertiesPart +
			`" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`, types},
	} {
		content := string(part.content)
		at := strings.LastIndex(content, part.end)
		if at < 0 {
			return nil, fmt.Errorf("part %s has no %s", part.name, part.end)
		}
		parts[part.name] = wml.Begin([]byte(content[:at] + part.entry + content[at:]))
	}
	packages.Lock()
	defer packages.Unlock()
	if len(packages.last) == maxBegun {
		packages.last = packages.last[1:]
	}
	packages.last = append(packages.last, surrounded{types, rels, parts})
	return parts, nil
}

// split parts files into those that the plans of one model share, which stand first, and those behind.
func split(files []File) (shared, own []File) {
	for i, f := range files {
		if f.Role != Plan && f.Role != Agency {
			return files[:i], files[i:]
		}
	}
	return files, nil
}

// entries adds files to the XML of a bundle.
func entries(xml []byte, files []File) []byte {
	for _, f := range files {
		xml = fmt.Appendf(xml, `<file path="%s" role="%s">`, wml.Escape(f.Path), f.Role)
		xml = base64.StdEncoding.AppendEncode(xml, f.Data)
		xml = append(xml, "</file>"...)
	}
	return xml
}

// begun are the last beginnings: a model and its agency files begin the bundles of all its units. Files are told by their very
// bytes in memory, which are never written to.
var begun struct {
	sync.Mutex
	last []begunBundle
}

type begunBundle struct {
	files []File
	*wml.Beginning
}

// maxBegun bounds what is kept.
const maxBegun = 8

// beginning is the XML of a bundle up to its first file that is not shared, packed.
func beginning(files []File) *wml.Beginning {
	same := func(a, b File) bool {
		return a.Path == b.Path && a.Role == b.Role && len(a.Data) == len(b.Data) && (len(a.Data) == 0 || &a.Data[0] == &b.Data[0])
	}
	begun.Lock()
	for _, b := range begun.last {
		if slices.EqualFunc(b.files, files, same) {
			begun.Unlock()
			return b.Beginning
		}
	}
	begun.Unlock()
	made := wml.Begin(entries([]byte(xmlHead+`<bundle xmlns="`+namespace+`">`), files))
	begun.Lock()
	defer begun.Unlock()
	if len(begun.last) == maxBegun {
		begun.last = begun.last[1:]
	}
	begun.last = append(begun.last, begunBundle{slices.Clone(files), made})
	return made
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
