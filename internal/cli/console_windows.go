package cli

import (
	"os"
	"syscall"
	"unsafe"
)

var (
	kernel32              = syscall.NewLazyDLL("kernel32.dll")
	getConsoleOutputCP    = kernel32.NewProc("GetConsoleOutputCP")
	setConsoleOutputCP    = kernel32.NewProc("SetConsoleOutputCP")
	getConsoleProcessList = kernel32.NewProc("GetConsoleProcessList")
	setConsoleMode        = kernel32.NewProc("SetConsoleMode")
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
