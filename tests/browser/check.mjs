// The page as readers and their tools meet it: check.mjs FILE.html …
//
// html-validate; axe (WCAG 2.2 AA) in every language view, light and dark, on three widths; no request but the file,
// no sideways scroll, no duplicate or missing identifier, no console error; the language switch without JavaScript.
// One line a mode; exit status 1 on any finding. CHROMIUM names another browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FileSystemConfigLoader, HtmlValidate, formatterFactory } from "html-validate";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const here = dirname(fileURLToPath(import.meta.url));
const WIDTHS = [1366, 360, 320];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let failed = false;

const say = (good, text, details = []) => {
  failed ||= !good;
  console.log(`${good ? "ok  " : "FAIL"} ${text}`);
  for (const detail of details) console.log(`       ${detail}`);
};

async function valid(file) {
  const config = JSON.parse(readFileSync(resolve(here, ".htmlvalidate.json"), "utf8"));
  const report = await new HtmlValidate(config).validateFile(file);
  say(report.valid, `html-validate ${file}`, report.valid ? [] : [formatterFactory("text")(report.results)]);
}

// what must hold in every view; runs inside the page
const structure = () => {
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const lost = [...document.querySelectorAll('a[href^="#"]')]
    .map((a) => decodeURIComponent(a.getAttribute("href").slice(1)))
    .filter((id) => id && !document.getElementById(id));
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
  return [
    ...[...new Set(twice)].map((id) => `identifier twice: ${id}`),
    ...[...new Set(lost)].map((id) => `link to nothing: #${id}`),
    ...(wide ? [`scrolls sideways: ${document.documentElement.scrollWidth} px`] : []),
  ];
};

async function views(page) {
  return page.$$eval('input[name="view"]', (radios) => radios.map((r) => r.id));
}

async function mode(browser, url, view, theme, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, colorScheme: theme });
  const page = await context.newPage();
  const troubles = [];
  page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) troubles.push(`request: ${r.url()}`); });
  page.on("console", (m) => { if (m.type() === "error") troubles.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => troubles.push(`script: ${e.message}`));
  await page.goto(url);
  if (view) await page.check(`#${view}`, { force: true });
  troubles.push(...(await page.evaluate(structure)));
  await page.addStyleTag({ content: ".section { content-visibility: visible !important }" });
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), TAGS);
  for (const v of found.violations) {
    troubles.push(`axe ${v.id}: ${v.help}`, ...v.nodes.slice(0, 3).map((n) => `  ${n.target} ${n.failureSummary.split("\n")[1] ?? ""}`));
  }
  say(troubles.length === 0, `axe ${view ?? "only"} ${theme} ${width} px`, troubles);
  await context.close();
}

// with the page's own policy in force: nothing is refused that the page itself does
async function policy(browser, url) {
  const page = await browser.newPage();
  const troubles = [];
  page.on("console", (m) => { if (m.type() === "error") troubles.push(m.text()); });
  await page.goto(url);
  const cited = page.locator('a[role="doc-biblioref"]:visible').first();
  if (await cited.count()) {
    await cited.click();
    if (!(await page.locator("#pop:popover-open").count())) troubles.push("a citation opens no pop-over");
    await page.keyboard.press("Escape");
    const back = await page.evaluate(() => document.activeElement?.getAttribute("role"));
    if (back !== "doc-biblioref") troubles.push(`Escape leaves the focus on ${back}`);
  }
  say(troubles.length === 0, "content security policy, pop-over and focus", troubles);
  await page.close();
}

async function withoutScript(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  const troubles = [];
  const count = await page.locator('input[name="view"]').count();
  for (let n = 1; n < count; n++) {
    await page.locator(`#view-${n}`).check({ force: true });
    for (let other = 1; other < count; other++) {
      const shown = await page.locator(`.pair > .t.l${other}`).first().isVisible();
      if (shown !== (other === n)) troubles.push(`view ${n}: language ${other} is ${shown ? "shown" : "hidden"}`);
    }
  }
  if (count) {
    await page.locator("#view-all").check({ force: true });
    for (let n = 1; n < count; n++) {
      if (!(await page.locator(`.pair > .t.l${n}`).first().isVisible())) troubles.push(`both: language ${n} is hidden`);
    }
  }
  say(troubles.length === 0, "language switch without JavaScript", troubles);
  await context.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  for (const file of process.argv.slice(2)) {
    const url = pathToFileURL(resolve(file)).href;
    console.log(`\n${file}`);
    await valid(resolve(file));
    const page = await browser.newPage();
    await page.goto(url);
    const all = await views(page);
    await page.close();
    for (const view of all.length ? all : [null]) {
      for (const theme of ["light", "dark"]) {
        for (const width of WIDTHS) await mode(browser, url, view, theme, width);
      }
    }
    await policy(browser, url);
    await withoutScript(browser, url);
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
