// Package pattern holds regular expressions that are compiled when they are first needed.
//
// The rules of check and the draft of next have more than a hundred between them, and a program compiles its package variables at each
// start: five of the fifteen milliseconds that `kehoach version` took. A Pattern has those methods of regexp.Regexp that the rules
// use; what they mean is said there.
package pattern

import (
	"regexp"
	"sync"
)

// A Pattern is a regular expression in the syntax of package regexp. Many goroutines may use it.
type Pattern struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

// Of is the pattern of an expression. One that can't be read panics when it is first used.
func Of(text string) *Pattern { return &Pattern{text: text} }

func (p *Pattern) re() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled
}

func (p *Pattern) MatchString(s string) bool { return p.re().MatchString(s) }

func (p *Pattern) FindString(s string) string { return p.re().FindString(s) }

func (p *Pattern) FindStringIndex(s string) []int { return p.re().FindStringIndex(s) }

func (p *Pattern) FindStringSubmatch(s string) []string { return p.re().FindStringSubmatch(s) }

func (p *Pattern) FindStringSubmatchIndex(s string) []int { return p.re().FindStringSubmatchIndex(s) }

func (p *Pattern) FindAllStringIndex(s string, n int) [][]int { return p.re().FindAllStringIndex(s, n) }

func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.re().FindAllStringSubmatch(s, n)
}

func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.re().FindAllStringSubmatchIndex(s, n)
}

func (p *Pattern) ReplaceAllString(s, by string) string { return p.re().ReplaceAllString(s, by) }

func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.re().ReplaceAllStringFunc(s, by)
}
