package diag

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Reason is what the machine said, in both languages where it is a common thing, without the path that package os puts before
// it: a finding names its file itself.
func Reason(err error) Words {
	for _, known := range []struct {
		err   error
		words Words
	}{
		{fs.ErrNotExist, Words{"không có tệp hoặc thư mục này", "there is no such file or folder"}},
		{fs.ErrPermission, Words{"không có quyền", "permission denied"}},
		{syscall.ENOSPC, Words{"đĩa đầy", "the disk is full"}},
		{syscall.EROFS, Words{"đĩa chỉ đọc", "the disk is read-only"}},
		{syscall.ENOTDIR, Words{"một phần của đường dẫn là tệp, không phải thư mục", "a part of the path is a file, not a folder"}},
		{syscall.EISDIR, Words{"đây là thư mục", "this is a folder"}},
	} {
		if errors.Is(err, known.err) {
			return known.words
		}
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return Words{err.Error(), err.Error()}
}
