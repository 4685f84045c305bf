// Package api answers the requests to Readout: the precompiled documents that the compiler wrote, and the few
// answers that are computed from them. It is a plain [net/http.Handler], the same natively and in a Worker.
//
// What it serves comes from the manifest alone: a document's Path is its URL. Each document has two URLs, the
// short-lived alias (/v1/meetings/x.json) and an immutable twin that carries the first 16 hex digits of its SHA-256
// (/h/0123456789abcdef/v1/meetings/x.json). [Handler.Table] hands all of them with their headers to a host that can
// answer them without entering Go; both ways must give the same bytes and headers, which a test holds.
//
// Everything is read-only: GET, HEAD and OPTIONS. Validators follow RFC 9110 section 13, errors are problem+json
// (RFC 9457), digests are RFC 9530. An answer is built whole before its first byte is written, so a panic in an
// endpoint is still a clean 500.
//
// It refuses, on purpose: Accept negotiation (a format is part of the path), query parameters it does not know below
// /v1/ (pages ignore theirs, because others append tracking parameters to links), and encoding/json, regexp and
// ServeMux (each costs the first request of a fresh Worker milliseconds).
package api
