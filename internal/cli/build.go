package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/vi"
)

// buildFlags are the flags of `kehoach build`.
type buildFlags struct {
	out      string
	formats  []string
	set      []string
	values   string
	template string
	fontDir  string
	standard string
	fields   []string
	preview  bool
	noEmbed  bool
	attach   bool
	final    bool
	force    bool
}

// buildCommand is `kehoach build PLAN.yaml...`.
func (p *program) buildCommand() *cobra.Command {
	var f buildFlags
	c := p.command("build PLAN.yaml...", aboutBuild, func(args []string) error { return p.build(args, f) })
	c.Args = p.atLeastOne(needPlan)
	c.Flags().StringVarP(&f.out, "output", "o", "", p.say(outFlag))
	c.Flags().StringSliceVar(&f.formats, "format", []string{"docx", "pdf"}, p.say(formatFlag))
	c.Flags().StringArrayVar(&f.set, "set", nil, p.say(setFlag))
	c.Flags().StringVar(&f.values, "values", "", p.say(valuesFlag))
	c.Flags().StringVar(&f.template, "template", "", p.say(templateFlag))
	c.Flags().StringVar(&f.fontDir, "font-dir", "", p.say(fontFlag))
	c.Flags().StringVar(&f.standard, "pdf-standard", "a-3a", p.say(standardFlag))
	c.Flags().StringSliceVar(&f.fields, "fields", []string{"sign", "number"}, p.say(fieldsFlag))
	c.Flags().BoolVar(&f.preview, "preview-signature", false, p.say(previewFlag))
	c.Flags().BoolVar(&f.noEmbed, "no-embed", false, p.say(noEmbedFlag))
	c.Flags().BoolVar(&f.attach, "attach-docx", false, p.say(attachFlag))
	c.Flags().BoolVar(&f.final, "final", false, p.say(finalFlag))
	c.Flags().BoolVar(&f.force, "force", false, p.say(forceFlag))
	return c
}

// build makes the files of every plan, then writes them: a plan with errors leaves nothing of its own and does not stop the
// others.
func (p *program) build(names []string, f buildFlags) error {
	formats, err := render.Formats(f.formats)
	if err != nil || len(formats) == 0 {
		return usagef(badFormat, "value", strings.Join(f.formats, ","))
	}
	standard, err := render.Standard(f.standard)
	if err != nil {
		return usagef(badStandard, "value", f.standard)
	}
	fields, err := render.ParseFields(f.fields)
	if err != nil {
		return usagef(badFields, "value", strings.Join(f.fields, ","))
	}
	switch {
	case f.attach && f.noEmbed:
		return usagef(attachesNothing)
	case f.attach && !standard.TakesFiles():
		return usagef(cannotAttach, "standard", f.standard)
	case f.attach && !slices.Contains(formats, render.PDF):
		return usagef(nothingToAttachTo)
	}
	if f.preview && !slices.Contains(formats, render.PDF) {
		return usagef(nothingToPreview)
	}
	created, err := sourceDate()
	if err != nil {
		return err
	}
	values, err := p.givenValues(f)
	if err != nil {
		return err
	}
	renderer := p.renderer(f.template, f.fontDir)
	if renderer == nil || p.status != done {
		return nil
	}
	renderer.Standard, renderer.Created = standard, created
	renderer.Fields, renderer.Preview = fields, f.preview
	renderer.Closed, renderer.AttachDOCX = f.noEmbed, f.attach
	var all []output.File
	reports := map[string]render.File{}
	seen := map[string]bool{}
	for _, name := range names {
		if seen[filepath.Clean(name)] {
			continue // named twice, built once
		}
		seen[filepath.Clean(name)] = true
		loaded, found := plan.Load(filepath.ToSlash(name), plan.Options{Values: values})
		if found.Failed() {
			p.findings(found)
			continue
		}
		if f.final {
			if open := append(p.open(loaded), openValues(f)...); open.Failed() {
				p.findings(append(found, open...))
				continue
			}
		}
		files, more := renderer.Plan(loaded, stem(name), formats)
		p.findings(append(found, more...))
		for _, file := range files {
			path := filepath.Join(outFolder(f.out, name), file.Name)
			all = append(all, output.File{Name: path, Data: file.Data, Input: name, Source: name, Derived: file.Of != ""})
			reports[path] = file
		}
	}
	old := companions(all)
	p.retire(old, p.write(all, f.force, reports))
	if !f.noEmbed && !standard.TakesFiles() && slices.Contains(formats, render.PDF) && len(all) > 0 {
		fmt.Fprint(p.stdout, p.say(notCarried, "standard", f.standard))
	}
	return nil
}

