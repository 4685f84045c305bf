package card

import (
	"strconv"
	"strings"
)

const (
	margin = 64
	inner  = Width - 2*margin
	strips = 440 // where the overview begins
)

// card draws everything. From above: a rule, status and kicker, the title, the sentence; from below: the wordmark, the overview.
func (p *pen) card(in Input) {
	p.fill(margin, 48, inner, 6, ink)
	p.logo(margin, Height-44)

	top := p.head(in)
	rows, more := in.Rows, 0
	if len(rows) > 8 {
		rows, more = rows[:7], len(rows)-7
	}
	pitch := 58 // from one outlet to the next
	if n := len(rows) + min(more, 1); n > 5 {
		pitch = 33
	} else if n > 3 {
		pitch = 44
	}
	high := len(rows) * pitch
	if more > 0 {
		high += pitch
	}
	y := Height - 98 - high
	if top = p.sum(in.Sum, top, y-20); top < 0 {
		return
	}
	for i, r := range rows {
		if !p.has(bold, r.Siglum) {
			r.Siglum = strconv.Itoa(i + 1)
		}
		p.row(r, y, pitch)
		y += pitch
	}
	if more > 0 {
		p.text(margin, y+pitch*2/3, sans, 20, soft, "and "+strconv.Itoa(more)+" more")
	}
}

// head writes status, kicker and title, and returns where it ends.
func (p *pen) head(in Input) int {
	y := 98
	x := margin
	if p.has(bold, in.Status) {
		x = p.text(x, y, bold, 26, ink, in.Status)
	}
	if in.Kicker != "" && p.has(sans, in.Kicker) {
		if x > margin {
			x = p.text(x, y, sans, 26, soft, " · ")
		}
		p.text(x, y, sans, 26, soft, p.cut(sans, 26, in.Kicker, Width-margin-x))
	}
	title := in.Title
	if !p.has(serif, title) {
		title = in.Plain
	}
	// The largest size at which the title takes two lines; a very long one takes three of the smallest, and is cut.
	size, lines := 66.0, []string(nil)
	for ; ; size -= 6 {
		lines = p.lines(serif, size, title, inner)
		if len(lines) <= 2 || size <= 42 {
			break
		}
	}
	if len(lines) <= 3 {
		for room := inner; ; room -= 16 { // lines of about one length
			even := p.lines(serif, size, title, room)
			if len(even) > len(lines) {
				break
			}
			lines = even
		}
	} else {
		lines = append(lines[:2:2], p.cut(serif, size, strings.Join(lines[2:], " "), inner))
	}
	y += 14
	for _, l := range lines {
		y += int(size * 1.12)
		p.text(margin, y, serif, size, ink, l)
	}
	return y
}

// sum writes the sentence below top where it ends above bottom, and returns where it ends.
func (p *pen) sum(s string, top, bottom int) int {
	if s == "" || !p.has(serif, s) {
		return top
	}
	const size = 28
	lines := p.lines(serif, size, s, inner)
	y := top + 18
	for i, l := range lines {
		if y += 38; y > bottom {
			return top
		}
		if y+38 > bottom && i < len(lines)-1 {
			l = p.cut(serif, size, strings.Join(lines[i:], " "), inner)
			p.text(margin, y, serif, size, soft, l)
			return y
		}
		p.text(margin, y, serif, size, soft, l)
	}
	return y
}

// row draws an outlet's tile, its name and its line of the overview, from y down.
func (p *pen) row(r Row, y, pitch int) {
	side := pitch - 8
	size := float64(side) * .58
	w := max(side, p.width(bold, size, r.Siglum)+side*2/5)
	p.fill(margin, y, w, side, ink)
	p.text(margin+(w-p.width(bold, size, r.Siglum))/2, y+side/2+int(size*.37), bold, size, paper, r.Siglum)
	room := strips
	if len(r.Cells) == 0 {
		room = Width - margin
	}
	if x := margin + max(w, side*8/5) + 14; p.has(sans, r.Name) {
		size := min(26, float64(side)*.8)
		p.text(x, y+side/2+int(size*.36), sans, size, ink, p.cut(sans, size, r.Name, room-x-16))
	}
	if len(r.Cells) > 0 {
		p.strip(r.Cells, y, side)
	}
}

// strip draws the cells; bands stand apart.
func (p *pen) strip(cells []Cell, y, side int) {
	bands := 0
	for i, c := range cells {
		if c.Begins && i > 0 {
			bands++
		}
	}
	const between = 14
	room := Width - margin - strips - bands*between
	pitch := min(side+4, max(3, room/len(cells)))
	w := pitch - max(1, pitch/6)
	h := min(side, max(24, w))
	y += (side - h) / 2
	x := strips
	for i, c := range cells {
		if c.Begins && i > 0 {
			x += between
		}
		if x+w > Width-margin {
			return // more points than the card has pixels for
		}
		mid := y + h/2
		switch c.Mark {
		case 't':
			p.fill(x, y, w, h, ink)
		case 'd':
			p.fill(x, y, w, h, ink)
			p.diamond(x+w/2, mid, min(w/2, 8))
		case 'e':
			p.frame(x, y, w, h, 2, ink, false)
			p.fill(x, mid, w, h-h/2, ink)
		case 'x':
			p.frame(x, y, w, h, 2, ink, true)
		case 'p':
			p.fill(x+w/2-1, mid-1, 3, 3, line)
		default:
			p.fill(x+w/6, mid-1, w-w/3, 2, line)
		}
		x += pitch
	}
}

func (p *pen) logo(x, y int) {
	p.fill(margin, y-42, inner, 2, ink)
	x = p.text(x, y, serif, 34, ink, "Read")
	p.fill(x+4, y-27, 2, 34, ink)
	p.text(x+10, y, serif, 34, ink, "out")
	s := "One meeting, every account of it"
	p.text(Width-margin-p.width(sans, 22, s), y, sans, 22, soft, s)
}

// lines breaks s at spaces into lines of at most room pixels; a word that is longer than a line is cut.
func (p *pen) lines(ttf []byte, size float64, s string, room int) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if n := len(out); n > 0 && p.width(ttf, size, out[n-1]+" "+w) <= room {
			out[n-1] += " " + w
		} else {
			out = append(out, p.cut(ttf, size, w, room))
		}
	}
	return out
}

// cut shortens s to room pixels, with an ellipsis.
func (p *pen) cut(ttf []byte, size float64, s string, room int) string {
	if p.width(ttf, size, s) <= room {
		return s
	}
	r := []rune(s)
	for len(r) > 0 && p.width(ttf, size, string(r)+"…") > room {
		r = r[:len(r)-1]
	}
	return strings.TrimRight(string(r), " ,") + "…"
}
