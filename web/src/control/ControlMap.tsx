// The chart of control: one sign a place, coloured by who holds it, striped where contested, split where divided.
import { useEffect, useRef, useState } from 'react';
import type { FeatureCollection } from 'geojson';
import { get } from '../api';
import ChartMap from '../map/ChartMap';
import type { Chart } from '../map/engine';
import { layered, theatreBounds, useRecord } from '../record';
import { S } from '../strings';
import type { PlaceHeld } from '../types';
import { colourOf, legend, type SideColours } from '../ui/sides';
import { useTheme } from '../theme';
import { navigate, address } from '../router';
import { Swatch } from './Swatch';

export default function ControlMap({ items, sides }: { items: readonly PlaceHeld[]; sides: SideColours }) {
  const chart = useRef<Chart | null>(null);
  const [ready, setReady] = useState(false);
  const record = useRecord();
  const theme = useTheme();
  const placed = items.filter((item) => item.place.lat != null && item.place.lon != null);
  const live = useRef(placed);
  live.current = placed;

  useEffect(() => {
    if (!ready) return;
    // On a telephone the holders' names would hide the signs: the key and the table below have them.
    const narrow = (chart.current?.map.getContainer().clientWidth ?? 999) < 520;
    const at = (item: PlaceHeld) => ({ type: 'Point' as const, coordinates: [item.place.lon ?? 0, item.place.lat ?? 0] });
    const icon = (item: PlaceHeld) => `h|${item.on?.hold ?? 'unknown'}|${(item.on?.holders ?? []).map((holder) => colourOf(holder, sides)).join(',')}`;
    chart.current?.put('dots', { type: 'FeatureCollection', features: placed.map((item, k) => ({ type: 'Feature', properties: { icon: icon(item), count: '', order: 1, k }, geometry: at(item) })) });
    chart.current?.put('names', { type: 'FeatureCollection', features: placed.map((item) => ({ type: 'Feature', properties: { name: named(item, narrow), order: 1, offset: 1.1, size: 12.5 }, geometry: at(item) })) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `placed` is made of items
  }, [ready, items, sides, theme]);
  useEffect(() => {
    if (!ready) return;
    const layers: FeatureCollection = { type: 'FeatureCollection', features: [] };
    void Promise.all(layered(record).map((name) => get<FeatureCollection>(`/v1/theatres/${encodeURIComponent(name)}/layers`).then((found) => layers.features.push(...found.features), () => 0)))
      .then(() => chart.current?.put('theatre', layers));
  }, [ready, record]);

  const lons = placed.map((item) => item.place.lon ?? 0);
  const lats = placed.map((item) => item.place.lat ?? 0);
  const box: [number, number, number, number] | undefined = placed.length
    ? [Math.min(...lons) - 0.1, Math.min(...lats) - 0.1, Math.max(...lons) + 0.1, Math.max(...lats) + 0.1] : theatreBounds(record);
  return (
    <div className="control-map">
      <ChartMap label={S.control.mapLabel} view={{ bounds: box }} home={() => box && chart.current?.fit(box)} onChart={(made) => {
        chart.current = made;
        made.map.on('click', (event) => {
          const k = made.signAt(event)?.properties?.['k'] as number | undefined;
          const id = k === undefined ? null : live.current[k]?.place.id;
          if (id) navigate(address('places', id));
        });
        made.map.on('mousemove', (event) => { made.map.getCanvas().style.cursor = made.signAt(event) ? 'pointer' : ''; });
        setReady(true);
      }}>
        <ul className="sides-key">
          {legend(placed.flatMap((item) => item.on?.holders ?? []), sides).map((side) => <li key={side.id}><i className={`square bg-side${side.colour}`} aria-hidden="true" /><span dir="auto">{side.name}</span></li>)}
          {['contested', 'divided', 'unknown'].filter((hold) => placed.some((item) => (item.on?.hold ?? 'unknown') === hold)).map((hold) => <li key={hold} className="key-hold"><Swatch hold={hold} colours={[9, 8]} />{S.holdsKey[hold]}</li>)}
        </ul>
      </ChartMap>
    </div>
  );
}

/** The place's name with its holders' below it: the colour alone says nothing to some readers. */
function named(item: PlaceHeld, short: boolean): string {
  const on = item.on;
  const name = item.place.name || item.place.text;
  if (short || !on || on.hold === 'unknown' || !on.holders.length) return name;
  return `${name}\n${on.holders.map((holder) => holder.name || holder.text).join(on.hold === 'contested' ? '\nor ' : '\n')}`;
}
