// The map of the overview: dots of the rows shown, areas of doubt, the theatre's own layers, and a rectangle to draw.
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FeatureCollection } from 'geojson';
import { get, useAnswer } from '../api';
import { FAMILIES, gistWords, isoDay, rangeWords, standing } from '../format';
import ChartMap from '../map/ChartMap';
import { calm, NOTHING, type Chart, type SourceName, type View } from '../map/engine';
import { theatreBounds } from '../record';
import { Sign } from '../ui/parts';
import { S } from '../strings';
import { useTheme } from '../theme';
import type { EventPage, RecordShape } from '../types';
import { areas, bounds, Drawer, spot } from './features';
import { OPEN_FUTURE, OPEN_PAST, type Points } from './points';

interface Props {
  points: Points | null; // null: on their way. The chart is made ready meanwhile.
  shown: Uint8Array | null;
  brushing: boolean;
  theatres: readonly string[];
  at: string;
  selected: string;
  drawing: boolean;
  onAt: (at: string) => void;
  onOpen: (id: string) => void;
  onArea: (bbox: string) => void;
}

/** Answers about the record's theatres and places that the chart draws under and beside the dots. */
async function background(theatres: readonly string[]): Promise<{ layers: FeatureCollection; names: Map<string, string> }> {
  const layers: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const names = new Map<string, string>();
  for (const name of theatres) {
    try {
      const found = await get<FeatureCollection>(`/v1/theatres/${encodeURIComponent(name)}/layers`);
      layers.features.push(...found.features);
    } catch {
      // A theatre without layers is drawn without them.
    }
  }
  try {
    // Names for the spots of the 200 events told by most: the towns that the war is about.
    const told = await get<EventPage>('/v1/events?sort=witnesses&limit=200');
    for (const { place } of told.items) if (place?.lat != null && place.lon != null) names.set(spot(place.lon, place.lat), place.name);
  } catch {
    // Dots without names are still dots.
  }
  return { layers, names };
}

export default memo(EventsMap);
const NAMELESS: ReadonlyMap<string, string> = new Map();

/** A value as it was before something moved, until that is over. */
function useRested<T>(value: T, moving: boolean): T {
  const rested = useRef(value);
  if (!moving) rested.current = value;
  return rested.current;
}

function EventsMap(props: Props) {
  const { points, shown, brushing, theatres, at, selected, drawing, onAt, onArea } = props;
  const chart = useRef<Chart | null>(null);
  const [ready, setReady] = useState(false);
  const [started, setStarted] = useState(false); // it is known where the chart looks
  const [grounded, setGrounded] = useState(false); // land is drawn
  const [zoom, setZoom] = useState(() => Number(at.split(',')[2]) || 6);
  const [tip, setTip] = useState<{ x: number; y: number; row: number } | null>(null);
  const [ground, setGround] = useState<{ layers: FeatureCollection; names: Map<string, string> } | null>(null);
  const theme = useTheme();
  const live = useRef(props);
  live.current = props;

  // Only where the chart begins: later the reader moves it.
  const begins = useRef<View | null>(null);
  const told = at.split(',').map(Number);
  if (!begins.current && told.length === 3 && told.every(Number.isFinite)) begins.current = { at: told as [number, number, number] };
  // A filter that nothing passes shows the theatre, not the world.
  const extent = useRef<[number, number, number, number] | undefined>(undefined);
  const record = useAnswer<RecordShape>('/v1/record');
  extent.current = theatreBounds(record.data);
  if (!begins.current && points && (points.count || !record.busy)) begins.current = { bounds: bounds(points) ?? extent.current };
  const first = begins.current;

  const wanted = started && grounded;
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void background(theatres).then((found) => here && setGround(found));
    return () => {
      here = false;
    };
  }, [theatres, wanted]);

  const begin = useCallback((made: Chart) => {
    chart.current = made;
    const map = made.map;
    void made.grounded.then(() => setGrounded(true));
    map.on('zoom', () => setZoom(Math.round(map.getZoom() * 8) / 8));
    map.on('moveend', (event) => {
      if (!('originalEvent' in event) || !event.originalEvent) return;
      const centre = map.getCenter();
      live.current.onAt(`${centre.lng.toFixed(3)},${centre.lat.toFixed(3)},${map.getZoom().toFixed(2)}`);
    });
    map.on('click', (event) => {
      const sign = made.signAt(event);
      const row = sign?.properties?.['row'] as number | undefined;
      const id = row === undefined ? undefined : live.current.points?.id[row];
      if (id !== undefined) live.current.onOpen(id);
      else if (sign && sign.geometry.type === 'Point') {
        const [lon, lat] = sign.geometry.coordinates as [number, number];
        map.easeTo({ center: [lon, lat], zoom: Math.min(13, map.getZoom() + 2), duration: calm() ? 0 : 400 }, { originalEvent: event.originalEvent });
      }
    });
    map.on('mousemove', (event) => {
      const sign = made.signAt(event);
      const row = sign?.properties?.['row'] as number | undefined;
      map.getCanvas().style.cursor = sign ? 'pointer' : '';
      setTip(row === undefined ? null : { x: event.point.x, y: event.point.y, row });
    });
    map.on('mouseout', () => setTip(null));
    map.on('movestart', () => setTip(null));
    setReady(true);
  }, []);

  useLayoutEffect(() => {
    if (!ready || !first || !chart.current) return;
    setZoom(chart.current.map.getZoom());
    setStarted(true);
  }, [ready, first]);

  const drawer = useMemo(() => (points && started ? new Drawer(points, zoom) : null), [points, started, zoom]);
  const put = (name: SourceName, data: FeatureCollection) => chart.current?.put(name, data);
  const last = useRef<Drawer | null>(null);
  useEffect(() => {
    if (!drawer || !shown) return;
    const { add, remove } = drawer.draw(shown);
    // While one brushes the chart is told what changes; at another zoom, and with other rows, everything is new.
    if (last.current === drawer) chart.current?.change(add, remove);
    else put('dots', drawer.all());
    last.current = drawer;
    const names = drawer.labels(ground?.names ?? NAMELESS);
    if (names) put('names', names);
  }, [drawer, shown, ground]);
  // Areas follow when the brush is let go: they are many polygons, and the dots say what has changed.
  const rested = useRested(shown, brushing && (points?.count ?? 0) > 5000);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the areas' colours are the theme's
  const doubt = useMemo(() => (points && rested && shown && grounded ? areas(points, rested.length === points.count ? rested : shown) : null), [points, rested, theme, grounded]);
  useEffect(() => { if (doubt) put('areas', doubt); }, [doubt]);
  useEffect(() => { if (ready && ground) put('theatre', ground.layers); }, [ready, ground]);
  const chosen = useMemo(() => (selected && points ? points.id.indexOf(selected) : -1), [points, selected]);
  useEffect(() => {
    if (!drawer) return;
    const at = chosen < 0 ? null : drawer.at(chosen);
    if (!at) return put('mark', NOTHING);
    put('mark', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at } }] });
  }, [chosen, drawer, chosen < 0 ? null : shown]);

  const home = () => {
    const box = (points && shown && bounds(points, shown)) || extent.current;
    if (box) chart.current?.fit(box);
    onAt('');
  };
  return (
    <ChartMap label={S.overview.mapLabel} view={first} home={home} onChart={begin}>
      {tip && points && <Tip points={points} {...tip} />}
      {drawing && chart.current && <Rectangle chart={chart.current} onArea={onArea} />}
      <Legend />
    </ChartMap>
  );
}

