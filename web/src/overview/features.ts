// Rows shown -> what the chart draws at a zoom: single dots, blossoms of dots at one spot, or rings with a count.
import type { Feature, FeatureCollection } from 'geojson';
import { circle } from '../map/engine';
import { RING, sizeClass } from '../map/icons';
import { petal, room, TILE, unmercator } from '../map/stacks';
import { FAMILIES } from '../format';
import { colour } from '../theme';
import type { Points } from './points';

export interface Drawn {
  dots: FeatureCollection;
  names: FeatureCollection;
}

/** Circles wider than this say no more than "somewhere"; such events are drawn as a dot with a light edge only. */
const WIDEST_KM = 400;
/** More dashed circles than this hide each other; those with most events are drawn. */
const MOST_AREAS = 300;

export function draw(points: Points, shown: Uint8Array, zoom: number, names: ReadonlyMap<string, string>): Drawn {
  const { stacks } = points;
  const level = stacks.level(zoom);
  const clusters = level.main.length;
  const counts = new Int32Array(clusters * 4);
  const totals = new Int32Array(clusters);
  const disputed = new Int32Array(clusters);
  const rows: number[][] = Array.from({ length: clusters }, () => []);
  for (let row = 0; row < points.count; row++) {
    const stack = stacks.stackOf[row]!;
    if (stack < 0 || !shown[row]) continue;
    const cluster = level.clusterOf[stack]!;
    counts[cluster * 4 + points.family[row]!]!++;
    totals[cluster]!++;
    disputed[cluster]! += points.disputed[row]!;
    if (rows[cluster]!.length < 520) rows[cluster]!.push(row);
  }
  const world = TILE * 2 ** zoom;
  const dots: Feature[] = [];
  const labels: Feature[] = [];
  for (let cluster = 0; cluster < clusters; cluster++) {
    const total = totals[cluster]!;
    if (!total) continue;
    const main = level.main[cluster]!;
    const space = level.members[cluster] === 1 ? room(level.gap[cluster]!, zoom) : 1;
    const x = stacks.x[main]!;
    const y = stacks.y[main]!;
    let reach = 8;
    if (total <= space) {
      rows[cluster]!.forEach((row, rank) => {
        const [dx, dy] = total === 1 ? [0, 0] : petal(rank);
        reach = Math.max(reach, Math.hypot(dx, dy) + 7);
        const stack = stacks.stackOf[row]!;
        dots.push(dot(points, row, stacks.x[stack]! + dx / world, stacks.y[stack]! + dy / world));
      });
    } else {
      const size = sizeClass(total);
      reach = RING[size]! + 3;
      dots.push(ring(cluster, total, counts.subarray(cluster * 4, cluster * 4 + 4), disputed[cluster]!, x, y));
    }
    const [lon, lat] = unmercator(x, y);
    const name = names.get(spot(lon, lat));
    if (name) {
      labels.push({
        type: 'Feature',
        properties: { name, offset: (reach + 1) / 12, order: -total },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      });
    }
  }
  return { dots: collection(dots), names: collection(labels) };
}

function dot(points: Points, row: number, x: number, y: number): Feature {
  const how = points.look[row]!;
  return {
    type: 'Feature',
    properties: { row, icon: `d|${FAMILIES[points.family[row]!]}|${how}`, order: how === 'split' ? 3 : how === 'solid' ? 2 : 1, count: '' },
    geometry: { type: 'Point', coordinates: unmercator(x, y) },
  };
}

function ring(cluster: number, total: number, by: Int32Array, disputed: number, x: number, y: number): Feature {
  // Coarse shares: few different signs, so that each is drawn once and kept (a brush over 50,000 events asks for hundreds).
  const shares = Array.from(by, (count) => Math.round((count / total) * 4));
  const quarters = disputed ? (disputed * 2 > total ? 3 : 1) : 0;
  return {
    type: 'Feature',
    properties: { cluster, icon: `c|${sizeClass(total)}|${shares.join(',')}|${quarters}`, order: 4, count: short(total) },
    geometry: { type: 'Point', coordinates: unmercator(x, y) },
  };
}

function short(count: number): string {
  return count < 1000 ? String(count) : count < 10_000 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}

/** Areas of doubt, each once however many events lie in it. */
export function areas(points: Points, shown: Uint8Array): FeatureCollection {
  const known = new Map<string, { row: number; disputed: boolean; events: number }>();
  for (let row = 0; row < points.count; row++) {
    if (!shown[row] || !points.vague[row] || points.radius[row]! > WIDEST_KM || points.radius[row]! <= 0) continue;
    const key = `${points.lon[row]},${points.lat[row]},${points.radius[row]}`;
    const old = known.get(key);
    if (old) {
      old.disputed ||= !!points.disputed[row];
      old.events++;
    } else known.set(key, { row, disputed: !!points.disputed[row], events: 1 });
  }
  return collection(
    [...known.values()].sort((a, b) => b.events - a.events || a.row - b.row).slice(0, MOST_AREAS).map(({ row, disputed }) =>
      circle(points.lon[row]!, points.lat[row]!, points.radius[row]!, { colour: colour(disputed ? 'caution' : 'ink3') }),
    ),
  );
}

/** A spot's key: places of the gazetteer are matched to the events at their point. */
export function spot(lon: number, lat: number): string {
  return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** West, south, east, north of the middle 98 of 100 spots: one far-off meeting does not shrink the war. */
export function bounds(points: Points, shown?: Uint8Array): [number, number, number, number] | undefined {
  const lon: number[] = [];
  const lat: number[] = [];
  for (let row = 0; row < points.count; row++) {
    if (!points.placed[row] || (shown && !shown[row])) continue;
    lon.push(points.lon[row]!);
    lat.push(points.lat[row]!);
  }
  if (!lon.length) return undefined;
  const cut = (values: number[]): [number, number] => {
    values.sort((a, b) => a - b);
    const drop = Math.floor(values.length / 50);
    const low = values[drop]!;
    const high = values[values.length - 1 - drop]!;
    const least = 0.15;
    return high - low < least ? [low - least, high + least] : [low, high];
  };
  const [w, e] = cut(lon);
  const [s, n] = cut(lat);
  return [w, s, e, n];
}
