package know

import "sync/atomic"

// Made keeps what was last made of a registry: an index of its names, its terms made ready for counting. A host has one registry and
// asks again for every article and every meeting. The zero Made is empty and ready for use, by several goroutines too.
type Made[T any] struct{ last atomic.Pointer[madeOf[T]] }

type madeOf[T any] struct {
	base  *Base
	thing T
}

// Of is what ready makes of b, which must not change from then on.
func (m *Made[T]) Of(b *Base, ready func(*Base) T) T {
	if last := m.last.Load(); last != nil && last.base == b {
		return last.thing
	}
	thing := ready(b)
	m.last.Store(&madeOf[T]{b, thing})
	return thing
}
