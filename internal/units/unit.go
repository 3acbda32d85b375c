package units

import "github.com/kehoach/kehoach/internal/diag"

// A Unit (đơn vị) is one row of a list.
type Unit struct {
	Name   string            // Tên đơn vị, unique in the list: "xã Sơn Tây Hạ"
	Values map[string]string // keyed exactly as `kehoach build --set KEY=VALUE` takes them
	Plan   string            // YAML file of this unit that overrides parts of the plan, relative to the list; "" when none
	At     diag.Location     // the row
	Places map[string]diag.Location
}
