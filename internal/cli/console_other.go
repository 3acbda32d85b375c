//go:build !windows

package cli

import "os"

// ownsConsole is about Windows, where a double click opens a window that closes with the program.
func ownsConsole() bool { return false }

// takesColours tells whether a file is a terminal.
func takesColours(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
