// The record at large: what the shell and the maps ask once.
import { useAnswer } from './api';
import type { RecordShape } from './types';

export function useRecord(): RecordShape | null {
  return useAnswer<RecordShape>('/v1/record').data;
}

const kept = new WeakMap<RecordShape, string[]>();
const NONE: string[] = [];

/** Ids of the theatres that have map layers; the same list as long as the record is the same. */
export function layered(record: RecordShape | null): string[] {
  if (!record) return NONE;
  let ids = kept.get(record);
  if (!ids) {
    ids = record.theatres.filter((theatre) => theatre.layers).map((theatre) => theatre.id);
    kept.set(record, ids);
  }
  return ids;
}

/** Bounds of the record's theatres together, for a chart that has nothing yet to fit. */
export function theatreBounds(record: RecordShape | null): [number, number, number, number] | undefined {
  const boxes = record?.theatres.flatMap((theatre) => (theatre.bbox?.length === 4 ? [theatre.bbox] : [])) ?? [];
  if (!boxes.length) return undefined;
  const side = (index: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index]!));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}
