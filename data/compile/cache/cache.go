// Package cache keeps the results of a compile, so that the next one need not compute them again. It is a folder outside the project and may be
// removed at any time: the output is the same with and without it. It holds the articles' texts, so other users may not read it.
//
// The folder holds one file, a log of records. The key of a record is a digest of everything it was made of, including this
// program and the registry. So a record is never out of date, only unused. Each record has a checksum. A run appends its results
// at once, so that the next run finds what a killed run had finished. A record that was cut short is removed with everything
// after it; what a damaged record held is made again. When more than half of the file is unused, it is rewritten.
package cache

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
)

// Digest is a SHA-256.
type Digest [sha256.Size]byte

// Hex is the digest in lower-case hex.
func (d Digest) Hex() string { return hex.EncodeToString(d[:]) }

// Of is the digest of parts, each with its length, so that no two lists of parts give the same bytes.
func Of(parts ...[]byte) (d Digest) {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	h.Sum(d[:0])
	return d
}

// Sum is the SHA-256 of bytes, as others compute it.
func Sum(b []byte) Digest { return sha256.Sum256(b) }

// Cache is safe for concurrent use.
type Cache struct {
	Temporary bool // for this run only: removed by Close
	mu        sync.Mutex
	file      *os.File
	lock      *os.File
	Dir       string
	end       int64
	at        map[Digest]place
	used      map[Digest]bool
	record    []byte // room for one that is being written
	err       error  // the first that writing met: the run goes on without writing more
}

// place is where the body of a record stands in the log.
type place struct {
	offset int64
	length uint32
	sum    uint32
}

const (
	cacheName   = "readout cache "
	cacheMagic  = cacheName + "1\n"
	recordHead  = sha256.Size + 8
	largestBody = 1 << 30
)

// errBusy says that another run uses the cache.
var errBusy = errors.New("another run is using the cache")

// Open opens or makes the cache in dir.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	lock, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		lock.Close()
		return nil, errBusy
	}
	f, err := os.OpenFile(filepath.Join(dir, "log"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		lock.Close()
		return nil, err
	}
	c := &Cache{file: f, lock: lock, Dir: dir, at: map[Digest]place{}, used: map[Digest]bool{}}
	if err := c.scan(); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// scan reads the heads of all records and cuts off what was not written to its end. A file that is not ours it leaves alone.
func (c *Cache) scan() error {
	info, err := c.file.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	head := make([]byte, len(cacheMagic))
	n, err := io.ReadFull(c.file, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return err
	}
	if got := string(head[:n]); got != cacheMagic {
		ours := strings.HasPrefix(got, cacheName) || strings.HasPrefix(cacheMagic, got) // of another version, or new
		if !ours {
			return fmt.Errorf("%s is no cache of Readout and stays as it is; name another folder with -cache, or remove the file", c.file.Name())
		}
		if err := c.file.Truncate(0); err != nil {
			return err
		}
		_, err := c.file.WriteAt([]byte(cacheMagic), 0)
		c.end = int64(len(cacheMagic))
		return err
	}
	c.end = int64(len(cacheMagic))
	r := bufio.NewReaderSize(c.file, 1<<16)
	var h [recordHead]byte
	for {
		if _, err := io.ReadFull(r, h[:]); err != nil {
			break
		}
		p := place{offset: c.end + recordHead, length: binary.LittleEndian.Uint32(h[sha256.Size:]), sum: binary.LittleEndian.Uint32(h[sha256.Size+4:])}
		if p.length > largestBody || p.offset+int64(p.length) > size {
			break
		}
		if int64(p.length) <= int64(r.Buffered()) {
			_, _ = r.Discard(int(p.length))
		} else {
			if _, err := c.file.Seek(p.offset+int64(p.length), io.SeekStart); err != nil {
				return err
			}
			r.Reset(c.file)
		}
		c.at[Digest(h[:sha256.Size])] = p
		c.end = p.offset + int64(p.length)
	}
	return c.file.Truncate(c.end)
}

// Get returns the body of a record; false if there is none or it is damaged.
func (c *Cache) Get(key Digest) ([]byte, bool) {
	c.mu.Lock()
	p, ok := c.at[key]
	if ok {
		c.used[key] = true
	}
	c.mu.Unlock()
	if !ok {
		return nil, false
	}
	body := make([]byte, p.length)
	if _, err := c.file.ReadAt(body, p.offset); err != nil || crc32.ChecksumIEEE(body) != p.sum {
		c.mu.Lock()
		delete(c.at, key)
		c.mu.Unlock()
		return nil, false
	}
	return body, true
}

// Part returns n bytes of the body of a record, from at on. The caller checks them against a checksum of its own.
func (c *Cache) Part(key Digest, at, n int) ([]byte, bool) {
	c.mu.Lock()
	p, ok := c.at[key]
	c.mu.Unlock()
	if !ok || at+n > int(p.length) {
		return nil, false
	}
	b := make([]byte, n)
	_, err := c.file.ReadAt(b, p.offset+int64(at))
	return b, err == nil
}

// Put appends a record.
func (c *Cache) Put(key Digest, body []byte) {
	sum := crc32.ChecksumIEEE(body)
	c.mu.Lock()
	defer c.mu.Unlock()
	b := append(c.record[:0], key[:]...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	b = binary.LittleEndian.AppendUint32(b, sum)
	b = append(b, body...)
	c.record = b
	c.used[key] = true
	if c.err != nil {
		return
	}
	if _, err := c.file.WriteAt(b, c.end); err != nil {
		c.err = err
		return
	}
	c.at[key] = place{c.end + recordHead, uint32(len(body)), sum}
	c.end += int64(len(b))
}

// Fault is the first error in writing, such as a full disk; nil if there was none.
func (c *Cache) Fault() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// Keep marks a record as used although this run does not read it.
func (c *Cache) Keep(key Digest) {
	c.mu.Lock()
	c.used[key] = true
	c.mu.Unlock()
}

// Has reports whether there is a record, which may still turn out to be damaged.
func (c *Cache) Has(key Digest) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.at[key]
	return ok
}

// Tidy rewrites the log if this run did not use more than half of it. If that fails, the old log stays.
func (c *Cache) Tidy() {
	if c.Temporary {
		return
	}
	var live int64
	for key := range c.used {
		live += int64(c.at[key].length) + recordHead
	}
	if c.end < 1<<20 || 2*live > c.end {
		return
	}
	name := filepath.Join(c.Dir, "log.new")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	_, _ = w.WriteString(cacheMagic)
	for key := range c.used {
		body, ok := c.Get(key)
		if !ok {
			continue
		}
		_, _ = w.Write(key[:])
		var n [8]byte
		binary.LittleEndian.PutUint32(n[:4], uint32(len(body)))
		binary.LittleEndian.PutUint32(n[4:], crc32.ChecksumIEEE(body))
		_, _ = w.Write(n[:])
		_, _ = w.Write(body)
	}
	if err := w.Flush(); err != nil { // of all the writes before it too
		_ = os.Remove(name)
		return
	}
	_ = os.Rename(name, filepath.Join(c.Dir, "log"))
}

// Close ends the use of the cache, and removes one that is Temporary.
func (c *Cache) Close() {
	_ = c.file.Close()
	_ = c.lock.Close() // and with it the lock
	if c.Temporary {
		_ = os.RemoveAll(c.Dir)
	}
}

// Folder is where the cache of a folder of articles is kept by default.
func Folder(seeds string) (string, error) {
	abs, err := filepath.Abs(seeds)
	if err != nil {
		return "", err
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "readout", Of([]byte(abs)).Hex()[:16]), nil
}
