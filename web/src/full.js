// The whole comparison with its controls. web/view.go and web/sections.go are its twins on the server.

import { full as english } from '../lang/en.json';
import { el } from './dom.js';
import { pairOf } from './table.js';
import { View } from './view.js';

export { english };

const bands = ['all', 'some', 'one', 'back'];

/** atOnce are the points that are drawn with the head: those of the first screenful, of which the headlines of many outlets leave none. */
const atOnce = (outlets) => Math.max(0, 4 - outlets);

/** each is what the sides of a discrepancy have under a key, in order of first mention. */
const each = (sides, key) => [...new Set(sides.map((s) => s[key]))];

/** cut is the beginning of s, at most about n code points, cut at a space. */
function cut(s, n) {
  const r = Array.from(s.trimEnd());
  if (r.length <= n) return r.join('');
  const short = r.slice(0, n).join('');
  return short.replace(/(?<=.)\s\S*$/su, '') + ' …';
}

export class Full extends View {
  modes; // the other views, src/modes.js, once a reader has asked for one
  lazy = false; // what is below the first points is drawn when somebody comes near, or the page rests
  todo = []; // {n, draw}: a place that is kept, and what draws what belongs there; in the order of the page

  /** later keeps a place for what draw will draw. */
  later(sel, attributes, draw) {
    if (!this.lazy) return draw();
    const n = el(sel + '.later', attributes);
    this.todo.push({ n, draw });
    return n;
  }

  /**
   * fill draws what was left for later, from the top down to the place n, so that nothing above it will grow any more; without a
   * place all. It gives what it has drawn.
   */
  fill(n) {
    const out = [];
    for (let done = false; !done && this.todo.length;) {
      const next = this.todo.shift();
      done = next.n === n;
      const now = this.drawn(next.draw());
      if (now) next.n.replaceWith(now);
      else next.n.remove();
      if (now) out.push(now);
    }
    return out;
  }

  /** full is the comparison as it stands on its own page. */
  full() {
    this.cite.anchors = new Set();
    this.todo = [];
    if (this.arts.length < 2) return this.holder('div.ro.full', this.head('h1.title'), this.lone(), this.differences(), this.contrasts(), this.terms(), this.voices(), this.foot(true));
    return this.holder('div.ro.full', this.head('h1.title'), this.whenLine(), this.bill(), this.keys(), this.bar(),
      el('div.points.' + this.mode, this.mode === 'table' ? this.modes.matrix(this) : bands.map((b) => this.band(b))),
      ['leads', 'differences', 'contrasts', 'terms', 'voices'].map((part) => this.later('section.sec', {}, () => this[part]())), this.foot(true));
  }

  differs(r) {
    const [a, b] = this.shown(r).cells;
    if (!r.by[a] || !r.by[b] || r.differ) return true;
    const d = pairOf(r, a, b);
    return d?.mode !== 'edits' || (d.edits ?? []).some((e) => e.op !== 'equal' && !e.noise);
  }

  /** hides says whether a reader has put a row out of sight. */
  hides(r) { return this.sureness(r.p) < this.sure || this.fold && !this.differs(r); }

  /** brieflabel is a row's label where its words do not stand beside it. */
  brieflabel(r) { return cut(r.p.label, 70); }

  point(r, h) {
    const n = super.point(r, h);
    if (!this.cite.anchors) return n; // in somebody else's page
    n.querySelector('.n').replaceWith(el('a.n', { href: '#point-' + r.p.id, 'aria-label': this.say('point', r.n) }, String(r.n)));
    n.hidden = this.hides(r);
    if (this.mode !== 'inline') return n;
    const merged = this.modes.merged(this, r);
    if (merged) n.querySelector('.rds').replaceChildren(merged);
    return n;
  }

