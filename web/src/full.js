// The whole comparison with its controls. web/view.go and web/bill.go are its twins on the server.

import { full as english } from '../lang/en.json';
import { el } from './dom.js';
import { cut } from './words.js';
import { bands, pairOf } from './table.js';
import { View } from './view.js';

export { english };

/** atOnce are the points that are drawn with the head: those of the first screenful, of which the headlines of many outlets leave none. */
const atOnce = (outlets) => Math.max(0, 4 - outlets);

export class Full extends View {
  extra; // src/more.js once it is there: the controls, the parts below the points, the other views
  lazy = false; // what is below the first points is drawn when somebody comes near, or the page rests
  load = async () => {}; // brings more.js
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
      const { length } = this.todo;
      const now = this.drawn(next.draw());
      this.todo.unshift(...this.todo.splice(length)); // what it has left for later itself comes next
      if (now) next.n.replaceWith(now);
      else next.n.remove();
      if (now) out.push(now);
    }
    return out;
  }

  /** bare is the comparison without what more.js draws and does, where that cannot be had: all points stand there to be read. */
  bare(ro) {
    this.todo = this.todo.filter(({ n }) => !n.matches('.sec, .bar') || n.remove());
    this.fill();
    ro.querySelector('.bar')?.remove();
  }

  /** full is the comparison as it stands on its own page. */
  full() {
    this.cite.anchors = new Set();
    this.todo = [];
    if (this.arts.length < 2) return this.holder('div.ro.full', this.head('h1.title'), this.lone(), this.below(['differences', 'contrasts', 'orders', 'terms', 'voices']), this.foot(true));
    return this.holder('div.ro.full', this.head('h1.title'), this.whenLine(), this.bill(), this.keys(),
      this.arts.length < 4 ? [this.bar(), this.points()] : [this.later('form.bar', {}, () => this.bar()), this.later('div.points', {}, () => this.points())], // the headlines of many fill the screen
      this.below(['leads', 'differences', 'contrasts', 'orders', 'terms', 'voices']), this.foot(true));
  }

  /** below are the parts that stand under the points; a place is kept for them until more.js is there. */
  below(parts) { return parts.map((part) => this.later('section.sec', {}, () => this.extra[part](this))); }

  points() { return el('div.points.' + this.mode, this.mode === 'table' ? this.extra.matrix(this) : bands.map((b) => this.band(b))); }

  differs(r) {
    const [a, b] = this.shown(r).cells;
    if (!r.by[a] || !r.by[b] || r.differ) return true;
    const d = pairOf(r, a, b);
    return d?.mode !== 'edits' || (d.edits ?? []).some((e) => e.op !== 'equal' && !e.noise);
  }

  /** hides says whether a reader has put a row out of sight. */
  hides(r) { return this.fold && !this.differs(r); }

  /** brieflabel is a row's label where its words do not stand beside it. */
  brieflabel(r) { return cut(r.p.label, 70); }

  point(r, h) {
    const n = super.point(r, h);
    if (!this.cite.anchors) return n; // in somebody else's page
    n.querySelector('.n').replaceWith(el('a.n', { href: '#point-' + r.p.id, 'aria-label': this.say('point', r.n) }, String(r.n)));
    n.hidden = this.hides(r);
    if (this.mode !== 'inline') return n;
    const merged = this.extra.merged(this, r);
    if (merged) n.querySelector('.rds').replaceChildren(merged);
    return n;
  }

  reading(rd, marks, sig) {
    const n = super.reading(rd, marks, sig);
    if (this.fold && marks.length) this.extra.shorten(n, marks);
    return n;
  }

  axis() {
    let last;
    return el('div.axis', { 'aria-hidden': 'true' }, el('div.scale', this.rows.map((r) => {
      const begins = r.band !== last;
      last = r.band;
      return el(begins ? 'i.b' : 'i', begins && el('b', this.bandShort(r.band)), (!this.many || r.n % 5 === 0) && el('a', { href: '#point-' + r.p.id, tabindex: -1 }, String(r.n)));
    })));
  }

  bandShort(band) {
    const n = this.inBand(band).length;
    return n < 5 ? this.say(band) : this.say('b' + band, n);
  }

  inBand(band) { return this.rows.filter((r) => r.band === band); }

  bar() {
    const n = this.rows.filter((r) => this.differs(r)).length;
    const edits = this.rows.flatMap((r) => r.p.diffs ?? []);
    const off = { disabled: !this.extra }; // until there is somebody to answer
    const step = (key, sign) => el('button', { type: 'button', name: key, 'aria-label': this.say(key) }, off, sign);
    const tick = (name, checked) => el('label.sw.' + name, el('input', { type: 'checkbox', name, checked, autocomplete: 'off' }, off), this.say(name));
    const pick = (name, choices) => el('fieldset.pick', el('legend', this.say(name)), el('div.set', choices.map(({ value, text, title, checked, type = 'radio' }) =>
      el('label', { title }, el('input', { type, name, value, 'aria-label': title, checked, autocomplete: 'off' }, off), el('span.tile', text)))));
    const outlet = (a, more) => ({ value: a.id, text: a.siglum, title: this.cite.name(a.id), ...more });
    return el('form.bar', { 'aria-label': this.say('controls') },
      el('span.step', step('prev', '‹'), el('span', { role: 'status' }, this.w.count(n, 'ndiffs', n)), step('next', '›')),
      tick('options', this.options),
      this.arts.length > 2 && ['base', 'beside'].map((name) => pick(name, this.arts.map((a) => outlet(a, { checked: this[name] === a.id })))),
      pick('mode', ['split', 'inline', 'table'].map((value) => ({ value, text: this.say('v-' + value), checked: value === this.mode }))),
      this.every.length > 2 && pick('outlets', this.every.map((a) => outlet(a, { checked: this.has.has(a.id), type: 'checkbox' }))),
      edits.some((d) => d.edits?.some((e) => e.noise)) && tick('spelling', this.quiet), edits.length > 0 && tick('fold', this.fold),
      this.m.points?.some((p) => this.sureness(p) < 2) && el('label.sw', this.say('pairing'), el('input', { type: 'range', name: 'sure', min: 0, max: 2, value: this.sure, autocomplete: 'off' }, off), el('output', this.say('sure' + this.sure))));
  }

  bandName(band) { return this.say(band === 'all' && this.arts.length === 2 ? 'bandboth' : 'band' + band); }

  band(band) {
    const rows = this.inBand(band);
    if (!rows.length) return null;
    const note = this.w.count(rows.length, 'points', rows.length) + (band === 'some' && rows.length > 1 ? this.say('sep') + this.say('mostfirst') : '')
      + (band === 'one' && this.parted ? this.say('sep') + this.w.count(this.parted, 'apart', this.parted) : '');
    return el('section.pts', { hidden: rows.every((r) => this.hides(r)) }, el('div.band', el('h2', this.bandName(band)), el('span', note)), rows.map((r) => r.n <= atOnce(this.arts.length) ? this.point(r, 'h3') : this.later('article.point', { id: 'point-' + r.p.id, hidden: this.hides(r) }, () => this.point(r, 'h3'))));
  }
}
