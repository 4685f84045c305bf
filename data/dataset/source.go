package dataset

import _ "embed"

// Source is dataset.go itself: its comments are what the published schema says of each type and member.
//
//go:embed dataset.go
var Source string
