package main

import (
	"net"
	"regexp"
	"strconv"
	"testing"
)

func TestATakenPortIsToldWithAWayOut(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	err = checkPort(port)
	if err == nil {
		t.Fatal("the port is taken, and nobody said so")
	}
	offer := regexp.MustCompile(`make dev PORT=(\d+)$`).FindStringSubmatch(err.Error())
	if offer == nil {
		t.Fatalf("no way out in %q", err)
	}
	if n, _ := strconv.Atoi(offer[1]); n == port || checkPort(n) != nil {
		t.Errorf("the port that it offers cannot be had either: %q", err)
	}
	l.Close()
	if err := checkPort(port); err != nil {
		t.Errorf("the port is free: %v", err)
	}
}
