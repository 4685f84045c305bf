package main

import ("os"; "strconv")

func main() {
	generate(os.Args[1], atoi(os.Args[2]), 1)
}
func atoi(s string) int { n, _ := strconv.Atoi(s); return n }
