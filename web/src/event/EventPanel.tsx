// The event beside the map: the map stays, the words come.
import { useEffect, useRef } from 'react';
import { useAnswer } from '../api';
import { address, Link } from '../router';
import { S } from '../strings';
import type { EventFull } from '../types';
import { Await } from '../ui/parts';
import { EventHead, EventView } from './EventView';

export function EventPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const answer = useAnswer<EventFull>(`/v1/events/${encodeURIComponent(id)}`);
  const box = useRef<HTMLDivElement>(null);
  const title = answer.data?.title ?? S.event.title;
  // A newer answer about the same event leaves the reader where he is.
  const there = answer.data !== null;
  useEffect(() => {
    box.current?.querySelector('h2')?.focus({ preventScroll: true });
    box.current?.scrollTo(0, 0);
  }, [id, there]);
  return (
    <div className="panel" ref={box} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="panel-head">
        <button type="button" className="link" onClick={onClose}>← {S.event.back}</button>
        <Link to={address('events', id)}>{S.event.open}</Link>
      </div>
      <h2 tabIndex={-1} className="panel-title" dir="auto">{title}</h2>
      <Await answer={answer} lines={10}>{(event) => <><EventHead event={event} /><EventView event={event} /></>}</Await>
    </div>
  );
}
