/** An alias of vite.config.ts for MapLibre's source of its worker, which the package does not offer by a name of its own. */
declare module 'maplibre-worker';
