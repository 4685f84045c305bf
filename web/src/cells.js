// Going about in the overview and in the table by keyboard.

import { add, el } from './dom.js';

const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** tableKey moves from cell to cell of the table. */
export function tableKey(e) {
  const [dy, dx] = arrows[e.key] ?? [];
  if (dx == null) return;
  const rows = [...e.target.closest('.scroll').querySelectorAll('tbody tr:not([hidden])')].filter((r) => r.querySelector('td'));
  const row = rows.indexOf(e.target.closest('tr'));
  const col = row < 0 ? 0 : e.target.cellIndex + dx;
  const to = rows[Math.min(Math.max(row + dy, 0), rows.length - 1)]?.cells[Math.max(col, 1)];
  if (!to) return;
  e.preventDefault();
  to.focus();
}

/** grid makes the overview a grid with one tab stop, once somebody comes to it: its cells stand over the drawing. */
export function grid(view, ro, e) {
  const bill = ro.querySelector('.bill');
  if (bill.role !== 'grid') {
    bill.role = 'grid';
    const pieces = view.pieces();
    [...bill.querySelectorAll('.row .strip')].forEach((strip, i) => {
      strip.removeAttribute('aria-label');
      strip.role = 'none';
      [...strip.children].forEach((drawing, j) => {
        for (const name of ['aria-label', 'tabindex']) drawing.removeAttribute(name);
        drawing.role = 'none'; // else a picture stands between a row and its cells
        add(drawing, pieces[j].rows.map(({ r, x }) => el('rect', { x, width: 20, height: 28, role: 'gridcell', tabindex: -1, 'data-id': r.p.id,
          'aria-label': view.say('colon', r.n, view.say('c-' + view.mark(r, view.arts[i]))) })));
      });
    });
    bill.querySelector('rect').setAttribute('tabindex', 0);
  }
  if (e.type === 'focusin' && !e.target.dataset.id) bill.querySelector('rect').focus();
}

/** cellKey moves from cell to cell of the overview. */
export function cellKey(ro, e) {
  const [dy, dx] = { ...arrows, Home: [0, -999], End: [0, 999] }[e.key] ?? [];
  if (dx == null) return;
  e.preventDefault();
  const rows = [...ro.querySelectorAll('.row .strip')].map((s) => [...s.querySelectorAll('rect')]);
  const row = rows.findIndex((cells) => cells.includes(e.target));
  const to = rows[Math.min(Math.max(row + dy, 0), rows.length - 1)];
  const cell = to[Math.min(Math.max(rows[row].indexOf(e.target) + dx, 0), to.length - 1)];
  e.target.setAttribute('tabindex', -1);
  cell.setAttribute('tabindex', 0);
  cell.focus();
}
