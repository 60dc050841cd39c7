// The chart of moves: a curve from origin to destination, as wide as the best guess of people on it.
import { useEffect, useRef, useState } from 'react';
import type { Feature, FeatureCollection } from 'geojson';
import { get } from '../api';
import ChartMap from '../map/ChartMap';
import { circle, type Chart } from '../map/engine';
import { layered, theatreBounds, useRecord } from '../record';
import { countWords } from '../format';
import { S } from '../strings';
import { colour, useTheme } from '../theme';
import type { Displacement } from '../types';

type Spot = NonNullable<Displacement['origin']>;
const placed = (spot: Displacement['origin']): spot is Spot => spot?.lat != null && spot.lon != null;

/** A bow between two points, and an arrow's head at its end as a triangle `size` degrees of longitude long. */
function bow(a: Spot, b: Spot, size: number): [line: [number, number][], head: [number, number][]] {
  const [x1, y1, x2, y2] = [a.lon ?? 0, a.lat ?? 0, b.lon ?? 0, b.lat ?? 0];
  const [cx, cy] = [(x1 + x2) / 2 - (y2 - y1) * 0.22, (y1 + y2) / 2 + (x2 - x1) * 0.22];
  const line: [number, number][] = [];
  for (let k = 0; k <= 30; k++) {
    const t = k / 30;
    line.push([(1 - t) ** 2 * x1 + 2 * (1 - t) * t * cx + t * t * x2, (1 - t) ** 2 * y1 + 2 * (1 - t) * t * cy + t * t * y2]);
  }
  // Sizes are as on the screen: a degree of latitude is drawn longer than one of longitude.
  const tall = Math.cos((y2 * Math.PI) / 180);
  const away = ([x, y]: [number, number]) => Math.hypot(x - x2, (y - y2) / tall);
  const tip = size * 0.35; // short of the place's own sign
  const stem = line.filter((point) => away(point) > tip + size);
  const base = stem[stem.length - 1] ?? line[0]!;
  const long = away(base) || 1;
  const [ux, uy] = [(x2 - base[0]) / long, (y2 - base[1]) / tall / long];
  const at = (along: number, across: number): [number, number] => [x2 - ux * along - uy * across, y2 - (uy * along - ux * across) * tall];
  return [[...stem, at(tip + size * 0.9, 0)], [at(tip + size, size * 0.55), at(tip, 0), at(tip + size, -size * 0.55), at(tip + size, size * 0.55)]];
}

/** How far apart two places are, in degrees of longitude as they are drawn. */
function apart(a: Spot, b: Spot): number {
  const tall = Math.cos((((a.lat ?? 0) + (b.lat ?? 0)) * Math.PI) / 360);
  return Math.hypot((a.lon ?? 0) - (b.lon ?? 0), ((a.lat ?? 0) - (b.lat ?? 0)) / tall);
}

export default function FlowMap({ items }: { items: readonly Displacement[] }) {
  const chart = useRef<Chart | null>(null);
  const [ready, setReady] = useState(false);
  const [zoom, setZoom] = useState(6);
  const record = useRecord();
  const theme = useTheme();
  const spots = items.flatMap((item) => [item.origin, item.destination]).filter(placed);
  const lons = spots.map((spot) => spot.lon ?? 0);
  const lats = spots.map((spot) => spot.lat ?? 0);
  const box: [number, number, number, number] | undefined = spots.length
    ? [Math.min(...lons) - 0.2, Math.min(...lats) - 0.2, Math.max(...lons) + 0.2, Math.max(...lats) + 0.2] : theatreBounds(record);

  useEffect(() => {
    if (!ready) return;
    const perPixel = 360 / (512 * 2 ** zoom);
    const lines: Feature[] = [];
    const names = new Map<string, Feature>();
    const areas: Feature[] = [];
    const most = Math.max(1, ...items.map((item) => item.people?.best ?? item.people?.low ?? 0));
    for (const item of items) {
      const people = item.people?.best ?? item.people?.low ?? 0;
      const full = 1.5 + Math.sqrt(people / most) * 9;
      const ink = colour(item.disputed ? 'caution' : item.kind === 'return' ? 'ground' : 'people');
      if (placed(item.origin) && placed(item.destination) && item.origin.id !== item.destination.id) {
        // Where the way is short on the screen its arrow is thinner, or it would be a blob.
        const width = Math.min(full, Math.max(2, apart(item.origin, item.destination) / perPixel / 12));
        const [line, head] = bow(item.origin, item.destination, (10 + width * 1.4) * perPixel);
        lines.push({ type: 'Feature', properties: { colour: ink, width }, geometry: { type: 'LineString', coordinates: line } });
        areas.push({ type: 'Feature', properties: { colour: ink, opacity: 0.85 }, geometry: { type: 'Polygon', coordinates: [head] } });
      } else {
        const only = placed(item.origin) ? item.origin : placed(item.destination) ? item.destination : null;
        if (only) areas.push(circle(only.lon ?? 0, only.lat ?? 0, 3 + Math.sqrt(people / most) * 7, { colour: ink, opacity: 0.3 }));
      }
      for (const [spot, words] of [[item.origin, ''], [item.destination, people ? countWords(item.people?.low, item.people?.high) : '']] as const) {
        if (!placed(spot)) continue;
        const old = names.get(spot.name)?.properties?.['people'] as string | undefined;
        const shown = words || old || '';
        names.set(spot.name, { type: 'Feature', properties: { name: shown ? `${spot.name}\n${shown}` : spot.name, people: shown, order: shown ? 0 : 1, size: 13, offset: 0.6 }, geometry: { type: 'Point', coordinates: [spot.lon ?? 0, spot.lat ?? 0] } });
      }
    }
    chart.current?.put('lines', { type: 'FeatureCollection', features: lines });
    chart.current?.put('areas', { type: 'FeatureCollection', features: areas });
    chart.current?.put('names', { type: 'FeatureCollection', features: [...names.values()] });
  }, [ready, items, theme, zoom]);
  useEffect(() => {
    if (!ready) return;
    const layers: FeatureCollection = { type: 'FeatureCollection', features: [] };
    void Promise.all(layered(record).map((name) => get<FeatureCollection>(`/v1/theatres/${encodeURIComponent(name)}/layers`).then((found) => layers.features.push(...found.features), () => 0)))
      .then(() => chart.current?.put('theatre', layers));
  }, [ready, record]);

  return (
    <div className="flow-map">
      <ChartMap label={S.displacement.mapLabel} view={{ bounds: box }} home={() => box && chart.current?.fit(box)} onChart={(made) => {
        chart.current = made;
        setZoom(made.map.getZoom());
        made.map.on('zoomend', () => setZoom(made.map.getZoom()));
        setReady(true);
      }}>
        <ul className="sides-key">
          <li><i className="square bg-people" aria-hidden="true" />{S.flows['flow']}</li>
          <li><i className="square bg-ground" aria-hidden="true" />{S.flows['return']}</li>
          <li><i className="square bg-caution" aria-hidden="true" />{S.statuses['disputed']}</li>
        </ul>
      </ChartMap>
    </div>
  );
}
