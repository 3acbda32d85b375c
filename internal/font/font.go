// Package font gives the faces that documents are measured and drawn with.
//
// Default returns Liberation Serif, whose advances are those of Times New Roman, from a Go module: no font needs to be on
// the machine. Dir looks for a real Times New Roman in a folder instead. A face answers how wide a letter is and how tall a
// line; it draws nothing. Widths are read once and kept, and a face may be used by many goroutines.
package font

// Style is one of the four faces of a family.
type Style struct{ Bold, Italic bool }
