// What a reader does with a comparison: choose the pair, step through differences, hush spelling, hide doubtful pairings.

export class Controls {
  #off = new AbortController();
  #at = -1; // where the stepper stands in the list of differences

  /** host is the element, ro the comparison in its shadow, view what drew it; changed is told of each choice. */
  constructor(host, ro, view, changed) {
    Object.assign(this, { host, ro, view, changed });
    const on = (target, type, f) => target.addEventListener(type, f, { signal: this.#off.signal });
    on(ro, 'click', (e) => this.#click(e));
    on(ro, 'keydown', (e) => this.#key(e));
    on(ro, 'input', (e) => this.#input(e.target));
    on(ro, 'submit', (e) => e.preventDefault());
    on(window, 'hashchange', () => this.#hash());
    this.#grid();
    this.#hash();
  }

  stop() { this.#off.abort(); }

  /** pair chooses base and beside by article id, outlet id or siglum; the row under the eye stays where it is. */
  pair({ base, beside }) {
    const { view } = this;
    const was = [view.base, view.beside];
    view.choose(base, beside);
    if (was[0] === view.base && was[1] === view.beside) return;
    for (const name of ['base', 'beside']) {
      for (const i of this.ro.querySelectorAll(`[name=${name}]`)) i.checked = i.value === view[name];
    }
    this.#redraw();
    this.#announce(view.say('pair', view.cite.name(view.base), view.cite.name(view.beside)));
    this.changed({ base: view.base, beside: view.beside });
  }

  #redraw() {
    const { view, ro } = this;
    const points = [...ro.querySelectorAll('.point')];
    const eye = points.find((p) => p.getBoundingClientRect().bottom > 80);
    const top = eye?.getBoundingClientRect().top;
    let kept;
    for (const old of points) {
      const r = view.rows.find((r) => 'point-' + r.p.id === old.id);
      const now = view.point(r, old.querySelector('h3') ? 'h3' : 'h4');
      now.hidden = old.hidden;
      if (old.querySelector('details')?.open && now.querySelector('details')) now.querySelector('details').open = true;
      old.replaceWith(now);
      if (old === eye) kept = now;
    }
    for (const a of view.arts) ro.querySelector(`.row[data-a="${CSS.escape(a.id)}"] .strip`)?.replaceWith(view.cells(a));
    this.#grid();
    if (kept) window.scrollBy({ top: kept.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  #input(i) {
    const { view } = this;
    if (i.name === 'base' || i.name === 'beside') this.pair({ [i.name]: i.value });
    if (i.name === 'spelling') {
      view.quiet = i.checked;
      this.#redraw();
      this.changed({ spelling: i.checked });
    }
    if (i.name === 'sure') {
      i.nextSibling.textContent = view.say('sure' + i.value);
      let hidden = 0;
      for (const r of view.rows) {
        const hide = view.sureness(r.p) < i.value;
        this.ro.querySelector('#point-' + CSS.escape(r.p.id)).hidden = hide;
        hidden += hide;
      }
      this.#announce(view.w.count(hidden, 'hidden', hidden));
      this.changed({ sure: +i.value });
    }
  }

  #click(e) {
    const step = e.target.closest('button');
    if (step) return this.step(step.name === 'next' ? 1 : -1);
    const to = e.target.closest('a[href^="#point-"]')?.hash.slice(1) ?? (e.target.dataset?.p && 'point-' + e.target.dataset.p);
    if (to && this.#go(to)) e.preventDefault();
  }

  #key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || this.host.keys === 'off') return;
    if (e.target.dataset.p) return this.#cellKey(e);
    if (e.key === 'Escape') {
      this.ro.querySelector('.target')?.classList.remove('target');
      this.ro.querySelector('[name=next]')?.focus();
      return;
    }
    const by = { j: 1, n: 1, k: -1, p: -1 }[e.key];
    if (by) {
      e.preventDefault();
      this.step(by, true);
    }
  }

  /** step goes to the next or previous point where the pair differs, says which of how many it is, and stops at the ends. */
  step(by, focus) {
    const { view } = this;
    const stops = view.rows.filter((r) => view.differs(r) && this.ro.querySelector('#point-' + CSS.escape(r.p.id))?.hidden === false);
    if (!stops.length) return;
    this.#at = Math.min(Math.max(this.#at + by, 0), stops.length - 1);
    const r = stops[this.#at];
    this.#go('point-' + r.p.id, focus);
    this.#announce(view.say('position', this.#at + 1, stops.length), view.say('sep') + r.p.label);
    this.changed({ point: r.p.id });
  }

  #go(id, focus = true) {
    const p = this.ro.querySelector('#' + CSS.escape(id));
    if (!p) return false;
    for (const t of this.ro.querySelectorAll('.target')) t.classList.remove('target');
    p.classList.add('target');
    p.scrollIntoView({ block: 'start' });
    if (focus) {
      p.tabIndex = -1;
      p.focus({ preventScroll: true });
    }
    if (this.host.view === 'full') history.replaceState(history.state, '', '#' + id);
    return true;
  }

  #hash() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (/^point-/.test(id)) this.#go(id, false);
  }

  /** announce writes the position for all and, for those who listen, what stands there. */
  #announce(text, more) {
    const s = this.ro.querySelector('[role=status]');
    const span = document.createElement('span');
    span.className = 'vh';
    span.textContent = more ?? '';
    s?.replaceChildren(text, span);
  }

  // The overview is a grid with one tab stop: arrows move, Enter goes to the point.
  #grid() {
    const cells = this.ro.querySelectorAll('.row .strip i');
    if (!cells.length) return;
    this.ro.querySelector('.bill').setAttribute('role', 'grid');
    for (const c of cells) {
      c.setAttribute('role', 'gridcell');
      c.tabIndex = -1;
    }
    cells[0].tabIndex = 0;
  }

  #cellKey(e) {
    const strip = e.target.parentNode;
    const strips = [...this.ro.querySelectorAll('.row .strip')];
    const row = strips.indexOf(strip);
    const col = [...strip.children].indexOf(e.target);
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      return this.#go('point-' + e.target.dataset.p);
    }
    const [dy, dx] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -99], End: [0, 99] }[e.key] ?? [];
    if (dx == null) return;
    e.preventDefault();
    const to = strips[Math.min(Math.max(row + dy, 0), strips.length - 1)];
    const cell = to.children[Math.min(Math.max(col + dx, 0), to.children.length - 1)];
    e.target.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }
}
