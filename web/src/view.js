// The comparison of a meeting as elements. web/view.go, web/point.go and web/bill.go are its twins on the server.

import { add, el } from './dom.js';
import { day } from './words.js';
import { webAddress } from './cite.js';
import { Table, diff, groupOf } from './table.js';

const statusClass = (s) => ({ held: 'held', scheduled: 'next', proposed: 'next', denied: 'no' })[s] ?? 'yet';
const shape = (s) => ({ held: 'dot', next: 'hol' })[statusClass(s)] ?? 'imp';
const loneWord = /^(\p{Lu}\S*|[^\s\u3040-\ud7a3]{1,6}|[\u3040-\ud7a3]{1,3})$/u;

/** strokes are the marks of the strip, from the upper left corner of a cell of 20 × 28; b parts bands. */
const strokes = { b: '', t: 'm3 0h14v28h-14z', e: 'm3 0h14v28h-14zm2 3v11h10v-11z', x: 'm4 1h12v26h-12z', o: 'm4 14h12', p: 'm10 14h0', d: 'm10 2l6 12-6 12-6-12z' };
const byStart = (marks) => marks.sort((a, b) => a.start - b.start);

export class View extends Table {
  foreign; // src/foreign.js where the words around are not English

  say(...a) { return this.w.say(...a); }

  /** choose sets the pair by article id, outlet id or siglum; what is not known changes nothing, and the two are never the same. */
  choose(base, beside) {
    const find = (v) => v && this.arts.find((a) => a.id === v || a.siglum === v || a.outlet === v)?.id;
    const was = [this.base, this.beside];
    this.base = find(base) || this.base;
    this.beside = find(beside) || this.beside;
    if (this.base === this.beside) {
      if (find(base)) this.beside = was.find((a) => a !== this.base);
      else this.base = was.find((a) => a !== this.beside);
    }
  }

  /** drawn is what was drawn, with English marked in it where the words around are in another language. */
  drawn(n) { return n && this.foreign ? this.foreign.tongues(n, this.say('lang')) : n; }

  /** name is the meeting's title in the page's language. */
  get name() { return this.foreign?.titled(this.w, this.m, this.doc.people) ?? this.m.title; }

  /** holder is the element that holds a comparison: its language, room for long sigla, and none for claims where there are none. */
  holder(sel, ...kids) {
    if (this.arts.length === 2) sel += this.rows.every((r) => this.verbatim(r)) ? '.pair.bare' : '.pair';
    const long = Math.max(1, ...this.arts.map((a) => Array.from(a.siglum).length));
    return el(sel + ['', '.wide', '.wider'][Math.min(long, 3) - 1], { lang: this.say('lang') }, kids);
  }

  /** sparse says whether two accounts have so few points that these are the overview. */
  get sparse() { return this.arts.length === 2 && this.rows.length < 6; }

  /** brief is the comparison inside somebody else's article. */
  brief() {
    const two = this.arts.length === 2;
    const ro = this.holder('section.ro.emb', this.head('h2'));
    if (this.arts.length < 2) return add(ro, [this.lone(), this.foot()]);
    const few = this.rows.length > 5 ? this.telling(3) : this.rows;
    return add(ro, [two ? [this.whenLine(), this.heads()] : [this.bill(), this.keys()],
      few.length < this.rows.length && el('div.band', el('h3', this.w.upper(this.say('threeof', this.w.num(few.length), this.w.num(this.rows.length)))), el('span', this.say('threewhy'))),
      few.map((r) => this.point(r, few.length < this.rows.length ? 'h4' : 'h3')), this.foot()]);
  }

  telling(n) {
    const score = (r) => {
      if (r.differ) return 3;
      const d = diff(r, this.base, this.beside);
      return d ? 1 + d.shared : 0;
    };
    return [...this.rows].sort((a, b) => score(b) - score(a)).slice(0, n);
  }

  headline() {
    const m = this.m;
    const named = m.place && (m.date ?? '').length >= 7;
    return this.say('colon', named ? (this.foreign?.place(this.w, m.place) ?? m.place) + this.say('sep') + this.w.date(m.date) : this.name, this.compared());
  }

