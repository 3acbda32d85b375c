package territory

import (
	"strings"
	"testing"
)

// BenchmarkLoad is what the first question costs.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(source); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMentions scans a plan of 20 KB.
func BenchmarkMentions(b *testing.B) {
	const paragraph = "Thực hiện Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện Sơn Tây về tuyên truyền, nâng cao nhận thức của cán bộ, " +
		"công chức và Nhân dân xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi; phối hợp với Phòng Nội vụ huyện, Ủy ban MTTQ Việt Nam xã và " +
		"các tổ chức chính trị - xã hội tổ chức thực hiện trên địa bàn xã, báo cáo Ủy ban nhân dân xã trước ngày 30/10/2024.\n"
	text := strings.Repeat(paragraph, 20<<10/len(paragraph)+1)
	context := Context{Home: Find(Commune, "Sơn Màu")[0]}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Mentions(text, context)) == 0 {
			b.Fatal("none")
		}
	}
}
