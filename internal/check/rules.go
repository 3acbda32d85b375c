package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	decomposed,
	lookAlikes,
	invisible,
	syllables,
	doubled,
	dates,
	numbers,
	spaces,
	doubleSpaces,
	dashes,
	variants,
	quotes,
}
