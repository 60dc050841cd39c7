// Map, timeline and list: three views of one filter, which is the address. While one brushes, only the rows shown change.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { look as lookAgain, useAnswer } from '../api';
import { EventPanel } from '../event/EventPanel';
import { dayNumber, isoDay } from '../format';
import { compare } from '../live';
import { address, navigate, usePlace } from '../router';
import { S } from '../strings';
import { Timeline } from '../time/Timeline';
import type { EventColumns, EventFacets, PointTags } from '../types';
import { Empty, Failure, Loading } from '../ui/parts';
import { filterParams, overviewSearch, parseFilter, parseLook, type Filter, type Look } from '../url';
import { EventList } from './EventList';
import { Chips, Filters } from './Filters';
import { countBy, difference, ordered, readPoints, span, within, type Coded, type Points } from './points';
import { countTags, readTags } from './tags';
import { layered, useRecord } from '../record';

type MapRoom = (typeof import('./EventsMap'))['default'];
const chartCode = () => import('./EventsMap').then((code) => code.default);
if (location.pathname === '/') void chartCode().catch(() => undefined); // beside the answer, not after it
/** The points are read once the chart is being made (ms at most): the browser then makes both at the same time. */
const CHART_FIRST = 500;

/** The map's code once it is there; React's own way waits a third of a second more. Null: on its way; "fails": it will not come. */
function useMapRoom(): MapRoom | 'fails' | null {
  const [room, setRoom] = useState<MapRoom | 'fails' | null>(null);
  useEffect(() => { chartCode().then((code) => setRoom(() => code), () => setRoom('fails')); }, []);
  return room;
}

export function Overview() {
  const place = usePlace();
  const filter = useMemo(() => parseFilter(place.search), [place.search]);
  const look = useMemo(() => parseLook(place.search), [place.search]);
  const record = useRecord();
  const [view, setView] = useState<'map' | 'list'>('map');
  const [rail, setRail] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [live, setLive] = useState<[number | null, number | null] | null>(null);

  // Callbacks stay the same while one brushes, so that only what changes is drawn again; they read the address of now.
  const now = useRef({ filter, look });
  now.current = { filter, look };
  const go = useCallback((next: Partial<{ filter: Filter; look: Partial<Look> }>, replace = false) => {
    const { filter: f, look: l } = now.current;
    navigate(`/${overviewSearch(next.filter ?? f, { ...l, ...next.look })}`, { replace });
  }, []);
  const onFilter = useCallback((next: Filter) => go({ filter: next }), [go]);
  const onDraw = useCallback(() => setDrawing((on) => !on), []);
  const onAt = useCallback((at: string) => go({ look: { at } }, true), [go]);
  const onOpen = useCallback((event: string) => go({ look: { event } }), [go]);
  const onArea = useCallback((bbox: string) => { setDrawing(false); go({ filter: { ...now.current.filter, bbox } }); }, [go]);

  const path = `/v1/events/columns?${filterParams(filter, ['since', 'until'])}`;
  const EventsMap = useMapRoom();
  const [charted, setCharted] = useState(false);
  useEffect(() => {
    if (EventsMap) return setCharted(true); // after the map's own effects, which make the chart
    const timer = setTimeout(() => setCharted(true), CHART_FIRST);
    return () => clearTimeout(timer);
  }, [EventsMap]);
  const answer = useAnswer<EventColumns>(charted ? path : '');
  const points = useMemo(() => (answer.data ? readPoints(answer.data) : null), [answer.data]);
  const fresh = useFresh(path, points);
  const counted = useAnswer<EventFacets>(useSettled(`/v1/events/facets?${filterParams(filter)}`, 200));

  const since = live ? live[0] : filter.since ? dayNumber(filter.since) : null;
  const until = live ? live[1] : filter.until ? dayNumber(filter.until) : null;
  const shown = useMemo(() => (points ? within(points, since, until) : null), [points, since, until]);
  // With many events the list follows the brush a few times a second; the map, its window and the count at every frame.
  const many = (points?.count ?? 0) > 5000;
  const held = useThrottled(shown, many ? 200 : 0);
  const late = held && held.length === points?.count ? held : shown; // newer points have other rows
  const rows = useMemo(() => (points && late ? ordered(points, late, look.sort) : new Int32Array()), [points, late, look.sort]);
  const days = useMemo(() => (points ? span(points) : null), [points]);
  const types = useMemo(() => (points && late ? choices(points.types, late) : []), [points, late]);
  const statuses = useMemo(() => (points && late ? choices(points.statuses, late) : []), [points, late]);
  // Who and where each row is, once somebody comes near the timeline: those counts then follow the brush too.
  const [near, setNear] = useState(false);
  const answered = useAnswer<PointTags>(near && points ? `/v1/events/tags?${filterParams(filter, ['since', 'until'])}` : '');
  const tags = useMemo(() => (answered.data ? readTags(answered.data) : null), [answered.data]);
  const facets = useMemo(() => {
    // What is not of the same rows (newer events came in between, or there are too many to show) is left to the server.
    if (!tags || !points || !late || answered.busy || tags.total !== points.count) return counted.data;
    return { ...(counted.data ?? NO_FACETS), ...countTags(tags, late) };
  }, [tags, points, late, answered.busy, counted.data]);
  const sums = useMemo(() => (points && shown ? tally(points, shown) : { shown: 0, unplaced: 0 }), [points, shown]);

  useEffect(() => {
    document.title = `${S.overview.title} · ${S.product}`;
  }, []);

  const onWindow = (a: number | null, b: number | null, done: boolean) => {
    if (!done) return setLive([a, b]);
    setLive(null);
    go({ filter: { ...now.current.filter, since: a === null ? '' : isoDay(a), until: b === null ? '' : isoDay(b) } });
  };
  const close = () => go({ look: { event: '' } });
  const exportQuery = filterParams(filter).toString();

  if (answer.error) return <Failure error={answer.error} again={answer.again} />;
  return (
    <div className={`overview view-${view} ${look.event ? 'has-event' : ''} ${rail ? 'has-rail' : ''}`}>
      <h1 className="sr" tabIndex={-1} id="page-title">{S.overview.title}</h1>
      <aside className="rail" aria-label={S.overview.filters}>
        <Filters filter={filter} facets={facets} types={types} statuses={statuses} drawing={drawing} onFilter={onFilter} onDraw={onDraw} />
        <button type="button" className="button rail-close" onClick={() => setRail(false)}>{S.close}</button>
      </aside>
      <div className="overview-bar">
        <button type="button" className="button button-small rail-open" onClick={() => setRail(true)} aria-expanded={rail}>{S.overview.filters}</button>
        <div className="tabs" role="group" aria-label={S.overview.title}>
          {(['map', 'list'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>{S.overview[each]}</button>
          ))}
        </div>
        <p className="overview-count" role="status">
          <strong>{points ? S.overview.shown(sums.shown, points.count) : S.loading}</strong>
          {sums.unplaced > 0 && <span className="quiet">{S.overview.unplaced(sums.unplaced)}</span>}
        </p>
        <Chips filter={filter} facets={facets} onFilter={onFilter} />
      </div>
      <section className="overview-map" aria-label={S.overview.map}>
        {EventsMap === 'fails' ? <p className="chart-fails">{S.overview.mapFails}</p> : EventsMap ? (
          <EventsMap points={points} shown={shown} brushing={live !== null} theatres={layered(record)} at={look.at} selected={look.event} drawing={drawing} onAt={onAt} onOpen={onOpen} onArea={onArea} />
        ) : <Loading lines={3} />}
      </section>
      <section className="overview-time" aria-label={S.overview.timeline} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
        {points && days && <Timeline points={points} range={days} since={since} until={until} onWindow={onWindow} />}
      </section>
      <section className="overview-list" aria-label={S.overview.list}>
        {look.event ? (
          <EventPanel id={look.event} onClose={close} />
        ) : (
          <>
            <div className="list-head">
              <label>{S.overview.sort}{' '}
                <select value={look.sort} onChange={(event) => go({ look: { sort: event.target.value as Look['sort'] } }, true)}>
                  <option value="-day">{S.overview.sortLate}</option>
                  <option value="day">{S.overview.sortDay}</option>
                  <option value="-witnesses">{S.overview.sortWitnesses}</option>
                </select>
              </label>
              <span className="exports">{S.overview.export}{' '}
                {['csv', 'geojson', 'jsonl'].map((kind) => (
                  <a key={kind} href={`/v1/exports/events.${kind}${exportQuery ? `?${exportQuery}` : ''}`} download>{kind.toUpperCase()}</a>
                ))}
              </span>
            </div>
            {points && points.count === 0 && !place.search ? <Empty title={S.overview.noRecord} advice={S.overview.noRecordAdvice} command={S.overview.noRecordCommand} />
              : points ? <EventList points={points} rows={rows} scope={`${path} ${since} ${until} ${look.sort}`} fresh={fresh} selected={look.event} onOpen={onOpen} linkOf={linkOf} />
              : <Loading lines={12} />}
          </>
        )}
      </section>
    </div>
  );
}

