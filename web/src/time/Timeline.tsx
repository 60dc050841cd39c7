// The timeline: bars by family, rough dates as bars below, and a brush that mouse, finger and arrow keys move alike.
import { useEffect, useMemo, useRef, useState } from 'react';
import { FAMILIES, dayWords, isoDay } from '../format';
import type { Points, Range } from '../overview/points';
import { S } from '../strings';
import { colour, useTheme } from '../theme';
import { makeBins, ticks } from './bins';

interface Props {
  points: Points;
  range: Range;
  since: number | null;
  until: number | null;
  /** Called while brushing (`done` false) and at its end. */
  onWindow: (since: number | null, until: number | null, done: boolean) => void;
}

const BARS = 64;
const LANE = 5;
const PAD = 10;

export function Timeline({ points, range, since, until, onWindow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(800);
  const theme = useTheme();
  const { from, to, outside } = range;
  const bins = useMemo(() => makeBins(points, from, to, width - 2 * PAD), [points, from, to, width]);
  const lanesHeight = bins.laneCount * LANE + (bins.laneCount ? 6 : 0);
  const height = BARS + lanesHeight + 18;
  const start = bins.edges[0]!;
  const end = bins.edges[bins.edges.length - 1]!;
  const inner = width - 2 * PAD;
  const x = (day: number) => PAD + ((day - start) / (end - start)) * inner;
  const dayAt = (px: number) => Math.max(from, Math.min(to, Math.floor(start + ((px - PAD) / inner) * (end - start))));

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, Math.round(entry.contentRect.width))));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!canvas.current || !pen) return;
    const dense = Math.min(3, devicePixelRatio || 1);
    canvas.current.width = width * dense;
    canvas.current.height = height * dense;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, height);
    const fills = FAMILIES.map((name) => colour(name));
    const caution = colour('caution');
    const size = bins.edges.length - 1;
    for (let bin = 0; bin < size; bin++) {
      const left = x(bins.edges[bin]!);
      const wide = Math.max(1, x(bins.edges[bin + 1]!) - left - (inner / size > 3 ? 1 : 0));
      let y = BARS;
      bins.counts.forEach((counts, index) => {
        const tall = (counts[bin]! / bins.high) * (BARS - 10);
        pen.fillStyle = fills[index]!;
        pen.fillRect(left, y - tall, wide, tall);
        y -= tall;
      });
      if (bins.disputed[bin]) {
        pen.fillStyle = caution;
        pen.fillRect(left, y - 3, wide, 2);
      }
    }
    pen.fillStyle = colour('line2');
    pen.fillRect(PAD, BARS, inner, 1);
    for (const bar of bins.lanes) {
      const left = x(bar.first);
      pen.fillStyle = fills[points.family[bar.row]!]!;
      pen.globalAlpha = 0.75;
      pen.fillRect(left, BARS + 4 + bar.lane * LANE, Math.max(3, x(bar.last + 1) - left - 1), LANE - 2);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = colour('ink3');
    pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
    pen.textAlign = 'left';
    for (const tick of ticks(from, to, inner)) {
      const at = x(tick.day);
      pen.fillRect(at, BARS, 1, 4);
      pen.fillText(tick.words, Math.min(at, width - 36), height - 4);
    }
  }, [bins, width, height, theme, points, from, to]);

  const a = since ?? from;
  const b = until ?? to;
  const open = since === null && until === null;
  const next = useRef<number | null>(null);
  const drag = useRef<{ kind: 'new' | 'move' | 'a' | 'b'; at: number; a: number; b: number; moved: boolean } | null>(null);

  const set = (low: number, high: number, done: boolean) => {
    const first = Math.max(from, Math.min(low, high));
    const last = Math.min(to, Math.max(low, high));
    onWindow(first <= from && last >= to ? null : first, first <= from && last >= to ? null : last, done);
  };
  const edge = useRef(0); // left edge of the bars in the window: asked once a drag
  const px = (event: React.PointerEvent) => event.clientX - edge.current;

  const down = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    edge.current = box.current?.getBoundingClientRect().left ?? 0;
    const at = px(event);
    const nearA = !open && Math.abs(at - x(a)) < 9;
    const nearB = !open && Math.abs(at - x(b + 1)) < 9;
    const inside = !open && at > x(a) && at < x(b + 1);
    drag.current = { kind: nearB ? 'b' : nearA ? 'a' : inside ? 'move' : 'new', at, a, b, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: React.PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const at = px(event);
    if (Math.abs(at - held.at) > 3) held.moved = true;
    if (!held.moved) return;
    // A mouse tells of its moves more often than the browser draws: the last one before each frame counts.
    const waits = next.current !== null;
    next.current = at;
    if (waits) return;
    requestAnimationFrame(() => {
      const now = next.current;
      next.current = null;
      if (now !== null && drag.current === held) apply(held, now, false);
    });
  };
  const apply = (held: NonNullable<typeof drag.current>, at: number, done: boolean) => {
    if (held.kind === 'new') set(dayAt(held.at), dayAt(at), done);
    else if (held.kind === 'a') set(dayAt(at), held.b, done);
    else if (held.kind === 'b') set(held.a, dayAt(at), done);
    else {
      const by = Math.max(from - held.a, Math.min(to - held.b, dayAt(at) - dayAt(held.at)));
      set(held.a + by, held.b + by, done);
    }
  };
  const up = (event: React.PointerEvent) => {
    const held = drag.current;
    drag.current = null;
    if (!held) return;
    if (held.moved) apply(held, px(event), true);
    else if (held.kind === 'new') onWindow(null, null, true);
  };
  const key = (which: 'a' | 'b') => (event: React.KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[event.key];
    const day = which === 'a' ? a : b;
    let goal = step === undefined ? null : day + step * (event.shiftKey ? 7 : 1);
    if (event.key === 'Home') goal = from;
    if (event.key === 'End') goal = to;
    if (event.key === 'Escape') return onWindow(null, null, true);
    if (goal === null) return;
    event.preventDefault();
    if (which === 'a') set(Math.min(goal, b), b, true);
    else set(a, Math.max(goal, a), true);
  };

  return (
    <div className="timeline">
      <div className="timeline-head">
        <span>{open ? S.overview.wholeTime : S.overview.brush(dayWords(isoDay(a)), dayWords(isoDay(b)))}</span>
        <span className="quiet">{S.overview.perBin[bins.unit]}{bins.beyond ? ` · ${S.overview.vague(bins.beyond)}` : ''}{outside ? ` · ${S.overview.outside(outside)}` : ''}</span>
        {!open && <button type="button" className="link" onClick={() => onWindow(null, null, true)}>{S.overview.wholeTime}</button>}
      </div>
      <div ref={box} className="timeline-box" onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} title={S.overview.brushHelp}>
        <canvas ref={canvas} style={{ width: '100%', height }} aria-hidden="true" />
        {!open && <div className="timeline-off" style={{ left: 0, width: Math.max(0, x(a)), height: height - 16 }} />}
        {!open && <div className="timeline-off" style={{ left: x(b + 1), right: 0, height: height - 16 }} />}
        {(['a', 'b'] as const).map((which) => (
          <div
            key={which}
            className={`timeline-thumb ${open ? 'timeline-thumb-idle' : ''}`}
            style={{ left: which === 'a' ? x(a) : x(b + 1), height: BARS + lanesHeight }}
            role="slider"
            tabIndex={0}
            aria-label={which === 'a' ? S.overview.brushStart : S.overview.brushEnd}
            aria-valuemin={from}
            aria-valuemax={to}
            aria-valuenow={which === 'a' ? a : b}
            aria-valuetext={dayWords(isoDay(which === 'a' ? a : b))}
            onKeyDown={key(which)}
          />
        ))}
      </div>
    </div>
  );
}
