package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var (
	aboutVersion = diag.Words{VI: "in phiên bản chương trình và ngôn ngữ kế hoạch", EN: "print the versions of program and plan language"}
	versionLine  = diag.Words{VI: "kehoach {version}, ngôn ngữ kế hoạch {language}\n", EN: "kehoach {version}, plan language {language}\n"}
)

// versionCommand is `kehoach version`.
func (p *program) versionCommand() *cobra.Command {
	c := p.command("version", aboutVersion, func([]string) error {
		fmt.Fprint(p.stdout, p.say(versionLine, "version", version(), "language", fmt.Sprint(plan.Version)))
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
