package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryLicenceDoesAndThePageIsCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	parts, err := collect(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if fault := p.fault(); fault != "" {
			t.Error(fault)
		}
	}
	committed, err := os.ReadFile(filepath.Join(root, "LICENSES.md"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(page(parts), string(committed)); d != "" {
		t.Errorf("LICENSES.md is not current; run `go run ./tools/licences > LICENSES.md` (-want +got):\n%s", d)
	}
}

func TestFault(t *testing.T) {
	for _, c := range []struct {
		part part
		ok   bool
	}{
		{part{"a", "1", "MIT", served}, true},
		{part{"a", "1", "GPL-2.0 OR Apache-2.0", tool}, true},
		{part{"a", "1", "Apache-2.0 AND LGPL-3.0-or-later", tool}, false},
		{part{"a", "1", "AGPL-3.0", tool}, false},
		{part{"a", "1", "unknown", build}, false},
		{part{"axe-core", "1", "MPL-2.0", tool}, true},
		{part{"axe-core", "1", "MPL-2.0", served}, false},
	} {
		if got := c.part.fault(); (got == "") != c.ok {
			t.Errorf("%+v: fault %q", c.part, got)
		}
	}
}

func TestClassify(t *testing.T) {
	for text, want := range map[string]string{
		"The MIT License\n\nPermission is hereby granted, free\nof charge, to":                                    "MIT",
		"Apache License\n Version 2.0, January 2004":                                                              "Apache-2.0",
		"Redistribution and use in source and binary forms, with or without modification ... Neither the name of": "BSD-3-Clause",
		"Redistribution and use in source and binary forms, with or without modification":                         "BSD-2-Clause",
		"GNU GENERAL PUBLIC LICENSE Version 3":                                                                    "unknown",
	} {
		if got := classify(text); got != want {
			t.Errorf("classify(%.30q) = %s, want %s", text, got, want)
		}
	}
}
