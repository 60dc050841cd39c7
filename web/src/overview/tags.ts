// Who, where and by whom each row is told: with it the counts of the filters follow the brush, and nothing is asked meanwhile.
import type { EventFacets, Facet, PointTags } from '../types';

/** Filters that are counted by it. */
export const TAGGED = ['source_kind', 'outlet', 'actor', 'side', 'place'] as const;
type Role = (typeof TAGGED)[number];

interface Tagged {
  values: string[];
  labels: string[];
  code: Int32Array; // which value each pair is of
  row: Int32Array; // and which row carries it
}

export type Tags = Record<Role, Tagged> & { total: number };

/** Values that a filter lists at most, as the server counts them. */
const MOST = 50;

/** The server's answer as pairs of value and row: counting is then a pass over numbers. */
export function readTags(answer: PointTags): Tags {
  const read = (role: Role): Tagged => {
    const { values, labels, counts, steps } = answer[role];
    const code = new Int32Array(steps.length);
    const row = new Int32Array(steps.length);
    let at = 0;
    for (let value = 0; value < counts.length; value++) {
      let here = 0;
      for (const end = at + counts[value]!; at < end; at++) {
        here += steps[at]!;
        code[at] = value;
        row[at] = here;
      }
    }
    return { values, labels, code, row };
  };
  return { total: answer.total, source_kind: read('source_kind'), outlet: read('outlet'), actor: read('actor'), side: read('side'), place: read('place') };
}

/** Counts over the rows shown, most first: what the server would say of the same days. */
export function countTags(tags: Tags, shown: Uint8Array): Pick<EventFacets, Role> {
  const count = ({ values, labels, code, row }: Tagged): Facet[] => {
    const counts = new Int32Array(values.length);
    for (let k = 0; k < row.length; k++) counts[code[k]!]! += shown[row[k]!]!;
    const some: number[] = [];
    for (let value = 0; value < counts.length; value++) if (counts[value]) some.push(value);
    some.sort((a, b) => counts[b]! - counts[a]! || a - b); // values ascend, and of equals the server gives the first
    return some.slice(0, MOST).map((value) => ({ value: values[value]!, label: labels[value]!, events: counts[value]! }));
  };
  return { source_kind: count(tags.source_kind), outlet: count(tags.outlet), actor: count(tags.actor), side: count(tags.side), place: count(tags.place) };
}
