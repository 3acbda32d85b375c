package cli

import (
	"os"
	"path/filepath"
	"strings"
)

// asBuild puts `build` before arguments that are nothing but plans: so a plan that is dropped on the program's icon, or named
// alone, is built beside itself.
func asBuild(args []string) (_ []string, plans bool) {
	for _, arg := range args {
		ending := strings.ToLower(filepath.Ext(arg))
		info, err := os.Stat(arg)
		if ending != ".yaml" && ending != ".yml" || err != nil || info.IsDir() {
			return args, false
		}
	}
	if len(args) == 0 {
		return args, false
	}
	return append([]string{"build"}, args...), true
}
