package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	// names
	otherUnit, district, formerUnit, formerBody,
	// citation
	afterPlan, wrongDate, twoDates, notInForce, abbreviation, issuerSymbol, withoutIssuer, withoutDate, withoutSo, brokenNumber, basisMark,
	fullTwice, basisLaw, writtenOut, undeclared, unused,
	// sense
	leftover, lastYear, total, beforeIssue, outsidePeriod, afterSuperior, dayOff, nobody, unprintedDuties, duplicate, emptyItem, idleRole, unserved,
	// format
	outsideDecree, letterhead, place, numberOfPlan, suffix, title,
	// writing
	syllables, decomposed, lookAlikes, invisible, doubled, lawNames, names, people, posts, units, divisions, thisPlan, midSentence,
	dates, numbers, spaces, doubleSpaces, dashes, variants, quotes,
}
