//go:build !windows

package batch

import (
	"errors"
	"os"
	"syscall"
)

// takeLock holds a file that one process at a time may hold: errBusy when another does. The system frees it when the process
// ends, however it ends. Where a file system knows no locks, nobody is kept out.
func takeLock(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	held, err1 := f.Stat()
	there, err2 := os.Stat(name)
	gone := err1 != nil || err2 != nil || !os.SameFile(held, there) // the one who held it has just removed it
	if errors.Is(err, syscall.EWOULDBLOCK) || gone {
		_ = f.Close()
		return nil, errBusy
	}
	return f, nil
}

// lookAtLock tells whether another process holds a lock, without keeping others from looking.
func lookAtLock(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return nil //nolint:nilerr // nobody can hold what is not there
	}
	defer f.Close()
	if errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB), syscall.EWOULDBLOCK) {
		return errBusy
	}
	return nil
}

// freeLock removes the file while it is held, so that nobody takes a lock that is about to go.
func freeLock(f *os.File) {
	_ = os.Remove(f.Name())
	_ = f.Close()
}
