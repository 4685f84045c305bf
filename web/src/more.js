// What a comparison does not need for the first picture: the parts below the points, the other views (one text, the table of all
// readings), and what is copied. Loaded once the first picture stands.

import { more as english } from '../lang/en.json';
import { el } from './dom.js';
import { region } from './region.js';
import { cut } from './words.js';
import { bands, diff } from './table.js';

export { english };
export { Controls } from './controls.js';

/** merged is one text of both readings: the other's, with the words of the base that it has not got struck out in their places. */
export function merged(view, r) {
  const d = diff(r, view.base, view.beside);
  const [one, two] = [r.by[view.base], r.by[view.beside]];
  if (!one || !two || r.differ || d?.mode !== 'edits' || d.edits.some((e) => e.moved)) return null;
  const [b, o] = [one, two].map((rd) => wordsOf(view, rd));
  const at = (words, offset) => words.filter((w) => w[0] < offset).length;
  const marks = [];
  let [i, j] = [0, 0]; // words of the base and of the other that are behind us; between edits both go on word by word
  for (const e of d.edits) {
    const from = e.base ? at(b, e.base[0]) : i + at(o, e.other[0]) - j;
    j = e.other ? at(o, e.other[0]) : j + from - i;
    i = from;
    if (e.base && e.op === 'delete' && !(e.noise && view.quiet)) {
      const start = o[j]?.[0] ?? o.at(-1)[1];
      marks.push({ start, end: start, before: view.words(view.base, e.base) });
    }
    const m = e.op === 'insert' && view.side(e, false);
    if (m) marks.push(m);
    if (e.base) i = at(b, e.base[1]);
    if (e.other) j = at(o, e.other[1]);
  }
  return el('div.reading', { 'data-o': view.cite.article[two.article].siglum }, view.cite.quotes(two.article, two.passages, marks),
    view.cite.source(one.article, one.passages, one.expects), view.cite.source(two.article, two.passages, two.expects));
}

/** wordsOf are the ranges of a reading's words; of Japanese and Chinese, which have no spaces, of its letters. */
function wordsOf(view, rd) {
  const a = view.cite.article[rd.article];
  const word = /^(ja|zh)/.test(a.language) ? /\S/gu : /\S+/gu;
  return rd.passages.flatMap((id) => {
    const p = view.cite.passage[a.id + '/' + id];
    return [...(p.text ?? '').matchAll(word)].map((m) => {
      const start = p.start + Array.from(p.text.slice(0, m.index)).length;
      return [start, start + Array.from(m[0]).length];
    });
  });
}

/** matrix is all readings at once: a row for each point, a column for each outlet. */
export function matrix(view) {
  const cell = (r, a) => {
    const rd = r.by[a.id];
    if (rd) return view.reading(rd, a.id === view.base ? [] : view.inline(r, a.id), '');
    const evidence = r.om[a.id] || 'not-mentioned';
    return el('p.omission' + (evidence === 'before' ? '.late' : ''), el('span', view.say('o-' + evidence)));
  };
  return el('div.scroll', { tabindex: 0, role: 'region', 'aria-label': view.say('v-table') }, el('table.grid',
    el('thead', el('tr', el('td'), view.arts.map((a) => el('th', { scope: 'col' }, view.cite.tile(a.id, 't'), ' ', view.cite.name(a.id))))),
    bands.filter((b) => view.inBand(b).length).map((b) => el('tbody',
      el('tr.bandrow', el('th', { scope: 'rowgroup', colspan: view.arts.length + 1 }, view.bandName(b))),
      view.inBand(b).map((r) => el('tr', { id: 'point-' + r.p.id, hidden: view.hides(r) },
        el('th', { scope: 'row' }, el('span.n', String(r.n)), ' ', view.brieflabel(r), view.flags(r)),
        view.arts.map((a) => el('td', { 'data-h': view.cite.name(a.id), tabindex: -1 }, cell(r, a)))))))));
}

/** shorten cuts what both have in common out of long passages of a reading where a reader wants differences only. */
export function shorten(n, marks) {
  const shared = marks.some((m) => m.sel.startsWith('mark'));
  for (const box of n.querySelectorAll(shared ? '.q mark' : '.q')) {
    for (const t of [...box.childNodes].filter((k) => k.nodeType === 3 && k.length > 90)) {
      const [, before, cut, after] = /^(.{25}\S*)(\s.*\s)(\S*.{25})$/su.exec(t.data) ?? [];
      if (cut) t.replaceWith(before, el('span.cut', { title: cut.trim() }, ' […] '), after);
    }
  }
}

