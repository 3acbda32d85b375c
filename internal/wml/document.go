// Package wml is the subset of WordprocessingML (ECMA-376 part 1, chapter 17) that plans are made of: its types and reader.
//
// Read takes a .docx file's bytes and returns a Document whose properties are resolved: defaults, styles (with what they are
// based on), numbering and direct formatting are already one value, so that layout looks nothing up. What the subset does
// not cover is a warning that names the part, the element and how often it stands there; nothing is dropped silently.
// Reading is bounded: members, sizes, depth, references. This package knows no page and no plan.
package wml

// Twips are twentieths of a point, the unit of most lengths in WordprocessingML. 567 to the centimetre.
type Twips int

// HalfPoints are the unit of font sizes: 28 is 14 pt. ECMA-376 17.3.2.38.
type HalfPoints int

// A Document is a .docx file as layout needs it.
type Document struct {
	Properties // language also from the default run properties
	Sections   []*Section
	DefaultTab Twips // 17.6.15; 720 when absent
	// AddSpacing is doNotUseHTMLParagraphAutoSpacing (17.15.3.41): space after and space before are added between two
	// paragraphs; without it the larger stands.
	AddSpacing bool
	Unread     []string // what the subset does not cover, by element, with how often it stands there: "drawing 2"
}

// A Section (17.6) is a run of blocks with one page geometry.
type Section struct {
	Blocks []Block
	Page   Page
	Break  SectionBreak // how this section begins
	// Number is the first page's number (17.6.12); 0 continues the count.
	Number int
	// TitlePage (17.10.6) means that the first page takes First instead of Default.
	TitlePage      bool
	Header, Footer Margin
}

// Page is the paper and its margins.
type Page struct {
	Width, Height                  Twips // 17.6.13; already swapped for landscape
	Top, Right, Bottom, Left       Twips // 17.6.11, gutter added to Left
	HeaderDistance, FooterDistance Twips // from the paper's edge
}

// Margin is what stands in the top or bottom margin; nil is nothing.
type Margin struct{ Default, First []Block }

// SectionBreak is where a section begins. 17.18.77.
type SectionBreak string

const (
	NextPage   SectionBreak = "nextPage"
	Continuous SectionBreak = "continuous"
)

// A Block is a *Paragraph or a *Table.
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Table) block()     {}

// A Paragraph (17.3.1) with everything about it resolved.
type Paragraph struct {
	Style string // the style's name as Word shows it, "heading 1"
	ParagraphProperties
	Number  *Number // its label, already counted; nil when it has none
	Inlines []Inline
	// MarkRun is the formatting of the paragraph mark: the height of an empty paragraph. 17.3.1.29.
	MarkRun RunProperties
}

// ParagraphProperties (17.3.1.26), resolved.
type ParagraphProperties struct {
	Align                   Align
	Left, Right             Twips // 17.3.1.12
	FirstLine               Twips // negative hangs
	Before, After           Twips // 17.3.1.33
	ContextualSpacing       bool  // 17.3.1.9: none between paragraphs of one style
	Line                    int   // 240ths of a line for LineAuto, twips otherwise
	LineRule                LineRule
	KeepNext, KeepLines     bool
	WidowControl            bool // 17.3.1.44; true when absent
	PageBreakBefore         bool
	OutlineLevel            int // 0 to 8; 9 is body text. 17.3.1.20
	Tabs                    []Tab
	TopBorder, BottomBorder Border
	LeftBorder, RightBorder Border
	Shading                 string // RRGGBB; empty is none
}

// Align is the justification of a paragraph. 17.18.44.
type Align string

const (
	AlignLeft    Align = "left"
	AlignCenter  Align = "center"
	AlignRight   Align = "right"
	AlignJustify Align = "both"
)

// LineRule says what Line means. 17.18.48.
type LineRule string

const (
	LineAuto    LineRule = "auto"
	LineAtLeast LineRule = "atLeast"
	LineExact   LineRule = "exact"
)

// A Tab stop (17.3.1.37), from the paragraph's left edge (not its indent).
type Tab struct {
	At     Twips
	Align  Align // left, center, right
	Leader rune  // 0, '.', '-', '_'
}

// A Border line (17.3.4). Style "" or "none" is no line.
type Border struct {
	Style string // single, double; others are drawn single and warned about
	Size  int    // eighths of a point
	Space int    // points between line and text
	Color string // RRGGBB; empty is black
}

// A Number is a paragraph's label made by the numbering part (17.9).
type Number struct {
	Text   string
	Suffix NumberSuffix
	Run    RunProperties
	List   int // w:numId
	Level  int // w:ilvl
}

// NumberSuffix is what stands between label and text. 17.18.93... (w:suff, 17.9.28).
type NumberSuffix string

const (
	SuffixTab     NumberSuffix = "tab"
	SuffixSpace   NumberSuffix = "space"
	SuffixNothing NumberSuffix = "nothing"
)

// RunProperties (17.3.2.28), resolved.
type RunProperties struct {
	Font         string // the font's name, "Times New Roman"
	Size         HalfPoints
	Bold, Italic bool
	Underline    bool
	Strike       bool
	Caps         bool   // letters are shown as capitals; Text keeps them as written
	Color        string // RRGGBB; empty is black
	Superscript  bool
	Subscript    bool
	Kern         bool // pair kerning asked for at this size; layout does not kern and warns
	Language     string
}

// An Inline is a *Text, *Break, *TabChar, *Field or *Picture.
type Inline interface{ inline() }

func (*Text) inline()    {}
func (*Break) inline()   {}
func (*TabChar) inline() {}
func (*Field) inline()   {}

// Text is letters in one formatting. A w:noBreakHyphen is U+2011 in it, a w:softHyphen U+00AD.
type Text struct {
	Text string
	RunProperties
}

// A Break ends the line or the page. 17.3.3.1.
type Break struct {
	Page bool
	RunProperties
}

// A TabChar is w:tab. 17.3.3.32.
type TabChar struct{ RunProperties }

// A Field is PAGE, NUMPAGES or SECTIONPAGES (17.16.5); other fields are read as the text that Word last showed.
type Field struct {
	Name string
	RunProperties
}

// A Table (17.4), resolved: the table style's and the table's own properties are already in its cells.
type Table struct {
	Style string
	// Width is the preferred width (17.4.63): in twips, or in fiftieths of a percent when WidthPercent is set; 0 is auto.
	Width        int
	WidthPercent bool
	Align        Align   // left, center, right
	Indent       Twips   // 17.4.50
	Grid         []Twips // 17.4.48
	Rows         []*Row
}

// A Row (17.4.78).
type Row struct {
	Header     bool // repeated at the top of each page
	CantSplit  bool
	Height     Twips // 0 is what the cells need
	HeightRule LineRule
	Cells      []*Cell
}

// A Cell (17.4.65).
type Cell struct {
	Span   int // grid columns; at least 1
	VMerge VerticalMerge
	// Width is the preferred width as in Table.
	Width                   int
	WidthPercent            bool
	Margins                 Sides
	TopBorder, BottomBorder Border // conflicts between neighbours are resolved (17.4.66)
	LeftBorder, RightBorder Border
	Shading                 string
	VAlign                  string // top, center, bottom
	Blocks                  []Block
}

// Sides are four lengths.
type Sides struct{ Top, Right, Bottom, Left Twips }

// VerticalMerge is a cell's part in a merge over rows. 17.4.84.
type VerticalMerge string

const (
	MergeNone     VerticalMerge = ""
	MergeRestart  VerticalMerge = "restart"
	MergeContinue VerticalMerge = "continue"
)
