// Who fled from where to where: moves on the chart, a series with its ranges, and the same as a table.
import { lazy, Suspense } from 'react';
import { useAnswer } from '../api';
import { countWords, dayWords, rangeWords } from '../format';
import { S } from '../strings';
import type { Displacement, DisplacementPage as Page, SeriesShape } from '../types';
import { Await, Empty, EventLink, PlaceLink, Room, Unsure } from '../ui/parts';
import { SeriesChart } from './SeriesChart';

const FlowMap = lazy(() => import('./FlowMap'));

export function DisplacementPage() {
  const answer = useAnswer<Page>('/v1/states/displacement?limit=200');
  const series = useAnswer<SeriesShape>('/v1/series?by=day&of=displaced');
  return (
    <Room title={S.displacement.title} lead={S.displacement.lead} wide ready={!!answer.data}>
      <Await answer={answer}>
        {(page) => page.items.length ? (
          <div className="stack">
            <div className="flow-both">
              <Suspense fallback={<div className="flow-map" />}><FlowMap items={page.items} /></Suspense>
              <section className="card"><h2>{S.displacement.series}</h2><Await answer={series} lines={4}>{(found) => <SeriesChart series={found} />}</Await></section>
            </div>
            <div className="scroll"><table className="ledger stacks">
              <thead><tr>{[S.ledgers.on, S.ledgers.what, S.displacement.from, S.displacement.to, S.displacement.people, S.displacement.cause].map((name) => <th key={name} scope="col" className={name === S.displacement.people ? 'num' : ''}>{name}</th>)}</tr></thead>
              <tbody>{page.items.map((row) => <Row key={row.event} row={row} />)}</tbody>
            </table></div>
          </div>
        ) : <Empty title={S.displacement.none} />}
      </Await>
    </Room>
  );
}

function Row({ row }: { row: Displacement }) {
  return (
    <tr className={row.doubtful ? 'doubtful' : ''}>
      <td className="stack-first nowrap">{row.as_of ? dayWords(row.as_of) : row.when ? rangeWords(row.when.first_day, row.when.last_day) : '–'}</td>
      <td className="stack-first"><EventLink id={row.event}>{S.flows[row.kind]}</EventLink>{row.disputed && <span className="status-disputed"> {S.statuses['disputed']}</span>} <Unsure when={row.doubtful} /></td>
      <td data-label={S.displacement.from} className={row.origin ? '' : 'none'}>{row.origin ? <PlaceLink place={row.origin} /> : '–'}</td>
      <td data-label={S.displacement.to} className={row.destination ? '' : 'none'}>{row.destination ? <PlaceLink place={row.destination} /> : '–'}</td>
      <td className={row.people ? 'num' : 'num none'} data-label={S.displacement.people}>{row.people ? countWords(row.people.low, row.people.high) || '–' : '–'}</td>
      <td data-label={row.cause.length ? S.displacement.cause : undefined}>{row.cause.map((event, k) => <span key={event}>{k > 0 && ', '}<EventLink id={event}>{S.event.title.toLowerCase()} {k + 1}</EventLink></span>)}</td>
    </tr>
  );
}
