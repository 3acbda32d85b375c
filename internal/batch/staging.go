package batch

import (
	"os"
	"path/filepath"
	"regexp"

	"github.com/kehoach/kehoach/internal/diag"
)

// staging is the folder of what is not finished. It lies in the output folder, on the same disk, and is the shard's own, so
// that machines may write into one folder. A run that was killed leaves it behind; the next one clears it.
type staging struct {
	dir     string
	journal *os.File // a line for each unit whose files stand in place: what --resume reads after a kill
}

const journalName = "journal.jsonl"

var (
	stagingForm  = regexp.MustCompile(`^\.kehoach-[0-9]+-of-[0-9]+$`)
	manifestForm = regexp.MustCompile(`^manifest(-[0-9]+-of-[0-9]+)?\.jsonl$`)
)

func isStaging(name string) bool  { return stagingForm.MatchString(name) }
func isManifest(name string) bool { return manifestForm.MatchString(name) }

// openStaging clears what a killed run left and makes the folder anew.
func (p *Prepared) openStaging() (*staging, error) {
	if err := os.MkdirAll(p.Out, 0o755); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(p.Out)
	if err != nil {
		return nil, err
	}
	own := Shard{max(p.Shard.Index, 1), max(p.Shard.Count, 1)}.file(".kehoach", "")
	if p.Shard.Count <= 1 {
		own = ".kehoach-1-of-1"
	}
	for _, e := range entries {
		if isStaging(e.Name()) && (e.Name() == own || p.Shard.Count <= 1) {
			if err := os.RemoveAll(filepath.Join(p.Out, e.Name())); err != nil {
				return nil, err
			}
		}
	}
	s := &staging{dir: filepath.Join(p.Out, own)}
	if err := os.Mkdir(s.dir, 0o755); err != nil {
		return nil, err
	}
	if s.journal, err = os.Create(filepath.Join(s.dir, journalName)); err != nil {
		return nil, err
	}
	_, err = s.journal.Write(line(p.header()))
	return s, err
}

// note adds an entry to the journal.
func (s *staging) note(e Entry) error {
	_, err := s.journal.Write(line(e))
	return err
}

// close removes the folder; what it still holds was not finished.
func (s *staging) close() {
	_ = s.journal.Close()
	_ = os.RemoveAll(s.dir)
}

var cannotStage = kind("folder", "không ghi được vào thư mục {folder}: {reason}", "folder {folder} can't be written: {reason}",
	"kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác bằng -o", "check that you may write there and the disk's space, or choose another folder with -o")

func (p *Prepared) cannotWrite(err error) diag.Finding {
	return cannotStage.Saying("reason", diag.Reason(err)).At(diag.Location{File: filepath.ToSlash(p.Out)}, "folder", filepath.ToSlash(p.Out))
}

// MachineFailed tells whether the machine, not the input, is to blame for a finding of this room.
func MachineFailed(f diag.Finding) bool { return f.Kind.ID == cannotStage.ID }
