// Package cli is the command line: one file a command, each of which reads its flags, makes one call and reports.
//
// How the program speaks. To people: Vietnamese, or English with --lang en; one line a file it wrote; findings as package
// diag writes them; no capital at the start of a message and no full stop at its end; every refusal says what to do next.
// To scripts: exit status 0 done, 1 the input has errors, 2 wrong usage, 3 the machine failed (disk, permission).
// Results go to standard output, findings and progress to standard error. This room decides nothing about plans.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kehoach/kehoach/internal/diag"
)

// Exit statuses. Scripts rely on them.
const (
	done          = 0
	inputErrors   = 1
	wrongUsage    = 2
	machineFailed = 3
)

// Started from Windows Explorer, cobra would refuse to run; a plan dropped on the program is a way of building it.
func init() { cobra.MousetrapHelpText = "" }

// Main runs the program with args (without its name) and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	args, dropped := asBuild(args)
	if (dropped || len(args) == 0) && ownsConsole() { // else nobody could read what is said
		defer func() {
			fmt.Fprint(stdout, diag.Words{VI: "\nNhấn Enter để đóng cửa sổ. ", EN: "\nPress Enter to close this window. "}.In(language(args), nil))
			_, _ = bufio.NewReader(stdin).ReadString('\n')
		}()
	}
	out := &results{to: stdout}
	stdout = out
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, lang: language(args), args: args}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.Execute(); err != nil {
		fmt.Fprintf(stderr, "kehoach: %s\n", p.usageMessage(err))
		fmt.Fprintf(stderr, "%s\n", p.say(seeHelp, "command", strings.TrimSpace("kehoach "+commandName(root, args))))
		return wrongUsage
	}
	if out.failed != nil {
		p.findings(diag.List{cannotSay.Saying("reason", diag.Reason(out.failed)).At(diag.Location{})})
		p.fail(machineFailed)
	}
	return p.status
}

// results is standard output. What can't be written there is lost, which the end of the run tells.
type results struct {
	to     io.Writer
	failed error // the first
}

func (r *results) Write(data []byte) (int, error) {
	n, err := r.to.Write(data)
	if r.failed == nil {
		r.failed = err
	}
	return n, err
}

// A program is one run: its streams, its language, and the exit status so far.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	lang           diag.Lang
	args           []string
	status         int
	kept           *diag.List // where findings are gathered that a report holds; nil where they are shown at once
}

// root is the command that holds all others; alone it helps.
func (p *program) root() *cobra.Command {
	root := p.command("kehoach", aboutProgram, nil)
	helpOrUnknown(root)
	lang := root.PersistentFlags().String("lang", "vi", p.say(langFlag))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if *lang != string(diag.Vietnamese) && *lang != string(diag.English) {
			return usagef(badLang, "value", *lang)
		}
		return nil
	}
	root.AddCommand(p.newCommand(), p.buildCommand(), p.pdfCommand(), p.nextCommand(), p.reviewCommand(),
		p.diffCommand(), p.batchCommand(), p.deadlinesCommand(), p.checkCommand(), p.explainCommand(), p.fmtCommand(),
		p.verifyCommand(), p.extractCommand(), p.templateCommand(), p.schemaCommand(), p.versionCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		c, _, err := root.Find(args)
		if err != nil {
			return unknownCommand{args[0], near(args[0], root)}
		}
		return c.Help()
	}})
	root.SetUsageTemplate(p.say(usageTemplate))
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	return root
}

// helpOrUnknown makes a command that only holds others: alone it helps, and what follows it must be one of them.
func helpOrUnknown(c *cobra.Command) {
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand{args[0], near(args[0], c)}
		}
		return c.Help()
	}
}

// command starts a command of one use line and its words; run returns only errors of usage.
func (p *program) command(use string, about diag.Words, run func(args []string) error) *cobra.Command {
	short, _, _ := strings.Cut(p.say(about), "\n")
	c := &cobra.Command{Use: use, Short: short, Long: p.say(about), SilenceErrors: true, SilenceUsage: true,
		DisableFlagsInUseLine: true}
	if run != nil {
		c.RunE = func(_ *cobra.Command, args []string) error { return run(args) }
	}
	c.Flags().BoolP("help", "h", false, p.say(helpFlag))
	return c
}

// say is a text in the language of this run.
func (p *program) say(w diag.Words, args ...string) string { return w.In(p.lang, args) }

// language looks for --lang before the flags are parsed, since their descriptions are already in it.
func language(args []string) diag.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang=en" || (arg == "--lang" && i+1 < len(args) && args[i+1] == "en") {
			return diag.English
		}
	}
	return diag.Vietnamese
}

// findings shows what a stage found and remembers its exit status.
func (p *program) findings(list diag.List) {
	if p.kept != nil {
		*p.kept = append(*p.kept, list...)
	} else {
		_ = list.Sort().WriteText(p.stderr, p.lang) // a closed terminal must not stop the work
	}
	if list.Failed() {
		p.fail(inputErrors)
	}
}

// fail keeps the worst exit status of the run.
func (p *program) fail(status int) { p.status = max(p.status, status) }

type unknownCommand struct{ name, near string }

func (e unknownCommand) Error() string { return "unknown command " + e.name }

// near is the command that was probably meant.
func near(name string, root *cobra.Command) string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return diag.Near(name, names)
}

// usageMessage words an error of the command line in the language of this run.
func (p *program) usageMessage(err error) string {
	var (
		unknown  unknownCommand
		noFlag   *pflag.NotExistError
		noValue  *pflag.ValueRequiredError
		badValue *pflag.InvalidValueError
		usage    usageError
	)
	switch {
	case errors.As(err, &unknown) && unknown.near != "":
		return p.say(unknownCommandNear, "name", unknown.name, "near", unknown.near)
	case errors.As(err, &unknown):
		return p.say(unknownCommandAlone, "name", unknown.name)
	case errors.As(err, &noFlag):
		return p.say(unknownFlag, "flag", flagName(noFlag.GetSpecifiedName()))
	case errors.As(err, &noValue):
		return p.say(flagNeedsValue, "flag", flagName(noValue.GetSpecifiedName()))
	case errors.As(err, &badValue):
		return p.say(flagBadValue, "flag", flagName(badValue.GetFlag().Name), "value", badValue.GetValue())
	case errors.As(err, &usage):
		return p.say(usage.words, usage.args...)
	}
	return err.Error()
}

func flagName(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// A usageError is a command line that can't be run as it stands.
type usageError struct {
	words diag.Words
	args  []string
}

func (e usageError) Error() string { return e.words.In(diag.English, e.args) }

func usagef(words diag.Words, args ...string) error { return usageError{words, args} }

// atLeastOne refuses a command line without a file to work on.
func (p *program) atLeastOne(words diag.Words) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef(words)
		}
		return nil
	}
}

// atMost refuses more arguments than a command takes.
func atMost(n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return usagef(tooManyArguments, "value", args[n])
		}
		return nil
	}
}

// commandName is the command that args name, so that a hint can point to its help.
func commandName(root *cobra.Command, args []string) string {
	c, _, err := root.Find(args)
	if err != nil || c == root {
		return ""
	}
	return strings.TrimPrefix(c.CommandPath(), "kehoach ")
}
