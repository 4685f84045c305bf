// <readout-compare>: the comparison of a meeting, a series or an issue inside any page. See web/README.md.
//
// A guest: no global but the element, no cookie, no storage, no request but to where this file came from. What stands between
// the tags is shown until the comparison is ready, and for ever when it cannot be had.

import { el } from './dom.js';
import { Words, teach } from './words.js';
import { View } from './view.js';
import brief from './compare.css';

const root = new URL('.', import.meta.url).href.replace(/\/$/, '');
const sheets = {};

/** sheet is a stylesheet for shadow trees, made once for all instances. */
function sheet(name, text) {
  if (!sheets[name]) (sheets[name] = new CSSStyleSheet()).replaceSync(text);
  return sheets[name];
}

/** get fetches JSON from where the widget came from; it fails after 20 seconds rather than leave a reader waiting. */
async function get(path) {
  const r = await fetch(root + path, { credentials: 'omit', signal: AbortSignal.timeout(20000) });
  if (!r.ok) throw new Error(r.status + ' ' + path);
  return r.json();
}

const languages = ['en', 'ja', 'ko'];
const names = ['src', 'meeting', 'series', 'issue', 'base', 'beside', 'view', 'theme', 'keys'];

class ReadoutCompare extends HTMLElement {
  static observedAttributes = ['lang', ...names];
  #near;
  #run = 0;
  #controls;

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    this.#near = new IntersectionObserver(([e]) => e.isIntersecting && this.#load(), { rootMargin: '800px' });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#controls?.stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#run || name === 'theme' || name === 'keys') return;
    if (this.#controls && (name === 'base' || name === 'beside')) this.#controls.pair({ [name]: now });
    else this.#load();
  }

  get #lang() {
    const l = (this.closest('[lang]')?.lang ?? '').slice(0, 2);
    return languages.includes(l) ? l : 'en';
  }

  async #load() {
    const run = ++this.#run;
    this.#near.disconnect();
    const kind = names.slice(0, 4).find((k) => this.getAttribute(k));
    const id = kind && this.getAttribute(kind);
    try {
      if (!kind) throw new Error('nothing to compare is named');
      const path = kind === 'src' ? id : '/' + (kind === 'series' ? kind : kind + 's') + '/' + encodeURIComponent(id);
      let ro, view, more, text;
      let css = sheet('brief', brief);
      if (kind === 'meeting' || kind === 'src') {
        const full = this.view === 'full';
        const lang = this.#lang;
        let doc;
        [doc, text, more] = await Promise.all([get(kind === 'src' ? path : '/v1' + path + '.json'), lang === 'en' ? null : get('/lang/' + lang + '.json'), full ? import('./full.js') : null]);
        if (full) teach(more.english);
        view = new (full ? more.fuller(View, el) : View)(doc, new Words(text), root);
        view.choose(this.base, this.beside);
        ro = full ? view.full() : view.brief();
      } else if (this.querySelector('.ro')) { // a page of ours: the server has drawn it
        return this.#say('ready', { [kind]: id });
      } else {
        const drawn = await import('./drawn.js');
        [ro, text] = await Promise.all([drawn.page(root, '/embed' + path), sheets.all || drawn.style(root)]);
        css = sheet('all', text);
      }
      if (run !== this.#run || !this.isConnected) return;
      this.#controls?.stop();
      this.shadowRoot.adoptedStyleSheets = [css, ...(more ? [sheet('full', more.css)] : [])];
      this.shadowRoot.replaceChildren(ro);
      this.#controls = more && new more.Controls(this, ro, view, (detail) => this.#say('change', detail));
      this.#say('ready', { [kind]: id });
    } catch (e) {
      if (run === this.#run) this.#say('error', { reason: e.message });
    }
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent('readout-' + what, { bubbles: true, composed: true, detail }));
  }
}

// Attributes as properties.
for (const name of names) {
  Object.defineProperty(ReadoutCompare.prototype, name, {
    get() { return this.getAttribute(name) ?? ''; },
    set(v) { v == null || v === '' ? this.removeAttribute(name) : this.setAttribute(name, v); },
    configurable: true, enumerable: true,
  });
}

customElements.get('readout-compare') ?? customElements.define('readout-compare', ReadoutCompare);
