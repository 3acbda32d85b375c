package check

// rules are all rules, in the order in which their findings are told.
var rules = []*Rule{
	// names
	otherUnit, district, misspelt, formerUnit, formerBody,
	// citation
	afterPlan, wrongDate, twoDates, notInForce, abbreviation, issuerSymbol, wrongFamily, withoutYear, withoutSymbol, withoutIssuer, withoutDate, withoutSo, brokenNumber, withoutHyphen, basisMark,
	fullTwice, basisLaw, writtenOut, undeclared, unused,
	// sense
	leftover, lastYear, lunarName, anniversary, total, inWords, backwards, beforeIssue, outsidePeriod, noSuchDay, wrongWeekday, stepTooLate, afterSuperior, dayOff, nobody,
	unprintedDuties, duplicate, emptyItem, idleRole, unserved,
	// format
	outsideDecree, deputy, forNobody, typedAuthority, nameOfSignatory, namePrinted, postCapitals, letterhead, placeOfIssue, numberOfPlan, agencySuffix, title,
	handNumber, numberJump, recipientMarks, asAbove, archiveLine, noRecipients, closing, endsInHeading, appendixUnnamed, appendixNumber, appendixTitle,
	headingCapitals, headingEnd,
	// template
	templatePaper, templateMargins, templatePageNumber, templateSizes, templateFont, wordEnding, wordArchive, wordNumbers,
	// writing
	syllables, confused, decomposed, lookAlikes, invisible, doubled, lawNames, nameCapitals, weekdays, people, persons, posts, unitCapitals, divisions, thisPlan, midSentence, afterStop,
	dates, numbers, spaces, doubleSpaces, pairs, dashes, variants, quotes,
}
