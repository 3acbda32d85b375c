package calendar

import "math"

// Where the moon and the sun stand, after Jean Meeus, Astronomical Algorithms (2nd edition, 1998): chapter 49 for new moons
// (all its periodic terms, so to some seconds), chapter 25 for the sun (0.01°, so to a quarter of an hour), and the polynomials
// of Espenak and Meeus (2006) for ΔT. How far that carries is measured in docs/decisions/0014-calendar.md.

// A moonTerm is one periodic term of the time of a new moon: days × E^e × sin(m·M + p·M′ + f·F + o·Ω).
type moonTerm struct {
	days          float64
	e, m, p, f, o int
}

// moonTerms are those of table 49.A for the new moon, in the book's order.
var moonTerms = [...]moonTerm{
	{-0.40720, 0, 0, 1, 0, 0}, {0.17241, 1, 1, 0, 0, 0}, {0.01608, 0, 0, 2, 0, 0}, {0.01039, 0, 0, 0, 2, 0},
	{0.00739, 1, -1, 1, 0, 0}, {-0.00514, 1, 1, 1, 0, 0}, {0.00208, 2, 2, 0, 0, 0}, {-0.00111, 0, 0, 1, -2, 0},
	{-0.00057, 0, 0, 1, 2, 0}, {0.00056, 1, 1, 2, 0, 0}, {-0.00042, 0, 0, 3, 0, 0}, {0.00042, 1, 1, 0, 2, 0},
	{0.00038, 1, 1, 0, -2, 0}, {-0.00024, 1, -1, 2, 0, 0}, {-0.00017, 0, 0, 0, 0, 1}, {-0.00007, 0, 2, 1, 0, 0},
	{0.00004, 0, 0, 2, -2, 0}, {0.00004, 0, 3, 0, 0, 0}, {0.00003, 0, 1, 1, -2, 0}, {0.00003, 0, 0, 2, 2, 0},
	{-0.00003, 0, 1, 1, 2, 0}, {0.00003, 0, -1, 1, 2, 0}, {-0.00002, 0, -1, 1, -2, 0}, {-0.00002, 0, 1, 3, 0, 0},
	{0.00002, 0, 0, 4, 0, 0},
}

// planetTerms are the additional corrections of chapter 49: days × sin(at + perMoon·k), the first with −0.009173·T² besides.
var planetTerms = [...]struct{ days, at, perMoon float64 }{
	{0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886}, {0.000126, 349.42, 36.412478},
	{0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771}, {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860},
	{0.000047, 34.52, 27.261239}, {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
	{0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
}

const (
	firstNewMoon = 2451550.09766 // the new moon k = 0, of 06/01/2000, as a Julian date
	month        = 29.530588861  // the mean synodic month, in days
	century      = 36525.0
	j2000        = 2451545.0
	hanoi        = 7.0 / 24 // ahead of UT: UTC+7 since 1968 (Quyết định 121/CP)
)

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// newMoon is the Julian date (UT) of the k-th new moon after the first of 2000.
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	t2, t3, t4 := t*t, t*t*t, t*t*t*t
	at := firstNewMoon + month*n + 0.00015437*t2 - 0.000000150*t3 + 0.00000000073*t4
	e := 1 - 0.002516*t - 0.0000074*t2
	sun := 2.5534 + 29.10535670*n - 0.0000014*t2 - 0.00000011*t3
	moon := 201.5643 + 385.81693528*n + 0.0107582*t2 + 0.00001238*t3 - 0.000000058*t4
	latitude := 160.7108 + 390.67050284*n - 0.0016118*t2 - 0.00000227*t3 + 0.000000011*t4
	node := 124.7746 - 1.56375588*n + 0.0020672*t2 + 0.00000215*t3
	for _, term := range moonTerms {
		angle := float64(term.m)*sun + float64(term.p)*moon + float64(term.f)*latitude + float64(term.o)*node
		at += term.days * math.Pow(e, float64(term.e)) * sin(angle)
	}
	for i, term := range planetTerms {
		angle := term.at + term.perMoon*n
		if i == 0 {
			angle -= 0.009173 * t2
		}
		at += term.days * sin(angle)
	}
	return at - deltaT(at)
}

// sunLongitude is the apparent longitude of the sun, in degrees, at a Julian date (UT).
func sunLongitude(at float64) float64 {
	t := (at + deltaT(at) - j2000) / century
	mean := 280.46646 + 36000.76983*t + 0.0003032*t*t
	anomaly := 357.52911 + 35999.05029*t - 0.0001537*t*t
	centre := (1.914602-0.004817*t-0.000014*t*t)*sin(anomaly) + (0.019993-0.000101*t)*sin(2*anomaly) + 0.000289*sin(3*anomaly)
	apparent := mean + centre - 0.00569 - 0.00478*sin(125.04-1934.136*t)
	return math.Mod(math.Mod(apparent, 360)+360, 360)
}

// deltaT is how far dynamical time is ahead of universal time, in days. Between 1900 and 2200; the future is an estimate.
func deltaT(at float64) float64 {
	year := 2000 + (at-j2000)/365.25
	var seconds float64
	switch {
	case year < 1920:
		t := year - 1900
		seconds = -2.79 + t*(1.494119+t*(-0.0598939+t*(0.0061966-t*0.000197)))
	case year < 1941:
		t := year - 1920
		seconds = 21.20 + t*(0.84493+t*(-0.076100+t*0.0020936))
	case year < 1961:
		t := year - 1950
		seconds = 29.07 + t*(0.407+t*(-1.0/233+t/2547))
	case year < 1986:
		t := year - 1975
		seconds = 45.45 + t*(1.067+t*(-1.0/260-t/718))
	case year < 2005:
		t := year - 2000
		seconds = 63.86 + t*(0.3345+t*(-0.060374+t*(0.0017275+t*(0.000651814+t*0.00002373599))))
	case year < 2050:
		t := year - 2000
		seconds = 62.92 + t*(0.32217+t*0.005589)
	default:
		u := (year - 1820) / 100
		seconds = -20 + 32*u*u - 0.5628*max(2150-year, 0)
	}
	return seconds / 86400
}
