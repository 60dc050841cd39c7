// The map's worker, built from MapLibre's own source: so the code that it shares with the page is one file, loaded once
// (as published, the worker repeats 130 kB of it).
// @ts-expect-error the source path is an alias of vite.config.ts; the package types only its front door
import 'maplibre-gl/src/source/worker';
