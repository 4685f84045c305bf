// The comparisons as TEI: every one in data/dist is valid by data/dataset/formats/tei.rng, and the schema refuses what is no such document.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { validateXML } from "xmllint-wasm";

const folder = new URL("../../data/dist/v1/meetings/", import.meta.url);
const schema = await readFile(new URL("../../data/dataset/formats/tei.rng", import.meta.url), "utf8");
const names = (await readdir(folder)).filter((name) => name.endsWith(".tei.xml"));
const documents = await Promise.all(names.map(async (fileName) => ({ fileName, contents: await readFile(new URL(fileName, folder), "utf8") })));

const faults = async (xml) => {
  const { valid, errors } = await validateXML({ xml, schema, extension: "relaxng" });
  assert.equal(valid, errors.length === 0);
  return errors.map(({ rawMessage }) => rawMessage);
};

test("every meeting's TEI is valid", { timeout: 120_000 }, async () => {
  assert.ok(documents.length > 0, "no document: run make data");
  assert.deepEqual(await faults(documents), []);
});

test("a meeting's bodies are valid TEI, beside people and alone", { timeout: 120_000 }, async () => {
  const [{ contents }] = documents.filter(({ contents }) => contents.includes("</listPerson>"));
  const list = "<listOrg><org><orgName>Pilots &amp; Cabin Union</orgName></org></listOrg>";
  assert.deepEqual(await faults([{ fileName: "beside.xml", contents: contents.replace("</listPerson>", `</listPerson>${list}`) }]), []);
  assert.deepEqual(await faults([{ fileName: "alone.xml", contents: contents.replace(/<listPerson>[^]*<\/listPerson>/, list) }]), []);
});

test("the schema refuses what TEI does not have, and what a comparison may not leave out", { timeout: 120_000 }, async () => {
  const [{ contents }] = documents.filter(({ contents }) => contents.includes("cause=") && contents.includes("<nationality>"));
  for (const [what, from, to] of [
    ["an element of another language", "<publisher>Readout</publisher>", "<publisher><b>Readout</b></publisher>"],
    ["an attribute that TEI does not know", "<seg n=", "<seg class="],
    ["a header without its title", /<titleStmt>[^]*?<\/titleStmt>/, "<titleStmt/>"],
    ["elements in another order", /(<publisher>Readout<\/publisher>)\s*(<idno>.*?<\/idno>)/, "$2$1"],
    ["a date that is none", /<date when="[^"]*"/, '<date when="2014-13"'],
    ["an id that stands twice", /<ab xml:id="[^"]*"/g, '<ab xml:id="p1"'],
    ["an id that is no name", /<person xml:id="/, '<person xml:id="1'],
    ["a probability above 1", /cert="[^"]*"/, 'cert="1.2"'],
    ["an omission without its reason", / cause="[^"]*"/, ""],
    ["an empty body", /<body>[^]*<\/body>/, "<body/>"],
  ]) {
    const broken = contents.replace(from, to);
    assert.notEqual(broken, contents, what);
    assert.notEqual((await faults([{ fileName: "broken.xml", contents: broken }])).length, 0, what);
  }
});
