// A comparison that the server has drawn, made part of a host's page; and the styles of all comparisons.

import { parts } from './dom.js';
import css from './compare.css';

export const style = new CSSStyleSheet();
style.replaceSync(css);

/** adopt takes the comparison out of a page of ours: its links lead there, and a host may style its parts. */
export function adopt(page, origin) {
  const ro = document.adoptNode(page.querySelector('.ro'));
  for (const a of ro.querySelectorAll('a[href^="/"]')) a.setAttribute('href', origin + a.getAttribute('href'));
  for (const n of ro.querySelectorAll('[class]')) if (parts.has(n.classList[0])) n.setAttribute('part', n.classList[0]);
  return ro;
}
