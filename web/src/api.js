// Runs the examples of the page for developers: what is asked goes to this site alone, and the answer is shown as it came, JSON indented.

const MOST = 20000; // characters that are shown

/** shown is a body as people read it. */
function shown(text, media) {
  let out = text;
  if (/json/.test(media) && !/ndjson/.test(media)) {
    try {
      out = JSON.stringify(JSON.parse(text), null, 1);
    } catch {
      // then as it came
    }
  }
  return out.length > MOST ? out.slice(0, MOST) + `\n… ${(out.length - MOST).toLocaleString('en')} characters more` : out;
}

async function run(form) {
  const { method } = form.dataset;
  const status = form.querySelector('[role=status]');
  const answer = form.querySelector('.answer');
  const path = form.url ? form.url.value.trim() : '/v1/compare';
  let url;
  try {
    url = new URL(path, location.origin);
    if (url.origin !== location.origin) throw new Error('Only addresses of this site.');
  } catch (e) {
    status.textContent = e.message;
    return;
  }
  status.textContent = '…';
  const start = performance.now();
  try {
    const r = await fetch(url, method === 'post' ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: form.body.value } : { cache: 'no-cache' });
    const text = await r.text();
    const media = r.headers.get('content-type') ?? '';
    const facts = [`${r.status} ${r.statusText}`.trim(), media.split(';')[0], `${new Blob([text]).size.toLocaleString('en')} bytes`, `${Math.round(performance.now() - start)} ms`];
    status.textContent = facts.join(' · ');
    answer.textContent = shown(text, media);
    answer.hidden = false;
  } catch (e) {
    status.textContent = e.message;
  }
}

for (const form of document.querySelectorAll('.try')) {
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    run(form);
  });
}
