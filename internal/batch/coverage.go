package batch

import (
	"github.com/kehoach/kehoach/internal/plan"
)

// A Cell says how a unit's plan covers one item that its model asks for.
type Cell struct {
	Item string `json:"item"` // its id
}

func (p *Prepared) coverage(made *plan.Plan) []Cell { return nil }

func (c *collector) reports(entries []Entry) {}
