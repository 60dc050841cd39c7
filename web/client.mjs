// Writes src/client/schema.ts from the application's own OpenAPI; with --check says whether it is as it would be written.
// The interface is asked of the Python package beside this folder, so no server needs to run.
import openapiTS, { astToString } from 'openapi-typescript';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const here = import.meta.dirname;
const file = resolve(here, 'src/client/schema.ts');
const venv = resolve(here, '../.venv/bin/python');
const python = process.env.PYTHON ?? (existsSync(venv) ? venv : 'python3');
const told = execFileSync(python, ['-m', 'docs.openapi'], { cwd: resolve(here, '..'), maxBuffer: 64e6, encoding: 'utf8' });
const head = '// Generated from OpenAPI by client.mjs (npm run client). Do not edit.\n/* eslint-disable */\n';
const text = head + astToString(await openapiTS(JSON.parse(told), { alphabetize: true }));
if (process.argv.includes('--check')) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (old !== text) {
    console.error('web/src/client/schema.ts is not what the interface says now. Mend: npm run client --prefix web');
    process.exit(1);
  }
  console.log('web/src/client/schema.ts is fresh');
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
