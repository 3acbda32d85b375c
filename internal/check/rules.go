package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	decomposed,
	lookAlikes,
	invisible,
	syllables,
	lawNames,
	names,
	people,
	posts,
	units,
	divisions,
	thisPlan,
	midSentence,
	doubled,
	dates,
	numbers,
	spaces,
	doubleSpaces,
	dashes,
	variants,
	quotes,
}
