package batch

import (
	"errors"
	"os"
	"syscall"
)

// takeLock opens a file that no one else may have open meanwhile: errBusy when another process has it. The system closes it when
// the process ends, however it ends.
func takeLock(name string) (*os.File, error) {
	return open(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, syscall.OPEN_ALWAYS)
}

// lookAtLock tells whether another process holds a lock, without keeping others from looking.
func lookAtLock(name string) error {
	f, err := open(name, syscall.GENERIC_READ, syscall.FILE_SHARE_READ, syscall.OPEN_EXISTING)
	if err != nil {
		if errors.Is(err, errBusy) {
			return err
		}
		return nil //nolint:nilerr // nobody can hold what is not there
	}
	return f.Close()
}

func open(name string, access, sharing, how uint32) (*os.File, error) {
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(path, access, sharing, nil, how, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, syscall.Errno(32)) { // ERROR_SHARING_VIOLATION
		return nil, errBusy
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(h), name), nil
}

// freeLock closes the file, then removes it: Windows removes none that another process has opened meanwhile.
func freeLock(f *os.File) {
	_ = f.Close()
	_ = os.Remove(f.Name())
}
