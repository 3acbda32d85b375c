package plan

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Comment (chú thích) is what stands behind a # in one line of a file.
type Comment struct {
	Text  string // without the # and the blanks around it
	At    Place  // from the # to the end of the line
	Alone bool   // the line holds nothing else: the comment speaks of what stands below it
}

// Comments are the file's comments, in order.
//
// yaml.v3 tells what the comments say, not where: a line ends in one when what follows one of its # is among them.
func (s *Source) Comments() []Comment {
	var root yaml.Node
	if !strings.Contains(s.Text, "#") || yaml.Unmarshal([]byte(s.Text), &root) != nil {
		return nil // Load has said so
	}
	said := map[string]bool{}
	collectComments(&root, said)
	var comments []Comment
	at := 0
	for line := range strings.SplitSeq(s.Text, "\n") {
		for i := range len(line) {
			if line[i] == '#' && said[strings.TrimSpace(line[i:])] {
				comments = append(comments, Comment{strings.TrimSpace(strings.TrimLeft(line[i:], "#")), Place{s, at + i, at + len(line)},
					strings.TrimSpace(line[:i]) == ""})
				break
			}
		}
		at += len(line) + 1
	}
	return comments
}

func collectComments(n *yaml.Node, into map[string]bool) {
	for _, comment := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		for line := range strings.SplitSeq(comment, "\n") {
			into[strings.TrimSpace(line)] = true
		}
	}
	for _, child := range n.Content {
		collectComments(child, into)
	}
}

// Speaks is the line, from 1, that a comment speaks of: its own, or the next one that is neither blank nor a comment.
func (c Comment) Speaks() int {
	line := c.At.Location().Line
	if !c.Alone {
		return line
	}
	for below := range strings.SplitSeq(c.At.File.Text[c.At.End:], "\n") {
		if text := strings.TrimSpace(below); text != "" && text[0] != '#' {
			break
		}
		line++
	}
	return line
}
