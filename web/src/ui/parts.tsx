// Small parts that every room uses: states of loading, badges, signs, links to people and places.
import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import type { Answer, ApiError } from '../api';
import { disputedAbout, family, gistWords, look, standing, type Family, type Look } from '../format';
import { address, Link, restoreScroll } from '../router';
import { S } from '../strings';
import type { ActorFull, ActorShort, PlaceFull, PlaceShort } from '../types';

/** What to show while an answer is on its way, when it failed, and when it came. */
export function Await<T>({ answer, children, lines = 6 }: { answer: Answer<T>; children: (data: T) => ReactNode; lines?: number }) {
  if (answer.error) return <Failure error={answer.error} again={answer.again} />;
  if (answer.data === null) return <Loading lines={lines} />;
  return <>{children(answer.data)}</>;
}

export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div className="loading" role="status" aria-label={S.loading}>
      {Array.from({ length: lines }, (_, k) => <span key={k} className={`bone bone-${k % 4}`} />)}
    </div>
  );
}

export function Failure({ error, again }: { error: ApiError; again?: () => void }) {
  const missing = error.status === 404;
  return (
    <section className="failure" role="alert">
      <h2>{missing ? S.errors.notFound : S.errors.title}</h2>
      <p>{error.message}</p>
      <p className="quiet">{error.advice}</p>
      <p className="row">
        {again && !missing && <button type="button" className="button" onClick={again}>{S.errors.again}</button>}
        {missing && <Link className="button" to="/">{S.errors.toMap}</Link>}
      </p>
    </section>
  );
}

export function Empty({ title, advice = '', command = '' }: { title: string; advice?: string; command?: string }) {
  return (
    <div className="empty">
      <p>{title}</p>
      {advice && <p className="quiet">{advice} {command && <code className="nowrap">{command}</code>}</p>}
    </div>
  );
}

/** A room's frame: its heading takes the focus when one comes in, the window its title and its old scroll. */
export function Room({ title, lead, kind, children, wide = false, ready = true, head }: {
  title: string; lead?: ReactNode; kind?: string; children: ReactNode; wide?: boolean; ready?: boolean; head?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · ${S.product}`;
  }, [title]);
  useLayoutEffect(() => {
    if (ready) restoreScroll();
  }, [ready]);
  return (
    <article className={`room ${wide ? 'room-wide' : ''}`}>
      <header className="room-head">
        {kind && kind !== title && <p className="kicker">{kind}</p>}
        <h1 tabIndex={-1} id="page-title" dir="auto">{title}</h1>
        {lead && <div className="lead">{lead}</div>}
        {head}
      </header>
      {children}
    </article>
  );
}

/** The standing of an event. Whatever is in dispute makes it look as the half-full sign on the map does, and is named. */
export function StatusBadge({ status, witnesses, disputes }: { status: string; witnesses: number; disputes: readonly string[] }) {
  const core = disputes.some((what) => S.standing.core[what]);
  const about = disputedAbout(disputes);
  return (
    <>
      <span className={`badge badge-${disputes.length ? 'disputed' : status}`} title={disputes.length && !core ? S.standing.detailsMeaning : S.statusMeaning[status]}>
        {standing(status, witnesses, disputes)}
      </span>
      {about && <span className="badge-about">{about}</span>}
    </>
  );
}

const PATHS: Record<Family, string> = {
  fight: 'M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 1 0 0-10.8z',
  ground: 'M3.2 3.2h9.6v9.6h-9.6z',
  people: 'M8 1.6l6 10.8h-12z',
  words: 'M8 1.4l6.6 6.6-6.6 6.6-6.6-6.6z',
};

/** The map's sign for an event, in the page. */
export function Sign({ of, how, label = '' }: { of: Family; how: Look; label?: string }) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg className={`sign sign-${of} sign-${how}`} viewBox="0 0 16 16" width="16" height="16" {...named}>
      <path className="sign-body" d={PATHS[of]} />
      {how === 'split' && <path className="sign-half" d={PATHS[of]} />}
    </svg>
  );
}

export function EventSign({ type, status, disputed = false }: { type: string; status: string; disputed?: boolean }) {
  return <Sign of={family(type)} how={look(status, disputed)} />;
}

/** Beside whatever was read with little confidence, in every room. */
export function Unsure({ when = true }: { when?: boolean }) {
  return when ? <span className="tag tag-unsure" title={S.unsure.meaning}>{S.unsure.tag}</span> : null;
}

/** An event in a line: its sign, what it is, and whether it is read with little confidence. */
export function EventLine({ event }: { event: { id: string; type: string; gist: string; status: string; disputes: readonly string[]; doubtful: boolean } }) {
  return (
    <Link to={address('events', event.id)} className={`event-line ${event.doubtful ? 'doubtful' : ''}`}>
      <EventSign type={event.type} status={event.status} disputed={event.disputes.length > 0} /> <span dir="auto">{gistWords(event.gist)}</span> <Unsure when={event.doubtful} />
    </Link>
  );
}

export function ActorLink({ actor }: { actor: ActorShort | ActorFull }) {
  const words = actor.name || ('text' in actor ? actor.text : '');
  if (!actor.id) return <span dir="auto">{words}</span>;
  const link = <Link to={address('actors', actor.id)} dir="auto">{words}</Link>;
  return actor.provisional ? <>{link}<abbr title={S.provisional}>?</abbr></> : link;
}

export function ActorList({ actors }: { actors: readonly (ActorShort | ActorFull)[] }) {
  const once = actors.filter((actor, k) => actors.findIndex((other) => (other.id ?? other.name) === (actor.id ?? actor.name)) === k);
  return (
    <>
      {once.map((actor, k) => (
        <span key={k}>{k > 0 && (k === once.length - 1 ? S.range.andShort : ', ')}<ActorLink actor={actor} /></span>
      ))}
    </>
  );
}

export function PlaceLink({ place }: { place: PlaceShort | PlaceFull }) {
  const words = place.name || ('text' in place ? place.text : '');
  return place.id ? <Link to={address('places', place.id)} dir="auto">{words}</Link> : <span dir="auto">“{words}”</span>;
}

export function EventLink({ id, children }: { id: string; children: ReactNode }) {
  return <Link to={address('events', id)}>{children}</Link>;
}

export function Facts({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {items.filter(([, value]) => value !== null && value !== '' && value !== false && value !== undefined).map(([name, value]) => (
        <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}
