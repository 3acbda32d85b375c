package output

import (
	"errors"
	"syscall"
)

// Windows refuses to replace a file that another program holds: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
func isSharing(err error) bool {
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33))
}
