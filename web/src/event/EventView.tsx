// An event opened: who says so and who denies it; what, where, when; what is disputed; every telling; how it came about.
import type { ReactNode } from 'react';
import { gistWords, rangeWords, standingShort, typeWords } from '../format';
import { S } from '../strings';
import type { EventClaim, EventFull, EventSummary } from '../types';
import { ActorList, EventSign, Facts, PlaceLink, StatusBadge } from '../ui/parts';
import { WordsLegend } from '../ui/Words';
import { address, Link } from '../router';
import { blame, BlameFact } from './Blame';
import { ClaimCard, grouped } from './ClaimCard';
import { Corrections } from './Corrections';
import { Disputes } from './Disputes';
import { Estimates } from './Estimates';
import type { Level } from './level';
import { Voices } from './Voices';
import { WhyCard } from './WhyCard';

export function EventHead({ event }: { event: EventFull }) {
  return (
    <div className="event-standing">
      <StatusBadge status={event.status} witnesses={event.independent} disputes={event.disputes.map((dispute) => dispute.what)} />
      <span className="event-witnesses"><strong>{event.independent}</strong> {S.count.witnesses(event.independent).replace(/^[\d,]+ /, '')}</span>
      {unsure(event) && <p className="unsure" role="note">{S.event.unsure}</p>}
    </div>
  );
}

/** Under this confidence a reading is said to be unsure: as in the list, which the server tells. */
const SURE = 0.5;

function unsure(event: EventFull): boolean {
  return event.claims.length > 0 && event.claims.every((claim) => claim.confidence > 0 && claim.confidence < SURE);
}

export function EventView({ event, aside, level = 'h3' }: { event: EventFull; aside?: ReactNode; level?: Level }) {
  const H = level;
  const by = (relation: string) => event.claims.filter((claim) => claim.relation === relation);
  const when = event.when;
  const place = event.place;
  const blamed = blame(event);
  return (
    <div className="event">
      <Voices event={event} level={level} />
      <div className="event-top">
        <div>
          <Facts
            items={[
              [S.event.what, <>{typeWords(event.type, event.mode)}</>],
              [S.event.where, place && <><PlaceLink place={place} /> <span className="quiet">{placeWords(place)}</span></>],
              [S.event.when, when && <>{rangeWords(when.first_day, when.last_day, when.approximate)}</>],
              [S.event.who, blamed ? <BlameFact blame={blamed} /> : event.agents.length > 0 && <ActorList actors={event.agents} />],
              [S.event.whom, event.targets.length > 0 && <ActorList actors={event.targets} />],
            ]}
          />
          <Estimates estimates={event.estimates} />
          <Corrections corrections={event.corrections} />
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
        <Family event={event} level={level} />
        <WhyCard event={event} level={level} />
        <section className="card">
          <H>{S.event.history}</H>
          <p className="quiet" dir="auto">{S.event.standingWhy}: {event.status_reason}</p>
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
            <span className={`item-status status-${event.disputes.length ? 'disputed' : event.status}`}>{standingShort(event.status, event.disputes)} · {S.count.witnessesShort(event.witnesses)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
