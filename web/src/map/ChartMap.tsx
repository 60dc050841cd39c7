// A chart in the page: makes the engine, keeps its colours, adds buttons that a keyboard reaches. Loaded when first needed.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useAnswer } from '../api';
import { S } from '../strings';
import { useTheme } from '../theme';
import type { TileSet } from '../types';
import { calm, Chart, type View } from './engine';

export interface ChartMapProps {
  label: string;
  view: View | null; // null: not known yet, and told once it is
  home?: (() => void) | undefined;
  onChart: (chart: Chart) => void;
  children?: ReactNode;
  note?: boolean;
}

export default function ChartMap({ label, view, home, onChart, children, note = true }: ChartMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const [failed, setFailed] = useState(false);
  const [state, setState] = useState('loading');
  const theme = useTheme();

  useEffect(() => {
    if (!box.current) return;
    try {
      const made = new Chart(box.current, view);
      chart.current = made;
      made.map.on('idle', () => setState('idle'));
      made.map.on('dataloading', () => setState('busy'));
      // Tests and the curious find the map here; the page itself does not use it.
      Object.assign(box.current, { chart: made });
      onChart(made);
      return () => {
        chart.current = null;
        made.destroy();
      };
    } catch (error) {
      console.warn(error);
      setFailed(true);
      return;
    }
    // The chart is made once; later views are the rooms' own moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const begun = useRef(view !== null);
  useLayoutEffect(() => {
    if (begun.current || !view || !chart.current) return;
    begun.current = true;
    chart.current.begin(view);
  }, [view]);
  useEffect(() => chart.current?.repaint(), [theme]);
  const tiles = useAnswer<TileSet>('/v1/tiles').data;
  useEffect(() => { if (tiles && tiles.kind !== 'none') chart.current?.tiles(tiles); }, [tiles]);

  const zoom = (by: number) => chart.current?.map.easeTo({ zoom: chart.current.map.getZoom() + by, duration: calm() ? 0 : 200 });
  return (
    <div className="chart" data-state={state}>
      <div ref={box} className="chart-box" role="region" aria-label={label} />
      {failed && <p className="chart-fails">{S.overview.mapFails}</p>}
      <div className="chart-buttons">
        <button type="button" onClick={() => zoom(1)} aria-label={S.overview.zoomIn} title={S.overview.zoomIn}>+</button>
        <button type="button" onClick={() => zoom(-1)} aria-label={S.overview.zoomOut} title={S.overview.zoomOut}>−</button>
        {home && <button type="button" onClick={home} aria-label={S.overview.home} title={S.overview.home}>⌂</button>}
      </div>
      {children}
      {note && <p className="chart-note">{S.overview.borders}{tiles?.attribution ? ` ${S.overview.tiles(tiles.attribution)}` : ''}</p>}
    </div>
  );
}
