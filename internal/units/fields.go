package units

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

// A field is a key that a list knows beside the plan's variables.
type field struct {
	key      string
	heading  string   // as the starter writes it
	others   []string // other headings that mean the same, accents and case aside
	about    string   // the starter's note
	starting bool     // the starter has this column
}

// Keys that this package itself cares for.
const (
	keyUnit     = "unit"
	keyPlan     = "plan"
	keyKind     = "kind"
	keyProvince = "province"
)

// fields are the keys that a list knows. The agency's are those of its file (plan.Agency); what they lack is derived from name
// and kind by those who build.
var fields = []field{
	{keyUnit, "Tên đơn vị", []string{"unit", "unit name", "đơn vị", "tên đơn vị hành chính"},
		"Tên đầy đủ của đơn vị, ví dụ: xã Sơn Tây Hạ. Không được trùng nhau; hai xã trùng tên thì ghi thêm tỉnh: xã Bình Minh, tỉnh Ninh Bình.", true},
	{keyKind, "Loại", []string{"kind", "type", "loại đơn vị", "loại hình"}, "Chọn: xã, phường hoặc đặc khu.", true},
	{keyProvince, "Tỉnh, thành phố", []string{"province", "tỉnh", "thành phố", "tỉnh/thành phố", "tỉnh (thành phố)"},
		"Tên tỉnh hoặc thành phố trực thuộc trung ương, ví dụ: tỉnh Quảng Ngãi.", true},
	{"signatory.name", "Người ký", []string{"signatory", "họ tên người ký", "họ và tên người ký", "tên người ký"},
		"Họ và tên người ký, không ghi học hàm, học vị.", true},
	{"signatory.post", "Chức vụ người ký", []string{"post", "chức vụ", "signatory post"}, "Ví dụ: CHỦ TỊCH, PHÓ CHỦ TỊCH.", true},
	{"agency.name", "Tên cơ quan", []string{"agency", "agency name", "cơ quan ban hành", "cơ quan"}, "", false},
	{"agency.short", "Tên ngắn", []string{"short name", "tên cơ quan viết gọn", "tên viết gọn"}, "", false},
	{"agency.letterhead", "Tên ở đầu văn bản", []string{"letterhead"}, "", false},
	{"agency.parent", "Cơ quan chủ quản", []string{"parent", "cơ quan chủ quản trực tiếp", "cơ quan cấp trên"}, "", false},
	{"agency.place", "Địa danh", []string{"place", "nơi ban hành"}, "", false},
	{"agency.suffix", "Chữ viết tắt tên cơ quan", []string{"suffix", "ký hiệu cơ quan"}, "", false},
	{"agency.address", "Địa chỉ", []string{"address"}, "", false},
	{"agency.collective", "Tập thể ký thay mặt", []string{"collective", "tập thể"}, "", false},
	{"signatory.for", "Ký thay chức vụ", []string{"signatory for"}, "", false},
	{"number", "Số văn bản", []string{"số kế hoạch"}, "", false},
	{"date", "Ngày ban hành", []string{"ngày ký"}, "", false},
	{keyPlan, "Tệp kế hoạch riêng", []string{"plan file", "tệp riêng", "kế hoạch riêng"}, "", false},
}

// silent are headings of columns that are for people alone.
var silent = []string{"stt", "tt", "so-thu-tu", "no", "ghi-chu", "note", "notes"}

// kindWords are the kinds of commune of today as Vietnamese writes them, in the order of a drop-down; their slugs are what
// plan.AgencyKind calls them.
var kindWords = []string{territory.Commune.Noun(), territory.Ward.Noun(), territory.SpecialZone.Noun()}

// kinds are the kinds of commune by the slug of what a cell may say, and by their nouns.
var kinds = func() map[string]string {
	byWord := map[string]string{}
	for i, english := range []string{"commune", "ward", "special-zone"} {
		id := vi.Slug(kindWords[i])
		byWord[id], byWord[english], byWord[kindWords[i]] = id, id, id
	}
	return byWord
}()

// agencyKey is a value of the agency's own, or one of its fields by key.
var agencyKey = regexp.MustCompile(`^agency\.[A-Za-z_][A-Za-z0-9_]*$`)

// A Variable is what a plan wants of a list: one of its variables, or of its agency's ("agency.so_thon").
type Variable struct {
	Name     string
	Value    string        // what the plan says where a unit gives nothing
	Required bool          // the plan has no value of its own
	At       diag.Location // where the plan sets it, or first uses it
}

// A vocabulary tells what a heading means.
type vocabulary struct {
	keys     map[string]string // by slug of the heading
	mapped   map[string]string // the same of --map: slug to key
	headings []string          // what a person may have meant
}

func newVocabulary(o Options) *vocabulary {
	v := &vocabulary{keys: map[string]string{}, mapped: map[string]string{}}
	for _, f := range fields {
		for _, heading := range append([]string{f.heading, f.key}, f.others...) {
			v.keys[vi.Slug(heading)] = f.key
		}
		v.headings = append(v.headings, f.heading)
	}
	for _, variable := range o.Variables {
		v.keys[vi.Slug(variable.Name)] = variable.Name
		v.headings = append(v.headings, variable.Name)
	}
	for heading, key := range o.Map {
		v.mapped[vi.Slug(heading)] = key
	}
	return v
}

// known are the keys that may be given, but for the agency's own values.
func (v *vocabulary) known() []string {
	var keys []string
	for _, f := range fields {
		keys = append(keys, f.key)
	}
	for s, key := range v.keys {
		if s == vi.Slug(key) && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return slices.Sorted(slices.Values(keys))
}

// knows tells whether a key may be given to --map.
func (v *vocabulary) knows(key string) bool {
	return v.keys[vi.Slug(key)] == key || agencyKey.MatchString(key)
}

// key is what a heading means; known is false when nobody can say. A key "" that is known is a column for people alone.
func (v *vocabulary) key(heading string) (key string, known bool) {
	if key, known = v.mapped[vi.Slug(heading)]; known {
		return key, true
	}
	if agencyKey.MatchString(heading) {
		return heading, true
	}
	before, _, _ := strings.Cut(heading, "(") // "Loại (xã, phường, đặc khu)"
	first, _, _ := strings.Cut(before, "\n")
	for _, form := range []string{heading, before, first} {
		s := vi.Slug(form)
		if key, known = v.keys[s]; known {
			return key, true
		}
		if slices.Contains(silent, s) {
			return "", true
		}
	}
	return "", false
}

// near is the heading that was probably meant.
func (v *vocabulary) near(heading string) string {
	slugs := make([]string, len(v.headings))
	for i, h := range v.headings {
		slugs[i] = vi.Slug(h)
	}
	if i := slices.Index(slugs, diag.Near(vi.Slug(heading), slugs)); i >= 0 {
		return v.headings[i]
	}
	return ""
}
