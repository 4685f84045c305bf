// <readout-compare>: the comparison of a meeting, a series or an issue inside any page. See web/README.md.
//
// This is the loader: all that an article pays for a comparison to which nobody scrolls. A guest: no global but the element, no
// cookie, no storage, no request but to where this file came from. What stands between the tags is shown until the comparison is
// ready, and for ever when it cannot be had.
//
// The server has drawn the usual comparison (/embed/...), and the widget takes it from there. What a reader or a host can turn
// (the full view, another pair) is drawn here, by whole.js, from the document.

const { origin, pathname } = new URL(import.meta.url);
const names = ['src', 'meeting', 'series', 'issue', 'base', 'beside', 'view', 'theme', 'keys'];
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:flow-root;min-block-size:var(--readout-height)}:host([hidden]){display:none}');

/** plain loads a part by its plain address when the hashed copy is gone, as after an update. A host that pinned this file did not ask for other bytes. */
const plain = (part) => (gone) => {
  if (pathname.startsWith('/h/')) throw gone;
  return import(origin + part);
};

/** get fetches JSON or a page, which XMLHttpRequest parses without running it, under Trusted Types too. */
const get = (url, responseType) => new Promise((done, fail) => {
  const x = new XMLHttpRequest();
  x.open('GET', url);
  x.responseType = responseType;
  x.timeout = 20000;
  x.onloadend = () => x.status === 200 && x.response ? done(x.response) : fail(Error(`${x.status} ${url}`));
  x.send();
});

class ReadoutCompare extends HTMLElement {
  static observedAttributes = ['lang', ...names];
  #run = 0; // counts loads: what an overtaken one brings is thrown away
  #drawn;
  #slot = document.createElement('slot');
  #shadow = this.attachShadow({ mode: 'open' });
  #near = new IntersectionObserver((seen) => seen.some((e) => e.isIntersecting) && this.#load(), { rootMargin: '800px' });

  connectedCallback() {
    for (const name of names) { // properties that the host set before this file had come
      const value = this[name];
      delete this[name];
      if (value) this[name] = value;
    }
    if (!this.#drawn) this.#show(this.#slot, sheet);
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#drawn?.stop?.();
  }

  attributeChangedCallback(name, before, now) {
    if (this.#run && before !== now && name !== 'theme' && name !== 'keys' && !this.#drawn?.changed?.(name, now)) this.#load();
  }

  async #load() {
    const run = ++this.#run;
    this.#near.disconnect();
    const say = (what, detail) => this.dispatchEvent(new CustomEvent('readout-' + what, { bubbles: true, composed: true, detail }));
    const kind = names.slice(0, 4).find((name) => this[name]);
    const id = this[kind];
    const lang = LANGUAGES.slice(1).find((l) => this.matches(`:lang(${l})`));
    const full = kind === 'src' || kind === 'meeting' && (this.view === 'full' || this.base || this.beside);
    try {
      if (!kind) throw Error('nothing to compare is named');
      const there = this.querySelector(`.ro${full ? '.full' : ''}[lang=${lang ?? 'en'}]`); // a page of ours: it stays, and is brought to life
      if (there && !full) return say('ready', { [kind]: id });
      const page = `/${kind.replace(/s?$/, 's')}/${encodeURIComponent(id)}`;
      const url = new URL(kind === 'src' ? id : full ? `/v1${page}.json` : `/embed${lang ? '/' + lang : ''}${page}`, origin);
      if (url.origin !== origin) throw Error(url + ' is not of ' + origin);
      const [{ adopt, styles }, whole, data] = await Promise.all([
        there ?? import('./compare.js').catch(plain('/compare.js')),
        full && import('./whole.js').catch(plain('/whole.js')),
        get(url, full ? 'json' : 'document'),
      ]);
      const drawn = full ? await whole.draw(this, data, origin, say, there) : { ro: adopt(data, origin) };
      if (run !== this.#run || !this.isConnected) return;
      this.#drawn?.stop?.();
      if (!there) this.#show(drawn.ro, sheet, ...styles(this));
      this.#drawn = drawn;
      drawn.start?.();
      say('ready', { [kind]: id });
    } catch (e) {
      if (run !== this.#run) return;
      this.#drawn = this.#show(this.#slot);
      say('error', { reason: e.message });
    }
  }

  #show(ro, ...sheets) {
    this.#shadow.replaceChildren(ro);
    this.#shadow.adoptedStyleSheets = sheets;
  }
}

for (const name of names) {
  Object.defineProperty(ReadoutCompare.prototype, name, {
    get() { return this.getAttribute(name) ?? ''; },
    set(v) { v ? this.setAttribute(name, v) : this.removeAttribute(name); },
    configurable: true, enumerable: true,
  });
}

customElements.get('readout-compare') ?? customElements.define('readout-compare', ReadoutCompare);
