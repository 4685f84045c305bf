// Passages as they are shown. web/cite.go is its twin on the server.

import { el } from './dom.js';
import { cut, isolated } from './words.js';

/** A mark is {start, end, sel, before}: a stretch of a source in code points and the element it is shown as. */
export class Citer {
  constructor(words, doc, root) {
    this.w = words;
    this.root = root;
    this.article = {};
    this.passage = {};
    this.outlet = {};
    for (const a of doc.articles) {
      this.article[a.id] = a;
      for (const p of a.passages ?? []) this.passage[a.id + '/' + p.id] = p;
    }
    for (const o of doc.outlets ?? []) this.outlet[o.id] = o.name;
  }

  /** name is the name of an article's outlet. Of several articles of one the letters tell which is meant, of several unnamed the headline. */
  name(article) {
    const { outlet, headline, siglum } = this.article[article] ?? {};
    const several = Object.values(this.article).filter((a) => a.outlet === outlet)[1];
    const name = this.outlet[outlet];
    if (outlet === 'unknown') return several && headline ? this.w.say('unnamedof', cut(headline, 24)) : this.w.say('unnamed');
    return several && name ? this.w.say('twice', name, siglum) : name || outlet;
  }

  /** quotes are a reading's passages, one paragraph each; those that follow one another in a paragraph make one. */
  quotes(article, ids, marks = []) { return this.runs(article, ids).map((run) => this.quote(article, run, marks)); }

  runs(article, ids) {
    const out = [];
    for (const id of ids) {
      const p = this.passage[article + '/' + id] ?? {};
      const last = out.at(-1)?.at(-1);
      if (p.text && last?.text && (p.sentence === last.sentence || p.paragraph && p.paragraph === last.paragraph) && p.start - last.end >= 0 && p.start - last.end < 3) out.at(-1).push(p);
      else out.push([p]);
    }
    return out;
  }

  quote(article, run, marks) {
    if (!run[0].text) return el('p.omission', el('span', this.w.say('withheld')));
    return el('p.q', { lang: this.article[article].language || null, id: this.anchor(article, run[0]) }, ellipses(run[0])[0] && '… ',
      run.map((p, i) => i ? [p.start > run[i - 1].end && ' ', el('span', { id: this.anchor(article, p) }, mix(p, marks))] : mix(p, marks)), ellipses(run.at(-1))[1] && ' …');
  }

  /** anchor is the id of a passage where it first stands, nothing in a comparison inside somebody else's page. */
  anchor(article, p) {
    const id = 'passage-' + article + '-' + p.id;
    return this.anchors && !this.anchors.has(id) && this.anchors.add(id) && id;
  }

  source(article, ids, expects) {
    const dot = this.w.say('dot');
    const seen = new Set();
    const n = this.runs(article, ids).length;
    return el('p.source', { 'data-a': article }, el('span.k', this.name(article)),
      expects && [dot, el('span.x', this.w.say('expected'))],
      n > 1 && [dot, this.w.say('passages', n)],
      ids.map((id) => {
        const p = this.passage[article + '/' + id];
        const where = this.where(p);
        return !seen.has(where) && seen.add(where) && [dot, this.link(article, p, where)];
      }));
  }

  where(p) {
    return !p?.kind || p.kind === 'body' ? this.w.say('para', p?.paragraph) : this.w.say(p.kind);
  }

  link(article, p, text) {
    return el('a', { href: this.address(article, p), title: this.w.say('offsets', p.start, p.end, this.article[article].file) }, text + '\u00a0↗');
  }

  /** address is where a passage can be read at its place: at the source where that is known, else on our page of the article. */
  address(article, p) {
    const a = this.article[article];
    const u = webAddress(a.url);
    return u ? u + fragment(p.text ?? '') : this.root + '/articles/' + a.id + '#' + p.id;
  }

  tile(article, state) {
    return el('span.tile.' + state, { title: this.name(article) }, this.article[article]?.siglum);
  }

  about(article) {
    const a = this.article[article];
    return [isolated(this.name(article)), a.published && this.w.date(a.published), this.format(a), a.words > 0 && this.w.count(a.words, 'words', this.w.number(a.words))]
      .filter(Boolean).join(this.w.say('dot'));
  }

  format(a) {
    const from = (a.translated_from ?? '').split('-')[0];
    return from ? this.w.say('translated', this.w.tongue(from)) : this.w.say(a.format);
  }
}

/** webAddress is u where it is an http address: a document must not be able to put a script into a link. */
export const webAddress = (u) => /^https?:\/\//.test(u ?? '') ? u : '';

/** mix cuts a passage at its marks. Offsets count code points, strings count UTF-16 units: hence the array. */
export function mix(p, marks) {
  const text = Array.from(p.text);
  const cut = (a, b) => text.slice(a - p.start, b - p.start).join('');
  const whole = p.start + text.length;
  const out = [];
  let at = p.start;
  const put = (to) => { if (to > at) { out.push(cut(at, to)); at = to; } };
  for (const m of marks) {
    const start = Math.max(m.start, at);
    const end = Math.min(m.end, whole);
    if (m.before && m.start >= p.start && m.start <= whole) {
      put(start);
      out.push(el('del', m.before), ' ');
    }
    if (start < end && m.end > p.start) {
      put(start);
      out.push(el(m.sel, cut(start, end)));
      at = end;
    }
  }
  put(whole);
  return out;
}

function ellipses(p) {
  const text = p.text.trim();
  if (p.kind !== 'body' || !text) return [];
  return [/^\p{Ll}/u.test(text), !/[.!?:…"'”’»。！？」』)）]$/u.test(text)];
}

// https://wicg.github.io/scroll-to-text-fragment/
function fragment(text) {
  const w = text.split(/\s+/).filter(Boolean);
  const percent = (list) => encodeURIComponent(list.join(' ')).replace(/-/g, '%2D');
  if (!w.length) return '';
  return '#:~:text=' + (w.length <= 8 ? percent(w) : percent(w.slice(0, 4)) + ',' + percent(w.slice(-4)));
}
