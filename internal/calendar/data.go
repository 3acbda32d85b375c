package calendar

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"
	"time"

	"go.yaml.in/yaml/v3"
)

//go:embed days-off.yaml
var daysOff []byte

// Vietnam is the calendar that the program carries.
var Vietnam = sync.OnceValue(func() *Calendar {
	c, err := read(daysOff)
	if err != nil {
		panic(fmt.Sprintf("calendar: days-off.yaml: %v", err)) // a test reads it
	}
	return c
})

// The shape of days-off.yaml.
type (
	data struct {
		Checked   civil
		Holidays  []law
		SecondDay int `yaml:"second_national_day_since"`
		Years     map[int]*yearData
	}
	law struct {
		On, Lunar      dayMonth
		Since          int
		Pending        bool
		VI, EN, Source string
	}
	yearData struct {
		Source, Confirmed string
		Tet               struct{ From, To civil }
		SecondDay         civil                     `yaml:"second_national_day"`
		InLieu            []struct{ On, For civil } `yaml:"in_lieu"`
		Swapped           []struct {
			Off, Worked civil
			Source      string
		}
	}
	civil    struct{ Day }            // written 24/11/2026
	dayMonth struct{ Day, Month int } // written 24/11
)

// UnmarshalYAML reads a day.
func (d *civil) UnmarshalYAML(n *yaml.Node) error {
	at, err := time.Parse("2/1/2006", n.Value)
	d.Day = DayOf(at)
	return err
}

// UnmarshalYAML reads a day of every year.
func (d *dayMonth) UnmarshalYAML(n *yaml.Node) error {
	_, err := fmt.Sscanf(n.Value, "%d/%d", &d.Day, &d.Month)
	return err
}

// read reads the data and tells what in it can't be.
func read(text []byte) (*Calendar, error) {
	c := &Calendar{}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&c.data); err != nil {
		return nil, err
	}
	for year, y := range c.data.Years {
		days := []civil{y.Tet.From, y.Tet.To, y.SecondDay}
		for _, l := range y.InLieu {
			days = append(days, l.On, l.For)
		}
		for _, s := range y.Swapped {
			days = append(days, s.Off, s.Worked)
			if weekend(s.Off.Day) || !weekend(s.Worked.Day) {
				return nil, fmt.Errorf("%d: %s is swapped for %s", year, s.Off, s.Worked)
			}
		}
		for _, day := range days {
			if day.Year != year {
				return nil, fmt.Errorf("%d: %s lies in another year", year, day)
			}
		}
	}
	return c, nil
}
