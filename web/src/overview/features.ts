// Rows shown -> what the chart draws at a zoom: single dots, blossoms of dots at one spot, or rings with a count.
import type { Feature, FeatureCollection } from 'geojson';
import { circle } from '../map/engine';
import { RING, sizeClass } from '../map/icons';
import { petal, room, TILE, unmercator, type Level } from '../map/stacks';
import { FAMILIES } from '../format';
import { colour } from '../theme';
import type { Points } from './points';

/** Circles wider than this say no more than "somewhere"; such events are drawn as a dot with a light edge only. */
const WIDEST_KM = 400;
/** More dashed circles than this hide each other; those with most events are drawn. */
const MOST_AREAS = 300;

/** What the chart is to add and take away; a feature added with an id that is there takes its place. */
export interface Changes {
  add: Feature[];
  remove: number[];
}

/** What one cluster shows now: kept until that is something else. */
interface Shown {
  key: string;
  dots: Feature[];
  reach: number;
}

/** Draws the rows shown at one zoom. While one brushes, only the clusters that change are made anew. */
export class Drawer {
  private readonly level: Level;
  private readonly shown: (Shown | undefined)[];
  private readonly counts: Int32Array;
  private readonly totals: Int32Array;
  private readonly disputed: Int32Array;
  private named = '';
  private namedBy: ReadonlyMap<string, string> | null = null;

  constructor(readonly points: Points, readonly zoom: number) {
    this.level = points.stacks.level(zoom);
    const clusters = this.level.main.length;
    this.shown = new Array<Shown | undefined>(clusters).fill(undefined);
    this.counts = new Int32Array(clusters * 4);
    this.totals = new Int32Array(clusters);
    this.disputed = new Int32Array(clusters);
  }

  /** Show these rows: what has changed since the last time. */
  draw(shown: Uint8Array): Changes {
    this.count(shown);
    const changes: Changes = { add: [], remove: [] };
    for (let cluster = 0; cluster < this.totals.length; cluster++) this.cluster(cluster, shown, changes);
    return changes;
  }

  /** All that is drawn. */
  all(): FeatureCollection {
    return collection(this.shown.flatMap((each) => each?.dots ?? []));
  }

  /** Names of the spots that show something; null when they are those of the last time. */
  labels(names: ReadonlyMap<string, string>): FeatureCollection | null {
    const { stacks } = this.points;
    const features: Feature[] = [];
    let key = '';
    this.shown.forEach((each, cluster) => {
      if (!each) return;
      const main = this.level.main[cluster]!;
      const [lon, lat] = unmercator(stacks.x[main]!, stacks.y[main]!);
      const name = names.get(spot(lon, lat));
      if (!name) return;
      key += `${cluster}:${each.reach.toFixed(0)} `;
      // Larger spots keep their names where names would meet: by all their events, so that a brush moves no name.
      const order = this.level.begin[cluster]! - this.level.begin[cluster + 1]!;
      features.push({ type: 'Feature', properties: { name, offset: (each.reach + 1) / 12, order }, geometry: { type: 'Point', coordinates: [lon, lat] } });
    });
    if (key === this.named && names === this.namedBy) return null;
    this.named = key;
    this.namedBy = names;
    return collection(features);
  }

  /** Where a row's sign stands, or the ring that holds it; null where nothing does. */
  at(row: number): [number, number] | null {
    const cluster = this.level.of[row] ?? -1;
    const found = cluster < 0 ? undefined : this.shown[cluster]?.dots;
    const mine = found?.find((feature) => feature.properties?.['row'] === row) ?? found?.[0];
    if (mine?.geometry.type === 'Point') return mine.geometry.coordinates as [number, number];
    if (cluster < 0) return null;
    const main = this.level.main[cluster]!;
    return unmercator(this.points.stacks.x[main]!, this.points.stacks.y[main]!);
  }

  private count(shown: Uint8Array): void {
    const { family, disputed } = this.points;
    const { of } = this.level;
    this.counts.fill(0);
    this.totals.fill(0);
    this.disputed.fill(0);
    for (let row = 0; row < of.length; row++) {
      const cluster = of[row]!;
      if (cluster < 0 || !shown[row]) continue;
      this.counts[cluster * 4 + family[row]!]!++;
      this.totals[cluster]!++;
      this.disputed[cluster]! += disputed[row]!;
    }
  }

  private cluster(cluster: number, shown: Uint8Array, changes: Changes): void {
    const old = this.shown[cluster];
    const total = this.totals[cluster]!;
    if (!total) {
      if (!old) return;
      for (const feature of old.dots) changes.remove.push(feature.id as number);
      this.shown[cluster] = undefined;
      return;
    }
    const space = this.level.members[cluster] === 1 ? room(this.level.gap[cluster]!, this.zoom) : 1;
    const made = total <= space ? this.blossom(cluster, shown, old) : this.ring(cluster, total, old);
    if (made === old) return;
    const kept = new Set(made.dots.map((feature) => feature.id));
    for (const feature of old?.dots ?? []) if (!kept.has(feature.id)) changes.remove.push(feature.id as number);
    changes.add.push(...made.dots);
    this.shown[cluster] = made;
  }

