// Package model judges by meaning how alike the sentences of a meeting are, for package align: with a sentence encoder where its
// weights have been fetched (`make model`), with a compact one that was taught by it elsewhere, and from the scores kept in the
// repository for the articles that ship, so that those give the same dataset on every machine. It is used while compiling, never at the edge or in the browser.
//
// A sentence encoder's own vector of a sentence does not tell points apart: all sentences of a meeting are about the same. What
// does is late interaction (Khattab and Zaharia 2020, ColBERT): each word of a sentence looks for its like among the words of the
// other, in context, and rare words count more (Zhang et al. 2020, BERTScore).
//
//	tokenize.go  text → pieces of the encoder's vocabulary
//	encoder.go   pieces → a vector for each word, by the large encoder
//	tuned.go     that vector → a shorter one in which the same point is more alike, as learned (tuned.bin, data/model/learn makes it)
//	small.go     the same by the compact one, whose weights are small.bin (data/model/learn makes them)
//	alike.go     vectors of two sentences → how much of the one stands in the other
//	scores.go    scores kept, by the hash of the learned map and a meeting's sentences
//	fetch/       the command that fetches the weights
package model
