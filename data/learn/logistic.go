// Package learn fits the few weights that the engine uses. It runs when somebody learns them again, never in the product.
package learn

import "math"

// Example is the features of something, and whether it is what we look for (1) or not (0).
type Example struct {
	Features []float64
	Same     float64
}

// Logistic returns the weights that maximise the likelihood of the examples minus half of penalty times the squared weights,
// rounded to a thousandth. The first feature must be 1 in every example; its weight is not penalised. Features are scaled to unit
// variance for the fit. The method is iteratively reweighted least squares: Hastie, Tibshirani and Friedman, The Elements of
// Statistical Learning, 4.4.1.
func Logistic(list []Example, penalty float64) []float64 {
	n := len(list[0].Features)
	mean, scale := make([]float64, n), make([]float64, n)
	for _, e := range list {
		for i, x := range e.Features {
			mean[i] += x / float64(len(list))
		}
	}
	for _, e := range list {
		for i, x := range e.Features {
			scale[i] += (x - mean[i]) * (x - mean[i]) / float64(len(list))
		}
	}
	for i := range scale {
		scale[i] = math.Sqrt(scale[i])
		if i == 0 || scale[i] == 0 {
			mean[i], scale[i] = 0, 1
		}
	}
	w, z := make([]float64, n), make([]float64, n)
	for range 20 {
		h := make([][]float64, n)
		for i := range h {
			h[i] = make([]float64, n+1)
			if i > 0 {
				h[i][i], h[i][n] = penalty, penalty*w[i]
			}
		}
		for _, e := range list {
			s := 0.0
			for i, x := range e.Features {
				z[i] = (x - mean[i]) / scale[i]
				s += z[i] * w[i]
			}
			p := 1 / (1 + math.Exp(-s))
			for i := range z {
				h[i][n] += (p - e.Same) * z[i]
				for j, c := 0, p*(1-p)*z[i]; j <= i; j++ {
					h[i][j] += c * z[j]
				}
			}
		}
		for i := range h {
			for j := range i {
				h[j][i] = h[i][j]
			}
		}
		most := 0.0
		for i, step := range solve(h) {
			w[i] -= step
			most = max(most, math.Abs(step))
		}
		if most < 1e-6 { // far below what is rounded off
			break
		}
	}
	for i := 1; i < n; i++ {
		w[i] /= scale[i]
		w[0] -= w[i] * mean[i]
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

// solve solves the equations h, whose last column is the right side, by elimination with pivots.
func solve(h [][]float64) []float64 {
	n := len(h)
	for i := range h {
		best := i
		for j := i; j < n; j++ {
			if math.Abs(h[j][i]) > math.Abs(h[best][i]) {
				best = j
			}
		}
		h[i], h[best] = h[best], h[i]
		for j := range h {
			if j == i || h[i][i] == 0 {
				continue
			}
			f := h[j][i] / h[i][i]
			for k := i; k <= n; k++ {
				h[j][k] -= f * h[i][k]
			}
		}
	}
	out := make([]float64, n)
	for i := range out {
		if h[i][i] != 0 {
			out[i] = h[i][n] / h[i][i]
		}
	}
	return out
}