  compared() {
    const n = this.arts.length;
    if (n < 2) return this.say('account');
    const [a, b] = this.arts.map((x) => this.cov[x.id].status);
    return n === 2 && a !== b ? this.say('splitone', this.say(a), this.say(b)) : this.say('accounts', this.w.num(n));
  }

  /** label says whether an article's status is worth a word: in a pair where the two differ, else where it is not the meeting's. */
  label(article) {
    const s = this.cov[article].status;
    return this.arts.length === 2 ? this.arts.some((a) => this.cov[a.id].status !== s) : s !== this.m.status;
  }

  head(h) {
    const { m } = this;
    const s = this.doc.series;
    const title = this.headline();
    const about = [s && el('a', { href: this.root + this.w.path('/series/' + s.id) }, this.w.named(s)),
      (this.arts.length !== 2 || !this.label(this.arts[0].id)) && el('b', this.w.title(m.status)), title.startsWith(this.name) ? m.date && this.w.date(m.date) : this.name,
      m.bodies?.filter((b) => !m.title.includes(b)).join(this.say('sep'))].filter(Boolean);
    return el('div.head', el('p.kick', about.map((part, i) => [i > 0 && this.say('dot'), part])), el(h, title), this.summary());
  }

  summary() {
    const all = this.arts.length;
    if (!all) return null;
    if (all === 1) return el('p.sum', this.say('onesum', this.cite.name(this.arts[0].id)));
    const n = { all: 0, some: 0, one: 0, back: 0 };
    for (const r of this.rows) n[r.band]++;
    const differ = this.rows.filter((r) => r.differ).length;
    const total = this.rows.length - n.back;
    return el('p.sum', this.tellers(n, total), differ > 0 && [this.say('differsep'), el('b', this.w.count(differ, differ === total ? 'alldiffer' : 'differ', this.w.num(differ)))], this.say('stop'));
  }

  /** tellers says how many of total points all, some and one of the articles tell; n counts them by band. */
  tellers(n, total) {
    const all = this.arts.length;
    const by = this.say(all === 2 ? 'both' : 'alln', this.w.num(all));
    const count = (i, key, ...more) => this.w.count(i, key, this.w.num(i), ...more);
    if (!total) return this.say('nopoint');
    if (n.all === total) return count(total, 'onlyall', by);
    if (n.some === total) return count(total, 'onlysome', by);
    if (n.one === total) return el('b', count(total, 'onlyone', all === 2 ? by : this.say('moreone')));
    return [this.say('of', this.w.num(total)), el('span', count(n.all, n.all ? 'ofall' : 'ofnone', by)),
      n.some > 0 && [this.say(n.one ? 'sep' : 'lastsep'), el('span', count(n.some, 'tellsome'))], n.one > 0 && [this.say('lastsep'), el('b', count(n.one, 'tellone'))]];
  }

  status(article) {
    const s = this.cov[article].status;
    return el('span.status.' + statusClass(s), this.w.title(s));
  }

  who(article) {
    const a = this.cite.article[article];
    return el('p.who', this.status(article), el('b', this.cite.name(article)),
      el('span', this.cite.format(a) + (a.published ? this.say('dot') + this.w.date(a.published) : '')), this.parties(article));
  }

  /** parties are who take part as an article has it, unless most of the articles that name them have the same. */
  parties(article) {
    const set = (c) => [...c.participants ?? []].sort().join();
    const of = this.cov[article];
    const names = (of.participants ?? []).map((id) => this.doc.people?.find((p) => p.id === id)).filter(Boolean).map((p) => this.foreign?.person(this.w, p) ?? p.name);
    const naming = this.m.coverage.filter((c) => c.participants?.[1]);
    return names[1] && 2 * naming.filter((c) => set(c) === set(of)).length <= naming.length &&
      el('span.parties', this.w.upper(this.say('parties', this.w.num(names.length), names.join(this.say('sep')))));
  }

  heads() { return el('div.two.heads', this.arts.map((a) => el('div', this.who(a.id), this.title(a)))); }

  title(a) {
    const u = webAddress(a.url);
    if (!a.headline) return el('p.omission', el('span', this.w.title('noheadline')));
    return el('p.hl', { lang: a.language }, u ? el('a', { href: u }, a.headline) : a.headline);
  }

