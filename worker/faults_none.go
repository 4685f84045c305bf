//go:build !faults

package main

import "net/http"

// withFaults adds nothing: the ways to kill the program exist only in builds for the tests.
func withFaults(h http.Handler) http.Handler { return h }
