// The peer: what one would write by hand in JavaScript for the same answers. The benchmark fills in the data.
import body from "body.bin";
import json from "data.json";

const data = JSON.parse(json);
const { headers, etag, problems, problemHeaders, passages } = data;
const unchanged = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-(type|digest|length)$/.test(name)));

export default {
  fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === data.path) {
      if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: unchanged });
      return new Response(body, { headers });
    }
    if (pathname === "/v1/problems") return new Response(JSON.stringify({ problems }) + "\n", { headers: problemHeaders });
    if (pathname === "/v1/search") {
      const words = searchParams.get("q").toLowerCase().split(" ");
      const results = passages.filter((p) => words.every((word) => p.text.toLowerCase().includes(word)));
      return new Response(JSON.stringify({ total: results.length, results: results.slice(0, 50) }) + "\n", { headers: problemHeaders });
    }
    return new Response("nothing here\n", { status: 404 });
  },
};
