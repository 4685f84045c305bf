package api

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"readout/data/witness"
	"readout/wasm/know"
)

// compareWitnesses answers POST /v1/compare: texts that are not in the dataset, compared by the engine, which knows of people, places and
// series what the dataset's registry knows.
func (h *Handler) compareWitnesses(q query, r *http.Request) (reply, *problem) {
	body, p := readBody(r)
	if p != nil {
		return reply{}, p
	}
	ws, p := readWitnesses(body)
	if p != nil {
		return reply{}, p
	}
	doc, err := witness.Compare(ws, h.registry())
	if err != nil {
		return reply{}, wrongWitness(err)
	}
	if len(q.parameters) > 0 {
		v, p := readView(q, doc)
		if p != nil {
			return reply{}, p
		}
		doc = newComparable(doc).narrow(v)
	}
	return reply{
		fields: []field{jsonType, {"Cache-Control", cacheNever}},
		body:   append(doc.AppendJSON(q.bytes(32<<10)), '\n'),
		spare:  true,
	}, nil
}

// registryPath is where the compiler puts the registry for hosts that run the engine.
const registryPath = "/own/registry.bin"

// registry is what the engine may know from outside, read at the first use; nothing where the dataset was compiled without it.
func (h *Handler) registry() *know.Base {
	h.known.once.Do(func() {
		h.known.base = &know.Base{}
		d, ok := h.documents[registryPath]
		if !ok {
			return
		}
		body, err := d.bytes(h.dist)
		if err != nil {
			panic(err) // the compiler wrote it: a broken build, not a client's fault
		}
		base, err := know.Unpack(body)
		if err != nil {
			panic(err)
		}
		h.known.base = base
	})
	return h.known.base
}

// wrongWitness is the problem of a witness that cannot be compared.
func wrongWitness(err error) *problem {
	p := failure("invalid-witness", err.Error())
	var e *witness.Error
	if !errors.As(err, &e) {
		return p
	}
	pointer := "/witnesses"
	if e.Witness >= 0 {
		pointer += "/" + strconv.Itoa(e.Witness) + "/" + e.Field
		p.extra.str("witness", e.ID)
	}
	p.extra.str("pointer", pointer)
	return p
}

var witnessMembers = []string{"id", "outlet", "published", "headline", "text", "tokens"}

// readWitnesses reads {"witnesses": [{"id", "outlet", "published", "headline", "text" or "tokens": [{"t", "n"}]}]}.
func readWitnesses(body []byte) ([]witness.Witness, *problem) {
	r := &bodyReader{body: body}
	var ws []witness.Witness
	size, given := 0, false
	var refused *problem
	ok := r.object(func(name string) bool {
		if name != "witnesses" {
			return r.unknown(name, []string{"witnesses"})
		}
		given = true
		return r.array(func(i int) bool {
			if i == witness.Most {
				refused = wrongWitness(&witness.Error{Witness: -1, Problem: "more than " + strconv.Itoa(witness.Most) + " given; give " +
					strconv.Itoa(witness.Least) + " to " + strconv.Itoa(witness.Most)})
				return false
			}
			var w witness.Witness
			if !r.witness(&w) {
				return false
			}
			size += len([]rune(w.Text))
			for _, t := range w.Tokens {
				size += len([]rune(t.T))
			}
			ws = append(ws, w)
			return true
		})
	})
	switch {
	case refused != nil:
		return nil, refused
	case !ok || !r.end():
		return nil, r.problem
	case !given:
		p := failure("missing-member", `witnesses is missing: send the texts as {"witnesses": [{"id": "a", "text": "…"}, {"id": "b", "text": "…"}]}`)
		p.extra.str("pointer", "/witnesses")
		return nil, p
	case size > witness.MostPosted:
		p := failure("too-costly", "The texts have "+strconv.Itoa(size)+" characters together; here they may have "+strconv.Itoa(witness.MostPosted)+".")
		p.extra.str("pointer", "/witnesses").num("cost", int64(size)).num("limit", witness.MostPosted)
		return nil, p
	}
	return ws, nil
}

func (r *bodyReader) witness(w *witness.Witness) bool {
	return r.object(func(name string) bool {
		var ok bool
		switch name {
		case "id":
			w.ID, ok = r.str()
		case "outlet":
			w.Outlet, ok = r.str()
		case "published":
			w.Published, ok = r.str()
		case "headline":
			w.Headline, ok = r.str()
		case "text":
			w.Text, ok = r.str()
		case "tokens":
			w.Tokens = []witness.Token{}
			ok = r.array(func(int) bool {
				var t witness.Token
				if !r.token(&t) {
					return false
				}
				w.Tokens = append(w.Tokens, t)
				return true
			})
		default:
			return r.unknown(name, witnessMembers)
		}
		return ok
	})
}

// token reads {"t", "n"}; what else a collation program keeps in its tokens is passed over.
func (r *bodyReader) token(t *witness.Token) bool {
	given := false
	ok := r.object(func(name string) bool {
		var ok bool
		switch name {
		case "t":
			t.T, ok = r.str()
			given = true
		case "n":
			t.N, ok = r.str()
		default:
			ok = r.skip()
		}
		return ok
	})
	if ok && !given {
		return r.fail(`a token needs "t", its text`)
	}
	return ok
}

// unknown refuses a member that nothing here knows, as unknown query parameters are.
func (r *bodyReader) unknown(name string, known []string) bool {
	if r.problem == nil {
		r.problem = failure("unknown-member", strconv.Quote(clip(name))+" is unknown. Known are "+strings.Join(known, ", ")+".")
		r.problem.extra.str("pointer", r.pointer()).strs("known", known)
	}
	return false
}
