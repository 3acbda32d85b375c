package cli

import (
	"syscall"
	"unsafe"
)

// Vietnamese needs no care here: Go writes to a console in UTF-16, whatever its code page.

var getConsoleProcessList = syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// ownsConsole tells whether the console's window was opened for this program alone, and closes with it.
func ownsConsole() bool {
	var processes [2]uint32
	count, _, _ := getConsoleProcessList.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return count == 1
}
