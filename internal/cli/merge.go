package cli

import (
	"fmt"
	"path/filepath"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/diag"
)

// mergeManifests puts the manifests of the parts of one job together.
func (p *program) mergeManifests(names []string, out string) error {
	if len(names) == 0 {
		return usagef(needManifests)
	}
	if out == "" {
		out = filepath.Dir(names[0])
	}
	written, failed, found := batch.Merge(names, out)
	p.findings(found)
	p.machine(found)
	for _, name := range written {
		fmt.Fprintln(p.stdout, filepath.ToSlash(name))
	}
	if failed > 0 {
		p.print(mergedFailed, "count", failed)
		p.fail(inputErrors)
	}
	return nil
}

var (
	mergeFlag     = diag.Words{VI: "ghép các manifest của những phần đã lập bằng --shard", EN: "merge the manifests of parts that --shard built"}
	needManifests = diag.Words{VI: "cần các tệp manifest, ví dụ: kehoach batch --merge-manifests out/manifest-*.jsonl", EN: "manifests are needed, for example: kehoach batch --merge-manifests out/manifest-*.jsonl"}
	mergedFailed  = diag.Words{VI: "{count} đơn vị không lập được, xem manifest\n", EN: "{count} units failed, see the manifest\n"}
)
