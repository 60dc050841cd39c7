// Why these claims are one event: each with its closest tie, comparison by comparison; and what came near and is not in it.
import { useState } from 'react';
import { may, useSession } from '../account/useSession';
import { useAnswer } from '../api';
import { dayWords, outletName, titleWords } from '../format';
import { Link } from '../router';
import { useRecord } from '../record';
import { S } from '../strings';
import type { Bond, EventClaim, EventFull, EventWhy } from '../types';
import { Await, EventLine } from '../ui/parts';
import { claimAddress } from './ClaimCard';
import type { Level } from './level';

export function WhyCard({ event, level: H }: { event: EventFull; level: Level }) {
  const [open, setOpen] = useState(false);
  const record = useRecord();
  const session = useSession();
  // A public server works the comparisons out for reviewers only.
  const whole = !!record && (!record.public || may(session, 'reviewer'));
  return (
    <section className="card why-card">
      <H>{S.event.why}</H>
      <p className="quiet">{S.event.whyNote}</p>
      <Reasons claims={event.claims.slice(0, FIRST)} />
      {event.claims.length > FIRST && (
        <details className="why-all">
          <summary>{S.event.whyMore(event.claims.length - FIRST)}</summary>
          <Reasons claims={event.claims.slice(FIRST)} />
        </details>
      )}
      {whole && (
        <details className="why-all why-compare" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
          <summary>{S.event.whyAll}</summary>
          {open && <Comparisons event={event} />}
        </details>
      )}
    </section>
  );
}

/** Claims whose reason stands open; the others are behind a click. */
const FIRST = 4;

function Reasons({ claims }: { claims: readonly EventClaim[] }) {
  return (
    <ul className="plain">
      {claims.map((claim) => (
        <li key={claim.id}>
          <Link to={claimAddress(claim.document.id, claim.id)} dir="auto">{outletName(claim.document.outlet) || titleWords(claim.document)}</Link>{' '}
          <span className="score">{claim.why.value.toFixed(2)}</span> <span className="quiet" dir="auto">{claim.why.reason}</span>
        </li>
      ))}
    </ul>
  );
}

function Comparisons({ event }: { event: EventFull }) {
  const answer = useAnswer<EventWhy>(`/v1/events/${encodeURIComponent(event.id)}/why`);
  const named = (id: string) => {
    const claim = event.claims.find((each) => each.id === id);
    return claim ? `${outletName(claim.document.outlet) || titleWords(claim.document)}: “${short(claim.sentence.text)}”` : id.slice(0, 9);
  };
  return (
    <Await answer={answer} lines={5}>
      {(why) => (
        <>
          <p className="quiet">{S.event.joinNote(why.join)}</p>
          <p className="why-head">{S.event.near}</p>
          {why.near.length ? (
            <ul className="plain near">
              {why.near.map((miss) => (
                <li key={miss.event.id}>
                  <p className="near-event"><EventLine event={miss.event} /></p>
                  <blockquote dir="auto" lang={miss.document.language || undefined}><p>{miss.sentence.text}</p></blockquote>
                  <p className="quiet">{[miss.document.outlet, miss.document.published && dayWords(miss.document.published)].filter(Boolean).join(', ')}</p>
                  <Parts bond={miss.bond} with={named(miss.bond.other)} />
                </li>
              ))}
            </ul>
          ) : <p className="quiet">{S.event.nearNone}</p>}
          <p className="why-head">{S.event.inside}</p>
          <ul className="plain near">
            {why.inside.map((bond) => <li key={bond.claim}><p dir="auto">{named(bond.claim)}</p><Parts bond={bond} with={named(bond.other)} /></li>)}
          </ul>
        </>
      )}
    </Await>
  );
}

/** The comparisons that weigh most. */
const SHOWN = 6;

function Parts({ bond, with: other }: { bond: Bond; with: string }) {
  return (
    <details className="why">
      <summary>{bond.excluded_by ? `${S.event.never}: ${bond.excluded_by}` : S.event.odds(bond.odds)}</summary>
      <p className="quiet" dir="auto">{S.event.comparedWith} {other}</p>
      <table className="why-parts">
        <tbody>
          {bond.parts.slice(0, SHOWN).map((part) => (
            <tr key={part.feature}>
              <td className="num score">{(part.value * part.weight).toFixed(1).replace(/^(?=\d)/, '+')}</td>
              <th scope="row">{part.feature.replaceAll('_', ' ')}</th>
              <td dir="auto">{part.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function short(words: string): string {
  return words.length > 90 ? `${words.slice(0, 88).replace(/\s+\S*$/, '')} …` : words;
}
