package when

// readUnit reads the name of a unit, behind a space or a hyphen.
func readUnit(l line, i int) (u unit, plural bool, end int) {
	i = l.hyphen(i)
	if u, ok := units.Get(l.at(i).norm); ok {
		return u, false, i + 1
	}
	if u, ok := pluralUnits.Get(l.at(i).norm); ok {
		return u, true, i + 1
	}
	return noUnit, false, i
}

// quantity is a number of units; count 0 for "several".
type quantity struct {
	count int
	half  bool
	end   int // i when there is none
}

// quantityWords bounds the words of one number, so that a run of number words costs no more than linear time.
const quantityWords = 6

// readQuantity reads "two", "12", "1,500", "twenty-four", "a couple of", "several", "two and a half", "a", "half a".
func readQuantity(l line, i int) quantity {
	q := quantity{end: i}
	switch p := l.at(i); {
	case p.kind == digits:
		if p.n < 0 || len(p.norm) > 4 {
			return q
		}
		q.count, q.end = p.n, i+1
		for l.is(q.end, ",") && l.glued(q.end) && l.glued(q.end+1) && len(l.at(q.end+1).norm) == 3 && l.at(q.end+1).kind == digits && q.count < 1e6 {
			q.count, q.end = q.count*1000+l.at(q.end+1).n, q.end+2
		}
		if l.is(q.end, ".") && l.glued(q.end) && l.glued(q.end+1) && l.at(q.end+1).kind == digits {
			q.half = l.at(q.end+1).norm == "5"
			q.end += 2
		}
		if w, ok := powers.Get(l.at(q.end).norm); ok && q.count > 0 && q.count < 1000 {
			q.count, q.end = q.count*w, q.end+1
		}
	case l.is(i, "half") && l.is(i+1, "a", "an"):
		return quantity{half: true, end: i + 2}
	case l.is(i, "a", "an"):
		switch {
		case l.is(i+1, "couple"):
			q.count, q.end = 2, i+2
			if l.is(q.end, "of") {
				q.end++
			}
			return q
		case l.is(i+1, "few"):
			return quantity{end: i + 2}
		case l.is(i+1, "half"):
			return quantity{half: true, end: l.hyphen(i + 2)}
		case l.is(i+1, "hundred", "thousand", "dozen"):
			q.count, q.end = powers.Of(l.at(i+1).norm), i+2
			if l.is(i+1, "dozen") {
				q.count = 12
			}
		default:
			return quantity{count: 1, end: i + 1}
		}
	case l.is(i, "couple") && l.is(i+1, "of"):
		return quantity{count: 2, end: i + 2}
	case vague.Has(p.norm):
		return quantity{end: i + 1}
	default:
		q = readNumberWords(l, i)
		if q.end == i {
			return q
		}
	}
	if l.is(q.end, "and") && l.is(q.end+1, "a") && l.is(q.end+2, "half") {
		q.half, q.end = true, q.end+3
	} else if l.is(q.end, "-") && l.is(q.end+1, "and") && l.is(q.end+3, "a") && l.is(q.end+5, "half") {
		q.half, q.end = true, q.end+6
	} else if l.is(q.end, "½") {
		q.half, q.end = true, q.end+1
	}
	return q
}

func readNumberWords(l line, i int) quantity {
	q := quantity{end: i}
	total, part := 0, 0
	for k := 0; k < quantityWords; k++ {
		at := q.end
		if k > 0 && l.is(at, "-") && l.glued(at) {
			at++
		}
		w := l.at(at).norm
		if n, ok := tens.Get(w); ok && part%100 == 0 {
			part += n
		} else if n, ok := cardinals.Get(w); ok && (part%100 == 0 || part%10 == 0 && n < 10) {
			part += n
		} else if n, ok := powers.Get(w); ok && part > 0 && part < 1000 && n <= 1000 {
			if n == 100 {
				part *= n
			} else {
				total, part = total+part*n, 0
			}
		} else {
			break
		}
		q.end = at + 1
	}
	q.count = total + part
	return q
}
