// Aid and access, forces that moved, and ties that events show: plain ledgers.
import { useAnswer } from '../api';
import { countWords, dayWords, rangeWords } from '../format';
import { S } from '../strings';
import type { AidPage, MovePage, RelationPage } from '../types';
import { ActorLink, ActorList, Await, EventLink, PlaceLink, Room, Unsure } from '../ui/parts';

export function LedgersPage() {
  const aid = useAnswer<AidPage>('/v1/states/aid?limit=200');
  const moves = useAnswer<MovePage>('/v1/states/forces?limit=200');
  const ties = useAnswer<RelationPage>('/v1/states/relations?limit=200');
  return (
    <Room title={S.ledgers.title} ready={!!aid.data}>
      <section className="card block">
        <h2>{S.ledgers.aid}</h2>
        <Await answer={aid} lines={3}>
          {(page) => page.items.length ? (
            <div className="scroll"><table className="ledger stacks">
              <thead><tr>{[S.ledgers.on, S.ledgers.where, S.ledgers.what, S.ledgers.by, S.ledgers.to, S.ledgers.people].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {page.items.map((row) => (
                  <tr key={row.event} className={row.doubtful ? 'doubtful' : ''}>
                    <td className="stack-first nowrap">{row.on ? dayWords(row.on) : '–'}</td>
                    <td data-label={S.ledgers.where} className={row.place ? '' : 'none'}>{row.place ? <PlaceLink place={row.place} /> : '–'}</td>
                    <td className="stack-first"><EventLink id={row.event}>{S.ledgers.access[row.access]}</EventLink>{row.disputed && <span className="status-disputed"> {S.statuses['disputed']}</span>} <Unsure when={row.doubtful} /></td>
                    <td data-label={S.ledgers.by} className={row.by.length ? '' : 'none'}>{row.by.length ? <ActorList actors={row.by} /> : '–'}</td>
                    <td data-label={S.ledgers.to} className={row.to.length ? '' : 'none'}>{row.to.length ? <ActorList actors={row.to} /> : '–'}</td>
                    <td data-label={S.ledgers.people} className={row.people ? '' : 'none'}>{row.people ? countWords(row.people.low, row.people.high) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table></div>
          ) : <p className="quiet">{S.ledgers.none}</p>}
        </Await>
      </section>
      <section className="card block">
        <h2>{S.ledgers.forces}</h2>
        <Await answer={moves} lines={3}>
          {(page) => page.items.length ? (
            <ul className="plain dated">
              {page.items.map((row) => (
                <li key={row.event} className={row.doubtful ? 'doubtful' : ''}>
                  <span className="quiet">{row.on ? dayWords(row.on) : S.when.unknown}</span>
                  <span>{row.actor ? <ActorLink actor={row.actor} /> : S.unknown} <EventLink id={row.event}>{S.ledgers.moves[row.kind]}</EventLink>{' '}
                  {row.place ? <PlaceLink place={row.place} /> : S.displacement.unknownPlace}
                  {row.strength && <span className="quiet"> ({countWords(row.strength.low, row.strength.high)})</span>}
                  {row.disputed && <span className="status-disputed"> {S.statuses['disputed']}</span>} <Unsure when={row.doubtful} /></span>
                </li>
              ))}
            </ul>
          ) : <p className="quiet">{S.ledgers.none}</p>}
        </Await>
      </section>
      <section className="card block">
        <h2>{S.ledgers.relations}</h2>
        <Await answer={ties} lines={3}>
          {(page) => page.items.length ? (
            <ul className="plain">
              {page.items.map((row, k) => (
                <li key={k}>
                  <ActorLink actor={row.one} /> <strong>{S.ties[row.kind] ?? row.kind}</strong> <ActorLink actor={row.other} />{' '}
                  <span className="quiet">{rangeWords(row.first, row.last)} · {S.count.events(row.events.length)}</span>{' '}
                  {row.events.slice(0, 4).map((event, n) => <span key={event}>{n > 0 && ', '}<EventLink id={event}>{n + 1}</EventLink></span>)}
                </li>
              ))}
            </ul>
          ) : <p className="quiet">{S.ledgers.none}</p>}
        </Await>
      </section>
    </Room>
  );
}
