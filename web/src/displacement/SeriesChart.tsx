// A series with its ranges: bars from the lowest to the highest that is claimed, a tick at the best guess.
import { useEffect, useRef, useState } from 'react';
import { dayNumber, dayWords, countWords, number } from '../format';
import { ticks } from '../time/bins';
import { S } from '../strings';
import type { SeriesShape } from '../types';

const H = 300;
const PAD = { left: 52, right: 10, top: 10, bottom: 24 };

export function SeriesChart({ series }: { series: SeriesShape }) {
  const box = useRef<HTMLElement>(null);
  const [W, setW] = useState(560);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setW(Math.max(240, Math.round(entry.contentRect.width))));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [series.bins.length]);
  const bins = series.bins;
  if (!bins.length) return <p className="quiet">{S.displacement.none}</p>;
  const from = Math.min(...bins.map((bin) => dayNumber(bin.start)));
  const to = Math.max(...bins.map((bin) => dayNumber(bin.start))) + 1;
  const top = niceTop(Math.max(1, ...bins.map((bin) => bin.high ?? bin.best)));
  const x = (day: number) => PAD.left + ((day - from) / Math.max(1, to - from)) * (W - PAD.left - PAD.right - 14);
  const y = (value: number) => H - PAD.bottom - (value / top) * (H - PAD.top - PAD.bottom);
  return (
    <figure ref={box}>
      <svg className="series" width={W} height={H} role="img" aria-label={S.displacement.series}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line className="series-grid" x1={PAD.left} x2={W - PAD.right} y1={y(value)} y2={y(value)} />
            <text x={PAD.left - 6} y={y(value) + 4} textAnchor="end">{number(value)}</text>
          </g>
        ))}
        {ticks(from, to, W).filter((tick) => x(tick.day) < W - 36).map((tick) => <text key={tick.day} x={x(tick.day)} y={H - 6}>{tick.words}</text>)}
        {bins.map((bin) => {
          const at = x(dayNumber(bin.start));
          const high = bin.high ?? top;
          return (
            <g key={bin.start}>
              <title>{`${dayWords(bin.start)}: ${countWords(bin.low, bin.high)}`}</title>
              <rect className={bin.high === null ? 'series-open' : 'series-range'} x={at} width="12" y={y(high)} height={Math.max(2, y(bin.low) - y(high))} />
              <line className="series-best" x1={at - 3} x2={at + 15} y1={y(bin.best)} y2={y(bin.best)} />
            </g>
          );
        })}
      </svg>
      <figcaption className="quiet">{S.displacement.caption}</figcaption>
    </figure>
  );
}

function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
