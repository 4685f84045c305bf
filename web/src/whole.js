// A comparison drawn in the browser from its document, for what can be turned: the full view, whose controls come with more.js, another
// pair, another language. web/view.go, web/point.go and web/bill.go draw the same on the server.

import { Words, teach } from './words.js';
import { Full, english } from './full.js';

teach(english);

/**
 * draw gives the tree of a meeting's document for an element, and what the element tells it later: start when it stands in the
 * page, stop, and changed for an attribute, which says whether there is nothing else to do. say sends an event. there is the full
 * view as our own page has it already, drawn by the server; it is the same, so it stays.
 */
export async function draw(host, doc, origin, say, there) {
  const lang = LANGUAGES.slice(1).find((l) => host.matches(`:lang(${l})`));
  const text = lang && await (await fetch(`${origin}/lang/${lang}.json`, { credentials: 'omit', signal: AbortSignal.timeout(20000) })).json();
  const view = new Full(doc, new Words(text), origin);
  view.load = async () => teach((view.extra ??= await import('./more.js')).english);
  if (lang) [view.foreign] = await Promise.all([import('./foreign.js'), view.load()]);
  view.choose(host.base, host.beside);
  if (host.view !== 'full') return { ro: view.drawn(view.brief()) };
  view.lazy = true;
  const ro = there ?? view.drawn(view.full());
  let controls;
  let gone = false;
  return {
    ro,
    start() {
      requestAnimationFrame(() => setTimeout(async () => { // the first picture comes first
        await view.load().catch(() => {});
        if (gone) return;
        if (view.extra) controls = new view.extra.Controls(host, ro, view, (detail) => say('change', detail));
        else view.bare(ro);
      }));
    },
    stop() {
      gone = true;
      controls?.stop();
    },
    changed(name, now) {
      const pair = controls && (name === 'base' || name === 'beside');
      if (pair) controls.pair({ [name]: now });
      return pair;
    },
  };
}
