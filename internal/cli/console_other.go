//go:build !windows

package cli

// ownsConsole is about Windows, where a double click opens a window that closes with the program.
func ownsConsole() bool { return false }
