// Builds into the Python package. MapLibre is built from its source, so that page and worker share one file: see
// src/map/worker.ts. No sourcemaps, no inlined assets (the page's policy allows 'self' only).
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  plugins: [react(), licences()],
  // MapLibre's source declares fields that its constructors' parents fill: they must not be set anew (TypeScript's
  // useDefineForClassFields: false, as its own build has it).
  oxc: { assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
  resolve: {
    alias: [
      { find: '@maplibre/mlt', replacement: resolve(here, 'src/map/no-mlt.ts') },
      { find: /^maplibre-gl$/, replacement: `${maplibre}/index.ts` },
      { find: /^maplibre-gl\/src\/(.*)$/, replacement: `${maplibre}/$1.ts` },
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
