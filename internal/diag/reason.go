package diag

import (
	"errors"
	"io/fs"
	"os"
)

// Reason is what the machine said, without the path that package os puts before it: a finding names its file itself.
func Reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	}
	return err.Error()
}