/** leads are headlines and how each article begins. */
export function leads(view) {
  const first = (a) => {
    const ps = a.passages.filter((p) => p.text && (p.kind === 'deck' || p.kind === 'body' && p.paragraph === 1));
    const s = ps.find((p) => p.kind === 'body')?.sentence;
    return ps.filter((p) => p.kind === 'deck' || p.sentence === s).map((p) => p.id);
  };
  const boxes = view.arts.filter((a) => first(a).length).map((a) => el('div', el('p.who', view.cite.tile(a.id, 't'), view.cite.name(a.id) !== a.siglum && el('b', view.cite.name(a.id))),
    view.title(a), view.cite.quotes(a.id, first(a)), view.cite.source(a.id, first(a))));
  return boxes.length > 1 && el('section.sec', { id: 'leads' }, el('h2', view.say('hleads')), el('p.note', view.say('nleads')), el('div.two', boxes));
}

export const differences = (view) => against(view, 'differ', view.m.discrepancies);
export const contrasts = (view) => against(view, 'contrast', view.m.contrasts);

/** orders are what articles say of the meeting's place in a sequence. */
export function orders(view) {
  const said = (view.m.order_claims ?? []).filter((o) => view.has.has(o.article));
  return said[0] && el('section.sec', { id: 'order' }, el('h2', view.say('horder')), el('p.note', view.say('norder')), el('div.two', said.map((o) =>
    el('div', view.cite.quotes(o.article, [o.passage], [{ ...o, sel: 'mark' }]), view.cite.source(o.article, [o.passage])))));
}

/** subject is what a discrepancy is about in the page's language; what follows a colon is the articles' ("How many: days"). */
function subject(view, about) {
  const [, what, of] = /^(.*?): (.*)$/s.exec(about) ?? [];
  return of ? view.say('colon', view.say(what), of) : view.say(about);
}

/** each is what the sides of a discrepancy have under a key, in order of first mention. */
const each = (sides, key) => [...new Set(sides.map((s) => s[key]))];

/** voiced are the rules whose values are who speaks: over an article's words such a name must not look like theirs who wrote them. */
const voiced = /^(reply|turn|two-agendas|speaker-differs)$/;

/** column is the key of what sides in one column share: of whether a meeting took place both speak with the same word ("met", "never met"). */
const column = (d) => d.rule === 'status-differs' ? 'article' : 'value';

/** against sets the sides of discrepancies or contrasts beside one another, column by column. */
function against(view, id, list) {
  const all = (list ?? []).map((d) => ({ ...d, sides: d.sides.filter((s) => view.has.has(s.article)) })).filter((d) => each(d.sides, column(d))[1] != null);
  return all[0] && el('section.sec', { id }, el('h2', view.say('h' + id)), el('p.note', view.say('n' + id)), all.map((d) =>
    el('div.difference', { id: 'd-' + d.id }, el('h3', view.w.upper(subject(view, d.about))), el('p.note', view.say('r-' + d.rule), ' ', view.say('rule'), ' ', el('code', d.rule), view.say('stop')), el('div.two', each(d.sides, column(d)).map((c) => {
      const of = d.sides.filter((s) => s[column(d)] === c);
      const v = of.at(-1).value;
      const by = each(of, 'article');
      return el('div', el('p.who', by.map((a) => view.cite.tile(a, 't')), !v ? el('b', view.say('ownwords')) : voiced.test(d.rule) ? [el('b', view.w.upper(view.foreign?.heard(view.w, v) ?? v)), el('span', view.say('reported'))] : el('b', cut(v, 40))), by.map((a) => {
        const sides = of.filter((s) => s.article === a), passages = each(sides, 'passage');
        return [view.cite.quotes(a, passages, sides.filter((s) => s.end).map((s) => ({ ...s, sel: 'i.v' }))), view.cite.source(a, passages)];
      }));
    })))));
}

export function terms(view) {
  let choice;
  const rows = (view.m.terms ?? []).map((term) => {
    const users = new Map();
    for (const a of view.arts) {
      for (const f of term.forms[a.id] ?? []) {
        const key = f.toLowerCase();
        if (!users.has(key)) users.set(key, { f, by: new Set() });
        users.get(key).by.add(a.id);
      }
    }
    if (users.size < 2) return null;
    const names = term.concept.split(' / ');
    const label = view.w.named(term);
    const both = label.split(' / ');
    const disputed = names.length === 2;
    if (disputed) {
      choice ??= el('fieldset.first', el('legend', view.say('namefirst')), both.map((n, i) =>
        el('label.sw', el('input', { type: 'radio', name: 'first', value: i + 1, autocomplete: 'off', checked: !i }), n)));
    }
    return el('div.term', el('h3', both[1] ? el('span.names', el('span', both[0]), ' / ', el('span', both[1])) : label),
      el('ul.forms', [...users.values()].map((u) => el(disputed && u.f.toLowerCase().includes(names[1].toLowerCase()) ? 'li.n2' : 'li',
        el('q', u.f), el('span.tiles', [...u.by].map((a) => use(view, term, a, u.f)))))));
  }).filter(Boolean);
  return rows.length > 0 && el('section.sec', { id: 'terms' }, el('h2', view.say('hterms')), el('p.note', view.say('nterms')), choice, el('div.terms', rows));
}

