package cli

import (
	"github.com/spf13/cobra"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var (
	aboutSchema = diag.Words{
		VI: `in JSON Schema của kế hoạch, để trình soạn thảo gợi ý và kiểm tra khi gõ`,
		EN: `print the JSON Schema of a plan, so that editors complete and check while typing`,
	}
	agencyFlag = diag.Words{VI: "schema của tệp cơ quan", EN: "the schema of an agency file"}
)

// schemaCommand is `kehoach schema [--agency]`.
func (p *program) schemaCommand() *cobra.Command {
	var agency bool
	c := p.command("schema", aboutSchema, func([]string) error {
		schema := plan.Schema()
		if agency {
			schema = plan.AgencySchema()
		}
		_, err := p.stdout.Write(schema)
		if err != nil {
			p.fail(machineFailed)
		}
		return nil
	})
	c.Args = atMost(0)
	c.Flags().BoolVar(&agency, "agency", false, p.say(agencyFlag))
	return c
}
