// The tree of calls that builds the comparison. web/node.go is its twin on the server.

const drawn = new Set(['svg', 'line', 'rect', 'circle', 'text', 'path']);

// Classes that a host may style, as ::part of the same name.
export const parts = new Set('head bill strip bar point claim tile reading source omission difference terms voices foot'.split(' '));

const moulds = new Map();

/** mould makes an empty element of "tag.class.class"; further ones of the same are copies, which are made faster. */
function mould(sel) {
  const [tag, ...classes] = sel.split('.');
  const n = drawn.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  if (classes.length) n.setAttribute('class', classes.join(' '));
  if (parts.has(classes[0])) n.setAttribute('part', classes[0]);
  moulds.set(sel, n);
  return n;
}

/** el makes an element: "tag.class.class", then text, elements, lists of them, {attribute: value} or nothing. */
export function el(sel, ...kids) { return add((moulds.get(sel) ?? mould(sel)).cloneNode(), kids); }

/** add appends kids to n. What a line break would spoil is tied: a hyphenated name, a dash of two hyphens with the word before it. */
export function add(n, kids) {
  for (const k of kids) {
    if (k == null || k === false || k === '') continue;
    if (Array.isArray(k)) add(n, k);
    else if (k.nodeType) n.append(k);
    else if (typeof k === 'object') {
      for (const name in k) if (k[name] != null && k[name] !== false) n.setAttribute(name, k[name] === true ? '' : k[name]);
    } else if (!k.includes('-') || drawn.has(n.localName)) n.append(k);
    else {
      String(k).split(/([^\s-]+ --|[^\s-]+(?:-[^\s-]+)+)/).forEach((s, i) => {
        const hold = i % 2 && s.length < 21 ? el('span.nb') : n;
        if (s) hold.append(s);
        if (hold !== n) n.append(hold);
      });
    }
  }
  return n;
}
