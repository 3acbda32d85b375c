package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/diag"
)

// A progress is told how far a batch is.
type progress struct {
	unit func(batch.Progress)
	done func()
}

// progress is the one that --progress names: a bar on a terminal, a line for each tenth elsewhere.
func (p *program) progress(how string) (progress, error) {
	nothing := func() {}
	switch how {
	case "none":
		return progress{func(batch.Progress) {}, nothing}, nil
	case "json":
		e := json.NewEncoder(p.stderr)
		return progress{func(at batch.Progress) {
			_ = e.Encode(struct {
				Unit   string `json:"unit"`
				Built  int    `json:"built"`
				Kept   int    `json:"kept"`
				Failed int    `json:"failed"`
				Total  int    `json:"total"`
			}{at.Unit, at.Built, at.Kept, at.Failed, at.Total})
		}, nothing}, nil
	case "auto":
		if f, ok := p.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			return p.bar(), nil
		}
		return progress{p.tenths, nothing}, nil
	}
	return progress{}, usagef(badProgress, "value", how)
}

// tenths prints a line whenever another tenth of the units is done.
func (p *program) tenths(at batch.Progress) {
	if done := at.Done(); at.Total >= 10 && done*10/at.Total > (done-1)*10/at.Total {
		fmt.Fprint(p.stderr, p.say(soFar, "done", strconv.Itoa(done), "total", strconv.Itoa(at.Total), "failed", strconv.Itoa(at.Failed)))
	}
}

// bar draws a bar with the units a second, the time left and the failures.
func (p *program) bar() progress {
	var bar *progressbar.ProgressBar
	failed := 0
	return progress{func(at batch.Progress) {
		if bar == nil {
			bar = progressbar.NewOptions(at.Total, progressbar.OptionSetWriter(p.stderr), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
				progressbar.OptionSetItsString(p.say(unitsWord)), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
				progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100_000_000))
		}
		if at.Failed != failed {
			failed = at.Failed
			bar.Describe(p.say(failedSoFar, "failed", strconv.Itoa(failed)))
		}
		_ = bar.Set(at.Done())
	}, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}}
}

var (
	badProgress = diag.Words{VI: `--progress là auto, json hoặc none, không phải "{value}"`, EN: `--progress is auto, json or none, not "{value}"`}
	soFar       = diag.Words{VI: "{done}/{total} đơn vị, lỗi {failed}\n", EN: "{done} of {total} units, {failed} failed\n"}
	failedSoFar = diag.Words{VI: "lỗi {failed}", EN: "{failed} failed"}
	unitsWord   = diag.Words{VI: "đơn vị", EN: "units"}
)
