package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
)

// Example is a rule's example as files: plan.yaml and agency.yaml. A sentence stands as an item in the smallest plan; keys are laid over
// that plan, or over its agency file behind a line "# agency.yaml"; what begins with "kehoach: 1" is a plan of its own.
func Example(text string) map[string]string {
	files := map[string]string{"plan.yaml": smallest, "agency.yaml": smallestAgency}
	agency, ofAgency := strings.CutPrefix(text, agencyMark)
	switch sentence := "Tuyên truyền, vận động Nhân dân tham gia."; {
	case strings.HasPrefix(text, "kehoach: 1"):
		files["plan.yaml"] = text
	case ofAgency:
		files["agency.yaml"] = over(smallestAgency, agency)
		files["plan.yaml"] = strings.Replace(smallest, "%s", sentence, 1)
	case topKey.MatchString(text):
		files["plan.yaml"] = over(strings.Replace(smallest, "%s", sentence, 1), text)
	default:
		files["plan.yaml"] = strings.Replace(smallest, "%s", strings.ReplaceAll(text, "\n", "\n          "), 1)
	}
	return files
}

const agencyMark = "# agency.yaml\n"

var topKey = pattern.Of(`(?m)^[a-z_]+:`)

// over lays keys with their values over those of a file; keys that it lacks are put at its end.
func over(base, keys string) string {
	for _, entry := range entries(keys) {
		key := topKey.FindString(entry)
		replaced := false
		parts := entries(base)
		for i, part := range parts {
			if topKey.FindString(part) == key {
				parts[i], replaced = entry, true
			}
		}
		if !replaced {
			parts = append(parts, entry)
		}
		base = strings.Join(parts, "")
	}
	return base
}

// entries cuts a file into its top keys, each with all that belongs to it.
func entries(file string) []string {
	starts := topKey.FindAllStringIndex(file, -1)
	var all []string
	for i, s := range starts {
		end := len(file)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		all = append(all, strings.TrimRight(file[s[0]:end], "\n")+"\n")
	}
	return all
}

const smallestAgency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
short: UBND xã
kind: xa
letterhead: |-
  ỦY BAN NHÂN DÂN
  XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
collective: ỦY BAN NHÂN DÂN
signatories:
  - {id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]}
`

// smallest is a plan with which no rule finds fault; an example that is a sentence stands in it as %s.
const smallest = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Thực hiện công tác dân vận năm {{year}}
roles:
  - id: van-phong
    name: Văn phòng HĐND và UBND
    duties:
      - text: Theo dõi việc thực hiện Kế hoạch.
sections:
  - heading: NỘI DUNG THỰC HIỆN
    items:
      - text: |-
          %s
        role: van-phong
  - duties_of: [van-phong]
closing: Trên đây là Kế hoạch thực hiện công tác dân vận năm {{year}}
recipients:
  - to: UBND tỉnh
  - to: Thường trực Đảng ủy xã
archive: {units: [VT, VP]}
`
