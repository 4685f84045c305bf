package compare

import "slices"

// op is what a step of a diff does.
type op uint8

const (
	keep   op = iota // n symbols stand on both sides
	remove           // n symbols stand in the base alone
	insert           // n symbols stand in the other alone
)

// step is a run of n symbols, from at on: of the other side for insert, else of the base. Equal symbols are equal numbers.
type step struct {
	op    op
	at, n int
}

// differ finds shortest edit scripts in linear space: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1
// (1986), section 4b, without a clock. Where several scripts are shortest, it takes the one that Google's diff-match-patch takes, whose
// cleaning up (cleanupMerge) it does: a change is joined with its neighbours, and shifted sideways where that saves a stretch that is
// kept. A test holds it against that library. Its buffers serve again for the next diff. The zero differ is ready for use.
type differ struct {
	a, b             []int32
	out              []step
	forward, reverse []int32 // of bisect: diagonal → how far its path reaches
}

// diff gives the steps from a to b, which are the differ's until the next call. Work is at most the product of the lengths.
func (d *differ) diff(a, b []int32) []step {
	d.a, d.b, d.out = a, b, d.out[:0]
	d.part(0, len(a), 0, len(b))
	return d.out
}

// push appends a step.
func (d *differ) push(o op, at, n int) { d.out = append(d.out, step{o, at, n}) }

// part appends the steps from a[a0:a1] to b[b0:b1].
func (d *differ) part(a0, a1, b0, b1 int) {
	if slices.Equal(d.a[a0:a1], d.b[b0:b1]) {
		if a1 > a0 {
			d.push(keep, a0, a1-a0)
		}
		return
	}
	start := len(d.out)
	begin, end := a0, a1
	for a0 < a1 && b0 < b1 && d.a[a0] == d.b[b0] {
		a0++
		b0++
	}
	for a0 < a1 && b0 < b1 && d.a[a1-1] == d.b[b1-1] {
		a1--
		b1--
	}
	if a0 > begin {
		d.push(keep, begin, a0-begin)
	}
	d.middle(a0, a1, b0, b1)
	if end > a1 {
		d.push(keep, a1, end-a1)
	}
	for d.merge(start, end) {
	}
}

// middle is part where the first symbols differ, and the last.
func (d *differ) middle(a0, a1, b0, b1 int) {
	n, m := a1-a0, b1-b0
	switch {
	case n == 0:
		d.push(insert, b0, m)
		return
	case m == 0:
		d.push(remove, a0, n)
		return
	case n > m:
		if i := within(d.a[a0:a1], d.b[b0:b1]); i >= 0 {
			d.push(remove, a0, i)
			d.push(keep, a0+i, m)
			d.push(remove, a0+i+m, n-i-m)
			return
		}
	default:
		if i := within(d.b[b0:b1], d.a[a0:a1]); i >= 0 {
			d.push(insert, b0, i)
			d.push(keep, a0, n)
			d.push(insert, b0+i+n, m-i-n)
			return
		}
	}
	if n > 1 && m > 1 {
		if x, y, ok := d.bisect(d.a[a0:a1], d.b[b0:b1]); ok {
			d.part(a0, a0+x, b0, b0+y)
			d.part(a0+x, a1, b0+y, b1)
			return
		}
	}
	d.push(remove, a0, n)
	d.push(insert, b0, m)
}

// within is where short begins in long, -1 where it does not stand there.
func within(long, short []int32) int {
	for i := 0; i+len(short) <= len(long); i++ {
		if long[i] == short[0] && slices.Equal(long[i:i+len(short)], short) {
			return i
		}
	}
	return -1
}

