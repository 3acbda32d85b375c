//go:build !windows

package cli

// openConsole does nothing: terminals of other systems speak UTF-8.
func openConsole() (restore func()) { return func() {} }

// ownsConsole is about Windows, where a double click opens a window that closes with the program.
func ownsConsole() bool { return false }
