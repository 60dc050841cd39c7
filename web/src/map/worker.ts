// The map's worker, built from MapLibre's own source: so the code that it shares with the page is one file, loaded once
// (as published, the worker repeats 130 kB of it). The name is an alias of vite.config.ts, declared in maplibre-worker.d.ts.
import 'maplibre-worker';
