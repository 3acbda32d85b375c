// Command kehoach turns plans (kế hoạch) written as data into documents in the format of Nghị định 30/2020/NĐ-CP.
package main

import (
	"os"
	"runtime/debug"

	"github.com/kehoach/kehoach/internal/cli"
)

func main() {
	// Most commands end before a collection would have given anything back: at the usual 100 % it takes a tenth of their time.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(512 << 20) // near it garbage is collected as ever
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
