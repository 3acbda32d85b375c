package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var (
	aboutVersion = diag.Words{VI: "in phiên bản chương trình và ngôn ngữ kế hoạch", EN: "print the versions of program and plan language"}
	daysOffLine  = diag.Words{VI: "ngày nghỉ: năm {first} đến {last}, đối chiếu ngày {checked}\n", EN: "days off: {first} to {last}, checked on {checked}\n"}
	versionLine  = diag.Words{VI: "kehoach {version}, ngôn ngữ kế hoạch {language}\n", EN: "kehoach {version}, plan language {language}\n"}
)

// versionCommand is `kehoach version`.
func (p *program) versionCommand() *cobra.Command {
	c := p.command("version", aboutVersion, func([]string) error {
		fmt.Fprint(p.stdout, p.say(versionLine, "version", version(), "language", fmt.Sprint(plan.Version)))
		days := calendar.Vietnam()
		first, last := days.Years()
		checked := days.Checked()
		fmt.Fprint(p.stdout, p.say(daysOffLine, "first", fmt.Sprint(first), "last", fmt.Sprint(last), "checked", vi.ShortDate(checked.Day, checked.Month, checked.Year)))
		return nil
	})
	c.Args = atMost(0)
	return c
}

// version is the module's version as the Go tool recorded it: a tag for a released build, "(devel)" for a local one.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
