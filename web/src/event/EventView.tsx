// An event opened: what, where, when; what is disputed; who says so and who denies it; who stands behind it; how it came about.
import type { ReactNode } from 'react';
import { gistWords, rangeWords, typeWords } from '../format';
import { S } from '../strings';
import type { EventClaim, EventFull, EventSummary } from '../types';
import { ActorList, EventSign, Facts, PlaceLink, StatusBadge } from '../ui/parts';
import { WordsLegend } from '../ui/Words';
import { address, Link } from '../router';
import { ClaimCard, grouped } from './ClaimCard';
import { Disputes } from './Disputes';
import { Estimates } from './Estimates';
import type { Level } from './level';
import { WhyCard } from './WhyCard';

export function EventHead({ event }: { event: EventFull }) {
  return (
    <div className="event-standing">
      <StatusBadge status={event.status} />
      <span className="event-witnesses"><strong>{event.independent}</strong> {S.count.witnesses(event.independent).replace(/^[\d,]+ /, '')}</span>
      <p className="quiet" dir="auto">{event.status_reason}</p>
    </div>
  );
}

export function EventView({ event, aside, level = 'h3' }: { event: EventFull; aside?: ReactNode; level?: Level }) {
  const H = level;
  const by = (relation: string) => event.claims.filter((claim) => claim.relation === relation);
  const when = event.when;
  const place = event.place;
  return (
    <div className="event">
      <div className="event-top">
        <div>
          <Facts
            items={[
              [S.event.what, <>{typeWords(event.type, event.mode)}</>],
              [S.event.where, place && <><PlaceLink place={place} /> <span className="quiet">{placeWords(place)}</span></>],
              [S.event.when, when && <>{rangeWords(when.first_day, when.last_day, when.approximate)}</>],
              [S.event.who, event.agents.length > 0 && <ActorList actors={event.agents} />],
              [S.event.whom, event.targets.length > 0 && <ActorList actors={event.targets} />],
            ]}
          />
          <Estimates estimates={event.estimates} />
        </div>
        {aside}
      </div>
      {event.disputes.length > 0 && <Disputes disputes={event.disputes} claims={event.claims} level={level} />}
      <WordsLegend />
      <div className="sides">
        <Side level={level} title={S.event.for} claims={by('supports')} none={S.event.noneFor} side="for" />
        <Side level={level} title={S.event.against} claims={by('denies')} none={S.event.noneAgainst} side="against" />
      </div>
      {by('declines').length > 0 && <Side level={level} title={S.event.declines} claims={by('declines')} none="" side="declines" />}
      <div className="event-more">
        <Witnesses event={event} level={level} />
        <Family event={event} level={level} />
        <WhyCard event={event} level={level} />
        <section className="card">
          <H>{S.event.history}</H>
          <ol className="plain history">
            {event.history.map((step, k) => (
              <li key={k}>
                <span className="seq">#{step.seq}</span> {step.at && <time dateTime={step.at}>{step.at.slice(0, 10)}</time>} <span dir="auto">{step.words}</span>
              </li>
            ))}
          </ol>
          <p><a href={`/v1/events/${encodeURIComponent(event.id)}`}>{S.event.json}</a> <code>{event.id}</code></p>
        </section>
      </div>
    </div>
  );
}

export function placeWords(place: { precision: string; radius_km: number }): string {
  const words = S.precisions[place.precision] ?? place.precision;
  return place.precision === 'exact' || place.precision === 'unknown' ? words : `${words}, ${S.event.radius(place.radius_km)}`;
}

function Side({ title, claims, none, side, level: H }: { title: string; claims: EventClaim[]; none: string; side: string; level: Level }) {
  const groups = grouped(claims);
  return (
    <section className={`side side-${side}`}>
      <H>{title} <span className="side-count">{claims.length}</span></H>
      {groups.length ? <ul className="claims">{groups.map((group) => <ClaimCard key={group.claim.id} {...group} />)}</ul> : <p className="quiet side-none">{none}</p>}
    </section>
  );
}

function Witnesses({ event, level: H }: { event: EventFull; level: Level }) {
  if (!event.witnesses.length) return null;
  return (
    <section className="card">
      <H>{S.event.witnesses} <span className="side-count">{event.independent}</span></H>
      <p className="quiet">{S.event.witnessesNote}</p>
      <ul className="plain">
        {event.witnesses.map((witness) => (
          <li key={witness.id}>
            <strong dir="auto">{witness.name}</strong> <span className="kind">{S.kinds[witness.kind] ?? witness.kind}</span>{' '}
            <span className="quiet">
              {[witness.supports && `${S.stances['asserts']} ×${witness.supports}`, witness.denies && `${S.stances['denies']} ×${witness.denies}`].filter(Boolean).join(', ')}
              {witness.documents.length > 1 && ` · ${S.count.documents(witness.documents.length)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Family({ event, level: H }: { event: EventFull; level: Level }) {
  if (!event.part_of && !event.parts.length) return null;
  return (
    <section className="card">
      {event.part_of && <><H>{S.event.partOf}</H><EventRows events={[event.part_of]} /></>}
      {event.parts.length > 0 && <><H>{S.event.parts}</H><EventRows events={event.parts} /></>}
    </section>
  );
}

/** Events as rows, for the rooms that list a few. */
export function EventRows({ events }: { events: readonly EventSummary[] }) {
  return (
    <ul className="rows">
      {events.map((event) => (
        <li key={event.id}>
          <Link to={address('events', event.id)} className="item item-static">
            <EventSign type={event.type} status={event.status} disputed={event.disputes.length > 0} />
            <span className="item-gist" dir="auto">{gistWords(event.gist)}</span>
            <span className="item-when">{rangeWords(event.first_day, event.last_day)}</span>
            <span className={`item-status status-${event.status}`}>{S.statuses[event.status]} · {S.count.witnessesShort(event.witnesses)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