  private blossom(cluster: number, shown: Uint8Array, old: Shown | undefined): Shown {
    const { begin, rows } = this.level;
    const mine: number[] = [];
    for (let k = begin[cluster]!; k < begin[cluster + 1]!; k++) if (shown[rows[k]!]) mine.push(rows[k]!);
    const key = mine.join();
    if (old?.key === key) return old;
    const { stacks } = this.points;
    const world = TILE * 2 ** this.zoom;
    let reach = 8;
    const dots = mine.map((row, rank) => {
      const [dx, dy] = mine.length === 1 ? [0, 0] : petal(rank);
      reach = Math.max(reach, Math.hypot(dx, dy) + 7);
      const stack = stacks.stackOf[row]!;
      return dot(this.points, row, stacks.x[stack]! + dx / world, stacks.y[stack]! + dy / world);
    });
    return { key, dots, reach };
  }

  private ring(cluster: number, total: number, old: Shown | undefined): Shown {
    // Coarse shares: few different signs, so that each is drawn once and kept (a brush over 50,000 events asks for hundreds).
    const shares = [0, 1, 2, 3].map((family) => Math.round((this.counts[cluster * 4 + family]! / total) * 4));
    const disputed = this.disputed[cluster]!;
    const quarters = disputed ? (disputed * 2 > total ? 3 : 1) : 0;
    const size = sizeClass(total);
    const icon = `c|${size}|${shares.join(',')}|${quarters}`;
    const count = short(total);
    const key = `${icon} ${count}`;
    if (old?.key === key) return old;
    const { stacks } = this.points;
    const main = this.level.main[cluster]!;
    const feature: Feature = {
      type: 'Feature',
      id: this.points.count + cluster,
      properties: { cluster, icon, order: 4, count },
      geometry: { type: 'Point', coordinates: unmercator(stacks.x[main]!, stacks.y[main]!) },
    };
    return { key, dots: [feature], reach: RING[size]! + 3 };
  }
}

function dot(points: Points, row: number, x: number, y: number): Feature {
  const how = points.look[row]!;
  return {
    type: 'Feature',
    id: row,
    properties: { row, icon: `d|${FAMILIES[points.family[row]!]}|${how}`, order: how === 'split' ? 3 : how === 'solid' ? 2 : 1, count: '' },
    geometry: { type: 'Point', coordinates: unmercator(x, y) },
  };
}

function short(count: number): string {
  return count < 1000 ? String(count) : count < 10_000 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}

/** Areas of doubt, each once however many events lie in it. */
export function areas(points: Points, shown: Uint8Array): FeatureCollection {
  const { of, row } = grounds(points);
  const events = new Int32Array(row.length);
  const disputed = new Uint8Array(row.length);
  for (let k = 0; k < of.length; k++) {
    const area = of[k]!;
    if (area < 0 || !shown[k]) continue;
    events[area]!++;
    disputed[area]! |= points.disputed[k]!;
  }
  const [plain, caution] = [colour('ink3'), colour('caution')];
  const drawn = Array.from(row, (_, area) => area).filter((area) => events[area]! > 0).sort((a, b) => events[b]! - events[a]! || row[a]! - row[b]!);
  return collection(drawn.slice(0, MOST_AREAS).map((area) => {
    const one = row[area]!;
    return circle(points.lon[one]!, points.lat[one]!, points.radius[one]!, { colour: disputed[area] ? caution : plain });
  }));
}

const kept = new WeakMap<Points, { of: Int32Array; row: number[] }>();

/** Row -> its area (-1: it stands on a spot), and one row of each area. */
function grounds(points: Points): { of: Int32Array; row: number[] } {
  const old = kept.get(points);
  if (old) return old;
  const known = new Map<string, number>();
  const row: number[] = [];
  const of = Int32Array.from({ length: points.count }, (_, k) => {
    if (!points.vague[k] || points.radius[k]! > WIDEST_KM || points.radius[k]! <= 0) return -1;
    const key = `${points.lon[k]},${points.lat[k]},${points.radius[k]}`;
    let area = known.get(key);
    if (area === undefined) {
      known.set(key, (area = row.length));
      row.push(k);
    }
    return area;
  });
  const made = { of, row };
  kept.set(points, made);
  return made;
}

/** A spot's key: places of the gazetteer are matched to the events at their point. */
export function spot(lon: number, lat: number): string {
  return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** Where all spots lie within so many times the middle's width, none is left out. */
const NEAR = 1.8;

/** West, south, east, north of all spots; or of the middle 98 of 100, where one far-off meeting would shrink the war. */
export function bounds(points: Points, shown?: Uint8Array): [number, number, number, number] | undefined {
  const lon = new Float64Array(points.count);
  const lat = new Float64Array(points.count);
  let count = 0;
  for (let row = 0; row < points.count; row++) {
    if (!points.placed[row] || (shown && !shown[row])) continue;
    lon[count] = points.lon[row]!;
    lat[count++] = points.lat[row]!;
  }
  if (!count) return undefined;
  const cut = (all: Float64Array): [number, number] => {
    const values = all.subarray(0, count).sort();
    const drop = Math.floor(count / 50);
    const [first, last] = [values[0]!, values[count - 1]!];
    let [low, high] = [values[drop]!, values[count - 1 - drop]!];
    if (last - first <= NEAR * (high - low)) [low, high] = [first, last];
    const least = 0.15;
    return high - low < least ? [low - least, high + least] : [low, high];
  };
  const [w, e] = cut(lon);
  const [s, n] = cut(lat);
  return [w, s, e, n];
}