// bisect finds a place (x, y) on a shortest path from (0, 0) to (len(a), len(b)), by paths from both ends that meet. ok is false where
// nothing is common.
func (d *differ) bisect(a, b []int32) (x, y int, ok bool) {
	n, m := len(a), len(b)
	most := (n + m + 1) / 2
	size := 2*most + 2
	if len(d.forward) < size {
		d.forward, d.reverse = make([]int32, 2*size), make([]int32, 2*size)
	}
	f, r := d.forward[:size], d.reverse[:size]
	for i := range f {
		f[i], r[i] = -1, -1
	}
	f[most+1], r[most+1] = 0, 0
	delta := n - m
	odd := delta%2 != 0 // then the forward path meets the reverse one, else the other way round
	var fLow, fHigh, rLow, rHigh int
	for e := 0; e < most; e++ {
		for k := fLow - e; k <= e-fHigh; k += 2 {
			at := most + k
			var x int
			if k == -e || k != e && f[at-1] < f[at+1] {
				x = int(f[at+1])
			} else {
				x = int(f[at-1]) + 1
			}
			y := x - k
			for x < n && y < m && a[x] == b[y] {
				x++
				y++
			}
			f[at] = int32(x)
			switch {
			case x > n:
				fHigh += 2
			case y > m:
				fLow += 2
			case odd:
				if o := most + delta - k; o >= 0 && o < 2*most && r[o] != -1 && x >= n-int(r[o]) {
					return x, y, true
				}
			}
		}
		for k := rLow - e; k <= e-rHigh; k += 2 {
			at := most + k
			var x int
			if k == -e || k != e && r[at-1] < r[at+1] {
				x = int(r[at+1])
			} else {
				x = int(r[at-1]) + 1
			}
			y := x - k
			for x < n && y < m && a[n-x-1] == b[m-y-1] {
				x++
				y++
			}
			r[at] = int32(x)
			switch {
			case x > n:
				rHigh += 2
			case y > m:
				rLow += 2
			case !odd:
				if o := most + delta - k; o >= 0 && o < 2*most && f[o] != -1 && int(f[o]) >= n-x {
					return int(f[o]), most + int(f[o]) - o, true
				}
			}
		}
	}
	return 0, 0, false
}

// merge cleans up the steps from start on, which end where a[:end] does: neighbours of one kind become one, what a removal and an
// insertion beside it have in common at their ends is kept, and a lone change between two kept stretches is shifted over one of them
// where its symbols allow it. It reports whether something was shifted: then it wants to be called again.
func (d *differ) merge(start, end int) (shifted bool) {
	s := append(d.out[start:], step{keep, end, 0}) // a last one, so that every change has one after it
	s = d.joined(s)
	if s[len(s)-1].n == 0 {
		s = s[:len(s)-1]
	}
	for i := 1; i < len(s)-1; i++ {
		prev, at, next := &s[i-1], &s[i], &s[i+1]
		if prev.op != keep || next.op != keep {
			continue
		}
		if n := prev.n; n <= at.n && slices.Equal(d.text(at)[at.n-n:], d.text(prev)) {
			at.at -= n
			next.at -= n
			next.n += n
			s = slices.Delete(s, i-1, i)
			shifted = true
		} else if n := next.n; n <= at.n && slices.Equal(d.text(at)[:n], d.text(next)) {
			prev.n += n
			at.at += n
			s = slices.Delete(s, i+1, i+2)
			shifted = true
		}
	}
	d.out = append(d.out[:start], s...)
	return shifted
}

// joined is the first half of merge. Each change comes out as one removal, one insertion, or one of either in this order.
func (d *differ) joined(s []step) []step {
	out := s[:0] // never longer than what has been read
	var removed, inserted step
	changes, kinds := 0, [3]int{}
	for _, x := range s {
		if x.op != keep {
			changes++
			kinds[x.op]++
			sum := &removed
			if x.op == insert {
				sum = &inserted
			}
			if kinds[x.op] == 1 {
				*sum = x
			} else {
				sum.n += x.n
			}
			continue
		}
		switch {
		case changes > 1:
			if kinds[remove] > 0 && kinds[insert] > 0 {
				p := prefix(d.text(&removed), d.text(&inserted))
				if p > 0 { // then a kept stretch stands before: part has taken off what both begin with
					out[len(out)-1].n += p
					removed.at, removed.n = removed.at+p, removed.n-p
					inserted.at, inserted.n = inserted.at+p, inserted.n-p
				}
				q := suffix(d.text(&removed), d.text(&inserted))
				removed.n -= q
				inserted.n -= q
				x.at -= q
				x.n += q
			}
			if kinds[remove] > 0 {
				out = append(out, removed)
			}
			if kinds[insert] > 0 {
				out = append(out, inserted)
			}
			out = append(out, x)
		case changes == 1:
			if kinds[remove] > 0 {
				out = append(out, removed)
			} else {
				out = append(out, inserted)
			}
			out = append(out, x)
		case len(out) > 0:
			out[len(out)-1].n += x.n
		default:
			out = append(out, x)
		}
		changes, kinds = 0, [3]int{}
	}
	return out
}

// text is the symbols of a step.
func (d *differ) text(s *step) []int32 {
	if s.op == insert {
		return d.b[s.at : s.at+s.n]
	}
	return d.a[s.at : s.at+s.n]
}

// prefix is how many symbols x and y begin with in common.
func prefix(x, y []int32) int {
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// suffix is how many symbols x and y end with in common.
func suffix(x, y []int32) int {
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	return n
}
