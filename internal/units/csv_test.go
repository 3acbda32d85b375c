package units_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/units"
)

const good = "Tên đơn vị,Loại,so_thon\nxã Sơn Tây Hạ,xã,09\nphường Nghĩa Lộ,Phường,12\n"

func utf16LE(s string) []byte {
	data := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		data = append(data, byte(u), byte(u>>8))
	}
	return data
}

func utf16BE(s string) []byte {
	data := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		data = append(data, byte(u>>8), byte(u))
	}
	return data
}

// windows1258 writes text as that code page does: base letters, tones behind them.
func windows1258(t testing.TB, s string) []byte {
	t.Helper()
	var b strings.Builder
	for _, r := range s {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteRune(r)
			continue
		}
		marks := []rune(norm.NFD.String(string(r))) // base, then the tone and the mark of quality in canonical order
		var tone string
		base := []rune{marks[0]}
		for _, m := range marks[1:] {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
				tone = string(m)
			} else {
				base = append(base, m)
			}
		}
		b.WriteString(norm.NFC.String(string(base)) + tone)
	}
	data, err := charmap.Windows1258.NewEncoder().String(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return []byte(data)
}

// The list of good in TCVN3 and VNI, typed from the fonts' tables.
const (
	goodTCVN3 = "T\xaan \xae\xacn v\xde,Lo\xb9i,so_thon\nx\xb7 S\xacn T\xa9y H\xb9,x\xb7,09\nph\xad\xeang Ngh\xdca L\xe9,Ph\xad\xeang,12\n"
	goodVNI   = "Te\xe2n \xf1\xf4n v\xf2,Loa\xefi,so_thon\nxa\xf5 S\xf4n Ta\xe2y Ha\xef,xa\xf5,09\nph\xf6\xf4\xf8ng Ngh\xf3a Lo\xe4,Ph\xf6\xf4\xf8ng,12\n"
)

func latin(s string) []byte {
	text, _ := charmap.Windows1252.NewDecoder().String(s)
	return []byte(text)
}

