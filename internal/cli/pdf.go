package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/render"
)

// pdfCommand is `kehoach pdf FILE.docx...`: for a plan that was corrected in Word after it was built.
func (p *program) pdfCommand() *cobra.Command {
	var out, fontDir, named string
	var fieldNames []string
	var noEmbed, force bool
	c := p.command("pdf FILE.docx...", aboutPDF, func(args []string) error {
		standard, err := render.Standard(named)
		if err != nil {
			return usagef(badStandard, "value", named)
		}
		fields, err := render.ParseFields(fieldNames)
		if err != nil {
			return usagef(badFields, "value", strings.Join(fieldNames, ","))
		}
		renderer := p.renderer("", fontDir)
		if renderer == nil {
			return nil
		}
		renderer.Standard, renderer.Fields, renderer.Closed = standard, fields, noEmbed
		var all []output.File
		reports := map[string]render.File{}
		for _, name := range args {
			data, ok := p.read(name)
			if !ok {
				continue
			}
			files, found := renderer.FromDOCX(filepath.ToSlash(name), stem(name), data)
			p.findings(found)
			if found.Failed() {
				continue
			}
			for _, file := range files {
				path := filepath.Join(outFolder(out, name), file.Name)
				all = append(all, output.File{Name: path, Data: file.Data, Input: name, Source: name, Derived: file.Of != ""})
				reports[path] = file
			}
		}
		p.write(all, force, reports)
		return nil
	})
	c.Args = p.atLeastOne(needDOCX)
	c.Flags().StringVarP(&out, "output", "o", "", p.say(outFlag))
	c.Flags().StringVar(&fontDir, "font-dir", "", p.say(fontFlag))
	c.Flags().StringVar(&named, "pdf-standard", "a-3a", p.say(standardFlag))
	c.Flags().StringSliceVar(&fieldNames, "fields", []string{"sign", "number"}, p.say(fieldsFlag))
	c.Flags().BoolVar(&noEmbed, "no-embed", false, p.say(noEmbedFlag))
	c.Flags().BoolVar(&force, "force", false, p.say(forceFlag))
	return c
}
