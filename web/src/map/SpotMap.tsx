// A small chart of one place: for an event's or a place's page.
import { useRef, useState, useEffect } from 'react';
import type { FeatureCollection } from 'geojson';
import { get } from '../api';
import { family, look } from '../format';
import { layered, useRecord } from '../record';
import { S } from '../strings';
import { colour } from '../theme';
import ChartMap from './ChartMap';
import { circle, type Chart } from './engine';

interface Props {
  lon: number;
  lat: number;
  km: number;
  name: string;
  type?: string;
  status?: string;
}

export default function SpotMap({ lon, lat, km, name, type, status }: Props) {
  const chart = useRef<Chart | null>(null);
  const [ready, setReady] = useState(false);
  const record = useRecord();
  const reach = Math.max(0.35, (km / 111) * 1.6);
  useEffect(() => {
    if (!ready || !record) return;
    for (const theatre of layered(record)) {
      get<FeatureCollection>(`/v1/theatres/${encodeURIComponent(theatre)}/layers`).then((layers) => chart.current?.put('theatre', layers), () => undefined);
    }
  }, [ready, record]);
  const begin = (made: Chart) => {
    chart.current = made;
    made.map.scrollZoom.disable();
    const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
    const icon = type ? `d|${family(type)}|${look(status ?? '', false)}` : 'p|';
    made.put('dots', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { icon, count: '', order: 1 }, geometry }] });
    made.put('names', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name, order: 1 }, geometry }] });
    if (km > 0) made.put('areas', { type: 'FeatureCollection', features: [circle(lon, lat, km, { colour: colour('ink3') })] });
    setReady(true);
  };
  return (
    <div className="spot">
      <ChartMap label={`${S.overview.map}: ${name}`} view={{ bounds: [lon - reach, lat - reach, lon + reach, lat + reach] }} onChart={begin} />
    </div>
  );
}