function Tip({ points, x, y, row }: { points: Points; x: number; y: number; row: number }) {
  const day = (value: number) => (value === OPEN_PAST || value === OPEN_FUTURE ? null : isoDay(value));
  return (
    <div className="tip" style={{ left: x, top: y }} aria-hidden="true">
      <strong dir="auto">{gistWords(points.gist[row]!)}</strong>
      <span>{rangeWords(day(points.first[row]!), day(points.last[row]!))}</span>
      <span>{standing(points.status[row]!, points.witnesses[row]!, points.disputes[row]!, !!points.disputed[row])} · {S.count.witnessesShort(points.witnesses[row]!)}{points.doubtful[row] ? ` · ${S.unsure.tag}` : ''}</span>
    </div>
  );
}

function Rectangle({ chart, onArea }: { chart: Chart; onArea: (bbox: string) => void }) {
  const [from, setFrom] = useState<[number, number] | null>(null);
  const [to, setTo] = useState<[number, number] | null>(null);
  const at = (event: React.PointerEvent<HTMLDivElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const end = (event: React.PointerEvent<HTMLDivElement>) => {
    const now = at(event);
    if (from && Math.hypot(now[0] - from[0], now[1] - from[1]) > 8) {
      const a = chart.map.unproject(from);
      const b = chart.map.unproject(now);
      onArea([Math.min(a.lng, b.lng), Math.min(a.lat, b.lat), Math.max(a.lng, b.lng), Math.max(a.lat, b.lat)].map((n) => Number(n.toFixed(4))).join(','));
    }
    setFrom(null);
    setTo(null);
  };
  return (
    <div className="rectangle" onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(at(event)); setTo(at(event)); }}
      onPointerMove={(event) => from && setTo(at(event))} onPointerUp={end}>
      {!from && <p className="rectangle-help">{S.overview.areaHelp}</p>}
      {from && to && (
        <div className="rectangle-box" style={{ left: Math.min(from[0], to[0]), top: Math.min(from[1], to[1]), width: Math.abs(to[0] - from[0]), height: Math.abs(to[1] - from[1]) }} />
      )}
    </div>
  );
}

function Legend() {
  const doubt = S.overview.legendDoubt;
  return (
    <details className="legend">
      <summary>{S.overview.legend}</summary>
      <ul>
        {FAMILIES.map((name) => <li key={name}><Sign of={name} how="solid" />{S.families[name]}</li>)}
      </ul>
      <ul>
        {(['solid', 'hollow', 'split', 'faint'] as const).map((how) => <li key={how}><Sign of="fight" how={how} />{doubt[how]}</li>)}
        <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle className="legend-area" cx="8" cy="8" r="6.5" /></svg>{doubt.area}</li>
        <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle className="legend-ring" cx="8" cy="8" r="5.5" /><path className="legend-caution" d="M8 1a7 7 0 0 1 7 7" /></svg>{doubt.cluster}</li>
        <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><rect className="legend-bar" x="1" y="6.5" width="14" height="3" /></svg>{doubt.bar}</li>
        <li><span className="legend-doubtful" aria-hidden="true">Aa</span>{doubt.doubtful}</li>
      </ul>
      <p className="legend-foot"><a href="/licences.txt">{S.overview.licences}</a></p>
    </details>
  );
}
