package calendar

import "math"

// A Lunar is a day of the lunar calendar (âm lịch) as Vietnam reckons it: months begin on the day of the new moon in Hà Nội
// (UTC+7), the 11th holds the winter solstice, and of 13 months between two 11ths the first without a principal term (trung
// khí) is the leap month (tháng nhuận). China reckons the same in UTC+8: Tết of 2007 and 2030 differ by a day.
type Lunar struct {
	Year, Month, Day int
	Leap             bool // the month repeats the one before it
}

// TetDay is the first day of a lunar year (mùng một Tết).
func TetDay(year int) Day {
	day, _ := Lunar{Year: year, Month: 1, Day: 1}.Civil()
	return day
}

// LunarOf is the lunar date of a day.
func LunarOf(d Day) Lunar {
	n := d.number()
	k := moonOn(n)
	begin := monthBegins(k)
	year := d.Year
	eleventh := eleventhMonth(year)
	if k < eleventh {
		year--
		eleventh = eleventhMonth(year)
	}
	place, leap := k-eleventh, leapPlace(eleventh, eleventhMonth(year+1))
	lunar := Lunar{Year: year, Day: n - begin + 1, Leap: leap > 0 && place == leap}
	if leap > 0 && place >= leap {
		place--
	}
	lunar.Month = (place+10)%12 + 1
	if place >= 2 {
		lunar.Year++
	}
	return lunar
}

// Civil is the civil day of l; false when the lunar calendar has no such day.
func (l Lunar) Civil() (Day, bool) {
	if l.Month < 1 || l.Month > 12 || l.Day < 1 || l.Day > 30 {
		return Day{}, false
	}
	first, place := l.Year-1, l.Month+1 // the 11th month of the year before is place 0
	if l.Month >= 11 {
		first, place = l.Year, l.Month-11
	}
	eleventh := eleventhMonth(first)
	leap := leapPlace(eleventh, eleventhMonth(first+1))
	switch {
	case l.Leap && leap != place+1:
		return Day{}, false
	case l.Leap || leap > 0 && place >= leap:
		place++
	}
	begin, next := monthBegins(eleventh+place), monthBegins(eleventh+place+1)
	return numbered(begin + l.Day - 1), begin+l.Day-1 < next
}

// monthBegins is the number of the day, in Hà Nội, on which the k-th new moon falls.
func monthBegins(k int) int { return int(math.Floor(newMoon(k) + 0.5 + hanoi)) }

// moonOn is the new moon of the month in which day n lies.
func moonOn(n int) int {
	k := int(math.Floor((float64(n) - firstNewMoon) / month))
	for monthBegins(k+1) <= n {
		k++
	}
	for monthBegins(k) > n {
		k--
	}
	return k
}

// eleventhMonth is the new moon of the month that holds the winter solstice of a civil year.
func eleventhMonth(year int) int {
	k := moonOn(Day{year, 12, 31}.number())
	if sector(monthBegins(k)) >= winterSolstice {
		k--
	}
	return k
}

// winterSolstice is the sector of the ecliptic that begins at 270°.
const winterSolstice = 9

// sector is the twelfth of the ecliptic, from 0 at the spring equinox, in which the sun stands as day n begins in Hà Nội.
func sector(n int) int { return int(sunLongitude(float64(n)-0.5-hanoi) / 30) }

// leapPlace is how many months the leap month comes after the 11th month that begins with new moon from; 0 when the months
// until the next 11th are twelve.
func leapPlace(from, to int) int {
	if to-from < 13 {
		return 0
	}
	for i := 1; ; i++ {
		if sector(monthBegins(from+i)) == sector(monthBegins(from+i+1)) {
			return i
		}
	}
}
