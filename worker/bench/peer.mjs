// The peer: what one would write by hand in JavaScript for the same answers. The benchmark fills in the data. A computed
// answer gets its Content-Digest as ours does; the other headers are constants.
import body from "body.bin";
import json from "data.json";
import "diff.min.js"; // jsdiff, as npm has it: the global Diff

const data = JSON.parse(json);
const { headers, etag, problems, computedHeaders, passages, accounts } = data;
const unchanged = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-(type|digest|length)$/.test(name)));

async function computed(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value) + "\n");
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const digest = `sha-256=:${btoa(String.fromCharCode(...sum))}:`;
  return new Response(bytes, { headers: { ...computedHeaders, "content-digest": digest } });
}

export default {
  fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === data.path) {
      if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: unchanged });
      return new Response(body, { headers });
    }
    if (pathname === "/v1/problems") return computed({ problems });
    if (pathname === "/v1/search") {
      const words = searchParams.get("q").toLowerCase().split(" ");
      const results = passages.filter((p) => words.every((word) => p.text.toLowerCase().includes(word)));
      return computed({ total: results.length, results: results.slice(0, 50) });
    }
    if (pathname === "/v1/compare") {
      const [a, b] = searchParams.get("outlets").split(",");
      return computed({ edits: Diff.diffWords(accounts[a], accounts[b]) });
    }
    return new Response("nothing here\n", { status: 404 });
  },
};
