package units_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/kehoach/kehoach/internal/units"
)

func TestFoldersOfLists(t *testing.T) {
	list := func(rows string) []byte { return []byte("Tên đơn vị,Loại,so_thon\n" + rows) }
	got := map[string]string{}
	for name, c := range map[string]struct {
		files map[string][]byte
		o     units.Options
	}{
		"merged": {files: map[string][]byte{"l/a.csv": list("xã A,xã,1\n"), "l/b.xlsx": workbook(t, [][]any{{"Tên đơn vị", "so_thon"}, {"xã B", 2}}, nil),
			"l/c.yaml": []byte("- unit: xã C\n"), "l/d.tsv": []byte("Unit\tso_thon\nxã D\t4\n")}},
		"doubles":       {files: map[string][]byte{"l/a.csv": list("xã A,xã,1\nxã B,xã,1\n"), "l/b.csv": list("xã b,xã,2\n")}},
		"left alone":    {files: map[string][]byte{"l/a.csv": list("xã A,xã,1\n"), "l/~$a.xlsx": []byte("lock"), "l/.x.csv": []byte("x"), "l/doc.pdf": []byte("x"), "l/sub/b.csv": list("xã B,xã,1\n")}},
		"one is broken": {files: map[string][]byte{"l/a.csv": list("xã A,xã,1\n"), "l/b.xlsx": []byte("no"), "l/c.csv": nil}},
		"plans beside":  {files: map[string][]byte{"l/a.csv": []byte("Tên đơn vị,plan\nxã A,a.yaml\n"), "l/a.yaml": []byte("title: x\n"), "l/z.yaml": []byte("title: z\n")}},
		"empty":         {files: map[string][]byte{"l/x.pdf": []byte("x")}},
		"a roster": {files: map[string][]byte{"l/units.csv": []byte("Tên đơn vị,Tỉnh,so_thon\nxã A,tỉnh X,7\nxã B,tỉnh X,8\nxã Chín,tỉnh X,9\nxã D,tỉnh X,\n"),
			"l/a.csv": list("xã A,xã,1\n"), "l/b.csv": list("Xã B,xã,\n"), "l/c.csv": list("xã Chin,xã,1\n"), "l/d.csv": list("xã D,nhầm,1\n")}},
		"a list and its plans":   {files: map[string][]byte{"l/units.csv": []byte("Tên đơn vị,plan\nxã A,a.yaml\n"), "l/a.yaml": []byte("title: x\n")}},
		"a roster alone":         {files: map[string][]byte{"l/units.csv": list("xã A,xã,1\n")}},
		"expected by the caller": {files: map[string][]byte{"l/a.csv": list("xã A,xã,1\n")}, o: units.Options{Expected: []string{"xã A", "xã B"}}},
		"same but for accents":   {files: map[string][]byte{"l/a.csv": list("xã Hà,xã,1\n"), "l/b.csv": list("xã Hạ,xã,1\n")}},
	} {
		t.Run(name, func(t *testing.T) {
			c.o.Variables = wanted[:1]
			got[name] = told(read(t, "l", c.files, c.o))
		})
	}
	t.Run("a roster gives what the plan wants", func(t *testing.T) {
		got["a roster gives what the plan wants"] = told(read(t, "l", map[string][]byte{"l/units.csv": []byte("Tên đơn vị,kinh_phi\nxã A,7\nxã B,\n"),
			"l/a.csv": list("xã A,xã,1\nxã B,xã,1\n")}, units.Options{Variables: wanted}))
	})
	golden(t, file("folder.txtar"), got)
}

func TestWhatIsNoListIsSaid(t *testing.T) {
	got := map[string]string{}
	for _, name := range []string{"none.csv", "list.docx", "list"} {
		got[name] = told(read(t, name, map[string][]byte{"list.docx": nil, "list": nil}, units.Options{}))
	}
	golden(t, file("none.txtar"), got)
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		t.Chdir(t.TempDir())
		_ = os.WriteFile("units.csv", []byte(good), 0)
		if list, found := units.Read("units.csv", units.Options{}); list != nil || len(found) != 1 || found[0].Kind.ID != "units/file-unreadable" {
			t.Error(told(list, found))
		}
	}
}
