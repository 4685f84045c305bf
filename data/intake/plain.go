package intake

import "bytes"

// plain reads a .txt, which is the article as it is: menus and all, the engine works out what is article.
func (r *Reader) plain(it *Item, s source) error {
	text, err := r.utf8Text(s.data)
	if err != nil {
		return err
	}
	it.Text, it.Verbal = text, bytes.Equal([]byte(text), s.data) // without conversion
	return nil
}
