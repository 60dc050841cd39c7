// The record's events as columns: what map, timeline and list share. A change of dates is a pass over numbers, not a query.
import { dayNumber, family, FAMILIES, look, type Look } from '../format';
import { Stacks } from '../map/stacks';

export interface PointsAnswer {
  columns: string[];
  rows: unknown[][];
  unplaced: number;
  undated: number;
}

export interface Points {
  count: number;
  id: string[];
  type: string[];
  status: string[];
  gist: string[];
  lat: Float64Array;
  lon: Float64Array;
  radius: Float64Array;
  placed: Uint8Array;
  vague: Uint8Array; // the place is an area, not a spot
  first: Int32Array; // days since 1970; OPEN_PAST / OPEN_FUTURE where a side is open
  last: Int32Array;
  dated: Uint8Array;
  witnesses: Int32Array;
  disputed: Uint8Array;
  family: Uint8Array; // index into FAMILIES
  look: Look[];
  stacks: Stacks;
}

export const OPEN_PAST = -10_000_000;
export const OPEN_FUTURE = 10_000_000;

/** Columns by name, so that the server may add some or order them anew. */
export function readPoints(answer: PointsAnswer): Points {
  const at = new Map(answer.columns.map((name, index) => [name, index]));
  const column = <T,>(name: string): T[] => {
    const index = at.get(name);
    return answer.rows.map((row) => (index === undefined ? null : row[index]) as T);
  };
  const count = answer.rows.length;
  const lat = column<number | null>('lat');
  const lon = column<number | null>('lon');
  const precision = column<string>('precision');
  const first = column<string | null>('first_day');
  const last = column<string | null>('last_day');
  const type = column<string>('type');
  const status = column<string>('status');
  const disputed = column<boolean | number | null>('disputed');
  const placed = Uint8Array.from(lat, (value, row) => (value != null && lon[row] != null ? 1 : 0));
  const lats = Float64Array.from(lat, (value) => value ?? 0);
  const lons = Float64Array.from(lon, (value) => value ?? 0);
  return {
    count,
    id: column<string>('id'),
    type,
    status,
    gist: column<string>('gist'),
    lat: lats,
    lon: lons,
    radius: Float64Array.from(column<number | null>('radius_km'), (value) => value ?? 0),
    placed,
    vague: Uint8Array.from(precision, (word, row) => (placed[row] && word !== 'exact' && word !== 'unknown' ? 1 : 0)),
    first: Int32Array.from(first, (day) => (day ? dayNumber(day) : OPEN_PAST)),
    last: Int32Array.from(last, (day) => (day ? dayNumber(day) : OPEN_FUTURE)),
    dated: Uint8Array.from(first, (day, row) => (day || last[row] ? 1 : 0)),
    witnesses: Int32Array.from(column<number | null>('witnesses'), (value) => value ?? 0),
    disputed: Uint8Array.from(disputed, (value, row) => (value || status[row] === 'disputed' ? 1 : 0)),
    family: Uint8Array.from(type, (word) => FAMILIES.indexOf(family(word))),
    look: status.map((word, row) => look(word, Boolean(disputed[row]))),
    stacks: new Stacks(lons, lats, placed),
  };
}

/** What newer points have that these have not, by id. */
export function difference(old: Points, now: PointsAnswer): { fresh: number; changed: number; gone: number } {
  const at = new Map(now.columns.map((name, index) => [name, index]));
  const column = (row: unknown[], name: string) => row[at.get(name) ?? -1];
  const known = new Map(old.id.map((id, row) => [id, row]));
  let [fresh, changed] = [0, 0];
  for (const row of now.rows) {
    const was = known.get(column(row, 'id') as string);
    if (was === undefined) fresh++;
    else if (column(row, 'gist') !== old.gist[was] || column(row, 'status') !== old.status[was] || column(row, 'witnesses') !== old.witnesses[was]) changed++;
  }
  return { fresh, changed, gone: old.count - (now.rows.length - fresh) };
}

/** Rows that may have happened between two days (both inclusive); all rows when neither end is set. */
export function within(points: Points, since: number | null, until: number | null): Uint8Array {
  const shown = new Uint8Array(points.count);
  if (since === null && until === null) return shown.fill(1);
  const a = since ?? OPEN_PAST;
  const b = until ?? OPEN_FUTURE;
  for (let row = 0; row < points.count; row++) {
    shown[row] = points.dated[row] && points.last[row]! >= a && points.first[row]! <= b ? 1 : 0;
  }
  return shown;
}

export interface Range {
  from: number;
  to: number;
  outside: number; // dated rows that lie wholly outside: a lone memory of years ago does not shrink the war
}

/** The days that the timeline shows: all, unless a few far-off days would take most of the width. Null without days. */
export function span(points: Points): Range | null {
  const days: number[] = [];
  let low = OPEN_FUTURE;
  let high = OPEN_PAST;
  for (let row = 0; row < points.count; row++) {
    if (!points.dated[row]) continue;
    const a = points.first[row] === OPEN_PAST ? points.last[row]! : points.first[row]!;
    const b = points.last[row] === OPEN_FUTURE ? a : points.last[row]!;
    days.push(a);
    low = Math.min(low, a);
    high = Math.max(high, b);
  }
  if (!days.length) return null;
  days.sort((a, b) => a - b);
  const cut = Math.floor(days.length / 40);
  const first = days[cut]!;
  const last = days[days.length - 1 - cut]!;
  if (high - low < 3 * Math.max(14, last - first)) return { from: low, to: high, outside: 0 };
  const pad = Math.ceil((last - first) / 10) + 3;
  const [from, to] = [Math.max(low, first - pad), Math.min(high, last + pad)];
  let outside = 0;
  for (let row = 0; row < points.count; row++) if (points.dated[row] && (points.last[row]! < from || points.first[row]! > to)) outside++;
  return { from, to, outside };
}

/** Counts of a column over the rows shown, largest first. */
export function countBy(values: readonly string[], shown: Uint8Array): [string, number][] {
  const counts = new Map<string, number>();
  values.forEach((value, row) => {
    if (shown[row]) counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Rows shown, in the list's order. Rows without a day come last. */
export function ordered(points: Points, shown: Uint8Array, sort: string): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < points.count; row++) if (shown[row]) rows.push(row);
  const day = (row: number) => (points.dated[row] ? (points.first[row] === OPEN_PAST ? points.last[row]! : points.first[row]!) : OPEN_FUTURE);
  const byDay = (a: number, b: number) => day(a) - day(b) || points.last[a]! - points.last[b]! || a - b;
  if (sort === '-day') rows.sort((a, b) => points.dated[b]! - points.dated[a]! || byDay(b, a));
  else if (sort === '-witnesses') rows.sort((a, b) => points.witnesses[b]! - points.witnesses[a]! || byDay(a, b));
  else rows.sort(byDay);
  return Int32Array.from(rows);
}
