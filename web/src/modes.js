// The other views of a meeting: one text, and the table of all readings. They are loaded when a reader asks for one.

import { el } from './dom.js';
import { diff } from './table.js';

const bands = ['all', 'some', 'one', 'back'];

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
