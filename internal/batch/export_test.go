package batch

// Stem is the name that a pattern gives with some values, for tests.
func (p Pattern) Stem(values map[string]string) string {
	stem, _ := p.stem(func(name string) (string, bool) { v, ok := values[name]; return v, ok })
	return stem
}
