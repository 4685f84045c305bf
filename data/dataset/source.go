package dataset

import _ "embed"

// Source is dataset.go itself. The published schema takes the descriptions of its types and members from the comments there.
//
//go:embed dataset.go
var Source string
