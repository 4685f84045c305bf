// Package model judges how alike the sentences of a meeting are in meaning, for package align. If the weights of a large sentence encoder have been fetched
// (`make model`), it uses that; otherwise a compact one that learned from it. The scores of the articles that ship are kept in the repository, so that they
// give the same dataset on every machine. The package is used by the compiler, never at the edge or in the browser.
//
// One vector for each sentence does not tell points apart, because all sentences of a meeting have one subject. Late interaction
// does (Khattab and Zaharia 2020, ColBERT): each word of a sentence, in context, looks for the most similar word of the other
// sentence, and rare words count more (Zhang et al. 2020, BERTScore).
//
//	tokenize.go  text → pieces of the encoder's vocabulary
//	encoder.go   pieces → a vector for each word, by the large encoder
//	tuned.go     that vector → a shorter one in which the same point is more alike, as learned (tuned.bin, data/model/learn makes it)
//	small.go     the same by the compact one, whose weights are small.bin (data/model/learn makes them)
//	alike.go     vectors of two sentences → how much of the one stands in the other
//	scores.go    scores kept, by the hash of the learned map and a meeting's sentences
//	fetch/       the command that fetches the weights
package model
