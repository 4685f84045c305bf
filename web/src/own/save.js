// What a reader takes home: the document, or one file that shows it anywhere, without a network and without us.

/** offer lets the browser save data under a name. */
export function offer(name, type, data) {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob([data], { type }));
  a.download = name;
  document.body.append(a); // some browsers want it in the page
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000); // when the download has long begun
}

const escape = (s) => s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const inert = (value) => JSON.stringify(value).replace(/</g, '\\u003c'); // "</script>" in a text must not end the element

const hash = async (text) => {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return "'sha256-" + btoa(String.fromCharCode(...new Uint8Array(sum))) + "'";
};

/**
 * page is a file that holds a comparison twice: drawn, for whoever has no scripts, and as a document, which its script draws again
 * with controls. script is that script, ro the drawn comparison, words what the script needs of the interface's.
 */
export async function page({ title, lang, ro, document: doc, words, script }) {
  const css = [...document.styleSheets].filter((s) => s.href?.endsWith('/readout.css'))
    .flatMap((s) => [...s.cssRules].map((r) => r.cssText)).join('\n').replace(/<\//g, '<\\/');
  const policy = `default-src 'none'; script-src ${await hash(script)}; style-src ${await hash(css)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Readout">
<title>${escape(title)}</title>
<style>${css}</style>
</head>
<body>
<div class="page"><main>
${ro.outerHTML}
</main></div>
<script type="application/json" id="words">${inert(words)}</script>
<script type="application/json" id="document">${inert(doc)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
