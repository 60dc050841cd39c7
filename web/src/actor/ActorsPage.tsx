import { useAnswer } from '../api';
import { address, Link } from '../router';
import { S } from '../strings';
import type { ActorPage, ActorRow } from '../types';
import { Find, useFind } from '../ui/Find';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

export function ActorsPage() {
  const { words, query } = useFind();
  const { answer, items, total, more } = usePages<ActorRow>(`/v1/actors?limit=200${query}`);
  const known = useAnswer<ActorPage>('/v1/actors?limit=200').data?.items ?? []; // what a side is called, when only some are listed
  return (
    <Room title={S.actor.list} lead={<span className="quiet">{S.count.actors(total)}</span>} ready={!!answer.data}>
      <Find label={S.actor.find} />
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table key={words} label={S.actor.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.actor.title, value: (row) => row.name, show: (row) => <><Link to={address('actors', row.id)} dir="auto">{row.name}</Link>{row.spelling && <span className="quiet"> <bdi>{row.spelling}</bdi></span>}</> },
              { name: S.source.kind, value: (row) => S.kinds[row.kind] ?? row.kind, show: (row) => row.kind ? S.kinds[row.kind] ?? row.kind : <span className="quiet">{S.actor.asWritten}</span> },
              { name: S.actor.side, value: (row) => row.side ?? '', show: (row) => [...items, ...known].find((other) => other.id === row.side)?.name ?? row.side ?? '–' },
              { name: S.source.events, value: (row) => row.events, numeric: true },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : words ? <Empty title={S.search.noName(words)} advice={S.search.noNameAdvice} /> : <Empty title={S.actor.none} />}
      </Await>
    </Room>
  );
}