/** Events that came while this filter was looked at; and, to the stream, what newer points would change. */
function useFresh(path: string, points: Points | null): ReadonlySet<string> {
  const [kept, setKept] = useState<{ path: string; ids: ReadonlySet<string> | null; fresh: ReadonlySet<string> }>({ path, ids: null, fresh: NONE });
  useEffect(() => {
    if (!points) return;
    setKept((old) => ({
      path,
      ids: new Set(points.id),
      fresh: old.path === path && old.ids ? new Set([...old.fresh, ...points.id.filter((id) => !old.ids?.has(id))]) : NONE,
    }));
    return compare(async () => difference(points, await lookAgain<EventColumns>(path)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new path brings new points
  }, [points]);
  return kept.fresh;
}

const NO_FACETS: EventFacets = { type: [], status: [], source_kind: [], outlet: [], actor: [], side: [], place: [], days: [], undated: 0, total: 0 };
const NONE: ReadonlySet<string> = new Set();
const linkOf = (id: string) => address('events', id);

function choices(values: Coded, shown: Uint8Array) {
  return countBy(values, shown).map(([value, events]) => ({ value, label: value, events }));
}

function tally(points: { count: number; placed: Uint8Array }, shown: Uint8Array) {
  let all = 0;
  let unplaced = 0;
  for (let row = 0; row < points.count; row++) {
    if (!shown[row]) continue;
    all++;
    unplaced += 1 - points.placed[row]!;
  }
  return { shown: all, unplaced };
}

/** A value that changes at most once in a while; its last change always comes through. Where a change makes the browser
 *  slow (measured: the time until two frames have passed), the while is five times as long, so that the brush stays smooth. */
function useThrottled<T>(value: T, wait: number): T {
  const [held, setHeld] = useState(value);
  const last = useRef(0);
  const cost = useRef(0);
  useEffect(() => {
    if (!wait) return;
    const rest = Math.max(0, last.current + Math.max(wait, Math.min(3000, 5 * cost.current)) - performance.now());
    const timer = setTimeout(() => {
      const begun = (last.current = performance.now());
      setHeld(value);
      requestAnimationFrame(() => requestAnimationFrame(() => {
        cost.current = performance.now() - begun - 34;
      }));
    }, rest);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return wait ? held : value;
}

/** A value once it has stood still for a while. */
function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
