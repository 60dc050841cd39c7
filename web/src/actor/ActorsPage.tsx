import { address, Link } from '../router';
import { S } from '../strings';
import type { ActorRow } from '../types';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

export function ActorsPage() {
  const { answer, items, total, more } = usePages<ActorRow>('/v1/actors?limit=200');
  return (
    <Room title={S.actor.list} lead={<span className="quiet">{S.count.items(total)}</span>} ready={!!answer.data}>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table label={S.actor.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.actor.title, value: (row) => row.name, show: (row) => <Link to={address('actors', row.id)} dir="auto">{row.name}</Link> },
              { name: S.source.kind, value: (row) => S.kinds[row.kind] ?? row.kind, show: (row) => row.kind ? S.kinds[row.kind] ?? row.kind : <span className="quiet">{S.actor.asWritten}</span> },
              { name: S.actor.side, value: (row) => row.side ?? '', show: (row) => items.find((other) => other.id === row.side)?.name ?? row.side ?? '–' },
              { name: S.source.events, value: (row) => row.events, numeric: true },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : <Empty title={S.actor.none} />}
      </Await>
    </Room>
  );
}