  /** reading cuts what both have in common out of long passages where a reader wants differences only. */
  reading(rd, marks, sig) {
    const n = super.reading(rd, marks, sig);
    if (!this.fold || !marks.length) return n;
    const shared = marks.some((m) => m.sel.startsWith('mark'));
    for (const box of n.querySelectorAll(shared ? '.q mark' : '.q')) {
      for (const t of [...box.childNodes].filter((k) => k.nodeType === 3 && k.length > 90)) {
        const [, before, cut, after] = /^(.{25}\S*)(\s.*\s)(\S*.{25})$/su.exec(t.data) ?? [];
        if (cut) t.replaceWith(before, el('span.cut', { title: cut.trim() }, ' […] '), after);
      }
    }
    return n;
  }

  /** leads are headlines and how each article begins. */
  leads() {
    const first = (a) => {
      const ps = a.passages.filter((p) => p.text && (p.kind === 'deck' || p.kind === 'body' && p.paragraph === 1));
      const s = ps.find((p) => p.kind === 'body')?.sentence;
      return ps.filter((p) => p.kind === 'deck' || p.sentence === s).map((p) => p.id);
    };
    const boxes = this.arts.filter((a) => first(a).length).map((a) => el('div', el('p.who', this.cite.tile(a.id, 't'), el('b', this.cite.name(a.id))),
      this.title(a), this.cite.quotes(a.id, first(a)), this.cite.source(a.id, first(a))));
    return boxes.length > 1 && el('section.sec', { id: 'leads' }, el('h2', this.say('hleads')), el('p.note', this.say('nleads')), el('div.two', boxes));
  }

  axis() {
    return el('div.axis', { 'aria-hidden': 'true' }, this.strip((r, begins) => ['',
      begins && el('b', this.bandShort(r.band)), (!this.many || r.n % 5 === 0) && el('a', { href: '#point-' + r.p.id, tabindex: -1 }, String(r.n))]));
  }

  bandShort(band) {
    const n = this.inBand(band).length;
    return n < 5 ? this.say(band) : this.say('b' + band, n);
  }

  inBand(band) { return this.rows.filter((r) => r.band === band); }

  bar() {
    const n = this.rows.filter((r) => this.differs(r)).length;
    const points = this.m.points ?? [];
    const edits = points.flatMap((p) => p.diffs ?? []);
    const step = (key, sign) => el('button', { type: 'button', name: key, 'aria-label': this.say(key) }, sign);
    const tick = (name, checked) => el('label.sw.' + name, el('input', { type: 'checkbox', name, checked, autocomplete: 'off' }), this.say(name));
    const pick = (name, choices) => el('fieldset.pick', el('legend', this.say(name)), el('div.set', choices.map(({ value, text, title, checked, type = 'radio' }) =>
      el('label', { title }, el('input', { type, name, value, 'aria-label': title, checked, autocomplete: 'off' }), el('span.tile', text)))));
    const outlet = (a, more) => ({ value: a.id, text: a.siglum, title: this.cite.name(a.id), ...more });
    return el('form.bar', { 'aria-label': this.say('controls') },
      el('span.step', step('prev', '‹'), el('span', { role: 'status' }, this.w.count(n, 'ndiffs', n)), step('next', '›')),
      tick('options', this.options),
      this.arts.length > 2 && ['base', 'beside'].map((name) => pick(name, this.arts.map((a) => outlet(a, { checked: this[name] === a.id })))),
      pick('mode', ['split', 'inline', 'table'].map((value) => ({ value, text: this.say('v-' + value), checked: value === this.mode }))),
      this.every.length > 2 && pick('outlets', this.every.map((a) => outlet(a, { checked: this.has.has(a.id), type: 'checkbox' }))),
      edits.some((d) => d.edits?.some((e) => e.noise)) && tick('spelling', this.quiet), edits.length > 0 && tick('fold', this.fold),
      points.some((p) => this.sureness(p) < 2) && el('label.sw', this.say('pairing'), el('input', { type: 'range', name: 'sure', min: 0, max: 2, value: this.sure, autocomplete: 'off' }), el('output', this.say('sure' + this.sure))));
  }

  bandName(band) { return this.say(band === 'all' && this.arts.length === 2 ? 'bandboth' : 'band' + band); }