function use(view, term, article, form) {
  const c = view.cite;
  const uses = (term.uses ?? []).filter((u) => u.article === article && u.form.toLowerCase() === form.toLowerCase());
  const n = uses.reduce((sum, u) => sum + u.count, 0);
  const p = c.passage[article + '/' + uses[0]?.passage];
  if (!n || !p) return c.tile(article, 't');
  const label = c.article[article].siglum + view.say('sep') + view.say('colon', c.name(article), view.w.count(n, 'times', n) + view.say('sep') + c.where(p));
  return [el('a.tile.t', { href: c.address(article, p), title: label, 'aria-label': label }, c.article[article].siglum),
    n > 1 && el('small', { 'aria-hidden': 'true' }, '×' + n)];
}

/** speakers are all who are heard, most words first; one person is one speaker whatever an article calls him. */
function speakers(view) {
  const at = new Map();
  for (const v of view.m.voices ?? []) {
    if (!view.has.has(v.article)) continue;
    const key = v.person || v.speaker.toLowerCase();
    if (!at.has(key)) at.set(key, { name: view.foreign?.heard(view.w, v.speaker, v.person, view.doc.people) ?? v.speaker, country: v.country ?? '', by: {}, words: 0 });
    const s = at.get(key);
    const sum = s.by[v.article] ??= { direct: 0, words: 0, passages: [] };
    sum.direct += v.direct;
    sum.words += v.direct + v.indirect;
    sum.passages.push(...v.passages);
    s.words += v.direct + v.indirect;
  }
  return [...at.values()].sort((a, b) => b.words - a.words);
}

export function voices(view) {
  const people = speakers(view);
  if (!people.length) return null;
  const total = {};
  for (const s of people) total[s.country] = (total[s.country] ?? 0) + s.words;
  const sides = Object.keys(total).sort((a, b) => !a - !b || total[b] - total[a] || (a < b ? -1 : 1));
  const side = (c) => c ? region(view.w, c) : view.say(sides[1] == null ? 'speakers' : 'unsided');
  const percent = (n, whole) => Math.floor((n * 100 + Math.floor(whole / 2)) / whole);
  const bar = (a) => {
    const words = (c) => people.reduce((n, s) => n + (c == null || s.country === c ? s.by[a.id]?.words ?? 0 : 0), 0);
    const sum = words();
    const whole = Math.max(a.words, sum, 1);
    const said = [];
    const tds = [...sides.map((c, i) => [words(c), 'v' + i % 6, side(c)]), [whole - sum, 'own', view.say('own')]].map(([n, pattern, who]) => {
      const share = percent(n, whole);
      if (!share) return null;
      said.push(who + ' ' + share + '%');
      return el('td.' + pattern + (share < 12 ? '.few' : ''), { width: share + '%' }, el('b', Array.from(who).length + 3 < share && el('i', who + ' '), share >= 6 && share + '%'));
    });
    return el('table.vb', { role: 'img', 'aria-label': view.say('colon', view.cite.name(a.id), said.join(view.say('sep'))) }, el('tbody', el('tr', tds)));
  };
  const heard = (s, a) => {
    const v = s.by[a.id];
    const h = { 'data-h': view.cite.name(a.id) };
    if (!v) return el('td.nil', h, view.say('notheard'));
    const seen = new Map();
    for (const id of v.passages) {
      const p = view.cite.passage[a.id + '/' + id];
      if (p && !seen.has(view.cite.where(p))) seen.set(view.cite.where(p), p);
    }
    return el('td', h, el('div', el('b', view.w.count(v.words, 'words', v.words)), view.say('sep') + percent(v.words, Math.max(a.words, v.words, 1)) + '%',
      v.direct > 0 && el('small', view.say('quoted', v.direct)),
      el('small', [...seen].map(([where, p], i) => [i > 0 && view.say('sep'), view.cite.link(a.id, p, where)]))));
  };
  return el('section.sec', { id: 'voices' }, el('h2', view.say('hvoices')), el('p.note', view.say('nvoices')),
    el('div.keys', { 'aria-hidden': 'true' }, sides.map((c, i) => el('span', el('span.vb', el('span.v' + i % 6)), side(c)))),
    el('div.voices', view.arts.map((a) => el('div.voice', view.cite.tile(a.id, 't'), bar(a), el('span.of', view.say('ofwords', view.w.number(a.words)))))),
    el('div.scroll', { tabindex: 0, role: 'region', 'aria-label': view.say('hvoices') }, el('table.grid',
      el('thead', el('tr', el('th', { scope: 'col' }, view.say('speaker')), view.arts.map((a) => el('th', { scope: 'col' }, view.cite.name(a.id))))),
      el('tbody', people.map((s) => el('tr', el('th', { scope: 'row' }, view.w.upper(s.name), s.country && el('small', region(view.w, s.country))), view.arts.map((a) => heard(s, a))))))));
}
