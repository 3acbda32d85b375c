package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/templates"
)

// templateCommand is `kehoach template export|check`.
func (p *program) templateCommand() *cobra.Command {
	c := p.command("template", aboutTemplate, nil)
	helpOrUnknown(c)
	c.AddCommand(p.exportCommand(), p.checkTemplateCommand())
	return c
}

// exportCommand writes the built-in template, to be restyled in Word.
func (p *program) exportCommand() *cobra.Command {
	var force bool
	c := p.command("export [FILE.docx]", aboutExport, func(args []string) error {
		name := "ke-hoach.docx"
		if len(args) > 0 {
			name = args[0]
		}
		if !ends(name, ".docx", ".dotx") {
			return usagef(badEnding, "value", name, "endings", ".docx")
		}
		p.write([]output.File{{Name: name, Data: templates.KeHoach()}}, force, nil)
		return nil
	})
	c.Args = atMost(1)
	c.Flags().BoolVar(&force, "force", false, p.say(forceFlag))
	return c
}

// checkTemplateCommand tells what is wrong with a template before a plan meets it.
func (p *program) checkTemplateCommand() *cobra.Command {
	c := p.command("check FILE.docx...", aboutCheckTemplate, func(args []string) error {
		for _, name := range args {
			data, ok := p.read(name)
			if !ok {
				continue
			}
			renderer, found := render.NewWith(filepath.ToSlash(name), data, font.Default())
			if !found.Failed() {
				found = append(found, renderer.Check()...)
			}
			p.findings(found)
			if !found.Failed() {
				fmt.Fprint(p.stdout, p.say(templateFine, "file", filepath.ToSlash(name)))
			}
		}
		return nil
	})
	c.Args = p.atLeastOne(needDOCX)
	return c
}
