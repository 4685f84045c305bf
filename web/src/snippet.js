// Makes what a publisher pastes, and shows how it will look. The form is the state: every change writes snippet and preview anew.

const form = document.querySelector('.build');
const code = document.querySelector('.code code');
const stage = document.querySelector('.stage');
const copy = document.querySelector('[name=copy]');
const status = document.querySelector('.copyline [role=status]');
const { origin } = location;
const words = JSON.parse(document.querySelector('#words').textContent);
const kinds = { meetings: 'meeting', series: 'series', issues: 'issue' };

const escape = (s) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt()};`);
const json = async (path) => {
  const r = await fetch(path);
  if (!r.ok) throw new Error(words.failed.replace('{0}', (await r.json().catch(() => ({}))).detail ?? r.status));
  return r.json();
};

/** tag writes a start tag; attributes without a value are left out. */
const tag = (name, attributes) => `<${name}${Object.entries(attributes).filter(([, v]) => v).map(([k, v]) => ` ${k}="${escape(String(v))}"`).join('')}>`;

/** make builds the element of a tag for the preview. */
function make(name, attributes, ...kids) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attributes)) if (v) e.setAttribute(k, v);
  e.append(...kids);
  return e;
}

/** pathOf is what of this site a person means: an address or a path, with or without /embed and a language. */
function pathOf(text) {
  try {
    return new URL(text.trim(), origin).pathname.replace(/^\/embed(?=\/)/, '').replace(RegExp(`^/(${LANGUAGES.join('|')})(?=/)`), '').replace(/\/$/, '');
  } catch {
    return '/';
  }
}

/** quotation is the blockquote that the site offers of a page, as HTML and for the preview. */
async function quotation(path) {
  const { html, title } = await json('/oembed?format=json&url=' + encodeURIComponent(path));
  const [quote] = html.match(/<blockquote>.*?<\/blockquote>/s);
  const rest = quote.replace(/^.*<\/a>|<\/blockquote>$/gs, '').replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, n, name) => n ? String.fromCodePoint(n) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]);
  return { html: quote, node: () => make('blockquote', {}, make('a', { href: path }, title), rest) };
}

/** high waits until a preview stands still and gives its height. */
const high = (element) => new Promise((done) => {
  let last = 0;
  const look = () => {
    const now = Math.ceil(element.getBoundingClientRect().height);
    if (now === last && now > 0) return done(now);
    last = now;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };
  look();
});

let run = 0;

async function write() {
  const mine = ++run;
  const asked = Object.fromEntries(new FormData(form));
  const { form: kind, view, lang, theme, width } = asked;
  for (const part of form.querySelectorAll('[data-for]')) part.disabled = !part.dataset.for.split(' ').includes(kind);
  const path = pathOf(asked.page);
  const [, folder, id] = path.split('/');
  const field = form.elements.page;
  try {
    if (!kinds[folder] || !id) throw new Error(words.needed);
    const quote = await quotation(path);
    if (mine !== run) return;
    field.setCustomValidity('');
    field.removeAttribute('aria-invalid');
    document.querySelector('#pagenote').textContent = words.pagenote;
    stage.style.width = width + 'px';
    const put = (...lines) => {
      if (mine !== run) return;
      code.textContent = lines.join('\n');
      status.textContent = '';
      history.replaceState(null, '', '?page=' + path);
    };
    if (kind === 'script') {
      const attributes = { [kinds[folder]]: id, view, lang, theme };
      const preview = make('readout-compare', attributes, quote.node());
      const ready = new Promise((done) => { preview.addEventListener('readout-ready', done); preview.addEventListener('readout-error', done); });
      stage.replaceChildren(preview);
      const pinned = asked.pin && (await json('/v1/version')).scripts.find((s) => s.path === '/widget.js');
      const lines = [tag('script', { type: 'module', src: origin + (pinned ? pinned.pinned : '/widget.js'), ...(pinned ? { integrity: pinned.integrity, crossorigin: 'anonymous' } : {}) }) + '</script>'];
      if (asked.room) {
        await ready;
        attributes.style = `display: flow-root; min-height: ${await high(preview)}px`; // not a style element: where tags go and their text stays, it would be read
      }
      put(...lines, tag('readout-compare', attributes), quote.html, '</readout-compare>');
    } else if (kind === 'frame') {
      const src = `${origin}/embed${lang && lang !== 'en' ? '/' + lang : ''}${path}${theme ? '?theme=' + theme : ''}`;
      const frame = make('iframe', { src, title: quote.node().firstChild.textContent, sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox' });
      frame.hear = (height) => { // the first that it says need not be the last: while it is low a bar to scroll by takes of its width
        frame.height = height;
        put(quote.html, tag('iframe', { src, width: '100%', height, title: frame.title, loading: 'lazy', frameborder: '0', sandbox: frame.getAttribute('sandbox') }) + '</iframe>');
      };
      stage.replaceChildren(frame);
    } else {
      stage.replaceChildren(quote.node());
      put(quote.html);
    }
  } catch (e) {
    if (mine !== run) return;
    field.setCustomValidity(e.message);
    field.setAttribute('aria-invalid', 'true');
    document.querySelector('#pagenote').textContent = e.message;
  }
}

addEventListener('message', ({ data, source }) => {
  const frame = stage.querySelector('iframe');
  if (frame && source === frame.contentWindow && data?.type === 'embed-size') frame.hear(data.height);
});

copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = words.copied;
  } catch { // no permission, or no secure context: the person copies what is selected
    getSelection().selectAllChildren(code);
    status.textContent = words.selected;
  }
});

form.addEventListener('input', write);
form.addEventListener('submit', (e) => e.preventDefault());
const asked = new URLSearchParams(location.search).get('page');
if (asked) form.elements.page.value = asked;
write();
