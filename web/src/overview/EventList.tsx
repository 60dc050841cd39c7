// The list of the overview: 50,000 rows, of which only those in view are in the page. Arrow keys walk through it.
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FAMILIES, gistWords, isoDay, rangeWords, standingShort } from '../format';
import { Empty, Sign } from '../ui/parts';
import { S } from '../strings';
import { usePrinting } from '../theme';
import { OPEN_FUTURE, OPEN_PAST, type Points } from './points';

const ROW = 62;
const SPARE = 6;
/** Rows that are printed: some twenty sheets. */
const ON_PAPER = 500;

interface Props {
  points: Points;
  rows: Int32Array;
  scope: string; // which rows these are: the same ones, grown, keep the reader's place; others begin at their top
  fresh: ReadonlySet<string>; // came while the page was open
  selected: string;
  onOpen: (id: string) => void;
  linkOf: (id: string) => string;
}

export const EventList = memo(function EventList({ points, rows, scope, fresh, selected, onOpen, linkOf }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [focus, setFocus] = useState(0);
  const wanted = useRef(false);

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const held = useRef({ scope, points, rows });
  useLayoutEffect(() => {
    const old = held.current;
    held.current = { scope, points, rows };
    if (old.rows === rows || !box.current) return;
    const same = old.scope === scope && old.points !== points;
    const at = (k: number) => {
      const id = old.rows.length > k ? old.points.id[old.rows[k]!] : undefined;
      return id === undefined ? -1 : rows.findIndex((row) => points.id[row] === id);
    };
    // Where the list stands at its top, it is not asked for its place: that makes the browser lay out the page at once.
    if (top === 0 && focus === 0) return;
    const first = Math.floor(top / ROW);
    const now = same && top > 0 ? at(first) : -1;
    const focused = same ? at(focus) : -1;
    if (focused >= 0 && box.current.contains(document.activeElement)) wanted.current = true;
    setFocus(Math.max(0, focused));
    box.current.scrollTop = now < 0 ? 0 : now * ROW + (top - first * ROW);
    setTop(box.current.scrollTop);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only new rows move the list
  }, [rows]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>(`[data-at="${focus}"]`)?.focus({ preventScroll: true });
  });

  const step = (event: React.KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / ROW) - 1);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined || !box.current) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, by === -Infinity ? 0 : by === Infinity ? rows.length - 1 : focus + by));
    setFocus(next);
    wanted.current = true;
    const y = next * ROW;
    if (y < box.current.scrollTop) box.current.scrollTop = y;
    else if (y + ROW > box.current.scrollTop + height) box.current.scrollTop = y + ROW - height;
    setTop(box.current.scrollTop);
  };

  const printing = usePrinting();
  const from = printing ? 0 : Math.max(0, Math.floor(top / ROW) - SPARE);
  const to = Math.min(rows.length, printing ? ON_PAPER : Math.ceil((top + height) / ROW) + SPARE);
  const visible: number[] = [];
  // The row in focus stays in the page even when scrolled away, or the focus would be lost.
  if (focus < from && focus < rows.length) visible.push(focus);
  for (let k = from; k < to; k++) visible.push(k);
  if (focus >= to && focus < rows.length) visible.push(focus);

  if (!rows.length) return <Empty title={S.overview.empty} advice={S.overview.emptyAdvice} />;
  return (
    <div className="list" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={step}>
      <ul style={{ height: rows.length * ROW }} aria-label={S.overview.list}>
        {visible.map((k) => {
          const row = rows[k]!;
          const id = points.id[row]!;
          return (
            <li key={k} style={{ transform: `translateY(${k * ROW}px)`, height: ROW }} aria-setsize={rows.length} aria-posinset={k + 1}>
              <a
                href={linkOf(id)}
                data-at={k}
                tabIndex={k === focus ? 0 : -1}
                className={`item ${id === selected ? 'item-on' : ''} ${points.doubtful[row] ? 'item-doubtful' : ''}`}
                aria-current={id === selected ? 'true' : undefined}
                onFocus={() => setFocus(k)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onOpen(id);
                }}
              >
                <Row points={points} row={row} fresh={fresh.has(id)} />
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
});

function Row({ points, row, fresh }: { points: Points; row: number; fresh: boolean }) {
  const day = (value: number) => (value === OPEN_PAST || value === OPEN_FUTURE ? null : isoDay(value));
  const status = points.status[row]!;
  return (
    <>
      <Sign of={FAMILIES[points.family[row]!]!} how={points.look[row]!} />
      <span className="item-gist" dir="auto">{gistWords(points.gist[row]!)}</span>
      <span className="item-when">{rangeWords(day(points.first[row]!), day(points.last[row]!))}</span>
      <span className={`item-status status-${points.disputed[row] ? 'disputed' : status}`}>
        <span className="item-words">
          {standingShort(status, points.disputes[row]!, !!points.disputed[row])}{!points.doubtful[row] && ` · ${S.count.witnessesShort(points.witnesses[row]!)}`}
        </span>
        {!!points.doubtful[row] && <span className="tag tag-unsure" title={S.unsure.meaning}>{S.unsure.tag}</span>}
        {fresh && <span className="item-new">{S.live.isNew}</span>}
        {!points.placed[row] && <span className="item-unplaced">{S.overview.unplacedShort}</span>}
      </span>
    </>
  );
}
