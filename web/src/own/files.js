// Files that a reader hands in, as text. What cannot be read is refused with what to do instead; nothing is guessed but the
// encoding of an old web page, for which the HTML standard has a rule.

import { Fault } from './engine.js';

const limit = { text: 2, page: 20 }; // MB; a saved page carries its pictures and scripts along

const kinds = [
  ['%PDF-', 'pdf'], ['PK\x03\x04', 'zip'], ['\xd0\xcf\x11\xe0', 'office'], ['{\\rtf', 'rtf'],
  ['\x1f\x8b', 'gzip'], ['\x89PNG', 'image'], ['\xff\xd8\xff', 'image'], ['GIF8', 'image'], ['RIFF', 'image'],
];

/** readFile gives {text} of a plain file, or {html} of a saved page. */
export async function readFile(file) {
  const page = /\.x?html?$/i.test(file.name) || /html/.test(file.type);
  const most = page ? limit.page : limit.text;
  const mb = file.size / 1e6;
  if (mb > most) throw new Fault('e-large', [file.name, mb.toFixed(1), most]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!bytes.length) throw new Fault('e-empty', [file.name]);
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = kinds.find(([magic]) => start.startsWith(magic));
  if (kind) throw new Fault('e-kind', [file.name, { word: kind[1] }]);
  const text = decode(bytes, page, file.name);
  if (text.includes('\0')) throw new Fault('e-binary', [file.name]);
  if (page || isPage(text)) return { html: text };
  return { text: /\.(md|markdown)$/i.test(file.name) ? unmark(text) : text };
}

/** isPage tells the source of a web page from a text. */
export const isPage = (text) => /^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i.test(text.slice(0, 1000));

/** decode turns bytes into text: by byte order mark, as UTF-8, or, for pages, by what they declare. */
function decode(bytes, page, name) {
  const as = (label) => new TextDecoder(label, { fatal: true }).decode(bytes);
  const bom = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const declared = page && !bom ? declares(bytes) : '';
  for (const label of [bom || 'utf-8', declared, page && !declared && 'windows-1252']) {
    try {
      if (label) return as(label);
    } catch { /* not in that encoding, or none that is known */ }
    if (bom) break;
  }
  throw declared ? new Fault('e-declared', [name, declared]) : new Fault('e-encoding', [name]);
}

/** declares is the charset that a page names near its beginning. */
function declares(bytes) {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? '';
}

/** unmark takes the marks out of Markdown and leaves the words: offsets count what the reader then sees. */
function unmark(text) {
  return text.replace(/\r\n/g, '\n').replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/^[ \t]*[*+-][ \t]+/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)(.*?\S)\1(?![\w*])/g, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .trim() + '\n';
}