  lone() {
    return el('div.lone', this.arts.map((a) => [this.who(a.id), this.title(a),
      this.cov[a.id].passages.filter((id) => this.cite.passage[a.id + '/' + id]?.kind !== 'headline').map((id) => [this.cite.quotes(a.id, [id]), this.cite.source(a.id, [id])])]),
    el('p.omission', el('span', this.say('nosecond'))));
  }

  /** strip is one line of the overview: a drawing with one path for each kind of mark, since a page has hundreds of cells. */
  strip(state) {
    return el('div.strip' + (this.many ? '.many' : ''), this.pieces().map(({ rows, width }) => {
      const paths = {};
      for (const { r, x, begins } of rows) {
        const s = state(r);
        if (begins) paths.b = `${paths.b ?? ''}M${x - 6} 0v28`;
        paths[s] = `${paths[s] ?? ''}M${x} 0${strokes[s]}`;
      }
      return el('svg', { viewBox: `0 0 ${width} 28`, preserveAspectRatio: 'none', width: width * 1.5, height: 14 },
        Object.keys(strokes).map((s) => paths[s] && el('path.' + s, { d: paths[s] })));
    }));
  }

  /** pieces are the drawings of a strip: their points, where each stands, and how wide all are. Of many points there are several, which can stand under each other. */
  pieces() {
    const n = this.rows.length;
    const size = Math.ceil(n / Math.ceil(n / 26));
    const out = [];
    let last;
    this.rows.forEach((r, i) => {
      if (i % size === 0) out.push({ rows: [], width: 0 });
      const piece = out.at(-1);
      const begins = last && r.band !== last;
      if (begins) piece.width += 12;
      last = r.band;
      piece.rows.push({ r, x: piece.width, begins });
      piece.width += 20;
    });
    return out;
  }

  /** many says whether there are more points than have a column each on a telephone. */
  get many() { return this.rows.length > 26; }

  bill() {
    let last = '';
    return el('div.bill', { role: 'table', 'aria-label': this.say('overview') },
      this.arts.length > 2 && this.axis?.(),
      this.arts.map((a) => {
        const g = groupOf(this.cov[a.id].written);
        const row = this.billRow(a);
        if (this.arts.length < 3 || g === last) return row;
        last = g;
        return [el('div.grp', { role: 'row' }, el('span', { role: 'rowheader' }, this.say(g))), row];
      }));
  }

  billRow(a) {
    const count = this.say('tells', this.rows.filter((r) => r.by[a.id]).length, this.rows.length);
    return el('div.row', { role: 'row' }, this.cite.tile(a.id, 't'),
      el('div', { role: 'rowheader' }, this.title(a), el('span.meta', this.label(a.id) && [this.status(a.id), ' '], this.cite.about(a.id)), this.parties(a.id),
        this.sparse && el('span.vh', count)), !this.sparse && this.cells(a, count));
  }

  cells(a, count) {
    const said = { d: [], x: [] }; // what is not to be seen in the count
    const strip = this.strip((r) => {
      const s = this.mark(r, a);
      said[s]?.push(r.n);
      return s;
    });
    for (const s of ['d', 'x']) if (said[s].length) count += '; ' + this.say('colon', this.say('c-' + s), said[s].join(this.say('sep')));
    return add(strip, [{ role: 'cell', 'aria-label': count }]);
  }

  /** mark is the mark of a cell of the overview. */
  mark(r, a) { return r.differ && r.clash[a.id] ? 'd' : this.state(r, a.id, true); }

  keys() {
    const has = new Set();
    for (const r of this.rows) {
      for (const a of this.arts) has.add(this.state(r, a.id, true));
      if (r.differ) has.add('d');
      for (const d of r.p.diffs ?? []) has.add(d.mode);
    }
    const tile = (state, text) => el('span', el('span.tile.' + state, this.arts[0].siglum), this.say('c-' + text));
    const word = (tag) => el(tag, this.say('kword'));
    const marks = this.sparse ? [] : ['t', 'x', 'o', 'p'].filter((k) => k === 't' || has.has(k)).map((k) => tile(k, k));
    if (has.has('d') && !this.sparse) marks.push(tile('t.d', 'd'));
    return (marks.length > 0 || has.has('shared') || has.has('edits')) && el('div.keys', { 'aria-hidden': 'true' }, marks,
      has.has('e') && !this.sparse && el('span', el('span.tile.e'), this.say('c-e')),
      has.has('shared') && el('span', word('mark'), this.say('kboth')), has.has('languages') && el('span', this.say('how-languages')),
      has.has('edits') && [el('span.split', word('del'), this.say('kbase')), el('span', word('ins'), this.say('kbeside'))]);
  }

