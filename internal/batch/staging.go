package batch

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/kehoach/kehoach/internal/diag"
)

// staging is the folder of what is not finished. It lies in the output folder, on the same disk, and is the shard's own, so
// that machines may write into one folder. It is held by one run at a time (lock_unix.go, lock_windows.go). A run that was
// killed leaves it behind; the next one clears it.
type staging struct {
	dir     string
	lock    *os.File
	journal *os.File // a line for each unit whose files stand in place: what --resume reads after a kill
}

const (
	journalName = "journal.jsonl"
	lockName    = "lock"
	wholeName   = ".kehoach-1-of-1" // of a run that is no shard
)

// errBusy means that another process holds a staging folder.
var errBusy = errors.New("in use")

var (
	stagingForm  = regexp.MustCompile(`^\.kehoach-[0-9]+-of-[0-9]+$`)
	manifestForm = regexp.MustCompile(`^manifest(-[0-9]+-of-[0-9]+)?\.jsonl$`)
)

func isStaging(name string) bool  { return stagingForm.MatchString(name) }
func isManifest(name string) bool { return manifestForm.MatchString(name) }

// openStaging takes the run's folder, refuses one into which another run writes, and clears what a killed run left. What earlier
// runs made of the tasks begins the new journal, which takes the old one's place in one step: a second kill loses nothing.
func (p *Prepared) openStaging(known map[string]Entry) (_ *staging, err error) {
	s := &staging{dir: filepath.Join(p.Out, wholeName)}
	if p.Shard.Count > 1 {
		s.dir = filepath.Join(p.Out, p.Shard.file(".kehoach", ""))
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return nil, err
	}
	if s.lock, err = takeLock(filepath.Join(s.dir, lockName)); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = s.clear(journalName)
			freeLock(s.lock)
			_ = os.Remove(s.dir) // unless it holds an old journal
		}
	}()
	others, err := p.others(filepath.Base(s.dir))
	defer func() {
		for _, other := range others {
			freeLock(other.lock)
			_ = os.Remove(other.dir)
		}
	}()
	if err != nil {
		return nil, err
	}
	if err := s.clear(journalName); err != nil {
		return nil, err
	}
	if s.journal, err = p.newJournal(s.dir, known); err != nil {
		return nil, err
	}
	for _, other := range others { // what they made is in the new journal
		_ = other.clear()
	}
	return s, nil
}

// newJournal puts a journal that begins with what earlier runs made of the tasks in the old one's place.
func (p *Prepared) newJournal(dir string, known map[string]Entry) (*os.File, error) {
	fresh, name := filepath.Join(dir, "journal-new.jsonl"), filepath.Join(dir, journalName)
	f, err := os.Create(fresh)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(p.begin(f, known), f.Close()); err != nil { // Windows renames no file that is open
		return nil, err
	}
	if err := os.Rename(fresh, name); err != nil {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o644)
}

// begin writes the journal's beginning.
func (p *Prepared) begin(journal *os.File, known map[string]Entry) error {
	w := bufio.NewWriter(journal)
	_, _ = w.Write(line(p.header())) // Flush tells of the first error
	for _, t := range p.tasks {
		if e, ok := t.before(known); ok {
			_, _ = w.Write(line(e))
		}
	}
	return w.Flush()
}

// others sees to it that neither a run of the whole nor one of a part begins while the other writes. A run of the whole takes
// the folders of parts, which it will clear; a part only looks, as do those that begin with it.
func (p *Prepared) others(own string) (held []*staging, err error) {
	if own != wholeName {
		return nil, lookAtLock(filepath.Join(p.Out, wholeName, lockName))
	}
	entries, err := os.ReadDir(p.Out)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !isStaging(e.Name()) || e.Name() == own {
			continue
		}
		other := &staging{dir: filepath.Join(p.Out, e.Name())}
		if other.lock, err = takeLock(filepath.Join(other.dir, lockName)); err != nil {
			return held, err
		}
		held = append(held, other)
	}
	return held, nil
}

// clear removes what is in the folder, besides the lock and files that are to stay.
func (s *staging) clear(stay ...string) error {
	entries, err := os.ReadDir(s.dir)
	for _, e := range entries {
		if e.Name() != lockName && !slices.Contains(stay, e.Name()) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(s.dir, e.Name())))
		}
	}
	return err
}

// note adds an entry to the journal.
func (s *staging) note(e Entry) error {
	_, err := s.journal.Write(line(e))
	return err
}

// close removes the folder; what it still holds was not finished.
func (s *staging) close() {
	_ = s.journal.Close()
	_ = s.clear()
	freeLock(s.lock)
	_ = os.Remove(s.dir) // not one that another run has taken meanwhile: it is not empty
}

var cannotStage = kind("folder", "không ghi được vào thư mục {folder}: {reason}", "folder {folder} can't be written: {reason}",
	"kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác bằng -o", "check that you may write there and the disk's space, or choose another folder with -o")

var busy = kind("busy", "một lần kehoach batch khác đang ghi vào thư mục {folder}", "another kehoach batch is writing into folder {folder}",
	"đợi lần ấy xong, hoặc chọn thư mục khác bằng -o", "wait until it is done, or choose another folder with -o")

func (p *Prepared) cannotWrite(err error) diag.Finding {
	k := cannotStage.Saying("reason", diag.Reason(err))
	if errors.Is(err, errBusy) {
		k = busy
	}
	return k.At(diag.Location{File: filepath.ToSlash(p.Out)}, "folder", filepath.ToSlash(p.Out))
}

// MachineFailed tells whether the machine, not the input, is to blame for a finding of this room.
func MachineFailed(f diag.Finding) bool { return f.Kind.ID == cannotStage.ID || f.Kind.ID == busy.ID }
