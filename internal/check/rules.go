package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	// names
	otherUnit, district, formerUnit, formerBody,
	// writing
	quotes,
}
