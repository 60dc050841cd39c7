import { address, Link } from '../router';
import { S } from '../strings';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

interface Row {
  id: string;
  name: string;
  events: number;
}

export function PlacesPage() {
  const { answer, items, total, more } = usePages<Row>('/v1/places?limit=200');
  return (
    <Room title={S.place.list} lead={<span className="quiet">{S.count.places(total)}</span>} ready={!!answer.data}>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table label={S.place.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.place.title, value: (row) => row.name, show: (row) => <Link to={address('places', row.id)} dir="auto">{row.name}</Link> },
              { name: S.source.events, value: (row) => row.events, numeric: true },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : <Empty title={S.place.nobody} />}
      </Await>
    </Room>
  );
}
