// A meeting's document arranged for reading. web/table.go is its twin on the server.

import { Citer } from './cite.js';

export const bands = ['all', 'some', 'one', 'back'];
const groups = ['after', 'before', 'undatedgrp'];
export const groupOf = (written) => written === 'after' ? 'after' : written === 'before' || written === 'during' ? 'before' : 'undatedgrp';

/** inTime is a date as it sorts among others: "[2014-02-18..2014-02-19]" by its first day. */
const inTime = (s) => (s ?? '').replace(/^[[{]/, '');

export class Table {
  constructor(doc, words, root) {
    const m = doc.meeting;
    this.doc = doc;
    this.m = m;
    this.w = words;
    this.root = root;
    this.quiet = true; // edits that are only spelling are not drawn
    this.fold = false; // only points where the pair differs are shown, and shared text is cut
    this.options = false; // where there is little room, the controls beside the stepper are shown
    this.sure = 1; // pairings that are less sure are taken apart: see web/sure.go
    this.mode = 'split'; // split, inline or table
    this.cite = new Citer(words, doc, root);
    this.cov = Object.fromEntries(m.coverage.map((c) => [c.article, c]));
    this.every = groups.flatMap((g) => doc.articles.filter((a) => groupOf(this.cov[a.id]?.written) === g));
    if (this.every.length === 2 && inTime(this.every[1].published) < inTime(this.every[0].published)) this.every.reverse();
    this.only(this.every);
  }

  /** only arranges the comparison of some of the articles. The pair stays where both are among them. */
  only(arts) {
    this.arts = arts;
    this.has = new Set(arts.map((a) => a.id));
    this.rows = this.settled().map((p) => this.row(p)).filter((r) => r.told);
    if (!this.has.has(this.base) || !this.has.has(this.beside)) this.choosePair();
    this.order();
  }

  /** sureness is how sure a pairing is: 0 uncertain, 1 likely, 2 sure. */
  sureness(p) { return p.readings.length < 2 || p.confidence >= 0.75 ? 2 : p.confidence >= 0.5 ? 1 : 0; }

  /** settled are the points as they are shown: see web/sure.go. What is less sure than this.sure is taken apart. */
  settled() {
    const shown = new Set();
    const all = (p, so) => p.readings.every((rd) => rd.passages.every((id) => so(rd.article + '/' + id)));
    const points = this.m.points ?? [];
    const stays = (p) => this.sureness(p) >= this.sure || p.clash || !all(p, (key) => this.cite.passage[key]?.text);
    const out = points.filter((p) => stays(p) && all(p, (key) => shown.add(key)));
    const parted = points.filter((p) => !stays(p));
    this.parted = parted.length;
    for (const p of parted) {
      let n = 0;
      for (const rd of p.readings) {
        const { article } = rd;
        for (const run of this.cite.runs(article, rd.passages.filter((id) => !shown.has(article + '/' + id)))) {
          const passages = run.map((x) => x.id);
          passages.forEach((id) => shown.add(article + '/' + id));
          out.push({ ...p, id: p.id + (n++ ? '.' + n : ''), label: run[0].text, readings: [{ ...rd, passages }], confidence: 1, diffs: [],
            omissions: [...p.omissions ?? [], ...p.readings.filter((x) => x !== rd).map((x) => ({ article: x.article, evidence: 'unsure' }))] });
        }
      }
    }
    return out;
  }

  row(p) {
    const r = { p, by: {}, om: {}, clash: {} };
    for (const rd of p.readings) if (this.has.has(rd.article)) r.by[rd.article] = rd;
    for (const o of p.omissions ?? []) r.om[o.article] = o.evidence;
    for (const d of this.m.discrepancies ?? []) {
      for (const s of d.sides) if (d.point === p.id && r.by[s.article]) (r.clash[s.article] ??= []).push(s);
    }
    const n = Object.keys(r.by).length;
    r.told = n;
    r.differ = Object.keys(r.clash).length > 1;
    r.band = p.background ? 'back' : n === this.arts.length ? 'all' : n > 1 ? 'some' : 'one';
    return r;
  }

  choosePair() {
    const ids = this.arts.map((a) => a.id);
    this.base = ids[0];
    let most = -1;
    for (let i = 0; i < ids.length; i++) for (let j = i + 1; j < ids.length; j++) { // plain loops: run once, never made fast
      let common = 0;
      for (const r of this.rows) if (r.by[ids[i]] && r.by[ids[j]]) common++;
      if (common > most) [most, this.base, this.beside] = [common, ids[i], ids[j]];
    }
  }

  order() {
    const first = (r) => this.arts.findIndex((a) => r.by[a.id]);
    const begins = (r) => Object.values(r.by).map((rd) => this.cite.passage[rd.article + '/' + rd.passages[0]]?.start ?? 0)[0];
    this.rows.sort((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band) || b.told - a.told || (a.told === 1 ? first(a) - first(b) || begins(a) - begins(b) : 0));
    this.rows.forEach((r, i) => { r.n = i + 1; });
  }

  state(r, article, near) {
    const rd = r.by[article];
    if (!rd) return r.om[article] === 'before' ? 'p' : 'o';
    if (rd.expects) return 'x';
    return near && pairOf(r, this.base, article)?.mode === 'edits' ? 'e' : 't';
  }

  shown(r) {
    const tell = this.arts.filter((a) => r.by[a.id]).map((a) => a.id);
    const party = tell.filter((a) => r.clash[a]);
    let cells = [this.base, this.beside];
    let kind = '';
    if (this.arts.length === 2);
    else if (tell.length === 1) [cells, kind] = [tell, 'only'];
    else if (r.differ && !(r.clash[this.base] && r.clash[this.beside])) {
      const other = party.slice(1).find((b) => r.clash[b][0].value !== r.clash[party[0]][0].value) ?? party[1];
      [cells, kind] = [[party[0], other], 'none'];
    } else if (!r.by[this.base] && !r.by[this.beside]) [cells, kind] = [tell.slice(0, 2), 'none'];
    return { cells, kind, rest: tell.filter((a) => !cells.includes(a)) };
  }
}

const turned = { delete: 'insert', insert: 'delete', equal: 'equal' };

/** pairOf is the comparison of two readings, whichever is its base. */
export const pairOf = (r, a, b) => r.p.diffs?.find((d) => d.base === a && d.other === b || d.base === b && d.other === a);

/** diff is the comparison of two readings, turned so that base is its base. */
export function diff(r, base, other) {
  const d = pairOf(r, base, other);
  if (!d || d.base === base) return d;
  return { ...d, base, other, edits: (d.edits ?? []).map((e) => ({ ...e, op: turned[e.op], base: e.other, other: e.base })) };
}
