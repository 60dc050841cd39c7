import { useAnswer } from '../api';
import { address, Link, navigate, usePlace } from '../router';
import { S } from '../strings';
import type { ActorPage, ActorRow } from '../types';
import { Find, useFind } from '../ui/Find';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

export function ActorsPage() {
  const { words, query } = useFind();
  const { search } = usePlace();
  const identified = useAnswer<ActorPage>('/v1/actors?limit=1&identified=true').data;
  // "people" and "soldiers" come when they are asked for, or where the record knows nobody better.
  const chosen = new URLSearchParams(search).get('named') === 'all';
  const all = chosen || !!words || identified?.total === 0;
  const { answer, items, total, more } = usePages<ActorRow>(`/v1/actors?limit=200${all ? query : '&identified=true'}`);
  return (
    <Room title={S.actor.list} lead={<span className="quiet">{S.count.actors(total)}</span>} ready={!!answer.data}>
      <div className="finds">
        <Find label={S.actor.find} />
        {!words && identified?.total !== 0 && (
          <label className="tick">
            <input type="checkbox" checked={chosen} onChange={() => navigate(chosen ? '/actors' : '/actors?named=all', { replace: true })} /> {S.actor.byWords}
          </label>
        )}
      </div>
      <Await answer={answer}>
        {() => items.length ? (
          <Table key={words} label={S.actor.list} rows={items} keyOf={(row) => row.id} columns={[
            { name: S.actor.title, value: (row) => row.name, show: (row) => <><Link to={address('actors', row.id)} dir="auto">{row.name}</Link>{row.spelling && <span className="quiet"> <bdi>{row.spelling}</bdi></span>}</> },
            { name: S.source.kind, value: (row) => S.kinds[row.kind] ?? row.kind, show: (row) => row.kind ? S.kinds[row.kind] ?? row.kind : <span className="quiet">{row.provisional ? S.actor.inNone : S.actor.asWritten}</span> },
            { name: S.actor.side, value: (row) => row.side_name, show: (row) => row.side_name || '–' },
            { name: S.source.events, value: (row) => row.events, numeric: true },
          ]} />
        ) : more ? null : words ? <Empty title={S.search.noName(words)} advice={S.search.noNameAdvice} /> : <Empty title={S.actor.none} />}
      </Await>
      {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
    </Room>
  );
}
