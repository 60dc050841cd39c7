// Who holds what on a day, and as it was known on another: map, table and a slider of days.
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useAnswer } from '../api';
import { dayNumber, dayWords, isoDay, joined } from '../format';
import { address, Link, navigate, usePlace } from '../router';
import { S } from '../strings';
import type { ControlOnDay, PlaceHeld, RecordShape } from '../types';
import { Await, Empty, EventLink, Failure, Loading, Room, Unsure } from '../ui/parts';
import { colourOf, useSides, type SideColours } from '../ui/sides';
import { Swatch } from './Swatch';

const ControlMap = lazy(() => import('./ControlMap'));

export function ControlPage() {
  const answer = useAnswer<RecordShape>('/v1/record');
  return (
    <Room title={S.control.title} wide ready={!!answer.data}>
      <Await answer={answer}>
        {(record) => record.last_day ? <Days from={record.first_day ?? record.last_day} to={record.last_day} /> : <Empty title={S.control.none} />}
      </Await>
    </Room>
  );
}

function Days({ from, to }: { from: string; to: string }) {
  const { search } = usePlace();
  const asked = new URLSearchParams(search);
  const known = asked.get('known') ?? '';
  const [live, setLive] = useState<number | null>(null);
  const day = live === null ? (asked.get('day') ?? to) : isoDay(live);
  const answer = useAnswer<ControlOnDay>(`/v1/states/control?day=${day}${known ? `&known=${known}` : ''}`);
  const latest = useAnswer<ControlOnDay>(`/v1/states/control?day=${to}`);
  // The first days of a record may be a memory of years ago: the slider begins where control does.
  const begin = useMemo(() => {
    const starts = (latest.data?.items ?? []).flatMap((item) => (item.on?.start ? [item.on.start] : []));
    const low = starts.length ? dayNumber(starts.reduce((a, b) => (a < b ? a : b))) - 45 : dayNumber(from);
    return Math.max(dayNumber(from), low);
  }, [latest.data, from]);
  const go = (next: { day?: string; known?: string }, replace = false) => {
    const out = new URLSearchParams();
    const d = next.day ?? day;
    const k = next.known ?? known;
    if (d !== to) out.set('day', d);
    if (k) out.set('known', k);
    const words = out.toString();
    navigate(`/control${words ? `?${words}` : ''}`, { replace });
  };
  const [playing, setPlaying] = useState(false);
  const now = dayNumber(day);
  const end = dayNumber(to);
  useEffect(() => {
    if (!playing) return;
    if (now >= end) return setPlaying(false);
    const timer = setTimeout(() => setLive(now + 1), 450);
    return () => clearTimeout(timer);
  }, [playing, now, end]);
  const settle = () => {
    if (live !== null) go({ day: isoDay(live) }, true);
    setLive(null);
  };
  const sides = useSides();

  return (
    <div className="control">
      <div className="control-bar card">
        <label className="control-day">
          <span className="control-date">{dayWords(day)}</span>
          <input type="range" min={begin} max={end} value={now} aria-label={S.control.day} aria-valuetext={dayWords(day)}
            onChange={(event) => { setPlaying(false); setLive(Number(event.target.value)); }} onPointerUp={settle} onKeyUp={settle} onBlur={settle} />
          <span className="control-ends"><span>{dayWords(isoDay(begin))}</span><span>{dayWords(to)}</span></span>
        </label>
        <div className="control-tools">
          <button type="button" className="button" onClick={() => { if (!playing && now >= end) setLive(begin); setPlaying(!playing); }}>{playing ? S.control.pause : S.control.play}</button>
          <label>{S.control.day} <input type="date" value={day} min={from} max={to} onChange={(event) => { if (event.target.value) { setLive(null); go({ day: event.target.value }); } }} /></label>
          <label title={S.control.knownNote}>{S.control.known} <input type="date" value={known} max={to} onChange={(event) => go({ day, known: event.target.value })} /></label>
          {known ? <button type="button" className="link" onClick={() => go({ day, known: '' })}>{S.control.reset}</button> : <span className="quiet">{S.control.knownNow}</span>}
        </div>
        {known && <p className="quiet">{S.control.known} {dayWords(known)}. {S.control.knownNote}</p>}
      </div>
      {answer.error ? <Failure error={answer.error} again={answer.again} /> : !answer.data ? <Loading /> : (
        <div className="control-both">
          <Suspense fallback={<div className="control-map" />}><ControlMap items={answer.data.items} sides={sides} /></Suspense>
          <Table items={answer.data.items} sides={sides} />
        </div>
      )}
    </div>
  );
}

function Table({ items, sides }: { items: readonly PlaceHeld[]; sides: SideColours }) {
  const [find, setFind] = useState('');
  const shown = items.filter((item) => (item.place.name || item.place.text).toLowerCase().includes(find.toLowerCase()));
  return (
    <div className="control-table">
      <label className="control-find"><span className="sr">{S.control.find}</span><input type="search" placeholder={S.control.find} value={find} onChange={(event) => setFind(event.target.value)} /></label>
      <table>
        <thead><tr><th scope="col">{S.control.place}</th><th scope="col">{S.control.holder}</th><th scope="col">{S.control.since}</th></tr></thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.place.id ?? item.place.text}>
              <th scope="row">{item.place.id ? <Link to={address('places', item.place.id)} dir="auto">{item.place.name}</Link> : item.place.text}</th>
              <td>
                <Holder item={item} sides={sides} /> <Unsure when={!!item.on?.doubtful} />
                {item.on && <details className="why"><summary>{S.control.why}</summary><p dir="auto">{item.on.reason}</p><p>{item.on.events.map((id, k) => <span key={id}>{k > 0 && ', '}<EventLink id={id}>{S.event.title.toLowerCase()} {k + 1}</EventLink></span>)}</p></details>}
              </td>
              <td className="nowrap">{item.on?.start ? dayWords(item.on.start) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!shown.length && <p className="quiet">{S.control.noneOn}</p>}
    </div>
  );
}

export function Holder({ item, sides }: { item: PlaceHeld; sides: SideColours }) {
  const on = item.on;
  if (!on || on.hold === 'unknown') return <span className="hold"><i className="swatch swatch-unknown" aria-hidden="true" />{S.unknown}</span>;
  const colours = on.holders.map((holder) => colourOf(holder, sides));
  return (
    <span className="hold">
      <Swatch hold={on.hold} colours={colours} />
      <span>{on.hold !== 'held' && <em>{S.holds[on.hold]} </em>}<span dir="auto">{joined(on.holders.map((holder) => holder.name || holder.text))}</span></span>
    </span>
  );
}
