package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"readout/wasm/know"
)

// The cache of an archive: what a run has found out, so that the next need not. It is a folder outside of the project, may be removed
// at any time, and is never needed: with it or without it the same bytes come out. It holds the articles' texts, so nobody else may
// read it.
//
// It holds one file, a log of records. A record is found by a digest of everything that it was made of, this program and the
// registry among it, so a record is never out of date, only unused. Each carries a checksum. A run appends what it makes as soon
// as it is made: what a killed run has finished, the next one finds. A record that was cut short, and all that follows, is cut
// off; what a damaged record held is made again. When most of the file is unused it is written anew.

// digest is a SHA-256.
type digest [sha256.Size]byte

func (d digest) hex() string { return hex.EncodeToString(d[:]) }

// digestOf is the digest of parts, each with its length, so that no two lists of parts run together to the same bytes.
func digestOf(parts ...[]byte) (d digest) {
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

// cache is safe for concurrent use.
type cache struct {
	temporary bool // of this run alone: removed when it is closed
	mu        sync.Mutex
	file      *os.File
	lock      *os.File
	dir       string
	end       int64
	at        map[digest]place
	used      map[digest]bool
	fault     error // the first that writing met: the run goes on without writing more
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

// openCache opens or makes the cache in dir.
func openCache(dir string) (*cache, error) {
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
	c := &cache{file: f, lock: lock, dir: dir, at: map[digest]place{}, used: map[digest]bool{}}
	if err := c.scan(); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// scan reads the heads of all records and cuts off what was not written to its end. A file that is not ours it leaves alone.
func (c *cache) scan() error {
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
		c.at[digest(h[:sha256.Size])] = p
		c.end = p.offset + int64(p.length)
	}
	return c.file.Truncate(c.end)
}

// get is the body of a record; false where there is none or it is damaged.
func (c *cache) get(key digest) ([]byte, bool) {
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

// part is n bytes of the body of a record, from at on; whoever asks for a part has a checksum of his own.
func (c *cache) part(key digest, at, n int) ([]byte, bool) {
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

// put appends a record.
func (c *cache) put(key digest, body []byte) {
	b := make([]byte, 0, recordHead+len(body))
	b = append(b, key[:]...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(body))
	b = append(b, body...)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used[key] = true
	if c.fault != nil {
		return
	}
	if _, err := c.file.WriteAt(b, c.end); err != nil {
		c.fault = err
		return
	}
	c.at[key] = place{c.end + recordHead, uint32(len(body)), crc32.ChecksumIEEE(body)}
	c.end += int64(len(b))
}

// failed reports whether writing met an error: the disk is full, say.
func (c *cache) failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.fault != nil
}

// keep marks a record as used that is not read in this run.
func (c *cache) keep(key digest) {
	c.mu.Lock()
	c.used[key] = true
	c.mu.Unlock()
}

// has reports whether there is a record, which may still turn out to be damaged.
func (c *cache) has(key digest) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.at[key]
	return ok
}

// tidy writes the log anew when more than half of it was not used in this run. If it fails the old one stays.
func (c *cache) tidy() {
	if c.temporary {
		return
	}
	var live int64
	for key := range c.used {
		live += int64(c.at[key].length) + recordHead
	}
	if c.end < 1<<20 || 2*live > c.end {
		return
	}
	name := filepath.Join(c.dir, "log.new")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	_, _ = w.WriteString(cacheMagic)
	for key := range c.used {
		body, ok := c.get(key)
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
	_ = os.Rename(name, filepath.Join(c.dir, "log"))
}

func (c *cache) close() {
	_ = c.file.Close()
	_ = c.lock.Close() // and with it the lock
	if c.temporary {
		_ = os.RemoveAll(c.dir)
	}
}

// cacheFolder is where the cache of a folder of articles is kept when nobody says.
func cacheFolder(seeds string) (string, error) {
	abs, err := filepath.Abs(seeds)
	if err != nil {
		return "", err
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "readout", digestOf([]byte(abs)).hex()[:16]), nil
}

// version is the digest of all that a result rests on beside the articles: this very program, the registry and options.
func version(base *know.Base, options ...string) (digest, error) {
	name, err := os.Executable()
	if err != nil {
		return digest{}, err
	}
	f, err := os.Open(name)
	if err != nil {
		return digest{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return digest{}, err
	}
	words, err := json.Marshal(base.WithoutDecisions())
	if err != nil {
		return digest{}, err
	}
	return digestOf(h.Sum(nil), words, []byte(strings.Join(options, " "))), nil
}
