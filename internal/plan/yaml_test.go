package plan_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

func TestErrorsOfYAMLAreToldInTheReadersLanguage(t *testing.T) {
	p, _ := model(t, modelText)
	for _, text := range []string{"drop: [mot,,hai]", "drop: {,}", "title: ]", "title: [", "title: \"x", "title: &b &c d", `title: "\q"`, `title: "\u12"`,
		"title: |x\n b", "- a\nb: c", "{a: 1", "title: @b", "--- a\n... b", "title: !<x y", "%YAML 3.0\n---\na: 1", "a: b: c", "a\n--- b\n\tc: d"} {
		_, found := p.Override("don-vi.yaml", files(map[string]string{"don-vi.yaml": text + "\n"}))
		told := findings(found, diag.Vietnamese)
		if len(found) == 0 || strings.Contains(told, "expected") || strings.Contains(told, "found") || strings.Contains(told, "not ") {
			t.Errorf("%q: %s", text, told)
		}
	}
	for _, message := range []string{"did not find expected node content", "some message of tomorrow"} {
		if words := plan.FaultOf("", errors.New("yaml: "+message)).Reason; words.EN != message || words.VI == message {
			t.Errorf("%q: %v", message, words)
		}
	}
}
