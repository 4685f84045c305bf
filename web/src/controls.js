// What a reader does with a comparison: choose the pair, step through differences, hush spelling, hide doubtful pairings. Part of more.js:
// it is not needed before the first picture.

import { cellKey, grid, tableKey } from './cells.js';

const idle = globalThis.requestIdleCallback ?? ((f) => setTimeout(f, 40)); // Safari has none

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
    on(window, 'beforeprint', () => this.#fill());
    for (const type of ['focusin', 'pointerover']) on(ro, type, (e) => e.target.closest('.row .strip') && grid(view, ro, e));
    this.#now('.bar');
    for (const n of ro.querySelectorAll('.bar :disabled')) n.disabled = false; // as they were drawn before there was somebody to answer
    ro.dataset.live = '';
    this.#soon();
    this.#hash();
  }

  stop() {
    this.#off.abort();
    this.#near.disconnect();
  }

  // What comes near the screen is drawn, if it was left for later, and gets what only a script can answer to.
  #near = new IntersectionObserver((seen) => {
    for (const { target: n } of seen.filter((e) => e.isIntersecting)) {
      this.#near.unobserve(n);
      if (this.view.todo.some((t) => t.n === n)) this.#fill(n);
      else if (n.isConnected) this.#dress(n);
    }
  }, { rootMargin: '200px' });

  /** soon is after the next picture: what is in view comes first. */
  #soon() { requestAnimationFrame(() => setTimeout(() => this.#off.signal.aborted || this.#watch())); }

  #watch() {
    const first = this.ro.querySelector('.row .strip svg'); // of a grid once somebody is in it
    if (first) Object.assign(first, { role: 'button', ariaLabel: this.view.say('overview') }).setAttribute('tabindex', 0);
    this.#near.disconnect();
    for (const n of this.ro.querySelectorAll('.points.later, .point, .sec, .lone')) this.#near.observe(n);
    this.#rest();
  }

  /** rest draws what nobody came near to while the page rests, piece by piece: to be found, read out and printed. */
  #rest() {
    const { todo } = this.view;
    if (todo.length) {
      idle(() => {
        if (this.#off.signal.aborted || todo !== this.view.todo) return; // gone, or drawn anew
        if (todo.length) this.#fill(todo[0].n);
        this.#rest();
      });
    }
  }

  #fill(n) {
    for (const now of this.view.fill(n)) {
      this.#dress(now);
      for (const later of now.querySelectorAll('.later')) this.#near.observe(later);
    }
  }

  /** now draws a part that was left for later; of the points, the first and places for the others. */
  #now(part) {
    const n = this.ro.querySelector(part + '.later');
    if (n) this.#fill(n);
  }

  /** pair chooses base and beside by article id, outlet id or siglum; the row under the eye stays where it is. */
  pair({ base, beside }) {
    const { view } = this;
    const was = [view.base, view.beside];
    view.choose(base, beside);
    if (was[0] === view.base && was[1] === view.beside) return;
    this.#redraw();
    this.#announce(view.say('pair', view.cite.name(view.base), view.cite.name(view.beside)));
    this.changed({ base: view.base, beside: view.beside });
  }

  /** redraw draws everything anew. What a reader had under the eye, in focus and open stays so. */
  #redraw() {
    const { view, ro } = this;
    const eye = [...ro.querySelectorAll('[id^="point-"]')].find((p) => !p.hidden && p.getBoundingClientRect().bottom > 80);
    const top = eye?.getBoundingClientRect().top;
    const f = ro.getRootNode().activeElement;
    const find = f?.name ? `[name="${f.name}"]` + (f.type === 'radio' || f.name === 'outlets' ? `[value="${CSS.escape(f.value)}"]` : '') : f?.id && '#' + CSS.escape(f.id);
    const open = [...ro.querySelectorAll('details[open]')].map((d) => d.closest('[id]')?.id);
    const now = view.drawn(view.full());
    ro.className = now.className;
    ro.replaceChildren(...now.childNodes);
    this.#now('.bar');
    if (scrollY > 0 && !eye) this.#fill(); // below the points: all that is above stays as high as it was
    for (const id of [...open, eye?.id]) if (id) this.#find(id);
    for (const id of open) ro.querySelector(`#${CSS.escape(id)} details`)?.setAttribute('open', '');
    this.#soon();
    if (find) ro.querySelector(find)?.focus({ preventScroll: true });
    const kept = eye && ro.querySelector('#' + CSS.escape(eye.id));
    if (kept && !kept.hidden) window.scrollBy({ top: kept.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  #input(i) {
    const { view, ro } = this;
    switch (i.name) {
      case 'base': case 'beside':
        return this.pair({ [i.name]: i.value });
      case 'options':
        view.options = i.checked;
        return;
      case 'spelling':
        view.quiet = i.checked;
        break;
      case 'fold': case 'mode':
        view[i.name] = i.name === 'fold' ? i.checked : i.value;
        break;
      case 'outlets': {
        const chosen = view.every.filter((a) => ro.querySelector(`[name=outlets][value="${CSS.escape(a.id)}"]`).checked);
        if (chosen.length < 2) return void (i.checked = true);
        view.only(chosen);
        break;
      }
      case 'sure':
        view.sure = +i.value;
        view.only(view.arts);
        break;
      default:
        return;
    }
    this.#redraw();
    const hidden = view.rows.filter((r) => view.hides(r)).length;
    this.#announce(i.name === 'outlets' ? view.compared() : i.name === 'mode' ? view.say('v-' + i.value) : i.name === 'sure' ? view.say('sure' + i.value) : view.w.count(hidden, 'hidden', hidden));
    this.changed({ [i.name]: i.name === 'outlets' ? view.arts.map((a) => a.id) : i.type === 'checkbox' ? i.checked : view[i.name] });
  }

  #click(e) {
    const button = e.target.closest('button');
    if (button?.className === 'copy') return this.#copy(button.parentNode);
    if (button) return this.step(button.name === 'next' ? 1 : -1);
    const { id } = e.target.dataset;
    const to = id ? 'point-' + id : e.target.closest('a[href^="#point-"]')?.hash.slice(1);
    if (to && this.#go(to)) e.preventDefault();
  }

  #key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || this.host.keys === 'off') return;
    if (e.target.dataset.id) {
      if (e.key !== 'Enter' && e.key !== ' ') return cellKey(this.ro, e);
      e.preventDefault();
      return this.#go('point-' + e.target.dataset.id);
    }
    if (e.target.closest('.points') && e.target.matches('.scroll, td')) tableKey(e);
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
    const stops = view.rows.filter((r) => view.differs(r) && !view.hides(r));
    if (!stops.length) return;
    this.#at = Math.min(Math.max(this.#at + by, 0), stops.length - 1);
    const r = stops[this.#at];
    this.#go('point-' + r.p.id, focus);
    this.#announce(view.say('position', this.#at + 1, stops.length), view.say('sep') + view.brieflabel(r));
    this.changed({ point: r.p.id });
  }

  /** find gives the element of an id, drawn, and all above it drawn. */
  #find(id) {
    const find = () => this.ro.querySelector('#' + CSS.escape(id));
    this.#now('.points');
    const p = find();
    if (p && !p.matches('.later')) return p;
    this.#fill(p);
    return find();
  }

  #go(id, focus = true) {
    const { view } = this;
    let p = this.#find(id);
    if (!p && view.sure && view.m.points?.some((x) => 'point-' + x.id === id)) { // an uncertain pairing, shown apart until now
      view.sure = 0;
      view.only(view.arts);
      this.#redraw();
      p = this.#find(id);
    }
    if (!p) return false;
    p.closest('details')?.setAttribute('open', '');
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
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // "#100%" is the host's own
    }
    if (/^(point|passage)-/.test(id)) this.#go(id, false);
  }

  /** announce writes the position for all and, for those who listen, what stands there. */
  #announce(text, more) {
    const s = this.ro.querySelector('[role=status]');
    const span = document.createElement('span');
    span.className = 'vh';
    span.textContent = more ?? '';
    s?.replaceChildren(text, span);
  }

  /** copy takes the quotation above a source line, with where it is from, to the clipboard. */
  async #copy(line) {
    const { view } = this;
    try {
      await navigator.clipboard.writeText(cited(view, line, this.host));
      this.#announce(view.say('copied'));
    } catch {
      this.#announce(view.say('notcopied'));
    }
  }

  /** dress gives what is drawn what only a script can answer to: a button to copy each quotation. */
  #dress(n) {
    for (const line of n.querySelectorAll('.source:not(:has(.copy))')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.setAttribute('aria-label', this.view.say('copy'));
      line.append(button);
    }
  }
}

