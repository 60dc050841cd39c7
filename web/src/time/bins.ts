// Bars of the timeline: bins of days, weeks, months or years that fit the width; what is known only roughly lies below as bars.
import { OPEN_FUTURE, OPEN_PAST, type Points } from '../overview/points';
import { dayNumber, isoDay } from '../format';
import { S } from '../strings';

export type Unit = 'day' | 'week' | 'month' | 'year';

export interface Bins {
  unit: Unit;
  edges: number[]; // first day of each bin, and the day after the last
  counts: Int32Array[]; // by family, one number a bin
  disputed: Int32Array;
  high: number;
  lanes: { row: number; first: number; last: number; lane: number }[];
  laneCount: number;
  beyond: number; // rough dates that found no lane
}

/** Longer than this, a date is drawn as a bar and not counted into one bin. */
const SHARP: Record<Unit, number> = { day: 1, week: 7, month: 31, year: 366 };
export const LANES = 6;

function next(unit: Unit, day: number): number {
  if (unit === 'day') return day + 1;
  if (unit === 'week') return day + 7;
  const [y, m] = isoDay(day).split('-').map(Number);
  return unit === 'month' ? dayNumber(new Date(Date.UTC(y ?? 0, m ?? 1, 1)).toISOString()) : dayNumber(`${String((y ?? 0) + 1).padStart(4, '0')}-01-01`);
}

function floor(unit: Unit, day: number): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7); // Mondays: 1 January 1970 was a Thursday
  return dayNumber(unit === 'month' ? `${isoDay(day).slice(0, 7)}-01` : `${isoDay(day).slice(0, 4)}-01-01`);
}

export function unitFor(days: number, width: number): Unit {
  const most = Math.max(20, width / 5);
  return days <= most ? 'day' : days / 7 <= most ? 'week' : days / 30 <= most ? 'month' : 'year';
}

export function makeBins(points: Points, from: number, to: number, width: number): Bins {
  const unit = unitFor(to - from + 1, width);
  const edges = [floor(unit, from)];
  while (edges[edges.length - 1]! <= to) edges.push(next(unit, edges[edges.length - 1]!));
  const size = edges.length - 1;
  const counts = Array.from({ length: 4 }, () => new Int32Array(size));
  const disputed = new Int32Array(size);
  const rough: { row: number; first: number; last: number }[] = [];
  for (let row = 0; row < points.count; row++) {
    if (!points.dated[row]) continue;
    const first = points.first[row]!;
    const last = points.last[row]!;
    if (first === OPEN_PAST || last === OPEN_FUTURE || last - first + 1 > SHARP[unit]) {
      rough.push({ row, first: Math.max(first, from), last: Math.min(last, to) });
      continue;
    }
    const bin = find(edges, first);
    if (bin < 0 || bin >= size) continue;
    counts[points.family[row]!]![bin]!++;
    disputed[bin]! += points.disputed[row]!;
  }
  let high = 1;
  for (let bin = 0; bin < size; bin++) high = Math.max(high, counts.reduce((sum, each) => sum + each[bin]!, 0));
  return { unit, edges, counts, disputed, high, ...lay(rough) };
}

function find(edges: number[], day: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return day < edges[0]! ? -1 : low;
}

function lay(rough: { row: number; first: number; last: number }[]): Pick<Bins, 'lanes' | 'laneCount' | 'beyond'> {
  rough.sort((a, b) => a.first - b.first || a.last - b.last || a.row - b.row);
  const ends: number[] = [];
  const lanes: Bins['lanes'] = [];
  let beyond = 0;
  for (const bar of rough) {
    let lane = ends.findIndex((end) => end < bar.first - 1);
    if (lane === -1 && ends.length < LANES) {
      lane = ends.length;
      ends.push(0);
    }
    if (lane === -1) {
      beyond++;
      continue;
    }
    ends[lane] = bar.last;
    lanes.push({ ...bar, lane });
  }
  return { lanes, laneCount: ends.length, beyond };
}

/** Days at which to write a date under the axis: round ones, about one every 90 px. */
export function ticks(from: number, to: number, width: number): { day: number; words: string }[] {
  const most = Math.max(2, Math.floor(width / 84));
  const days = to - from + 1;
  const out: { day: number; words: string }[] = [];
  if (days <= most * 16) {
    const step = [1, 2, 3, 7, 14].find((each) => days / each <= most) ?? 14;
    for (let day = floor('week', from); day <= to; day += step) {
      if (day < from) continue;
      const [, m, d] = isoDay(day).split('-').map(Number);
      out.push({ day, words: `${d} ${S.months[(m ?? 1) - 1]}` });
    }
    return out;
  }
  const months = days / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => months / each <= most) ?? 240;
  const [y0] = isoDay(from).split('-').map(Number);
  for (let k = 0; ; k += step) {
    const date = new Date(Date.UTC(y0 ?? 0, k, 1));
    const day = Math.floor(date.getTime() / 86_400_000);
    if (day > to) break;
    if (day < from) continue;
    const m = date.getUTCMonth();
    out.push({ day, words: step >= 12 || m === 0 ? String(date.getUTCFullYear()) : `${S.months[m]}${step < 12 && months < 24 ? '' : ` ’${String(date.getUTCFullYear()).slice(2)}`}` });
  }
  return out;
}
