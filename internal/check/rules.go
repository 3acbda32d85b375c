package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	// names
	otherUnit, district, misspelt, formerUnit, formerBody,
	// citation
	afterPlan, wrongDate, twoDates, notInForce, abbreviation, issuerSymbol, wrongFamily, withoutYear, withoutIssuer, withoutDate, withoutSo, brokenNumber, withoutHyphen, basisMark,
	fullTwice, basisLaw, writtenOut, undeclared, unused,
	// sense
	leftover, lastYear, total, beforeIssue, outsidePeriod, noSuchDay, afterSuperior, dayOff, nobody, unprintedDuties, duplicate, emptyItem, idleRole, unserved,
	// writing
	quotes,
}
