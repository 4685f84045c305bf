// A comparison that the server has drawn, made part of a host's page; and the styles of all comparisons.

import { parts } from './dom.js';
import css from './compare.css';

const made = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
const style = made(css);

/**
 * styles are those of a comparison in host. A page may be dark and not say so, or be light and say that it may be dark: then its text tells which
 * it is. Otherwise nothing is set, so that a comparison goes with a page that changes from one to the other.
 */
export function styles(host) {
  const { color, colorScheme } = getComputedStyle(host);
  const [, r, g, b] = /^rgba?\((\d+), (\d+), (\d+)/.exec(color) ?? [];
  const dark = r * .3 + g * .6 + b * .1 > 128;
  const said = /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return r && dark !== said && !/^(light|dark|auto)$/.test(host.theme) ? [style, made(`.ro { color-scheme: ${dark ? 'dark' : 'light'} }`)] : [style];
}

/** adopt takes the comparison out of a page of ours: its links lead there, and a host may style its parts. */
export function adopt(page, origin) {
  const ro = document.adoptNode(page.querySelector('.ro'));
  for (const a of ro.querySelectorAll('a[href^="/"]')) a.setAttribute('href', origin + a.getAttribute('href'));
  for (const n of ro.querySelectorAll('[class]')) if (parts.has(n.classList[0])) n.setAttribute('part', n.classList[0]);
  return ro;
}
