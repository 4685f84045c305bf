// Package tls replaces crypto/tls when the Worker is built: the names that net/http mentions, doing nothing. In a Worker
// the platform terminates TLS, and outgoing requests use fetch. But net/http mentions crypto/tls, and the linker would keep
// all of it, with its elliptic curves and certificates: 459 kB of 2.9 MB after gzip.
//
// If net/http in a later Go mentions more names, the build fails and shows what to add here. Nothing here
// pretends to encrypt: every call gives an error.
package tls

import (
	"context"
	"errors"
	"net"
)

var errNone = errors.New("tls: this program was built without it; inside a Worker the platform does it")

// Config is never read.
type Config struct {
	NextProtos         []string
	ServerName         string
	Certificates       []Certificate
	GetCertificate     func(*ClientHelloInfo) (*Certificate, error)
	GetConfigForClient func(*ClientHelloInfo) (*Config, error)
	InsecureSkipVerify bool
}

// Clone returns a copy.
func (c *Config) Clone() *Config {
	d := *c
	return &d
}

// Certificate, ClientHelloInfo are mentioned by Config.
type (
	Certificate     struct{}
	ClientHelloInfo struct{}
)

// ConnectionState is the type of http.Request.TLS, which stays nil.
type ConnectionState struct {
	HandshakeComplete          bool
	NegotiatedProtocol         string
	NegotiatedProtocolIsMutual bool
	ServerName                 string
}

// Conn never comes to be.
type Conn struct{ net.Conn }

// Handshake fails.
func (c *Conn) Handshake() error { return errNone }

// HandshakeContext fails.
func (c *Conn) HandshakeContext(context.Context) error { return errNone }

// VerifyHostname fails.
func (c *Conn) VerifyHostname(string) error { return errNone }

// ConnectionState says that there was no handshake.
func (c *Conn) ConnectionState() ConnectionState { return ConnectionState{} }

// NetConn is the connection without encryption.
func (c *Conn) NetConn() net.Conn { return c.Conn }

// RecordHeaderError never happens.
type RecordHeaderError struct {
	Msg          string
	RecordHeader [5]byte
	Conn         net.Conn
}

func (e RecordHeaderError) Error() string { return "tls: " + e.Msg }

// Client makes a connection whose handshake fails.
func Client(c net.Conn, _ *Config) *Conn { return &Conn{c} }

// NewListener makes a listener that fails.
func NewListener(l net.Listener, _ *Config) net.Listener { return refusing{l} }

type refusing struct{ net.Listener }

func (refusing) Accept() (net.Conn, error) { return nil, errNone }

// Listen fails.
func Listen(string, string, *Config) (net.Listener, error) { return nil, errNone }

// LoadX509KeyPair fails.
func LoadX509KeyPair(string, string) (Certificate, error) { return Certificate{}, errNone }
