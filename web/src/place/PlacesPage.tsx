import { placeName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { PlaceRow } from '../types';
import { Find, useFind } from '../ui/Find';
import { Await, Empty, Room } from '../ui/parts';
import { CountBar, Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

export function PlacesPage() {
  const { words, query } = useFind();
  const { answer, items, total, more } = usePages<PlaceRow>(`/v1/places?limit=200${query}`);
  const most = Math.max(1, ...items.map((row) => row.events));
  return (
    <Room title={S.place.list} lead={<span className="quiet">{S.count.places(total)}</span>} ready={!!answer.data}>
      <Find label={S.place.find} />
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table key={words} label={S.place.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.place.title, value: (row) => placeName(row.name), show: (row) => <><Link to={address('places', row.id)} dir="auto">{placeName(row.name)}</Link>{row.spelling && <span className="quiet"> <bdi>{row.spelling}</bdi></span>}</> },
              { name: S.source.events, value: (row) => row.events, numeric: true, show: (row) => <CountBar count={row.events} most={most} /> },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : words ? <Empty title={S.search.noName(words)} advice={S.search.noNameAdvice} /> : <Empty title={S.place.nobody} />}
      </Await>
    </Room>
  );
}
