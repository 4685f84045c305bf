// English in text of another language is marked as English (WCAG 2.2, 3.1.2). web/foreign.go is its twin on the server.

const latin = /([A-Za-z][A-Za-z0-9'’.,&()/–— -]*[A-Za-z0-9.)])/;
const word = /[a-z]{2}/;

/** tongues marks what stands in a tree whose surroundings are in a language, and gives the tree. */
export function tongues(n, lang) {
  lang = n.getAttribute('lang') || lang;
  if (/^(text|title|option|code)$/.test(n.localName)) return n;
  const here = LANGUAGES.indexOf(lang) > 0;
  const text = n.textContent.trim();
  if (here && !n.hasAttribute('lang') && word.test(text) && text.match(latin)?.[0] === text && [...n.children].every((k) => k.className === 'nb')) n.lang = LANGUAGES[0];
  else {
    for (const k of [...n.childNodes]) {
      if (k.nodeType === 1) tongues(k, lang);
      else if (here && word.test(k.data)) k.replaceWith(...k.data.split(latin).filter(Boolean).map((s) => {
        if (!word.test(s)) return s;
        const span = document.createElement('span');
        span.lang = LANGUAGES[0];
        span.append(s);
        return span;
      }));
    }
  }
  return n;
}
