// In an iframe: takes what the address asks for, and tells the page around it how high it is, in the words of those who listen:
// Pym, AMP's amp-iframe, WordPress. The height says nothing of a reader, so it may go to any origin.

const asked = new URLSearchParams(location.search);
const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1]; // WordPress tells its frames apart by it
const element = document.querySelector('readout-compare');

for (const name of ['theme', 'base', 'beside']) {
  if (asked.has(name)) element.setAttribute(name, asked.get(name));
}
if (['light', 'dark'].includes(asked.get('theme'))) document.documentElement.style.colorScheme = asked.get('theme');

const post = (message) => parent !== window && parent.postMessage(message, '*');
let last = 0;

function tell(again) {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === last && !again) return;
  last = height;
  post(`pymxPYMx${asked.get('childId') ?? '0'}xPYMxheightxPYMx${height}`);
  post({ sentinel: 'amp', type: 'embed-size', height });
  if (secret) post({ message: 'height', value: height, secret });
}

new ResizeObserver(() => tell()).observe(document.body);
// Who asks again, or began to listen late, is told again.
addEventListener('message', (e) => e.source === parent && tell(true));
addEventListener('load', () => tell(true));

// WordPress's sandbox lets no link out; for those to this site it opens them itself when it is asked to.
if (secret) {
  addEventListener('click', (e) => {
    const a = e.composedPath().find((n) => n.localName === 'a' && n.href);
    if (a && new URL(a.href).origin === new URL(import.meta.url).origin) {
      e.preventDefault();
      post({ message: 'link', value: a.href, secret });
    }
  });
}
