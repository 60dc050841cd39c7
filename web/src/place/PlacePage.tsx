import { lazy, Suspense } from 'react';
import { useAnswer } from '../api';
import { EventRows, placeWords } from '../event/EventView';
import { typeWords } from '../format';
import { useRecord } from '../record';
import { address, Link } from '../router';
import { S } from '../strings';
import type { PlaceShape } from '../types';
import { Await, Facts, Room } from '../ui/parts';
import { Bars } from '../ui/Table';
import { Ribbon } from './Ribbon';

const SpotMap = lazy(() => import('../map/SpotMap'));

export function PlacePage({ id }: { id: string }) {
  const answer = useAnswer<PlaceShape>(`/v1/places/${encodeURIComponent(id)}`);
  const record = useRecord();
  const place = answer.data;
  return (
    <Room title={place?.name ?? S.place.title} kind={place?.kind || S.place.title} ready={!!place} wide>
      <Await answer={answer} lines={12}>
        {(found) => (
          <div className="two">
            <div className="stack">
              <section className="card">
                <h2>{S.place.ribbon}</h2>
                {found.control.length ? <Ribbon stretches={found.control} last={record?.last_day ?? null} /> : <p className="quiet">{S.place.noRibbon}</p>}
              </section>
              <section>
                <h2 className="over">{S.place.around} <span className="side-count">{found.events}</span> <Link className="side-link" to={`/?place=${encodeURIComponent(found.id)}`}>{S.place.onMap}</Link></h2>
                {found.newest.length ? <EventRows events={found.newest} /> : <p className="quiet">{S.place.nobody}</p>}
              </section>
            </div>
            <div className="stack">
              {found.lat != null && found.lon != null && (
                <Suspense fallback={<div className="spot" />}><SpotMap lon={found.lon} lat={found.lat} km={found.radius_km} name={found.name} /></Suspense>
              )}
              <section className="card">
                <Facts items={[
                  [S.place.kind, found.kind],
                  [S.place.within, found.within.length > 0 && <>{found.within.map((holder, k) => <span key={holder.id}>{k > 0 && ', '}<Link to={address('places', holder.id)} dir="auto">{holder.name}</Link></span>)}</>],
                  [S.place.extent, found.lat != null && placeWords({ precision: 'near', radius_km: found.radius_km }).replace(/^.*, /, '')],
                  [S.place.names, found.aliases.length > 0 && <span dir="auto">{found.aliases.join(', ')}</span>],
                ]} />
              </section>
              <section className="card">
                <h2>{S.overview.type}</h2>
                <Bars items={found.types} label={(value) => <Link to={`/?place=${encodeURIComponent(found.id)}&type=${value}`}>{typeWords(value)}</Link>} />
              </section>
            </div>
          </div>
        )}
      </Await>
    </Room>
  );
}
