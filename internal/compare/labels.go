package compare

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// labels are the kinds as a person calls them.
var labels = map[Kind]diag.Words{
	Added:      {VI: "thêm", EN: "added"},
	Dropped:    {VI: "bỏ", EN: "dropped"},
	Moved:      {VI: "chuyển chỗ", EN: "moved"},
	Reworded:   {VI: "sửa lời", EN: "reworded"},
	YearOnly:   {VI: "đổi năm", EN: "year"},
	DeadlineOf: {VI: "thời hạn", EN: "deadline"},
	RoleOf:     {VI: "chủ trì", EN: "role"},
	SupportOf:  {VI: "phối hợp", EN: "support"},
	OutputOf:   {VI: "kết quả", EN: "output"},
	FundingOf:  {VI: "kinh phí", EN: "funding"},
	ServesOf:   {VI: "mục đích phục vụ", EN: "serves"},
	CitationOf: {VI: "viện dẫn", EN: "citation"},
	Recipient:  {VI: "nơi nhận", EN: "recipient"},
	Signatory:  {VI: "người ký", EN: "signatory"},
	ReportOf:   {VI: "báo cáo", EN: "report"},
	PeriodOf:   {VI: "thời kỳ", EN: "period"},
	TitleOf:    {VI: "trích yếu", EN: "title"},
	NumberOf:   {VI: "số", EN: "number"},
	DateOf:     {VI: "ngày ban hành", EN: "date of issue"},
	AgencyOf:   {VI: "cơ quan", EN: "agency"},
	ValueOf:    {VI: "giá trị", EN: "value"},
	FormOf:     {VI: "cách in", EN: "form"},
}

// valueNames are the plan's own values as a person calls them.
var valueNames = map[string]diag.Words{
	"title":        {VI: "Trích yếu", EN: "title"},
	"period":       {VI: "Thời kỳ", EN: "period"},
	"number":       {VI: "Số", EN: "number"},
	"date":         {VI: "Ngày ban hành", EN: "date of issue"},
	"opening":      {VI: "Lời mở đầu", EN: "opening"},
	"closing":      {VI: "Lời kết", EN: "closing"},
	"issued_under": {VI: "Ban hành kèm theo", EN: "issued under"},
	"urgency":      {VI: "Mức độ khẩn", EN: "urgency"},
	"circulation":  {VI: "Phạm vi lưu hành", EN: "circulation"},
	"numbering":    {VI: "Cách đánh số", EN: "numbering"},
	"particulars":  {VI: "Nơi in thời hạn, chủ trì, phối hợp", EN: "where particulars are printed"},
	"draft":        {VI: "Dự thảo", EN: "draft"},
}

// heading says what was changed, and where.
func (c Change) heading(lang diag.Lang) string {
	label, where := c.label().In(lang, nil), c.Where.In(lang, nil)
	switch {
	case where == "":
		return label
	case strings.EqualFold(label, where):
		return where
	}
	return label + ": " + where
}

// label is what a change is called: pieces that come and go as a whole say so.
func (c Change) label() diag.Words {
	w := labels[c.Kind]
	if c.Kind == CitationOf || c.Kind == Recipient || c.Kind == Signatory {
		switch {
		case c.Old == nil:
			return labels[Added].Then(diag.Bare(" ")).Then(w)
		case c.New == nil:
			return labels[Dropped].Then(diag.Bare(" ")).Then(w)
		}
		return diag.Words{VI: "thay " + w.VI, EN: w.EN + " replaced"}
	}
	return w
}
