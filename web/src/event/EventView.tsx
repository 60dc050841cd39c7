// An event opened: who says so and who denies it; what, where, when; what is disputed; every telling; how it came about.
import type { ReactNode } from 'react';
import { dayWords, gistWords, outletName, rangeWords, standingShort, typeWords } from '../format';
import { S } from '../strings';
import type { EventClaim, EventFull, EventSummary } from '../types';
import { ActorList, EventSign, Facts, PlaceLink, StatusBadge, Unsure } from '../ui/parts';
import { WordsLegend } from '../ui/Words';
import { address, Link } from '../router';
import { blame, BlameFact } from './Blame';
import { AnswerCard, ClaimCard, grouped } from './ClaimCard';
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
      {event.doubtful && <p className="unsure" role="note">{S.event.unsure}</p>}
    </div>
  );
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
      {event.disputes.length > 0 && <Disputes disputes={event.disputes} claims={event.claims} answers={event.answers} level={level} />}
      <WordsLegend />
      <div className="sides">
        <Side level={level} title={S.event.for} claims={by('supports')} none={S.event.noneFor} side="for" />
        <Side level={level} title={S.event.against} claims={by('denies')} answers={event.answers.filter((answer) => answer.relation === 'denies')} none={S.event.noneAgainst} side="against" />
      </div>
      {by('declines').length > 0 && <Side level={level} title={S.event.declines} claims={by('declines')} none="" side="declines" />}
      <div className="event-more">
        <Family event={event} level={level} />
        <WhyCard event={event} level={level} />
        <section className="card">
          <H>{S.event.history}</H>
          <p className="quiet" dir="auto">{S.event.standingWhy}: {event.status_reason}</p>
          <ol className="plain history">
            {steps(event.history).map((step) => (
              <li key={step.seq}>
                <span className="seq">#{step.seq}{step.last > step.seq && `–${step.last}`}</span> {step.at && <time dateTime={step.at}>{dayWords(step.at)}</time>}{' '}
                <span dir="auto">{step.count > 1 ? S.event.tells(outletName(step.words), step.count) : outletName(step.words)}</span>
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

/** Claims of one report that came in together as one line. */
function steps(history: EventFull['history']) {
  const out: (EventFull['history'][number] & { last: number; count: number })[] = [];
  for (const step of history) {
    const before = out[out.length - 1];
    if (before && step.what === 'claim' && before.what === 'claim' && before.words === step.words && before.at === step.at) {
      before.last = step.seq;
      before.count++;
    } else out.push({ ...step, last: step.seq, count: 1 });
  }
  return out;
}

function Side({ title, claims, answers = [], none, side, level: H }: { title: string; claims: EventClaim[]; answers?: EventFull['answers']; none: string; side: string; level: Level }) {
  const groups = grouped(claims);
  return (
    <section className={`side side-${side}`}>
      <H>{title} <span className="side-count">{claims.length + answers.length}</span></H>
      {groups.length + answers.length > 0 ? <ul className="claims">{groups.map((group) => <ClaimCard key={group.claim.id} {...group} />)}{answers.map((answer) => <AnswerCard key={answer.id} answer={answer} />)}</ul> : <p className="quiet side-none">{none}</p>}
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
          <Link to={address('events', event.id)} className={`item item-static ${event.doubtful ? 'item-doubtful' : ''}`}>
            <EventSign type={event.type} status={event.status} disputed={event.disputes.length > 0} />
            <span className="item-gist" dir="auto">{gistWords(event.gist)}</span>
            <span className="item-when">{rangeWords(event.first_day, event.last_day)}</span>
            <span className={`item-status status-${event.disputes.length ? 'disputed' : event.status}`}><span className="item-words">{standingShort(event.status, event.disputes)} · {S.count.witnessesShort(event.witnesses)}</span><Unsure when={event.doubtful} /></span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