  point(r, h) {
    const { cells, kind, rest } = this.shown(r);
    return el('article.point' + (kind === 'only' ? '.only' : ''), { id: 'point-' + r.p.id },
      el('div.claim', el(h, el('span.n', String(r.n)), ' ', el(this.verbatim(r) ? 'span.vh' : 'span', this.w.upper(r.p.label))), this.arts.length > 2 && this.tiles(r), this.flags(r)),
      el('div.body', el('div.rds.split', cells.map((a, i) => this.cell(r, a, cells[1 - i], i === 0, kind === 'none' ? '.sig' : ''))), rest.length > 0 && this.more(r, rest)));
  }

  /** verbatim says whether the label of a row is a reading that stands beside it, word for word; a mark of quotation is no word. */
  verbatim(r) {
    if (this.arts.length > 2 && r.told > 1) return false;
    const plain = (s) => (s ?? '').replace(/^["“”„«»‘’'「」『』]+/, '').split(/\s+/).filter(Boolean).join(' ');
    const label = plain(r.p.label);
    return r.p.readings.some((rd) => rd.passages.some((id) => {
      const text = plain(this.cite.passage[rd.article + '/' + id]?.text);
      return text && (text.startsWith(label) || label.startsWith(text));
    }));
  }

  tiles(r) {
    const said = {};
    let last = '';
    const box = this.arts.map((a) => {
      const g = groupOf(this.cov[a.id].written);
      const gap = last && g !== last;
      last = g;
      const s = this.state(r, a.id);
      (said[s] ??= []).push(a.siglum);
      return [gap && el('span.gap'), this.cite.tile(a.id, s + (r.differ && r.clash[a.id] ? '.d' : ''))];
    });
    const parts = Object.entries({ t: 'toldby', x: 'expectedby', o: 'notby', p: 'earlier' }).filter(([k]) => said[k]).map(([k, key]) => this.say(key, said[k].join(' ')));
    if (r.differ) parts.push(this.say('c-d'));
    return el('div.tiles', { role: 'img', 'aria-label': parts.join('; ') }, box);
  }

  flags(r) {
    const l = this.sureness(r.p);
    return (r.differ || l < 2) && el('div.flags', r.differ && el('span.flag-clash', this.w.title('c-d')),
      l < 2 && el('span', { title: r.p.confidence.toFixed(2) }, '≈ ' + this.say('fit' + l)));
  }

  cell(r, article, other, base, sig) {
    const rd = r.by[article];
    return rd ? this.reading(rd, this.marks(r, article, other, base), sig) : this.silence(r, article);
  }

  reading(rd, marks, sig) {
    return el('div.reading' + (rd.expects ? '.exp' : '') + sig, { 'data-o': this.cite.article[rd.article].siglum },
      this.cite.quotes(rd.article, rd.passages, marks), this.cite.source(rd.article, rd.passages, rd.expects));
  }

  silence(r, article) {
    const evidence = r.om[article] || 'not-mentioned';
    return el('div.side', el('p.omission' + (evidence === 'before' ? '.late' : ''),
      el('span', el('span.k', this.say('col', this.cite.name(article))), this.say('o-' + evidence))));
  }

  marks(r, article, other, base) {
    if (r.differ) return byStart((r.clash[article] ?? []).filter((s) => s.end > s.start).map((s) => ({ start: s.start, end: s.end, sel: 'i.v' })));
    const d = base ? diff(r, article, other) : diff(r, other, article);
    return byStart((d?.edits ?? []).map((e) => !this.trivial(d, e) && this.side(e, base)).filter(Boolean));
  }

  /** trivial says whether an edit marks a word as shared that says nothing by itself: a name, or a short one. */
  trivial(d, e) { return e.op === 'equal' && [[d.base, e.base], [d.other, e.other]].some(([a, at]) => at && loneWord.test(this.words(a, at))); }

  side(e, base) {
    const at = base ? e.base : e.other;
    if (!at || e.noise && this.quiet) return null;
    return { start: at[0], end: at[1], sel: { delete: 'del', insert: 'ins', equal: 'mark' }[e.op] + (e.moved ? '.mv' : '') };
  }

  more(r, rest) {
    const siglum = (a) => this.cite.article[a].siglum;
    return el('details.more', el('summary', this.say('more', rest.length, rest.map(siglum).join(this.say('sep')))),
      el('div.list', rest.map((a) => {
        const rd = r.by[a];
        const marks = this.inline(r, a);
        const d = diff(r, this.base, a);
        return el('div.reading', this.cite.tile(a, this.state(r, a)), el('div', this.cite.quotes(a, rd.passages, marks)),
          (marks.length > 0 && !r.differ || d?.mode === 'languages') && el('p.how', this.say('how-' + d.mode, siglum(this.base))),
          this.cite.source(a, rd.passages, rd.expects));
      })));
  }

  inline(r, article) {
    const d = diff(r, this.base, article);
    if (d?.mode !== 'edits' || r.differ) return this.marks(r, article, this.base, false);
    return byStart((d.edits ?? []).map((e, i, all) => {
      const m = this.side(e, false);
      const cut = all[i - 1];
      if (m && e.op === 'insert' && cut?.op === 'delete' && !(cut.noise && this.quiet)) m.before = this.words(this.base, cut.base);
      return m;
    }).filter(Boolean));
  }

  words(article, [start, end]) {
    const p = this.cite.article[article].passages.find((q) => q.text && q.start <= start && end <= q.end);
    return p ? Array.from(p.text).slice(start - p.start, end - p.start).join('') : '';
  }

  whenLine() {
    const days = [this.m.date, ...this.arts.map((a) => a.published)].map((s) => {
      const d = day.exec(s ?? '');
      return d?.[2] ? d[1] * 365 + Math.trunc((d[2] - 1) * 304 / 10) + +(d[3] ?? 15) : null;
    });
    if (this.arts.length !== 2 || days.includes(null)) return null;
    const lo = Math.min(...days);
    const span = Math.max(...days) - lo;
    const per = days.map((d) => 2 + Math.trunc(96 * (d - lo) / Math.max(span, 1)));
    if (span < 2 || Math.abs(per[1] - per[2]) < 20) return null;
    const anchor = (x) => x < 25 ? 'start' : x > 75 ? 'end' : 'middle';
    const said = [];
    const marks = this.arts.map((a, i) => {
      const x = per[i + 1] + '%';
      said.push(this.say('written', this.cite.name(a.id), this.w.date(a.published)));
      return [el('rect.' + shape(this.cov[a.id].status), { x, y: '20.5', width: 11, height: 11, transform: 'translate(-5.5)' }),
        el('text', { x, y: 12, 'text-anchor': anchor(per[i + 1]) }, this.w.date(a.published, true))];
    });
    const x = per[0] + '%';
    said.push(this.say('hmeeting') + ' ' + this.w.date(this.m.date));
    return el('svg.when', { width: '100%', height: 52, role: 'img', 'aria-label': said.join('; ') },
      el('line', { x1: '2%', x2: '98%', y1: 26, y2: 26 }), marks,
      el('circle.' + shape(this.m.status), { cx: x, cy: 26, r: 6 }),
      el('text.b', { x, y: 48, 'text-anchor': anchor(per[0]) }, this.w.date(this.m.date, true) + this.say('sep') + this.say('hmeeting')));
  }

  foot(full) {
    const page = '/meetings/' + this.m.id;
    const link = (to, text) => el('a', { href: this.root + to }, text);
    const data = [this.say('dot'), link('/v1' + page + '.json', 'JSON')];
    if (full) return el('footer.foot', el('span', this.say('made')), el('span', link(this.w.path('/embed') + '?page=' + page, this.say('embed')), data));
    return el('footer.foot', el('span.logo', 'Read', el('i'), 'out'),
      el('span', link(this.w.path(page), this.arts.length > 2 ? this.say('allpoints', this.rows.length) : this.say('full-link')), data));
  }
}