/** cited is the quotation above a source line, with where it is from. */
function cited(view, line, host) {
  const words = [];
  let id = '';
  for (let q = line.previousElementSibling; q && !q.matches('.source'); q = q.previousElementSibling) {
    for (const p of [q, ...q.querySelectorAll('.q')].filter((n) => n.matches('.q'))) {
      const whole = p.cloneNode(true);
      for (const del of whole.querySelectorAll('del')) if (!line.closest('.split')) del.remove();
      words.unshift(whole.textContent.trim());
      id = p.id || id;
    }
  }
  const a = view.cite.article[line.dataset.a];
  const places = [...line.querySelectorAll('a')].map((n) => n.textContent.replace('\u00a0↗', ''));
  const about = [view.cite.name(a.id), a.headline && `“${a.headline}”`, a.published && view.w.date(a.published), ...places].filter(Boolean).join(view.say('sep'));
  const page = !host.getAttribute ? '' : host.getAttribute('src') ? location.href.replace(/#.*/, '') : view.root + view.w.path('/meetings/' + view.m.id);
  const text = words.join(' ');
  const [open, close] = /[“”"]/.test(text) ? '‘’' : '“”'; // other marks than its own
  return `${open}${text}${close}\n${about}. ${page && page + (id && '#' + id)}`;
}
