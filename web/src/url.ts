// One filter, one address: map, timeline, list, exports and the interface's queries are all made from this.

export interface Filter {
  type: string[];
  status: string[];
  actor: string[];
  side: string[];
  place: string[];
  source_kind: string[];
  outlet: string[];
  bbox: string; // "west,south,east,north" in degrees, "" none
  since: string; // ISO day, inclusive, "" open
  until: string;
  witnesses: number; // at least so many; 0 any
  q: string;
}

/** What the address says beyond the filter: where the map looks, which event is open, how the list is sorted. */
export interface Look {
  at: string; // "lon,lat,zoom"
  event: string;
  sort: 'day' | '-day' | '-witnesses';
}

export const LISTS = ['type', 'status', 'actor', 'side', 'place', 'source_kind', 'outlet'] as const;
export type ListKey = (typeof LISTS)[number];
export const NO_FILTER: Filter = {
  type: [], status: [], actor: [], side: [], place: [], source_kind: [], outlet: [],
  bbox: '', since: '', until: '', witnesses: 0, q: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseFilter(search: string): Filter {
  const given = new URLSearchParams(search);
  const filter: Filter = { ...NO_FILTER };
  for (const key of LISTS) filter[key] = [...new Set(given.getAll(key).filter(Boolean))].sort();
  const box = (given.get('bbox') ?? '').split(',').map(Number);
  filter.bbox = box.length === 4 && box.every(Number.isFinite) ? box.join(',') : '';
  for (const key of ['since', 'until'] as const) {
    const day = given.get(key) ?? '';
    filter[key] = DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : '';
  }
  filter.witnesses = Math.max(0, Math.trunc(Number(given.get('witnesses') ?? 0)) || 0);
  filter.q = (given.get('q') ?? '').slice(0, 200);
  return filter;
}

export function parseLook(search: string): Look {
  const given = new URLSearchParams(search);
  const sort = given.get('sort');
  return {
    at: given.get('at') ?? '',
    event: given.get('event') ?? '',
    sort: sort === 'day' || sort === '-witnesses' ? sort : '-day',
  };
}

/** Query parameters of a filter, in one fixed order; `without` leaves some out. */
export function filterParams(filter: Filter, without: readonly (keyof Filter)[] = []): URLSearchParams {
  const out = new URLSearchParams();
  for (const key of LISTS) if (!without.includes(key)) for (const value of filter[key]) out.append(key, value);
  for (const key of ['bbox', 'since', 'until', 'q'] as const) {
    if (filter[key] && !without.includes(key)) out.set(key, filter[key]);
  }
  if (filter.witnesses && !without.includes('witnesses')) out.set('witnesses', String(filter.witnesses));
  return out;
}

/** The overview's address for a filter and a look: "" when nothing is set. */
export function overviewSearch(filter: Filter, look: Look): string {
  const out = filterParams(filter);
  if (look.sort !== '-day') out.set('sort', look.sort);
  if (look.at) out.set('at', look.at);
  if (look.event) out.set('event', look.event);
  const words = out.toString();
  return words ? `?${words}` : '';
}

/** How many things a filter asks for. */
export function asked(filter: Filter): number {
  return (
    LISTS.reduce((sum, key) => sum + filter[key].length, 0) +
    Number(!!filter.bbox) + Number(!!(filter.since || filter.until)) + Number(!!filter.witnesses) + Number(!!filter.q)
  );
}
