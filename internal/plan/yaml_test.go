package plan_test

import (
	"errors"
	"fmt"
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

func TestWhatYAMLReadsAsItWasMeantIsNoTrap(t *testing.T) {
	for text, want := range map[string]string{
		`"Nêu\tquyền \"a\" b"`:        "Nêu\tquyền \"a\" b",
		`"\"Dân vận khéo\" là\tmột"`:  "\"Dân vận khéo\" là\tmột",
		`'Ia H''Drai' # "ghi" 'chú'`:  "Ia H'Drai",
		`"a\\"`:                       "a\\",
		`một # "hai": ba`:             "một",
		`"một\thai" #ghi chú`:         "một\thai",
		`!!str "một\t'hai' 'ba' bốn"`: "một\t'hai' 'ba' bốn",
		"\"một\\thai\n    *ba* bốn\"": "một\thai *ba* bốn",
		`'*ba* bốn' #ghi chú`:         "*ba* bốn",
	} {
		p, found := load(t, fmt.Sprintf(smallest, text), nil)
		if found.Failed() {
			t.Errorf("%s: %s", text, findings(found, diag.English))
		} else if got := p.Sections[0].Text.Value.Text; got != want {
			t.Errorf("%s is read as %q", text, got)
		}
	}
}

func TestATabBetweenQuotesIsShownMendedBetweenThem(t *testing.T) {
	_, found := load(t, fmt.Sprintf(smallest, "\"Một\thai\""), nil)
	if told := findings(found, diag.English); !strings.Contains(told, "there is a tab") || !strings.Contains(told, "- text: \"Một hai\"\n") {
		t.Error(told)
	}
}
