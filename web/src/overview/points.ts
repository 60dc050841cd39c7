// The record's events as columns: what map, timeline and list share. A change of dates is a pass over numbers, not a query.
import { family, FAMILIES, look, type Look } from '../format';
import { Stacks } from '../map/stacks';
import type { EventColumns } from '../types';

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
  disputes: string[][]; // what is in dispute
  doubtful: Uint8Array; // read with little confidence
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

export const OPEN_PAST = -10_000_000;
export const OPEN_FUTURE = 10_000_000;

/** The server's columns as the page works with them. What hangs on a word alone is worked out once a word. */
export function readPoints(answer: EventColumns): Points {
  const { id, gist, type, status, precision, first, last } = answer;
  const count = id.length;
  const word = ({ words, codes }: EventColumns['type']) => codes.map((code) => words[code]!);
  const families = type.words.map((each) => FAMILIES.indexOf(family(each)));
  const looks = status.words.map((each) => [look(each, false), look(each, true)] as const);
  const vague = precision.words.map((each) => each !== 'exact' && each !== 'unknown');
  const about = answer.disputes.words.map((words) => words.split(' ').filter(Boolean));
  const inDispute = status.words.indexOf('disputed');
  const placed = new Uint8Array(count);
  const dated = new Uint8Array(count);
  const area = new Uint8Array(count);
  const disputed = new Uint8Array(count);
  const begins = new Int32Array(count);
  const ends = new Int32Array(count);
  const how = new Array<Look>(count);
  for (let row = 0; row < count; row++) {
    const [from, to] = [first[row], last[row]];
    if (answer.lat[row] != null && answer.lon[row] != null) placed[row] = 1;
    if (placed[row] && vague[precision.codes[row]!]) area[row] = 1;
    if (from != null || to != null) dated[row] = 1;
    begins[row] = from ?? OPEN_PAST;
    ends[row] = to ?? OPEN_FUTURE;
    how[row] = looks[status.codes[row]!]![answer.disputed[row] ? 1 : 0];
    if (answer.disputed[row] || status.codes[row] === inDispute) disputed[row] = 1;
  }
  const [lat, lon] = [numbers(answer.lat), numbers(answer.lon)];
  return {
    count, id, gist, lat, lon, placed, dated, disputed, vague: area, first: begins, last: ends, look: how,
    type: word(type),
    status: word(status),
    disputes: answer.disputes.codes.map((code) => about[code]!),
    doubtful: Uint8Array.from(answer.doubtful),
    radius: Float64Array.from(answer.radius_km),
    witnesses: Int32Array.from(answer.witnesses),
    family: Uint8Array.from(type.codes, (code) => families[code]!),
    stacks: new Stacks(lon, lat, placed),
    types: { names: type.words, codes: Uint8Array.from(type.codes) },
    statuses: { names: status.words, codes: Uint8Array.from(status.codes) },
    orders: new Map(),
  };
}

function numbers(values: readonly (number | null)[]): Float64Array {
  const made = new Float64Array(values.length);
  for (let row = 0; row < made.length; row++) made[row] = values[row] ?? 0;
  return made;
}

/** What newer points have that these have not, by id. */
export function difference(old: Points, now: EventColumns): { fresh: number; changed: number; gone: number } {
  const known = new Map(old.id.map((id, row) => [id, row]));
  let [fresh, changed] = [0, 0];
  now.id.forEach((id, row) => {
    const was = known.get(id);
    if (was === undefined) fresh++;
    else if (now.gist[row] !== old.gist[was] || now.status.words[now.status.codes[row]!] !== old.status[was] || now.witnesses[row] !== old.witnesses[was]) changed++;
  });
  return { fresh, changed, gone: old.count - (now.id.length - fresh) };
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
  const days = new Int32Array(points.count);
  let dated = 0;
  let low = OPEN_FUTURE;
  let high = OPEN_PAST;
  for (let row = 0; row < points.count; row++) {
    if (!points.dated[row]) continue;
    const a = points.first[row] === OPEN_PAST ? points.last[row]! : points.first[row]!;
    const b = points.last[row] === OPEN_FUTURE ? a : points.last[row]!;
    days[dated++] = a;
    low = Math.min(low, a);
    high = Math.max(high, b);
  }
  if (!dated) return null;
  const order = days.subarray(0, dated).sort(); // numbers need no comparison function, which takes ten times as long
  const cut = Math.floor(dated / 40);
  const first = order[cut]!;
  const last = order[dated - 1 - cut]!;
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

/** Rows fit into so many (the server sends 50,000 at most), as do days that something lasts, and days since the year 1. */
const ROWS = 2 ** 16;
const LASTS = 2 ** 13;
const DAYS = 2 ** 22;
const YEAR_1 = 719_163;

/** One number a row says where it goes, by its day, how long it lasted, and its row: numbers alone are sorted in a tenth of
 *  the time that a comparison function takes. */
function sorted(points: Points, sort: string): Int32Array {
  const { count, dated, first, last, witnesses } = points;
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const day = first[row] === OPEN_PAST ? last[row]! : first[row]!;
    const at = dated[row] ? Math.max(0, day + YEAR_1) : DAYS - 1;
    const lasts = dated[row] ? Math.min(LASTS - 1, last[row]! - day) : 0;
    keys[row] = (at * LASTS + lasts) * ROWS + row;
  }
  keys.sort();
  const rows = Int32Array.from(keys, (key) => key % ROWS);
  if (sort === '-witnesses') return rows.sort((a, b) => witnesses[b]! - witnesses[a]!);
  if (sort !== '-day') return rows;
  const undated = rows.findIndex((row) => !dated[row]);
  const end = undated < 0 ? count : undated;
  rows.subarray(0, end).reverse();
  rows.subarray(end).reverse();
  return rows;
}
