// A report as it was read: the text with every claim marked, what is no story greyed, and the seal of its bytes.
import { useEffect, useMemo } from 'react';
import { useAnswer } from '../api';
import { dayWords, languageWords, outletName, titleWords, typeWords } from '../format';
import { address, Link, usePlace } from '../router';
import { S } from '../strings';
import type { DocumentClaim, DocumentFull, Mark } from '../types';
import { Await, EventLine, Facts, Room, Unsure } from '../ui/parts';
import { unsure } from '../event/ClaimCard';
import { changeWords } from '../event/Corrections';
import { Words, WordsLegend } from '../ui/Words';

export function DocumentPage({ id }: { id: string }) {
  const answer = useAnswer<DocumentFull>(`/v1/documents/${encodeURIComponent(id)}`);
  const document = answer.data;
  return (
    <Room title={document ? titleWords(document) : S.document.title} kind={outletName(document?.outlet ?? '') || S.document.title} ready={!!document} wide
      lead={document && <ByLine document={document} />}>
      <Await answer={answer} lines={14}>{(found) => <Read document={found} />}</Await>
    </Room>
  );
}

function ByLine({ document }: { document: DocumentFull }) {
  const parts = [
    document.published && `${S.document.published} ${dayWords(document.published)}${document.published_precision === 'second' ? `, ${document.published.slice(11, 16)} UTC` : ''}`,
    document.byline && `${S.document.byline} ${document.byline}`,
    document.agency && `${S.document.agency}: ${document.agency}`,
    document.language && languageWords(document.language),
    document.machine_translated && S.document.machine,
  ].filter(Boolean);
  return <p className="quiet" dir="auto">{parts.join(' · ')}</p>;
}

const TRIGGER = ['trigger'];

function Read({ document }: { document: DocumentFull }) {
  const { hash } = usePlace();
  const target = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    if (!target) return;
    const found = window.document.getElementById(target);
    found?.scrollIntoView({ block: 'center' });
  }, [target, document.id]);
  const lit = document.claims.find((claim) => claim.id === target);
  return (
    <div className="reading">
      <div className="reading-text">
        <Origin document={document} />
        {document.claims.length > 0 && (lit ? <WordsLegend /> : <WordsLegend only={TRIGGER} note={S.document.numbers} />)}
        <Text document={document} target={target} />
      </div>
      <aside className="reading-side" aria-label={S.document.claims}>
        <h2>{S.document.claims} <span className="side-count">{document.claims.length}</span></h2>
        {document.claims.length ? (
          <ol className="read-claims">
            {document.claims.map((claim) => <ReadClaim key={claim.id} claim={claim} document={document} on={claim === lit} />)}
          </ol>
        ) : <p className="quiet">{document.state.startsWith('unread') ? S.document.notRead : S.document.none}</p>}
        <Seal document={document} />
      </aside>
    </div>
  );
}

/** Before the text: that another version took its place or came before it, whom it copies, and who copies it. */
function Origin({ document }: { document: DocumentFull }) {
  const last = document.versions.find((version) => version.last);
  const replaced = !!last && last.id !== document.id;
  const { corrections, copy_of: of, copies } = document;
  if (!replaced && !corrections.length && !of && !copies.length) return null;
  return (
    <div className="origin" role="note">
      {corrections.map((each) => (
        <p key={each.earlier} className="origin-change">
          <strong>{replaced ? S.document.replacedOn(each.at ? dayWords(each.at) : '') : S.document.changedOn(each.at ? dayWords(each.at) : '')}</strong>{' '}
          {each.figures.map(changeWords).map(([was, now]) => <span key={was}>{S.document.firstTold(was)}; {now ? S.document.nowTold(now) : S.document.nowGone}. </span>)}
          {replaced ? <Link to={address('documents', each.document)}>{S.document.toLast}</Link> : <Link to={address('documents', each.earlier)}>{S.document.toFirst}</Link>}
          {replaced && <span className="quiet"> {S.document.notCounted}</span>}
        </p>
      ))}
      {of && <p>{S.document.copyOf} <Link to={address('documents', of.document)} dir="auto">{outletName(of.outlet) || of.document}</Link>. <span className="quiet">{S.document.copyNote}</span></p>}
      {copies.length > 0 && <p>{S.document.copiesNote(copies.length)} {copies.map((copy, k) => <span key={copy.id}>{k > 0 && ', '}<Link to={address('documents', copy.id)} dir="auto">{outletName(copy.outlet) || titleWords(copy)}</Link></span>)}</p>}
    </div>
  );
}