// givenValues are the caller's values: those of --values, and over them those of --set.
func (p *program) givenValues(f buildFlags) (map[string]string, error) {
	values := map[string]string{}
	if f.values != "" {
		read, found := plan.LoadValues(filepath.ToSlash(f.values), plan.Options{})
		p.findings(found)
		values = read
		if values == nil {
			values = map[string]string{}
		}
	}
	for _, pair := range f.set {
		key, value, ok := strings.Cut(pair, "=")
		if !ok || key == "" {
			return nil, usagef(badSet, "value", pair)
		}
		values[key] = value
	}
	return values, nil
}

// openValues are the marks left in the caller's values.
func openValues(f buildFlags) diag.List {
	var found diag.List
	if f.values != "" {
		if source, _ := plan.ReadSource(filepath.ToSlash(f.values), plan.Options{}); source != nil {
			found = source.Open()
		}
	}
	for _, pair := range f.set {
		_, value, _ := strings.Cut(pair, "=")
		found = append(found, plan.OpenValue("--set "+pair, value)...)
	}
	return found
}

// sourceDate is the date that the caller gives to files whose plan has none: SOURCE_DATE_EPOCH, in seconds since 1970, as
// reproducible builds write it. The clock is never read.
func sourceDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds > lastSecond {
		return time.Time{}, usagef(badEpoch, "value", text)
	}
	return time.Unix(seconds, 0).In(vi.Hanoi), nil
}

// lastSecond is the end of the year 2107, the last that a zip file can say.
const lastSecond = 4354819199

// renderer is the template and the faces that the flags ask for; nil after a finding.
func (p *program) renderer(templateFile, fontDir string) *render.Renderer {
	r := p.compiled(templateFile, fontDir)
	if r != nil {
		r.Program = "kehoach " + version()
	}
	return r
}

func (p *program) compiled(templateFile, fontDir string) *render.Renderer {
	family := p.family(fontDir)
	if family == nil {
		return nil
	}
	if templateFile == "" {
		renderer, found := render.New(family)
		p.findings(found)
		return renderer
	}
	docx, ok := p.read(templateFile)
	if !ok {
		return nil
	}
	renderer, found := render.NewWith(filepath.ToSlash(templateFile), docx, family)
	if renderer != nil && !found.Failed() {
		if wrong := renderer.Check(); wrong.Failed() {
			found = append(found, wrong...)
		}
	}
	p.findings(found)
	return renderer
}

// family is the built-in family of faces, or a Times New Roman found in dir; nil after a finding.
func (p *program) family(dir string) *font.Family {
	if dir == "" {
		return font.Default()
	}
	family, err := font.Dir(dir)
	if err != nil {
		p.findings(diag.List{noFont.Saying("reason", diag.Reason(err)).At(diag.Location{File: filepath.ToSlash(dir)})})
		return nil
	}
	return family
}

// maxFile bounds a file that the person names, in bytes.
const maxFile = 64 << 20

// read reads a file that the person named, never more of it than one byte over the bound.
func (p *program) read(name string) ([]byte, bool) {
	at := diag.Location{File: filepath.ToSlash(name)}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // a pipe would be waited for
		p.findings(diag.List{notAFile.At(at)})
		return nil, false
	}
	f, err := os.Open(name)
	if err != nil {
		p.findings(diag.List{cannotRead.Saying("reason", diag.Reason(err)).At(at)})
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		p.findings(diag.List{cannotRead.Saying("reason", diag.Reason(err)).At(at)})
	case len(data) > maxFile:
		p.findings(diag.List{tooLarge.At(at)})
	default:
		return data, true
	}
	return nil, false
}

// stem is a file's name without folder and ending.
func stem(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// ends tells whether a file's name has one of these endings.
func ends(name string, endings ...string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// outFolder is where the files of an input go: the folder asked for, or the input's own.
func outFolder(out, input string) string {
	if out != "" {
		return out
	}
	return filepath.Dir(input)
}
