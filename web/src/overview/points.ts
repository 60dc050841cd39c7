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
  types: Coded;
  statuses: Coded;
  orders: Map<string, Int32Array>; // rows in each order of the list, worked out once
}

/** A column of few words as numbers: counting them is then a pass over bytes. */
export interface Coded {
  names: string[];
  codes: Uint8Array;
}

function coded(values: readonly string[]): Coded {
  const known = new Map<string, number>();
  const codes = Uint8Array.from(values, (value) => {
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    return code;
  });
  return { names: [...known.keys()], codes };
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
  // Few different words and days in many rows: each is worked out once.
  const dayOf = once(dayNumber);
  const familyOf = once((word: string) => FAMILIES.indexOf(family(word)));
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
    first: Int32Array.from(first, (day) => (day ? dayOf(day) : OPEN_PAST)),
    last: Int32Array.from(last, (day) => (day ? dayOf(day) : OPEN_FUTURE)),
    dated: Uint8Array.from(first, (day, row) => (day || last[row] ? 1 : 0)),
    witnesses: Int32Array.from(column<number | null>('witnesses'), (value) => value ?? 0),
    disputed: Uint8Array.from(disputed, (value, row) => (value || status[row] === 'disputed' ? 1 : 0)),
    family: Uint8Array.from(type, familyOf),
    look: status.map((word, row) => look(word, Boolean(disputed[row]))),
    stacks: new Stacks(lons, lats, placed),
    types: coded(type),
    statuses: coded(status),
    orders: new Map(),
  };
}

function once<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = work(word)));
    return found;
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
export function countBy({ names, codes }: Coded, shown: Uint8Array): [string, number][] {
  const counts = new Int32Array(names.length);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += shown[row]!;
  return names.map((name, code): [string, number] => [name, counts[code]!]).filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Rows shown, in the list's order. Rows without a day come last. */
export function ordered(points: Points, shown: Uint8Array, sort: string): Int32Array {
  let order = points.orders.get(sort);
  if (!order) points.orders.set(sort, (order = sorted(points, sort)));
  const rows = new Int32Array(order.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) if (shown[order[k]!]) rows[count++] = order[k]!;
  return rows.subarray(0, count);
}

function sorted(points: Points, sort: string): Int32Array {
  const rows = Int32Array.from({ length: points.count }, (_, row) => row);
  const day = (row: number) => (points.dated[row] ? (points.first[row] === OPEN_PAST ? points.last[row]! : points.first[row]!) : OPEN_FUTURE);
  const byDay = (a: number, b: number) => day(a) - day(b) || points.last[a]! - points.last[b]! || a - b;
  if (sort === '-day') return rows.sort((a, b) => points.dated[b]! - points.dated[a]! || byDay(b, a));
  if (sort === '-witnesses') return rows.sort((a, b) => points.witnesses[b]! - points.witnesses[a]! || byDay(a, b));
  return rows.sort(byDay);
}
