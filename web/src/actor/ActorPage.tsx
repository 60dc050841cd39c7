// An actor: names (the slanted ones by outlet), backers and foes, deeds, words, denials.
import { useAnswer } from '../api';
import { EventRows } from '../event/EventView';
import { claimAddress } from '../event/ClaimCard';
import { dayWords, outletName, rangeWords, titleWords, typeWords } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { ActorShape, NameUsed, Said } from '../types';
import { ActorLink, Await, EventLine, Facts, Room } from '../ui/parts';
import { Bars } from '../ui/Table';

export function ActorPage({ id }: { id: string }) {
  const answer = useAnswer<ActorShape>(`/v1/actors/${encodeURIComponent(id)}`);
  const actor = answer.data;
  return (
    <Room title={actor?.name ?? S.actor.title} kind={actor?.provisional ? S.provisional : actor ? S.kinds[actor.kind] ?? S.actor.title : S.actor.title} ready={!!actor} wide
      lead={actor && actor.first_day && <span className="quiet">{rangeWords(actor.first_day, actor.last_day)}</span>}>
      <Await answer={answer} lines={12}>{(found) => <Actor actor={found} />}</Await>
    </Room>
  );
}

function Actor({ actor }: { actor: ActorShape }) {
  const query = `actor=${encodeURIComponent(actor.id)}`;
  return (
    <>
      <ul className="figures">
        <Figure value={actor.did} words={S.actor.did} />
        <Figure value={actor.suffered} words={S.actor.suffers} />
        <Figure value={actor.spoke} words={S.actor.spoke} />
        <Figure value={actor.denied} words={S.actor.denied} />
        <Figure value={actor.disputed} words={S.actor.inDispute} />
      </ul>
      <div className="two">
        <div className="stack">
          <Sayings title={S.actor.denials} said={actor.denials} />
          <section>
            <h2 className="over">{S.actor.deeds} <span className="side-count">{actor.did}</span> <Link className="side-link" to={`/?${query}`}>{S.place.onMap}</Link></h2>
            {actor.deeds.length ? <EventRows events={actor.deeds} /> : <p className="quiet">{S.actor.none}</p>}
          </section>
          {actor.targeted.length > 0 && <section><h2 className="over">{S.actor.suffered} <span className="side-count">{actor.suffered}</span></h2><EventRows events={actor.targeted} /></section>}
          <Sayings title={actor.denials.length ? S.actor.otherWords : S.actor.words} said={actor.words.filter((one) => !actor.denials.some((denial) => denial.claim === one.claim))} />
        </div>
        <div className="stack">
          <section className="card">
            <h2>{S.actor.names}</h2>
            <p className="names" dir="auto">{actor.aliases.filter((alias) => !alias.slant).map((alias) => alias.text).join(' · ') || actor.name}</p>
            <Facts items={[[S.actor.side, actor.side && actor.side.id !== actor.id && <ActorLink actor={actor.side} />], [S.source.kind, S.kinds[actor.kind] ?? actor.kind]]} />
          </section>
          <section className="card">
            <h2>{S.actor.slant}</h2>
            {actor.slant_names.length ? <Names names={actor.slant_names} /> : <p className="quiet">{S.actor.noSlant}</p>}
          </section>
          {actor.ties.length > 0 && (
            <section className="card">
              <h2>{S.actor.backers}</h2>
              <ul className="plain">
                {actor.ties.map((tie, k) => (
                  <li key={k}>
                    <span className="quiet">{S.ties[tie.kind] ?? tie.kind.replaceAll('_', ' ')}</span> <Link to={address('actors', tie.actor)} dir="auto">{tie.name}</Link>{' '}
                    {(tie.start || tie.end) && <span className="quiet">{rangeWords(tie.start, tie.end)}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {actor.types.length > 0 && <section className="card"><h2>{S.overview.type}</h2><Bars items={actor.types} label={(value) => <Link to={`/?${query}&type=${value}`}>{typeWords(value)}</Link>} /></section>}
        </div>
      </div>
    </>
  );
}

export function Figure({ value, words }: { value: number | string; words: string }) {
  return <li><strong>{typeof value === 'number' ? value.toLocaleString('en-GB') : value}</strong> <span>{words}</span></li>;
}

export function Names({ names, withActor = false }: { names: readonly NameUsed[]; withActor?: boolean }) {
  return (
    <ul className="plain">
      {names.map((name, k) => (
        <li key={k}>
          <q dir="auto">{name.text}</q>{' '}
          {withActor ? <Link to={address('actors', name.actor)} dir="auto">{name.actor}</Link> : <Link to={address('sources', name.outlet)} dir="auto">{outletName(name.outlet)}</Link>}{' '}
          <span className="quiet">×{name.times}</span>
        </li>
      ))}
    </ul>
  );
}

/** What one sentence tells as several claims is shown once, with all events that it bears on. */
function once(said: readonly Said[]): Said[] {
  const kept = new Map<string, Said>();
  for (const one of said) {
    const key = `${one.document.id} ${one.relation} ${one.sentence}`;
    const old = kept.get(key);
    const events = [...(old?.events ?? []), ...one.events];
    kept.set(key, { ...(old ?? one), events: events.filter((event, k) => events.findIndex((other) => other.id === event.id) === k) });
  }
  return [...kept.values()];
}

function Sayings({ title, said: all }: { title: string; said: readonly Said[] }) {
  const said = once(all);
  if (!said.length) return null;
  return (
    <section className="side">
      <h2 className="side-title">{title} <span className="side-count">{said.length}</span></h2>
      <ul className="claims">
        {said.map((one) => (
          <li key={one.claim} className="claim">
            <blockquote dir="auto" lang={one.document.language || undefined}><p>{one.sentence}</p></blockquote>
            <p className="claim-in">
              {one.relation && <span className="kind">{S.relations[one.relation]}</span>}
              <Link to={claimAddress(one.document.id, one.claim)} dir="auto">{outletName(one.document.outlet) || titleWords(one.document)}</Link>
              {one.document.published && <time dateTime={one.document.published}>{dayWords(one.document.published)}</time>}
            </p>
            {one.events.map((event) => <EventLine key={event.id} event={event} />)}
          </li>
        ))}
      </ul>
    </section>
  );
}
