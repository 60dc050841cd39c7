// Map, timeline and list: three views of one filter, which is the address. While one brushes, only the rows shown change.
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../api';
import { EventPanel } from '../event/EventPanel';
import { dayNumber, isoDay } from '../format';
import { address, navigate, usePlace } from '../router';
import { S } from '../strings';
import { Timeline } from '../time/Timeline';
import type { EventFacets } from '../types';
import { Empty, Failure, Loading } from '../ui/parts';
import { filterParams, overviewSearch, parseFilter, parseLook, type Filter, type Look } from '../url';
import { EventList } from './EventList';
import { Chips, Filters } from './Filters';
import { countBy, ordered, readPoints, span, within, type PointsAnswer } from './points';
import { layered, useRecord } from '../record';

const EventsMap = lazy(() => import('./EventsMap'));

export function Overview() {
  const place = usePlace();
  const filter = useMemo(() => parseFilter(place.search), [place.search]);
  const look = useMemo(() => parseLook(place.search), [place.search]);
  const record = useRecord();
  const [view, setView] = useState<'map' | 'list'>('map');
  const [rail, setRail] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [live, setLive] = useState<[number | null, number | null] | null>(null);

  const go = useCallback((next: Filter, nextLook: Look, replace = false) => navigate(`/${overviewSearch(next, nextLook)}`, { replace }), []);
  const onFilter = (next: Filter) => go(next, look);

  const path = `/v1/events/points?${filterParams(filter, ['since', 'until'])}`;
  const answer = useAnswer<PointsAnswer>(path);
  const points = useMemo(() => (answer.data ? readPoints(answer.data) : null), [answer.data]);
  const counted = useAnswer<EventFacets>(useSettled(`/v1/events/facets?${filterParams(filter)}`, 200));

  const since = live ? live[0] : filter.since ? dayNumber(filter.since) : null;
  const until = live ? live[1] : filter.until ? dayNumber(filter.until) : null;
  const shown = useMemo(() => (points ? within(points, since, until) : null), [points, since, until]);
  const late = useDeferredValue(shown);
  const rows = useMemo(() => (points && late && late.length === points.count ? ordered(points, late, look.sort) : new Int32Array()), [points, late, look.sort]);
  const days = useMemo(() => (points ? span(points) : null), [points]);
  const types = useMemo(() => (points && late ? choices(points.type, late) : []), [points, late]);
  const statuses = useMemo(() => (points && late ? choices(points.status, late) : []), [points, late]);
  const sums = useMemo(() => (points && shown ? tally(points, shown) : { shown: 0, unplaced: 0 }), [points, shown]);

  useEffect(() => {
    document.title = `${S.overview.title} · ${S.product}`;
  }, []);

  const onWindow = (a: number | null, b: number | null, done: boolean) => {
    if (!done) return setLive([a, b]);
    setLive(null);
    go({ ...filter, since: a === null ? '' : isoDay(a), until: b === null ? '' : isoDay(b) }, look);
  };
  const open = (event: string) => go(filter, { ...look, event });
  const close = () => go(filter, { ...look, event: '' });
  const exportQuery = filterParams(filter).toString();

  if (answer.error) return <Failure error={answer.error} again={answer.again} />;
  return (
    <div className={`overview view-${view} ${look.event ? 'has-event' : ''} ${rail ? 'has-rail' : ''}`}>
      <h1 className="sr" tabIndex={-1} id="page-title">{S.overview.title}</h1>
      <aside className="rail" aria-label={S.overview.filters}>
        <Filters filter={filter} facets={counted.data} types={types} statuses={statuses} drawing={drawing} onFilter={onFilter} onDraw={() => setDrawing(!drawing)} />
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
        <Chips filter={filter} facets={counted.data} onFilter={onFilter} />
      </div>
      <section className="overview-map" aria-label={S.overview.map}>
        {points && shown ? (
          <Suspense fallback={<Loading lines={3} />}>
            <EventsMap points={points} shown={shown} theatres={layered(record)} at={look.at} selected={look.event} drawing={drawing}
              onAt={(at) => go(filter, { ...look, at }, true)} onOpen={open}
              onArea={(bbox) => { setDrawing(false); onFilter({ ...filter, bbox }); }} />
          </Suspense>
        ) : <Loading lines={3} />}
      </section>
      <section className="overview-time" aria-label={S.overview.timeline}>
        {points && days && <Timeline points={points} range={days} since={since} until={until} onWindow={onWindow} />}
      </section>
      <section className="overview-list" aria-label={S.overview.list}>
        {look.event ? (
          <EventPanel id={look.event} onClose={close} />
        ) : (
          <>
            <div className="list-head">
              <label>{S.overview.sort}{' '}
                <select value={look.sort} onChange={(event) => go(filter, { ...look, sort: event.target.value as Look['sort'] }, true)}>
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
            {points && points.count === 0 && !place.search ? <Empty title={S.overview.noRecord} advice={S.overview.noRecordAdvice} />
              : points ? <EventList points={points} rows={rows} selected={look.event} onOpen={open} linkOf={(id) => address('events', id)} />
              : <Loading lines={12} />}
          </>
        )}
      </section>
    </div>
  );
}


function choices(values: readonly string[], shown: Uint8Array) {
  return countBy(values, shown).map(([value, events]) => ({ value, label: value, events }));
}

function tally(points: { count: number; placed: Uint8Array }, shown: Uint8Array) {
  let all = 0;
  let unplaced = 0;
  for (let row = 0; row < points.count; row++) {
    if (!shown[row]) continue;
    all++;
    if (!points.placed[row]) unplaced++;
  }
  return { shown: all, unplaced };
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