  band(band) {
    const rows = this.inBand(band);
    if (!rows.length) return null;
    const note = this.w.count(rows.length, 'points', rows.length) + (band === 'some' && rows.length > 1 ? this.say('sep') + this.say('mostfirst') : '');
    return el('section.pts', { hidden: rows.every((r) => this.hides(r)) }, el('div.band', el('h2', this.bandName(band)), el('span', note)), rows.map((r) => r.n <= atOnce(this.arts.length) ? this.point(r, 'h3') : this.later('article.point', { id: 'point-' + r.p.id, hidden: this.hides(r) }, () => this.point(r, 'h3'))));
  }

  differences() { return this.against('differ', this.m.discrepancies); }
  contrasts() { return this.against('contrast', this.m.contrasts); }

  /** against sets the sides of discrepancies or contrasts beside one another, those of one value in one column. */
  against(id, list) {
    const all = (list ?? []).map((d) => ({ ...d, sides: d.sides.filter((s) => this.has.has(s.article)) })).filter((d) => each(d.sides, 'value')[1] != null);
    return all[0] && el('section.sec', { id }, el('h2', this.say('h' + id)), el('p.note', this.say('n' + id)), all.map((d) =>
      el('div.difference', { id: 'd-' + d.id }, el('h3', d.about), el('p.note', this.say('r-' + d.rule), ' ', this.say('rule'), ' ', el('code', d.rule), this.say('stop')), el('div.two', each(d.sides, 'value').map((v) => {
        const of = d.sides.filter((s) => s.value === v);
        const by = each(of, 'article');
        return el('div', el('p.who', by.map((a) => this.cite.tile(a, 't')), el('b', cut(v || this.say('ownwords'), 40))), by.map((a) => {
          const sides = of.filter((s) => s.article === a), passages = each(sides, 'passage');
          return [this.cite.quotes(a, passages, sides.filter((s) => s.end).map((s) => ({ ...s, sel: 'i.v' }))), this.cite.source(a, passages)];
        }));
      })))));
  }

  terms() {
    let choice;
    const rows = (this.m.terms ?? []).map((term) => {
      const users = new Map();
      for (const a of this.arts) {
        for (const f of term.forms[a.id] ?? []) {
          const key = f.toLowerCase();
          if (!users.has(key)) users.set(key, { f, by: new Set() });
          users.get(key).by.add(a.id);
        }
      }
      if (users.size < 2) return null;
      const names = term.concept.split(' / ');
      const disputed = names.length === 2;
      if (disputed) {
        choice ??= el('fieldset.first', el('legend', this.say('namefirst')), names.map((n, i) =>
          el('label.sw', el('input', { type: 'radio', name: 'first', value: i + 1, autocomplete: 'off', checked: !i }), n)));
      }
      return el('div.term', el('h3', disputed ? el('span.names', el('span', names[0]), ' / ', el('span', names[1])) : term.concept),
        el('ul.forms', [...users.values()].map((u) => el(disputed && u.f.toLowerCase().includes(names[1].toLowerCase()) ? 'li.n2' : 'li',
          el('q', u.f), el('span.tiles', [...u.by].map((a) => this.use(term, a, u.f)))))));
    }).filter(Boolean);
    return rows.length > 0 && el('section.sec', { id: 'terms' }, el('h2', this.say('hterms')), el('p.note', this.say('nterms')), choice, el('div.terms', rows));
  }

  use(term, article, form) {
    const c = this.cite;
    const uses = (term.uses ?? []).filter((u) => u.article === article && u.form.toLowerCase() === form.toLowerCase());
    const n = uses.reduce((sum, u) => sum + u.count, 0);
    const p = c.passage[article + '/' + uses[0]?.passage];
    if (!n || !p) return c.tile(article, 't');
    const label = c.article[article].siglum + this.say('sep') + this.say('colon', c.name(article), this.w.count(n, 'times', n) + this.say('sep') + c.where(p));
    return [el('a.tile.t', { href: c.address(article, p), title: label, 'aria-label': label }, c.article[article].siglum),
      n > 1 && el('small', { 'aria-hidden': 'true' }, '×' + n)];
  }

