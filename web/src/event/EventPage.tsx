import { lazy, Suspense } from 'react';
import { useAnswer } from '../api';
import { S } from '../strings';
import type { EventFull } from '../types';
import { Await, Room } from '../ui/parts';
import { Decide } from './Decide';
import { EventHead, EventView } from './EventView';

const SpotMap = lazy(() => import('../map/SpotMap'));

export function EventPage({ id }: { id: string }) {
  const answer = useAnswer<EventFull>(`/v1/events/${encodeURIComponent(id)}`);
  const event = answer.data;
  return (
    <Room title={event?.title ?? S.event.title} kind={S.event.title} ready={!!event} head={event && <EventHead event={event} />} wide>
      <Await answer={answer} lines={12}>
        {(found) => (
          <>
          {found.id !== id && <p className="card block" role="note">{S.event.forwarded}</p>}
          <EventView
            event={found}
            level="h2"
            aside={found.place?.lat != null && found.place.lon != null ? (
              <Suspense fallback={<div className="spot" />}>
                <SpotMap lon={found.place.lon} lat={found.place.lat} km={found.place.precision === 'exact' ? 0 : found.place.radius_km} type={found.type} status={found.status} name={found.place.name || found.place.text} />
              </Suspense>
            ) : undefined}
          />
          <Decide event={found} />
          </>
        )}
      </Await>
    </Room>
  );
}
