// The editor's path, as somebody walks it who has a saved page: add, check, review and decide by keyboard, compile, and the page
// with the new article on it. It works on copies of the seeds and of the registry.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser as chromium, files, listen } from "../../web/test/site.mjs";

const patience = 240_000; // ms; the first build of the page reader from an empty cache is the slowest step
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
let folder, at, browser, review, address;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-editor-"));
  at = Object.fromEntries(["seeds", "registry", "dist", "compile", "add"].map((n) => [n, join(folder, n)]));
  cpSync("seeds", at.seeds, { recursive: true });
  cpSync("data/registry", at.registry, { recursive: true });
  execFileSync("go", ["build", "-o", at.compile, "./data/compile"]);
  execFileSync("go", ["build", "-o", at.add, "./data/add"]);
  browser = await chromium();
}, { timeout: patience });

after(async () => {
  await browser?.close();
  if (review && review.exitCode === null) {
    const gone = new Promise((done) => review.once("exit", done));
    review.kill("SIGINT");
    await gone;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const here = () => ["-seeds", at.seeds, "-registry", at.registry];
const words = ["-model", "none"]; // the encoder, where it is fetched, takes longer than all of this
const decisions = () => (existsSync(join(at.registry, "decisions.yaml")) ? readFileSync(join(at.registry, "decisions.yaml"), "utf8") : "");

test("from a saved page to the comparison, in under two minutes", { timeout: patience }, async (t) => {
  const begun = performance.now();
  const said = run(at.add, "-seeds", at.seeds, "docs/example/talks.html");
  assert.match(said, /outlet +The Example Post/);
  run(at.compile, "check", ...here());
  run(at.compile, ...here(), ...words, "-out", at.dist);
  const site = await listen(files(at.dist));
  t.after(() => site.close());
  const page = await browser.newPage();
  await page.goto(site.url + "/");
  await page.goto(new URL(await page.getAttribute('a[href*="2020-10-29"][href*="takizaki"]', "href"), site.url).href);
  const shown = await page.textContent("body");
  assert.match(shown, /The Example Post/);
  assert.match(shown, /Asia Business Daily/);
  const shared = await page.getByText("The two sides confirmed their differences").count();
  assert.ok(shared > 0, "the new article's words are not on the page");
  const seconds = (performance.now() - begun) / 1000;
  t.diagnostic(`add, check, compile and the page took ${seconds.toFixed(1)} s`);
  assert.ok(seconds < 120, `${seconds} s`);
  assert.match(run(at.add, "-seeds", at.seeds, "docs/example/talks.html"), /is there already, as .*talks\.txt/);
  await page.close();
});

async function open(options = {}) {
  if (!review) {
    review = spawn(at.compile, ["review", ...here(), ...words, "-open=false"], { stdio: ["ignore", "pipe", "inherit"] });
    address = await new Promise((found, failed) => {
      let text = "";
      review.stdout.on("data", (d) => {
        const m = (text += d).match(/http:\/\/127\.0\.0\.1:\d+\//);
        if (m) found(m[0]);
      });
      review.once("exit", (code) => failed(new Error(`review ended with ${code}: ${text}`)));
    });
  }
  const page = await browser.newPage(options);
  const errors = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  page.on("pageerror", (e) => errors.push(String(e)));
  page.errors = errors;
  await page.goto(address);
  return page;
}

test("an editor decides by keyboard, undoes it, and every compile follows", { timeout: patience }, async () => {
  const page = await open();
  const open_ = await page.locator(".question").count();
  assert.ok(open_ > 0, "nothing to decide: the test's premise does not hold");
  await page.keyboard.press("j");
  const first = await page.evaluate(() => document.activeElement.id);
  assert.match(first, /^q-/);
  const about = await page.locator(`#${first} h3`).textContent();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("d")]);
  assert.match(await page.textContent("[role=status]"), /Written to .*decisions\.yaml: different/);
  assert.equal(await page.locator(`#${first}`).count(), 0, "a decided question is asked again");
  assert.match(decisions(), /- decision: different-/);
  const checked = spawnSync(at.compile, ["compile", ...here(), ...words, "-out", at.dist], { encoding: "utf8" });
  assert.equal(checked.status, 0, checked.stderr);
  assert.doesNotMatch(checked.stderr, /does not apply/);

  // What is written is shown with its undo, reached by keyboard alone.
  const undo = page.locator("#decisions button", { hasText: "Undo" });
  assert.equal(await undo.count(), 1);
  await undo.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.doesNotMatch(decisions(), /- decision:/);
  assert.equal(await page.locator(`#${first} h3`).textContent(), about, "the question is not back");
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("what is kept and what is left out can be corrected", { timeout: patience }, async () => {
  const page = await open();
  await page.click('a[href*="002_18cea04d4a4e456a"]');
  const left = page.locator("li.left", { hasText: "Take our user survey" });
  assert.equal(await left.count(), 1);
  await Promise.all([page.waitForNavigation(), left.getByRole("button").click()]);
  assert.equal(await page.locator("li.kept", { hasText: "Take our user survey" }).count(), 1);
  const kept = page.locator("li.kept", { hasText: "Take our user survey" });
  assert.match(decisions(), /decision: article\n  article: "002_18cea04d4a4e456a\.txt"\n  quote: "Take our user survey/);
  run(at.compile, ...here(), ...words, "-out", at.dist);
  const ds = JSON.parse(readFileSync(join(at.dist, "dataset.json"), "utf8"));
  const article = ds.articles.find((a) => a.file.startsWith("002_"));
  assert.ok(article.passages.some((p) => p.start < 5), "the compiler does not follow the decision");
  await Promise.all([page.waitForNavigation(), kept.getByRole("button").click()]);
  assert.match(await page.textContent("[role=status]"), /Taken out of/, "the contrary undoes a decision");
  assert.equal(await page.locator("li.left", { hasText: "Take our user survey" }).count(), 1);
  await page.close();
});

test("the page fits every width, in light and dark, and is accessible", { timeout: patience }, async () => {
  for (const [width, colorScheme] of [[360, "light"], [768, "dark"], [1280, "dark"], [1280, "light"]]) {
    const page = await open({ viewport: { width, height: 900 }, colorScheme });
    for (const path of ["", "article?file=002_18cea04d4a4e456a.txt"]) {
      await page.goto(address + path);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} overflows at ${width}`);
      if (width === 768) continue;
      await page.evaluate(axe); // the page's own policy lets no other script in
      const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }));
      assert.deepEqual(found.violations.map((v) => v.id + " " + v.nodes[0].html), [], `${path} ${colorScheme} ${width}`);
    }
    await page.close();
  }
});

test("nothing is left in the folders but articles and decisions", () => {
  const odd = [...readdirSync(at.seeds), ...readdirSync(at.registry)].filter((n) => !/\.(txt|yaml|md|go)$/.test(n));
  assert.deepEqual(odd, []);
});
