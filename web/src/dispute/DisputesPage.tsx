// Where tellings cannot all be true: each event with its positions side by side and who holds each.
import { useAnswer } from '../api';
import { gistWords, rangeWords } from '../format';
import { address, Link, navigate, usePlace } from '../router';
import { S } from '../strings';
import type { DisputePage } from '../types';
import { Await, Empty, EventSign, Room, StatusBadge } from '../ui/parts';
import { valueWords } from '../event/Disputes';

export function DisputesPage() {
  const { search } = usePlace();
  const about = new URLSearchParams(search).get('about') ?? '';
  const answer = useAnswer<DisputePage>('/v1/disputes?limit=200');
  return (
    <Room title={S.disputes.title} lead={S.disputes.lead} ready={!!answer.data}>
      <Await answer={answer}>
        {(page) => {
          if (!page.items.length) return <Empty title={S.disputes.none} />;
          const kinds = [...new Set(page.items.flatMap((item) => item.disputes.map((dispute) => dispute.what)))].sort();
          const shown = page.items.filter((item) => !about || item.disputes.some((dispute) => dispute.what === about));
          return (
            <>
              <p className="pick">
                <label>{S.disputes.about}{' '}
                  <select value={about} onChange={(event) => navigate(`/disputes${event.target.value ? `?about=${event.target.value}` : ''}`, { replace: true })}>
                    <option value="">{S.disputes.all}</option>
                    {kinds.map((kind) => <option key={kind} value={kind}>{S.disputed[kind] ?? kind}</option>)}
                  </select>
                </label>{' '}
                <span className="quiet">{S.count.events(shown.length)}</span>
              </p>
              <ul className="disputed">
                {shown.map(({ event, disputes }) => (
                  <li key={event.id} className="card">
                    <h2><EventSign type={event.type} status={event.status} disputed /> <Link to={address('events', event.id)} dir="auto">{gistWords(event.gist)}</Link></h2>
                    <p className="quiet">{rangeWords(event.first_day, event.last_day)}{event.place && <> · <span dir="auto">{event.place.name}</span></>} · {S.count.witnesses(event.witnesses)} <StatusBadge status={event.status} /></p>
                    {disputes.filter((dispute) => !about || dispute.what === about).map((dispute) => (
                      <dl key={dispute.what} className="versus">
                        <dt>{S.disputed[dispute.what] ?? dispute.what}</dt>
                        {dispute.positions.map((position, k) => (
                          <dd key={k}><strong dir="auto">{valueWords(dispute.what, position.value)}</strong> <span className="quiet">{S.event.according}</span> <span dir="auto">{position.by.join(', ') || S.unknown}</span></dd>
                        ))}
                      </dl>
                    ))}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Await>
    </Room>
  );
}
