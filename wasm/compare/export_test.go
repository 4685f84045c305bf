package compare

// Readings is [Reader.Pairs] for two readings, as most tests want it.
func Readings(base, other Side, names func(norm string) bool) Diff {
	return new(Reader).Pairs([]Side{base, other}, names)[0]
}
