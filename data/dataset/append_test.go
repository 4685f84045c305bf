package dataset_test

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"readout/data/dataset"
)

// random gives every field of v some value, at random also none, one or several.
func random(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			random(r, v.Elem())
		}
	case reflect.String:
		parts := []string{"", "a", "\"", "\\", "\n", "\x01", "\x7f", "é", "韓", "\u2028", "\u2029", "\xff", "\xe2\x80", "<script>", "\U0001f600", "\ufffd"}
		s := ""
		for range r.IntN(5) {
			s += parts[r.IntN(len(parts))]
		}
		v.SetString(s)
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(r.Int64N(1000) - 10)
	case reflect.Float64:
		v.SetFloat(float64(r.IntN(1001)) / 1000)
	case reflect.Slice:
		if n := r.IntN(4); n < 3 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				random(r, v.Index(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			random(r, v.Index(i))
		}
	case reflect.Map:
		if n := r.IntN(5); n < 4 {
			v.Set(reflect.MakeMap(v.Type()))
			for i := range n {
				value := reflect.New(v.Type().Elem()).Elem()
				random(r, value)
				v.SetMapIndex(reflect.ValueOf("k"+strconv.Itoa(9*i)), value)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			random(r, v.Field(i))
		}
	default:
		panic("no random " + v.Type().String())
	}
}

// TestAppendJSON: what is written by hand is what encoding/json writes, whatever stands in whichever field.
func TestAppendJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var d dataset.MeetingDocument
		random(r, reflect.ValueOf(&d).Elem())
		want, err := dataset.Encode(&d)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(d.AppendJSON(nil)) + "\n"; got != string(want) {
			at := 0
			for at < len(got) && at < len(want) && got[at] == want[at] {
				at++
			}
			t.Fatalf("at byte %d\n%.200q\nnot\n%.200q", at, got[max(0, at-50):], want[max(0, at-50):])
		}
	}
}
