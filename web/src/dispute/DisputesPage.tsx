// Where tellings cannot all be true: each event with its positions side by side and who holds each.
import { useAnswer } from '../api';
import { gistWords, rangeWords, typeWords } from '../format';
import { address, Link, navigate, usePlace } from '../router';
import { S } from '../strings';
import type { DisputePage } from '../types';
import { Await, Empty, EventSign, Room, StatusBadge, Unsure } from '../ui/parts';
import { valueWords } from '../event/Disputes';

export function DisputesPage() {
  const { search } = usePlace();
  const asked = new URLSearchParams(search);
  const about = asked.get('about') ?? '';
  const type = asked.get('type') ?? '';
  const go = (next: { about?: string; type?: string }) => {
    const out = new URLSearchParams();
    for (const [key, value] of Object.entries({ about, type, ...next })) if (value) out.set(key, value);
    navigate(`/disputes${out.size ? `?${out}` : ''}`, { replace: true });
  };
  const answer = useAnswer<DisputePage>('/v1/disputes?limit=200');
  return (
    <Room title={S.disputes.title} lead={S.disputes.lead} ready={!!answer.data}>
      <Await answer={answer}>
        {(page) => {
          if (!page.items.length) return <Empty title={S.disputes.none} />;
          const kinds = [...new Set(page.items.flatMap((item) => item.disputes.map((dispute) => dispute.what)))].sort();
          const types = [...new Set(page.items.map((item) => item.event.type))].sort();
          const shown = page.items.filter((item) => (!about || item.disputes.some((dispute) => dispute.what === about)) && (!type || item.event.type === type));
          return (
            <>
              <p className="pick">
                <label>{S.overview.type}{' '}
                  <select value={type} onChange={(event) => go({ type: event.target.value })}>
                    <option value="">{S.disputes.all}</option>
                    {types.map((kind) => <option key={kind} value={kind}>{typeWords(kind)}</option>)}
                  </select>
                </label>
                <label>{S.disputes.about}{' '}
                  <select value={about} onChange={(event) => go({ about: event.target.value })}>
                    <option value="">{S.disputes.all}</option>
                    {kinds.map((kind) => <option key={kind} value={kind}>{S.disputed[kind] ?? kind}</option>)}
                  </select>
                </label>
                <span className="quiet">{S.count.events(shown.length)}</span>
              </p>
              <ul className="disputed">
                {shown.map(({ event, disputes }) => (
                  <li key={event.id} className="card">
                    <h2><EventSign type={event.type} status={event.status} disputed /> <Link to={address('events', event.id)} dir="auto">{gistWords(event.gist)}</Link></h2>
                    <p className="quiet">{rangeWords(event.first_day, event.last_day)}{event.place && <> · <span dir="auto">{event.place.name}</span></>} · {S.count.witnesses(event.witnesses)} <StatusBadge status={event.status} witnesses={event.witnesses} disputes={event.disputes} /> <Unsure when={event.doubtful} /></p>
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
