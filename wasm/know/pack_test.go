package know_test

import (
	"reflect"
	"strings"
	"testing"

	"readout/wasm/know"
)

// fill sets every field of v to something that no other field has, so that one that Pack forgets is missed.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat("é", *n%200) + "x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("know.Base has a field of kind " + v.Kind().String() + ": teach it to packer, then here")
	}
}

func TestPackKeepsEverything(t *testing.T) {
	var b know.Base
	n := 0
	fill(reflect.ValueOf(&b).Elem(), &n)
	got, err := know.Unpack(b.Pack())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*got, b) {
		t.Errorf("got %+v\nwant %+v", *got, b)
	}
}

func TestUnpackRefuses(t *testing.T) {
	var b know.Base
	n := 0
	fill(reflect.ValueOf(&b).Elem(), &n)
	whole := b.Pack()
	for cut := 1; cut < len(whole); cut += 7 {
		if _, err := know.Unpack(whole[:cut]); err == nil {
			t.Fatalf("the first %d of %d bytes were taken for a registry", cut, len(whole))
		}
	}
	if _, err := know.Unpack(append(whole, 0)); err == nil {
		t.Error("a byte too many was taken")
	}
	if _, err := know.Unpack([]byte("<!doctype html>")); err == nil {
		t.Error("a page was taken for a registry")
	}
	if empty, err := know.Unpack(nil); err != nil || !reflect.DeepEqual(*empty, know.Base{}) {
		t.Errorf("nothing gives %v, %v", empty, err)
	}
	if _, err := know.Unpack((&know.Base{}).Pack()); err != nil {
		t.Error(err)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add((&know.Base{Terms: []know.Term{{ID: "a", Forms: []string{"b"}, Disputed: true}}}).Pack())
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := know.Unpack(data); err == nil {
			if again, err := know.Unpack(b.Pack()); err != nil || !reflect.DeepEqual(b, again) {
				t.Errorf("%v: packed again it is another", err)
			}
		}
	})
}
