package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"readout/tools/process"
)

// build compiles the dataset and the Worker and says whether both went well. The compiler leaves dist as it was when it
// finds an error, and so does the Worker's build with what it makes: a failure changes nothing that is served.
func build(ctx context.Context, at place) bool {
	begun := time.Now()
	steps := [][]string{
		{"./data/compile", "-seeds", at.seeds, "-out", at.dist},
		{"./worker/build", "-dist", at.dist, "-out", at.out},
	}
	for _, step := range steps {
		cmd := process.Command(ctx, "go", append([]string{"run"}, step...)...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := process.Run(cmd); err != nil {
			if ctx.Err() == nil {
				fmt.Printf("dev: go run %s failed (%v); what was served before stays\n", step[0], err)
			}
			return false
		}
	}
	fmt.Printf("dev: compiled and built in %.1f s\n", time.Since(begun).Seconds())
	return true
}
