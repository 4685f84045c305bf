package api

import (
	"strconv"
)

// object builds one JSON object in one buffer, member by member, in the order of the calls. Strings are escaped so that
// the text is also safe inside HTML: <, > and & never appear as such.
type object struct{ buf []byte }

// name begins a member; a name needs no escape. Whether a comma is due shows in the byte before.
func (o *object) name(name string) {
	if o.buf == nil {
		o.buf = append(make([]byte, 0, 2048), '{') // growing it costs more than the room
	}
	o.comma()
	o.buf = append(append(append(o.buf, '"'), name...), '"', ':')
}

func (o *object) comma() {
	if c := o.buf[len(o.buf)-1]; c != '{' && c != '[' {
		o.buf = append(o.buf, ',')
	}
}

func (o *object) str(name, value string) *object {
	o.name(name)
	o.buf = appendString(o.buf, value)
	return o
}

func (o *object) num(name string, value int64) *object {
	o.name(name)
	o.buf = strconv.AppendInt(o.buf, value, 10)
	return o
}

// raw adds a member whose value is JSON already.
func (o *object) raw(name, value string) *object {
	o.name(name)
	o.buf = append(o.buf, value...)
	return o
}

func (o *object) strs(name string, values []string) *object {
	o.name(name)
	o.buf = append(o.buf, '[')
	for _, v := range values {
		o.comma()
		o.buf = appendString(o.buf, v)
	}
	o.buf = append(o.buf, ']')
	return o
}

// objects adds an array of n objects, each filled by fill.
func (o *object) objects(name string, n int, fill func(i int)) *object {
	o.name(name)
	o.buf = append(o.buf, '[')
	for i := range n {
		o.comma()
		o.buf = append(o.buf, '{')
		fill(i)
		o.buf = append(o.buf, '}')
	}
	o.buf = append(o.buf, ']')
	return o
}

// bytes closes the object and ends it with a newline, as command lines like it.
func (o *object) bytes() []byte {
	if o.buf == nil {
		o.buf = append(o.buf, '{')
	}
	return append(o.buf, '}', '\n')
}