func TestNastyCSV(t *testing.T) {
	many := func(n int, row string) string {
		var b strings.Builder
		b.WriteString("Tên đơn vị,so_thon\n")
		for i := range n {
			fmt.Fprintf(&b, row+"\n", i)
		}
		return b.String()
	}
	cases := map[string]struct {
		data []byte
		o    units.Options
	}{
		"braces":                        {data: []byte("Tên đơn vị,so_thon\nxã A,{{nope}}\n")},
		"one name, two provinces":       {data: []byte("Tên đơn vị,Loại\n\"xã Bình Minh, tỉnh Ninh Bình\",xã\n\"xã Bình Minh,  thành phố Hà Nội\",\nxã Bình Minh,\nxã Bình Minh,\n\"xã Bình Minh, tỉnh Ninh Bình\",\n")},
		"province twice":                {data: []byte("Tên đơn vị;Tỉnh\nxã Bình Minh, tỉnh Ninh Bình;tỉnh Ninh Bình\nxã Bình Minh, tỉnh Thái Bình;tỉnh Hưng Yên\nxã A, B;\n")},
		"utf-8":                         {data: []byte(good)},
		"utf-8 with bom":                {data: []byte("\uFEFF" + good)},
		"utf-16le":                      {data: utf16LE(good)},
		"utf-16be":                      {data: utf16BE(strings.ReplaceAll(good, ",", "\t"))},
		"utf-16 cut":                    {data: utf16LE(good)[:31]},
		"windows-1258":                  {data: windows1258(t, good)},
		"tcvn3":                         {data: []byte(goodTCVN3)},
		"vni":                           {data: []byte(goodVNI)},
		"tcvn3 as unicode":              {data: latin(goodTCVN3)},
		"vni as unicode":                {data: latin(goodVNI)},
		"tcvn3 in some cells":           {data: []byte(good + string(latin("x\xb7 B\xd7nh Minh,x\xb7,3\n")))},
		"other names stay":              {data: []byte("Tên đơn vị,so_thon,kinh_phi\nxã Krông Nô,9,· Thôn ½\nxã Đăk Mar,5 m²,café\nxã Ea Súp,são,1°\n")},
		"no known encoding":             {data: []byte("Ten don vi,so_thon\nxa \x81\x8d\x90 \xff\xfe,9\n")},
		"decomposed":                    {data: []byte(norm.NFD.String(good))},
		"semicolons":                    {data: []byte(strings.ReplaceAll(good, ",", ";"))},
		"tabs":                          {data: []byte(strings.ReplaceAll(good, ",", "\t"))},
		"excel's sep line":              {data: []byte("sep=;\r\n" + strings.ReplaceAll(strings.ReplaceAll(good, ",", ";"), "\n", "\r\n"))},
		"old mac lines":                 {data: []byte(strings.ReplaceAll(good, "\n", "\r"))},
		"english without accents":       {data: []byte("unit,KIND,so thon\nxa Son Tay Ha,Xa,9\n")},
		"title rows above":              {data: []byte("DANH SÁCH,,\n,,\n(kèm theo công văn),,\n" + good)},
		"headings too deep":             {data: []byte(strings.Repeat("x,y\n", 12) + good)},
		"no headings":                   {data: []byte("xã Sơn Tây Hạ,xã,9\n")},
		"headings alone":                {data: []byte("Tên đơn vị,Loại\n")},
		"empty":                         {data: nil},
		"blank":                         {data: []byte(" \n\n  \n")},
		"empty rows":                    {data: []byte("Tên đơn vị,Loại\n,\n\nxã A,xã\n \u00a0,\u200b\nxã B,xã\n,,\n")},
		"unknown column":                {data: []byte("Tên đơn vị,Loai hinhh,Số hộ nghèo,STT\nxã A,x,5,1\n")},
		"mapped column":                 {data: []byte("Tên xã,Số thôn bản\nxã A,5\n"), o: units.Options{Map: map[string]string{"tên xã": "unit", "SỐ THÔN BẢN": "so_thon"}, Variables: wanted[:1]}},
		"mapped to nothing":             {data: []byte(good), o: units.Options{Map: map[string]string{"Loại": "knd"}}},
		"two columns alike":             {data: []byte("Tên đơn vị,Loại,Kind\nxã A,xã,xã\n")},
		"missing column":                {data: []byte(good), o: units.Options{Variables: wanted}},
		"empty cell":                    {data: []byte("Tên đơn vị,kinh_phi\nxã A,5\nxã B,\nxã C,7\n"), o: units.Options{Variables: wanted}},
		"a plan of its own may give it": {data: []byte("Tên đơn vị,kinh_phi,Tệp kế hoạch riêng\nxã A,,rieng\\xa-a.yaml\n"), o: units.Options{Variables: wanted}},
		"no name":                       {data: []byte("Tên đơn vị,Loại\n,xã\nxã B,xã\n")},
		"duplicate":                     {data: []byte("Tên đơn vị,Loại\nxã A,xã\nxã B,xã\nXÃ  A,xã\n")},
		"same but for accents":          {data: []byte("Tên đơn vị\nxã Hà\nxã Hạ\n")},
		"climbing name":                 {data: []byte("Tên đơn vị\n../../etc/passwd\nxã A\n")},
		"device name":                   {data: []byte("Tên đơn vị\nCON\nxã A\n")},
		"long name":                     {data: []byte("Tên đơn vị\nxã " + strings.Repeat("a", 300) + "\nxã A\n")},
		"name without letters":          {data: []byte("Tên đơn vị\n!!!\nxã A\n")},
		"climbing plan":                 {data: []byte("Tên đơn vị,plan\nxã A,../x.yaml\nxã B,/etc/x.yaml\nxã C,C:\\x.yaml\nxã D,x.txt\nxã E,e/x.yaml\n")},
		"wrong kind":                    {data: []byte("Tên đơn vị,Loại\nxã A,xãa\nphường B,thị trấn\nxã C,phường\n")},
		"invisible characters":          {data: []byte("Tên đơn vị,so_thon\nxã\u00a0Sơn\u200b Tây\u00ad Hạ\u202e,\u20669\ufeff\n")},
		"control character":             {data: []byte("Tên đơn vị,so_thon\nxã A,5\x1b[31m\nxã\x07 B,6\n")},
		"one typing error":              {data: []byte("Tên đơn vị,so_thon\nxãa A,5 m¹\n")},
		"nul":                           {data: []byte("Tên đơn vị\nxã A\x00\n")},
		"lost letters":                  {data: []byte("Tên đơn vị\nxã S\uFFFDn\n")},
		"formulas are text":             {data: []byte("Tên đơn vị,so_thon\nxã A,=HYPERLINK(1)\nxã B,'+84\nxã C,'abc\n")},
		"quotes and lines":              {data: []byte("Tên đơn vị,agency.letterhead\n\"xã \"\"A\"\"\",x\nxã B,\"ỦY BAN NHÂN DÂN\nXÃ B\"\nxã C,y\n")},
		"bare quote":                    {data: []byte("Tên đơn vị,so_thon\nxã A,5 \"thôn\"\nxã B,6\n")},
		"quote goes on":                 {data: []byte("Tên đơn vị,so_thon\nxã A,\"năm\" thôn\nxã B,6\n")},
		"quote never ends":              {data: []byte("Tên đơn vị,so_thon\nxã A,\"5\nxã B,6\nxã C,7\n")},
		"separator in a text":           {data: []byte("Tên đơn vị,so_thon\nxã A,9, và 2\n")},
		"short rows":                    {data: []byte("Tên đơn vị,Loại,so_thon\nxã A\nxã B,xã\n")},
		"column without heading":        {data: []byte("Tên đơn vị,,so_thon\nxã A,x,5\nxã B,y,6\n")},
		"100,000 columns":               {data: []byte("Tên đơn vị" + strings.Repeat(",x", 100_000) + "\nxã A\n")},
		"1,000,000 rows":                {data: []byte(many(1_000_000, "xã %d,"))},
		"17 MB":                         {data: []byte(good + strings.Repeat("x", 17<<20))},
		"one long cell":                 {data: []byte("Tên đơn vị,so_thon\nxã A," + strings.Repeat("a", 40_000) + "\nxã B,5\n")},
	}
	got := map[string]string{}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if c.o.Variables == nil {
				c.o.Variables = wanted[:1]
			}
			got[name] = told(read(t, "units.csv", map[string][]byte{"units.csv": c.data}, c.o))
		})
	}
	golden(t, file("csv.txtar"), got)
}

// file is a file of testdata, from wherever the test stands.
func file(name string) string { return filepath.Join(testdata, name) }

var testdata, _ = filepath.Abs("testdata")
