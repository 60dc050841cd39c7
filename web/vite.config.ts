// Builds into the Python package. MapLibre is built from its source, so that page and worker share one file: see
// src/map/worker.ts. No sourcemaps, no inlined assets (the page's policy allows 'self' only).
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { NAV } from './src/nav.ts';
import { S } from './src/strings.ts';

const here = import.meta.dirname;
const maplibre = resolve(here, 'node_modules/maplibre-gl/src');

/** licences.txt: the licences of all that is built in, as they ask for. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const lock = JSON.parse(readFileSync(resolve(here, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; version?: string; license?: string }> };
      const parts: string[] = [];
      for (const [path, { dev, version, license }] of Object.entries(lock.packages)) {
        if (!path || dev || path.includes('@types/')) continue;
        const folder = resolve(here, path);
        const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined;
        const text = file ? readFileSync(resolve(folder, file), 'utf8').trim() : '';
        parts.push(`${path.replace(/^.*node_modules\//, '')} ${version} (${license})\n\n${text}\n`);
      }
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: parts.join('\n--------\n\n') });
    },
  };
}

/** Smaller files gain nothing by being packed. */
const WORTH_PACKING = 1000;

/** FILE.gz beside each file: packed once and well, not by the server at each request. */
function packed(): Plugin {
  return {
    name: 'packed',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        const plain = readFileSync(resolve(dir, name));
        if (plain.length >= WORTH_PACKING) writeFileSync(resolve(dir, `${name}.gz`), gzipSync(plain, { level: 9 }));
      }
    },
  };
}

/** first.txt: what the map needs besides the page's own files, so that the server can tell browsers to ask for it at once. */
function first(): Plugin {
  return {
    name: 'first',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const chunk = (is: (name: string) => boolean) => files.find((file) => file.type === 'chunk' && is(file.name));
      const wanted = new Set<string>();
      const add = (name: string) => {
        const file = bundle[name];
        if (wanted.has(name) || file?.type !== 'chunk') return;
        wanted.add(name);
        file.imports.forEach(add);
      };
      const map = chunk((name) => name === 'EventsMap');
      if (!map) throw new Error('first.txt: there is no chunk EventsMap');
      add(map.fileName);
      const index = chunk((name) => name === 'index');
      for (const name of index?.type === 'chunk' ? [index.fileName, ...index.imports] : []) wanted.delete(name); // the page names them itself
      const coarse = files.find((file) => /\b110m-.*\.json$/.test(file.fileName));
      if (!coarse) throw new Error('first.txt: there is no basemap at 1:110 million');
      this.emitFile({ type: 'asset', fileName: 'first.txt', source: `${[...wanted, coarse.fileName].join('\n')}\n` });
    },
  };
}

/** The bar at the top as plain HTML, with links that work by themselves: until the page's code has run there would be nothing to
 *  press, and whoever knows where a button stands presses it at once. The page then puts its own in the same place. */
function shell(): Plugin {
  const text = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const links = NAV.map(([to, words]) => `<li><a href="${to}">${text(words)}</a></li>`).join('');
  const bar = `<header class="top"><a href="/" class="brand"><span class="brand-mark" aria-hidden="true"></span>${text(S.product)}</a>`
    + `<a class="menu" href="#nav">${text(S.nav.menu)}</a><nav id="nav" aria-label="${text(S.nav.label)}"><ul>${links}</ul></nav>`
    + `<form class="top-search" role="search" action="/search"><input name="q" type="search" placeholder="${text(S.nav.searchShort)}" aria-label="${text(S.nav.search)}" dir="auto"></form>`
    + `<span class="live" aria-hidden="true"><span class="live-dot"></span>${text(S.live.label)}</span><span class="theme" aria-hidden="true"></span></header>`;
  return { name: 'shell', transformIndexHtml: (html) => html.replace('<div id="root"></div>', `<div id="root">${bar}</div>`) };
}

export default defineConfig({
  plugins: [react(), shell(), licences(), first(), packed()],
  // MapLibre's source declares fields that its constructors' parents fill: they must not be set anew (TypeScript's
  // useDefineForClassFields: false, as its own build has it).
  oxc: { assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
  resolve: {
    alias: [
      { find: '@maplibre/mlt', replacement: resolve(here, 'src/map/no-mlt.ts') },
      { find: /^maplibre-gl$/, replacement: `${maplibre}/index.ts` },
      { find: 'maplibre-worker', replacement: `${maplibre}/source/worker.ts` },
    ],
  },
  build: {
    outDir: resolve(here, '../vigil/api/static'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: { index: resolve(here, 'index.html'), 'map-worker': resolve(here, 'src/map/worker.ts') },
      output: {
        // The worker's address is known to map/engine.ts, so it carries no hash; the server sends it with an ETag.
        entryFileNames: (chunk) => (chunk.name === 'map-worker' ? 'map-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
