// Prints, as JSON lines, where route files differ from what Kaoto would save; with --write, saves them that way.
// Usage: node kaoto-form.mjs <folder with node_modules/yaml> [--write] <file>...
// Kaoto: npm's yaml, its properties sorter (packages/ui/src/utils/create-camel-properties-sorter.ts) and its order of
// top-level blocks (entity-ordering.service.ts); comments are kept at the top only.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [packages, ...rest] = process.argv.slice(2);
const write = rest[0] === "--write";
const files = write ? rest.slice(1) : rest;
const { parse, stringify } = createRequire(resolve(packages, "index.js"))("yaml");

const FIRST_KEYS = ["id", "description", "uri", "parameters", "steps"];
const BLOCKS = [
  "restConfiguration",
  "rest",
  "errorHandler",
  "onException",
  "onCompletion",
  "intercept",
  "interceptFrom",
  "interceptSendToEndpoint",
  "routeConfiguration",
  "route",
  "beans",
];

const rank = (list, key) => (list.includes(key) ? list.indexOf(key) : list.length);

const byKey = (a, b) =>
  rank(FIRST_KEYS, a.key.value) - rank(FIRST_KEYS, b.key.value) ||
  (FIRST_KEYS.includes(a.key.value) ? 0 : a.key.value.localeCompare(b.key.value));

const block = (entry) => rank(BLOCKS, Object.keys(entry)[0]);

function saved(text) {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const comments = lines.slice(0, end).map((line) => line.replace(/^\s*#*/, ""));
  const entries = [...parse(text)].sort((a, b) => block(a) - block(b));
  const yaml = stringify(entries, { sortMapEntries: byKey, schema: "yaml-1.1" });
  return [...comments.map((line) => (line.trim() === "" ? "" : `#${line}`)), yaml].join("\n");
}

for (const file of files) {
  const text = readFileSync(file, "utf8");
  const expected = saved(text);
  if (expected === text) {
    continue;
  }
  if (write) {
    writeFileSync(file, expected);
    continue;
  }
  const before = text.split("\n");
  const after = expected.split("\n");
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at < 0 ? after.length : at + 1;
  console.log(JSON.stringify({ file, line, expected: after[line - 1] ?? "the end of the file" }));
}