  /** speakers are all who are heard, most words first; one person is one speaker whatever an article calls him. */
  speakers() {
    const at = new Map();
    for (const v of this.m.voices ?? []) {
      if (!this.has.has(v.article)) continue;
      const key = v.person || v.speaker.toLowerCase();
      if (!at.has(key)) at.set(key, { name: v.speaker, country: v.country ?? '', by: {}, words: 0 });
      const s = at.get(key);
      const sum = s.by[v.article] ??= { direct: 0, words: 0, passages: [] };
      sum.direct += v.direct;
      sum.words += v.direct + v.indirect;
      sum.passages.push(...v.passages);
      s.words += v.direct + v.indirect;
    }
    return [...at.values()].sort((a, b) => b.words - a.words);
  }

  voices() {
    const people = this.speakers();
    if (!people.length) return null;
    const total = {};
    for (const s of people) total[s.country] = (total[s.country] ?? 0) + s.words;
    const sides = Object.keys(total).sort((a, b) => !a - !b || total[b] - total[a] || (a < b ? -1 : 1));
    const side = (c) => this.say(c || 'unsided');
    const percent = (n, whole) => Math.floor((n * 100 + Math.floor(whole / 2)) / whole);
    const bar = (a) => {
      const words = (c) => people.reduce((n, s) => n + (c == null || s.country === c ? s.by[a.id]?.words ?? 0 : 0), 0);
      const sum = words();
      const whole = Math.max(a.words, sum, 1);
      const said = [];
      const tds = [...sides.map((c, i) => [words(c), 'v' + i % 4, side(c)]), [whole - sum, 'own', this.say('own')]].map(([n, pattern, who]) => {
        const share = percent(n, whole);
        if (!share) return null;
        said.push(who + ' ' + share + '%');
        return el('td.' + pattern, { width: share + '%' }, el('b', (Array.from(who).length + 3 < share ? who + ' ' : '') + (share >= 6 ? share + '%' : '')));
      });
      return el('table.vb', { role: 'img', 'aria-label': this.say('colon', this.cite.name(a.id), said.join(this.say('sep'))) }, el('tbody', el('tr', tds)));
    };
    const heard = (s, a) => {
      const v = s.by[a.id];
      const h = { 'data-h': this.cite.name(a.id) };
      if (!v) return el('td.nil', h, this.say('notheard'));
      const seen = new Map();
      for (const id of v.passages) {
        const p = this.cite.passage[a.id + '/' + id];
        if (p && !seen.has(this.cite.where(p))) seen.set(this.cite.where(p), p);
      }
      return el('td', h, el('div', el('b', this.w.count(v.words, 'words', v.words)), this.say('sep') + percent(v.words, Math.max(a.words, v.words, 1)) + '%',
        v.direct > 0 && el('small', this.say('quoted', v.direct)),
        el('small', [...seen].map(([where, p], i) => [i > 0 && this.say('sep'), this.cite.link(a.id, p, where)]))));
    };
    return el('section.sec', { id: 'voices' }, el('h2', this.say('hvoices')), el('p.note', this.say('nvoices')),
      el('div.keys', { 'aria-hidden': 'true' }, sides.map((c, i) => el('span', el('span.vb', el('span.v' + i % 4)), side(c)))),
      el('div.voices', this.arts.map((a) => el('div.voice', this.cite.tile(a.id, 't'), bar(a), el('span.of', this.say('ofwords', this.w.number(a.words)))))),
      el('div.scroll', { tabindex: 0, role: 'region', 'aria-label': this.say('hvoices') }, el('table.grid',
        el('thead', el('tr', el('th', { scope: 'col' }, this.say('speaker')), this.arts.map((a) => el('th', { scope: 'col' }, this.cite.name(a.id))))),
        el('tbody', people.map((s) => el('tr', el('th', { scope: 'row' }, this.w.upper(s.name), s.country && el('small', this.say(s.country))), this.arts.map((a) => heard(s, a))))))));
  }
}
