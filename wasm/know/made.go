package know

import "sync/atomic"

// Made keeps what was last made from a registry, such as an index of its names. A host has one registry, and asks again for every
// article and every meeting. The zero Made is empty, ready for use, and safe for concurrent use.
type Made[T any] struct{ last atomic.Pointer[madeOf[T]] }

type madeOf[T any] struct {
	base  *Base
	thing T
}

// Of is what ready makes from b. From then on, b must not change.
func (m *Made[T]) Of(b *Base, ready func(*Base) T) T {
	if last := m.last.Load(); last != nil && last.base == b {
		return last.thing
	}
	thing := ready(b)
	m.last.Store(&madeOf[T]{b, thing})
	return thing
}
