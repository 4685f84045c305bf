// A load generator for one machine: raw sockets, one request at a time on each, every answer checked by status and length.

import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";

/** CPU time of a process so far in µs (Linux): all threads that it has, to the ns by the scheduler's own count. */
export function cpu(pid) {
  let ns = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]);
  return ns / 1000;
}

/** Resident memory of a process in bytes (Linux). */
export function resident(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

/** Sends count requests over clients connections; resolves to { seconds, bytes } and rejects at a wrong status. With a body they are POST. */
export function load(base, path, { count, clients = 16, headers = {}, status = 200, body = "" }) {
  const { hostname, port } = new URL(base);
  const lines = Object.entries({ host: "readout.example", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  if (body) lines.push(`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`);
  const request = `${body ? "POST" : "GET"} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
  const started = performance.now();
  let sent = 0;
  let bytes = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ host: hostname, port });
      socket.setNoDelay(true);
      let head = "";
      let missing = -1; // bytes of the body still to come; -1 while the head is read
      const next = () => {
        if (sent >= count) return socket.end(resolve);
        sent++;
        head = "";
        missing = -1;
        socket.write(request);
      };
      socket.on("connect", next);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        bytes += chunk.length;
        if (missing < 0) {
          const text = head + chunk.toString("latin1");
          const end = text.indexOf("\r\n\r\n");
          if (end < 0) return (head = text);
          const code = Number(text.slice(9, 12));
          if (code !== status) return reject(new Error(`${path}: ${code}, want ${status}`));
          const length = code === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(text)[1]);
          missing = length - (text.length - end - 4);
        } else {
          missing -= chunk.length;
        }
        if (missing === 0) next();
        else if (missing < 0) reject(new Error(`${path}: more bytes than announced`));
      });
    });
  return Promise.all(Array.from({ length: clients }, one)).then(() => ({ seconds: (performance.now() - started) / 1000, bytes }));
}

/** The value below which that share of values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);
