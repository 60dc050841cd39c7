// Who says that it happened and who denies it, side by side, before all else: whose side each speaks for, in which reports,
// and which of those only copy another.
import { outletName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { EventFull, Voice } from '../types';
import { EventLink } from '../ui/parts';
import type { Level } from './level';

/** Names that stand open in a column; the others are behind a click. */
const FIRST = 6;

export function Voices({ event, level }: { event: EventFull; level: Level }) {
  const by = (relation: string) => event.voices.filter((voice) => voice.relation === relation);
  const declines = by('declines');
  return (
    <section className="voices" aria-label={S.event.voices}>
      <Column level={level} title={S.event.for} voices={by('supports')} none={event.claims.some((claim) => claim.relation === 'supports') ? S.event.noWitness : S.event.noneFor} side="for" />
      <div className="voices-beside">
        <Column level={level} title={S.event.against} voices={by('denies')} none={S.event.noneAgainst} side="against" />
        {declines.length > 0 && <Column level={level} title={S.event.declines} voices={declines} none="" side="declines" />}
      </div>
      {by('supports').length > 1 && <p className="quiet voices-note">{S.event.witnessesNote}</p>}
    </section>
  );
}

function Column({ title, voices, none, side, level: H }: { title: string; voices: Voice[]; none: string; side: string; level: Level }) {
  const list = (some: Voice[]) => <ul>{some.map((voice, k) => <One key={k} voice={voice} />)}</ul>;
  return (
    <div className={`voices-side voices-${side}`}>
      <H>{title} <span className="side-count">{voices.length}</span></H>
      {voices.length ? list(voices.slice(0, FIRST)) : <p className="quiet">{none}</p>}
      {voices.length > FIRST && (
        <details>
          <summary>{S.event.moreVoices(voices.length - FIRST)}</summary>
          {list(voices.slice(FIRST))}
        </details>
      )}
    </div>
  );
}

function One({ voice }: { voice: Voice }) {
  const { name, kind, side, party, carriers } = voice;
  const own = carriers.filter((carrier) => !carrier.copy_of);
  const copies = carriers.filter((carrier) => carrier.copy_of);
  // An outlet that speaks for itself in its own report need not be named twice.
  const itself = own.length === 1 && own[0]!.outlet === name;
  return (
    <li className="voice">
      <span className="voice-name">
        {itself ? <Report of={own[0]!} /> : <strong dir="auto">{name}</strong>} <span className="kind">{S.kinds[kind] ?? kind}{party && `, ${S.event.party}`}</span>
        {side?.name && side.name !== name && <span className="voice-for" dir="auto">{S.event.forSide(side.name)}</span>}
      </span>
      {voice.of && <span className="voice-for">{S.event.saidOf} <EventLink id={voice.of}>{S.event.otherEvent}</EventLink></span>}
      {(!itself || copies.length > 0) && (
        <span className="voice-in">
          {!itself && own.length > 0 && <>{S.event.carriedBy} <Reports of={own} /></>}
          {copies.length > 0 && <span className="voice-copies">{own.length ? S.event.copiedBy : S.event.copyHere} <Reports of={copies} /></span>}
        </span>
      )}
    </li>
  );
}

type Carrier = Voice['carriers'][number];

function Report({ of }: { of: Carrier }) {
  return <Link to={address('documents', of.document)} dir="auto"><strong>{outletName(of.outlet)}</strong></Link>;
}

function Reports({ of }: { of: Carrier[] }) {
  return <>{of.map((carrier, k) => <span key={carrier.document}>{k > 0 && ', '}<Link to={address('documents', carrier.document)} dir="auto">{outletName(carrier.outlet)}</Link></span>)}</>;
}
