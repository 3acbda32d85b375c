package cli

import (
	"syscall"
	"unsafe"
)

var (
	kernel32              = syscall.NewLazyDLL("kernel32.dll")
	getConsoleOutputCP    = kernel32.NewProc("GetConsoleOutputCP")
	setConsoleOutputCP    = kernel32.NewProc("SetConsoleOutputCP")
	getConsoleProcessList = kernel32.NewProc("GetConsoleProcessList")
)

const utf8CodePage = 65001

// openConsole makes the console print Vietnamese; what it returns sets the console as it was.
func openConsole() (restore func()) {
	before, _, _ := getConsoleOutputCP.Call()
	if before == 0 || before == utf8CodePage {
		return func() {}
	}
	_, _, _ = setConsoleOutputCP.Call(utf8CodePage) // where it fails, letters look wrong and nothing else happens
	return func() { _, _, _ = setConsoleOutputCP.Call(before) }
}

// ownsConsole tells whether the console's window was opened for this program alone, and closes with it.
func ownsConsole() bool {
	var processes [2]uint32
	count, _, _ := getConsoleProcessList.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return count == 1
}
