package api

import (
	"strconv"

	"github.com/tidwall/gjson"
)

// object builds one JSON object, member by member, in the order of the calls. Strings are escaped so that the text is
// also safe inside HTML: <, > and & never appear as such.
type object struct{ buf []byte }

func (o *object) name(name string) {
	if o.buf == nil {
		o.buf = append(o.buf, '{')
	} else {
		o.buf = append(o.buf, ',')
	}
	o.buf = gjson.AppendJSONString(o.buf, name)
	o.buf = append(o.buf, ':')
}

func (o *object) str(name, value string) *object {
	o.name(name)
	o.buf = gjson.AppendJSONString(o.buf, value)
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
	for i, v := range values {
		if i > 0 {
			o.buf = append(o.buf, ',')
		}
		o.buf = gjson.AppendJSONString(o.buf, v)
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

// text closes the object without the newline, to go into another one.
func (o *object) text() string {
	b := o.bytes()
	return string(b[:len(b)-1])
}
