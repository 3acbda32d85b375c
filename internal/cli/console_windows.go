package cli

import (
	"os"
	"syscall"
	"unsafe"
)

// Vietnamese needs no care here: Go writes to a console in UTF-16, whatever its code page.

var (
	kernel32              = syscall.NewLazyDLL("kernel32.dll")
	getConsoleProcessList = kernel32.NewProc("GetConsoleProcessList")
	setConsoleMode        = kernel32.NewProc("SetConsoleMode")
)

// ownsConsole tells whether the console's window was opened for this program alone, and closes with it.
func ownsConsole() bool {
	var processes [2]uint32
	count, _, _ := getConsoleProcessList.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return count == 1
}

// Bits of a console's output mode: letters are handled, and colours are (virtual terminal sequences; Windows 10 and later).
const processedOutput, virtualTerminal = 1, 4

// takesColours tells whether a file is a console that shows colours, and switches them on.
func takesColours(f *os.File) bool {
	var mode uint32
	if syscall.GetConsoleMode(syscall.Handle(f.Fd()), &mode) != nil {
		return false
	}
	done, _, _ := setConsoleMode.Call(f.Fd(), uintptr(mode|processedOutput|virtualTerminal))
	return done != 0
}
