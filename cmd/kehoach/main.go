// Command kehoach turns plans (kế hoạch) written as data into documents in the format of Nghị định 30/2020/NĐ-CP.
package main

import (
	"os"

	"github.com/kehoach/kehoach/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
