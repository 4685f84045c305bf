//go:build !faults

package main

import "readout/worker/api"

// withFaults adds nothing: the ways to kill the program exist only in builds for the tests.
func withFaults(h *api.Handler) *api.Handler { return h }
