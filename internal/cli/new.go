package cli

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/starter"
)

// newCommand is `kehoach new [DIR]`.
func (p *program) newCommand() *cobra.Command {
	var a starter.Answers
	c := p.command("new [DIR]", aboutNew, nil)
	c.Args = atMost(1)
	c.Flags().StringVar(&a.Kind, "kind", "", p.say(kindFlag))
	c.Flags().StringVar(&a.Name, "name", "", p.say(nameFlag))
	c.Flags().StringVar(&a.Parent, "parent", "", p.say(parentFlag))
	c.Flags().StringVar(&a.Place, "place", "", p.say(placeFlag))
	c.Flags().StringVar(&a.Signatory, "signatory", "", p.say(signatoryFlag))
	c.Flags().StringVar(&a.Post, "post", "", p.say(postFlag))
	c.Flags().IntVar(&a.Year, "year", time.Now().Year(), p.say(yearFlag))
	c.RunE = func(_ *cobra.Command, args []string) error {
		dir := "."
		if len(args) > 0 {
			dir = args[0]
		}
		answered := func(flag string) bool { return c.Flags().Changed(flag) }
		if err := p.ask(&a, answered); err != nil {
			return err
		}
		files, err := starter.Files(a)
		if err != nil {
			return err
		}
		var all []output.File
		for _, f := range files {
			all = append(all, output.File{Name: filepath.Join(dir, filepath.FromSlash(f.Name)), Data: f.Data, Input: dir})
		}
		p.write(all, false, nil)
		if p.status == done {
			fmt.Fprint(p.stdout, p.say(newNext, "plan", filepath.ToSlash(all[len(all)-1].Name)))
		}
		return nil
	}
	return c
}

// ask fills the answers that no flag gave, by questions on the terminal. An empty line takes the answer in brackets.
func (p *program) ask(a *starter.Answers, answered func(flag string) bool) error {
	lines := bufio.NewScanner(p.stdin)
	question := func(flag string, words diag.Words, into *string, otherwise string) {
		if answered(flag) {
			return
		}
		fmt.Fprint(p.stderr, p.say(words))
		if otherwise != "" {
			fmt.Fprintf(p.stderr, " [%s]", otherwise)
		}
		fmt.Fprint(p.stderr, ": ")
		if lines.Scan() {
			*into = strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		}
		if *into == "" {
			*into = otherwise
		}
	}
	question("kind", askKind, &a.Kind, "xa")
	if _, known := starter.UnitWord(a.Kind); !known {
		return usagef(badKind, "value", a.Kind)
	}
	question("name", askName, &a.Name, "")
	a.Name = starter.UnitName(a.Kind, a.Name)
	question("parent", askParent, &a.Parent, "")
	question("place", askPlace, &a.Place, a.Name)
	question("signatory", askSignatory, &a.Signatory, "")
	question("post", askPost, &a.Post, "CHỦ TỊCH")
	switch {
	case a.Name == "":
		return usagef(noAnswer, "flag", "--name")
	case a.Signatory == "":
		return usagef(noAnswer, "flag", "--signatory")
	case a.Year < 2000 || a.Year > 2100:
		return usagef(badYear, "value", strconv.Itoa(a.Year))
	}
	return nil
}
