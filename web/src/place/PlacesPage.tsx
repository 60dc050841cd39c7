import { placeName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import { Await, Empty, Room } from '../ui/parts';
import { CountBar, Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

interface Row {
  id: string;
  name: string;
  events: number;
}

export function PlacesPage() {
  const { answer, items, total, more } = usePages<Row>('/v1/places?limit=200');
  const most = Math.max(1, ...items.map((row) => row.events));
  return (
    <Room title={S.place.list} lead={<span className="quiet">{S.count.places(total)}</span>} ready={!!answer.data}>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table label={S.place.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.place.title, value: (row) => placeName(row.name), show: (row) => <Link to={address('places', row.id)} dir="auto">{placeName(row.name)}</Link> },
              { name: S.source.events, value: (row) => row.events, numeric: true, show: (row) => <CountBar count={row.events} most={most} /> },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : <Empty title={S.place.nobody} />}
      </Await>
    </Room>
  );
}