/** The text cut into sentences and what lies between them; zones greyed; code points throughout. */
function Text({ document, target }: { document: DocumentFull; target: string }) {
  const points = useMemo(() => Array.from(document.text), [document.text]);
  const cut = (a: number, b: number) => points.slice(a, b).join('');
  const zoneAt = (a: number, b: number) => document.zones.find((zone) => Math.min(b, zone.end) - Math.max(a, zone.start) > (b - a) / 2);
  const parts: { start: number; end: number; sentence: boolean }[] = [];
  let at = 0;
  for (const sentence of [...document.sentences].sort((a, b) => a.start - b.start)) {
    if (sentence.start < at) continue;
    if (sentence.start > at) parts.push({ start: at, end: sentence.start, sentence: false });
    parts.push({ start: sentence.start, end: sentence.end, sentence: true });
    at = sentence.end;
  }
  if (at < points.length) parts.push({ start: at, end: points.length, sentence: false });
  return (
    <div className="text" dir="auto" lang={document.language || undefined}>
      {parts.map(({ start, end, sentence }) => {
        const words = cut(start, end);
        const zone = zoneAt(start, end);
        if (zone) return <span key={start} className="zone" title={`${S.zones[zone.kind] ?? zone.kind}: ${S.document.unread}`}>{words}</span>;
        if (!sentence) return <span key={start}>{words}</span>;
        const here = document.claims.filter((claim) => claim.start < end && claim.end > start);
        if (!here.length) return <span key={start}>{words}</span>;
        const chosen = here.find((claim) => claim.id === target);
        const marks: Mark[] = chosen ? chosen.marks : here.flatMap((claim) => claim.marks.filter((mark) => mark.role === 'trigger'));
        return (
          <span key={start} className={`sentence ${chosen ? 'sentence-on' : ''}`}>
            {here.map((claim) => <span key={claim.id} id={claim.id} className="anchor" />)}
            <Words text={words} marks={marks} from={start} />
            <sup className="numbers">
              {here.map((claim) => <Link key={claim.id} to={`#${claim.id}`.replace('#', `${address('documents', document.id)}#`)} replace aria-label={`${S.document.claims} ${document.claims.indexOf(claim) + 1}`}>{document.claims.indexOf(claim) + 1}</Link>)}
            </sup>
          </span>
        );
      })}
    </div>
  );
}

function ReadClaim({ claim, document, on }: { claim: DocumentClaim; document: DocumentFull; on: boolean }) {
  const here = `${address('documents', document.id)}#${claim.id}`;
  const trigger = claim.marks.find((mark) => mark.role === 'trigger');
  return (
    <li className={on ? 'read-claim read-claim-on' : 'read-claim'}>
      <span>
        <Link to={here} replace className="read-claim-what"><strong>{typeWords(claim.type, claim.mode)}</strong></Link>
        {trigger && <> <q dir="auto">{trigger.text}</q></>}
      </span>
      <span className="quiet">
        <span dir="auto">{claim.source || outletName(document.outlet)}</span> {S.stances[claim.stance]}
        {claim.status !== 'actual' && ` · ${S.claimStatus[claim.status]}`}
        {` · ${S.event.confidence} ${(Math.floor(claim.confidence * 100) / 100).toFixed(2)}`} <Unsure when={unsure(claim.confidence)} />
      </span>
      {claim.events.map((event) => {
        // Most claims of a report tell of one event: its line is written once.
        const before = document.claims.findIndex((each) => each.events.some((other) => other.id === event.id));
        return document.claims[before] === claim ? <EventLine key={event.id} event={event} />
          : <Link key={event.id} to={address('events', event.id)} className="event-line event-line-again">{S.document.sameEvent(before + 1)}</Link>;
      })}
    </li>
  );
}

function Seal({ document }: { document: DocumentFull }) {
  return (
    <section className="card">
      <h3>{S.document.archive}</h3>
      <Facts
        items={[
          [S.document.hash, <code key="h" className="hash">{document.digest}</code>],
          [S.document.fetched, document.fetched && `${dayWords(document.fetched)}, ${document.fetched.slice(11, 19)} UTC`],
          [S.document.source, <span key="s" className="hash" dir="auto">{document.url || document.key}</span>],
          [S.document.copyOf, document.copy_of && <><Link to={address('documents', document.copy_of.document)}>{outletName(document.copy_of.outlet) || document.copy_of.document}</Link> <span className="quiet">{document.copy_of.why?.reason}</span></>],
          [S.document.versions, document.versions.length > 1 && <ul className="plain">{document.versions.map((version) => (
            <li key={version.id}>
              {version.id === document.id ? <strong>{S.document.thisVersion}</strong> : <Link to={address('documents', version.id)}>{version.id.slice(0, 10)}</Link>}{' '}
              <span className="quiet">{(version.modified ?? version.published ?? version.fetched ?? '').slice(0, 16).replace('T', ' ')}</span>
            </li>
          ))}</ul>],
        ]}
      />
    </section>
  );
}
