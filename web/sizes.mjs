// What the browser loads, gzipped: `npm run sizes`. Exit 1 when all JavaScript together is over the limit.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 450_000;
const root = resolve(import.meta.dirname, '../vigil/api/static');
const walk = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? walk(path) : [path];
});
const sizes = walk(root).filter((path) => !path.endsWith('.gz')).map((path) => [path.slice(root.length + 1), gzipSync(readFileSync(path), { level: 9 }).length]);
sizes.sort((a, b) => b[1] - a[1]);
for (const [name, size] of sizes) console.log(`${String(size).padStart(8)}  ${name}`);
const sum = sizes.filter(([name]) => name.endsWith('.js')).reduce((all, [, size]) => all + size, 0);
console.log(`${String(sum).padStart(8)}  JavaScript in all, gzipped (limit ${LIMIT})`);
process.exit(sum > LIMIT ? 1 : 0);
