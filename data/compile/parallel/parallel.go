// Package parallel uses all cores.
package parallel

import (
	"runtime"
	"sync"
)

// Each calls f for 0 … n-1 on all cores.
func Each(n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.NumCPU(), n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
