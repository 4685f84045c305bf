// The whole comparison with its controls. web/view.go and web/sections.go are its twins on the server.

import { full as english } from '../lang/en.json';
import { Controls } from './controls.js';

export { english, Controls };

const bands = ['all', 'some', 'one', 'back'];

/** cut is the beginning of s, at most about n code points, cut at a space. */
function cut(s, n) {
  const r = Array.from(s.trimEnd());
  if (r.length <= n) return r.join('');
  const short = r.slice(0, n).join('');
  return short.replace(/(?<=.)\s\S*$/su, '') + ' …';
}

/** fuller extends the view. */
export const fuller = (View, el) => class extends View {
  /** full is the comparison as it stands on its own page. */
  full() {
    if (this.arts.length < 2) return this.holder('div.ro.full', this.head('h1.title'), this.lone(), this.differences(), this.foot(true));
    return this.holder('div.ro.full', this.head('h1.title'), this.whenLine(), this.bill(), this.keys(), this.bar(),
      bands.map((b) => this.band(b)), this.differences(), this.terms(), this.voices(), this.foot(true));
  }

  differs(r) {
    const [a, b] = this.shown(r).cells;
    if (!r.by[a] || !r.by[b] || r.differ) return true;
    const d = this.diff(r, a, b);
    return d?.mode !== 'edits' || (d.edits ?? []).some((e) => e.op !== 'equal' && !e.noise);
  }

  axis() {
    return el('div.axis', { 'aria-hidden': 'true' }, this.strip((r, begins) => ['',
      begins && el('b', this.bandShort(r.band)), el('a', { href: '#p-' + r.p.id, tabindex: -1 }, String(r.n))]));
  }

  bandShort(band) {
    const n = this.inBand(band).length;
    return n < 5 ? this.say(band) : this.say('b' + band, n);
  }

  inBand(band) { return this.rows.filter((r) => r.band === band); }

  bar() {
    const n = this.rows.filter((r) => this.differs(r)).length;
    const step = (key, sign) => el('button', { type: 'button', name: key, 'aria-label': this.say(key) }, sign);
    return el('form.bar', { 'aria-label': this.say('controls') },
      el('div.opts',
        el('span.step', step('prev', '‹'), el('span', { role: 'status' }, this.w.count(n, 'ndiffs', n)), step('next', '›')),
        el('label.sw', el('input', { type: 'checkbox', name: 'spelling', checked: this.quiet }), this.say('spelling')),
        el('label.sw', this.say('pairing'), el('input', { type: 'range', name: 'sure', min: 0, max: 2, value: 0 }), el('output', this.say('sure0')))),
      this.arts.length > 2 && ['base', 'beside'].map((name) => el('fieldset.pick', el('legend', this.say(name)), el('div.set', this.arts.map((a) =>
        el('label', { title: this.cite.name(a.id) },
          el('input', { type: 'radio', name, value: a.id, 'aria-label': this.cite.name(a.id), checked: this[name] === a.id }), el('span.tile', a.siglum)))))));
  }

  band(band) {
    const rows = this.inBand(band);
    if (!rows.length) return null;
    const note = this.w.count(rows.length, 'points', rows.length) + (band === 'some' && rows.length > 1 ? this.say('sep') + this.say('mostfirst') : '');
    return el('section.pts', el('div.band', el('h2', this.say(band === 'all' && this.arts.length === 2 ? 'bandboth' : 'band' + band)), el('span', note)),
      rows.map((r) => this.point(r, 'h3')));
  }

  differences() {
    const all = this.m.discrepancies ?? [];
    if (!all.length) return null;
    return el('section.sec', { id: 'differ' }, el('h2', this.say('hdiffer')), el('p.note', this.say('ndiffer')), all.map((d) =>
      el('div.difference', { id: 'd-' + d.id }, el('h3', d.about.replace(/^./u, (c) => c.toUpperCase())), el('div.two', [...new Set(d.sides.map((s) => s.value))].map((v) => {
        const sides = d.sides.filter((s) => s.value === v);
        return el('div', el('p.who', sides.map((s) => this.cite.tile(s.article, 't')), el('b', cut(v, 48))), sides.map((s) => [
          this.cite.quotes(s.article, [s.passage], s.end > s.start ? [{ start: s.start, end: s.end, sel: 'i.v' }] : []),
          this.cite.source(s.article, [s.passage])]));
      })))));
  }

  terms() {
    const rows = (this.m.terms ?? []).map((term) => {
      const users = new Map();
      for (const a of this.arts) {
        for (const f of term.forms[a.id] ?? []) {
          const key = f.toLowerCase();
          if (!users.has(key)) users.set(key, { f, by: new Set() });
          users.get(key).by.add(a.id);
        }
      }
      return users.size > 1 && el('div.term', el('h3', term.concept), el('ul.forms', [...users.values()].map((u) =>
        el('li', el('q', u.f), el('span.tiles', [...u.by].map((a) => this.cite.tile(a, 't')))))));
    }).filter(Boolean);
    return rows.length > 0 && el('section.sec', { id: 'terms' }, el('h2', this.say('hterms')), el('p.note', this.say('nterms')), el('div.terms', rows));
  }

  voices() {
    const words = {};
    const total = {};
    for (const v of this.m.voices ?? []) {
      const c = v.country ?? '';
      const n = v.direct + v.indirect;
      words[v.article] ??= {};
      words[v.article][c] = (words[v.article][c] ?? 0) + n;
      total[c] = (total[c] ?? 0) + n;
    }
    if (Object.keys(words).length < 2) return null;
    const sides = Object.keys(total).sort((a, b) => !a - !b || total[b] - total[a] || (a < b ? -1 : 1));
    const name = (c) => this.say(c || 'unsided');
    const key = (pattern, text) => el('span', el('span.vb', el('span.' + pattern)), text);
    return el('section.sec', { id: 'voices' }, el('h2', this.say('hvoices')), el('p.note', this.say('nvoices')),
      el('div.keys', { 'aria-hidden': 'true' }, sides.map((c, i) => key('v' + i % 4, name(c))), key('own', this.say('ownlong'))),
      el('div.voices', this.arts.map((a) => {
        const mine = words[a.id] ?? {};
        const sum = Object.values(mine).reduce((x, y) => x + y, 0);
        const whole = Math.max(a.words, sum, 1);
        const said = [];
        const tds = [...sides.map((c, i) => [mine[c] ?? 0, 'v' + i % 4, name(c)]), [whole - sum, 'own', this.say('own')]].map(([n, pattern, who]) => {
          const share = Math.floor((n * 100 + Math.floor(whole / 2)) / whole);
          if (!share) return null;
          said.push(who + ' ' + share + '%');
          return el('td.' + pattern, { width: share + '%' }, el('b', share >= 25 ? who + ' ' + share + '%' : share >= 8 ? share + '%' : ''));
        });
        return el('div.voice', this.cite.tile(a.id, 't'), el('table.vb', { role: 'img', 'aria-label': this.say('colon', this.cite.name(a.id), said.join(this.say('sep'))) }, el('tbody', el('tr', tds))));
      })));
  }
};
