package calendar

// A Rule (quy tắc) says where a day goes that is off.
type Rule string

const (
	Keep       Rule = "keep"   // it stays
	MoveBefore Rule = "before" // to the working day before it
	MoveAfter  Rule = "after"  // to the working day after it
)

// longest is more days than any stretch of days off has.
const longest = 31

// Move is d moved by a rule until it is no day off. When a day on the way, d itself among them, is not known to be off or not,
// that day comes back and known is false: nothing is guessed. A day that is kept is always known.
func (c *Calendar) Move(d Day, by Rule) (moved Day, known bool) {
	step := map[Rule]int{MoveBefore: -1, MoveAfter: 1}[by]
	if step == 0 {
		return d, true
	}
	moved = d
	for range longest {
		s := c.On(moved)
		switch {
		case !s.Known:
			return moved, false
		case !s.Off:
			return moved, true
		}
		moved = moved.AddDays(step)
	}
	return moved, false
}

// LastWorkingDay (ngày làm việc cuối cùng) is the last day of from…to on which the office works. known is false when a day that
// may be off stands in the way, which then comes back, and when there is none.
func (c *Calendar) LastWorkingDay(from, to Day) (last Day, known bool) {
	last, known = c.Move(to, MoveBefore)
	return last, known && !last.Before(from)
}
