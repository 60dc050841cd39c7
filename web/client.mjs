// Writes src/client/schema.ts from docs/openapi.json (which `make docs` writes from the application, and a test keeps fresh);
// with --check says whether it is as it would be written.
import openapiTS, { astToString } from 'openapi-typescript';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const here = import.meta.dirname;
const file = resolve(here, 'src/client/schema.ts');
const told = JSON.parse(readFileSync(resolve(here, '../docs/openapi.json'), 'utf8'));
const head = '// Generated from OpenAPI by client.mjs (npm run client). Do not edit.\n/* eslint-disable */\n';
const text = head + astToString(await openapiTS(told, { alphabetize: true }));
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
