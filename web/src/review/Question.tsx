// One question: the sentences, the machine's reading with its reason, and the person's answers.
import type { ReactNode } from 'react';
import { claimAddress } from '../event/ClaimCard';
import { dayWords } from '../format';
import { Link } from '../router';
import { S } from '../strings';
import type { Question as Shape } from '../types';
import { EventLink } from '../ui/parts';
import { Words } from '../ui/Words';
import type { Act } from './acts';

const LABELS: Record<Act, [string, string]> = {
  accept: [S.review.accept, 'a'], edit: [S.review.edit, 'e'], same: [S.review.same, 's'], not_same: [S.review.notSame, 'n'],
  reject: [S.review.reject, 'r'], skip: [S.review.skip, 'k'], undo: [S.review.undo, 'u'],
};

export function Question({ question, allowed, busy, onAct, children }: { question: Shape; allowed: Act[]; busy: boolean; onAct: (act: Act) => void; children: ReactNode }) {
  return (
    <div className="review-three">
      <section className="card" aria-label={S.review.source}>
        <h2>{S.review.source}</h2>
        {S.review.asks[question.kind] && <p className="review-ask">{S.review.asks[question.kind]}</p>}
        {question.tellings.map((telling, k) => (
          <div key={telling.claim}>
            {question.tellings.length > 1 && <p className="quiet">{k === 0 ? S.review.left1 : S.review.right1}</p>}
            <blockquote dir="auto"><p><Words text={telling.sentence} marks={[{ role: 'trigger', start: telling.trigger[0] ?? 0, end: telling.trigger[1] ?? 0, text: '', means: '', actor: null, place: null }]} /></p></blockquote>
            <p className="claim-in">
              <Link to={claimAddress(telling.document, telling.claim)} dir="auto">{telling.outlet || telling.title || telling.document}</Link>
              {telling.published && <time dateTime={telling.published}>{dayWords(telling.published)}</time>}
            </p>
            <p className="quiet" dir="auto">{S.review.reads}: {telling.reads}</p>
          </div>
        ))}
      </section>
      <section className="card" aria-label={S.review.machine}>
        <h2>{S.review.machine}</h2>
        <p dir="auto">{question.machine}</p>
        {question.words && <p dir="auto"><q>{question.words}</q></p>}
        <p className="quiet" dir="auto">{question.why}</p>
        {question.change && <p><strong>{S.review.weight}:</strong> <span dir="auto">{question.change}</span></p>}
        <p>{question.events.map((event, k) => <span key={event}>{k > 0 && ' · '}<EventLink id={event}>{S.event.title} {question.events.length > 1 ? k + 1 : ''}</EventLink></span>)}</p>
      </section>
      <section className="card" aria-label={S.review.person}>
        <h2>{S.review.person}</h2>
        <div className="review-acts">
          {allowed.map((act) => (
            <button key={act} type="button" className="button" disabled={busy} onClick={() => onAct(act)} aria-keyshortcuts={LABELS[act][1]}>
              {LABELS[act][0]} <kbd>{LABELS[act][1]}</kbd>
            </button>
          ))}
        </div>
        {children}
      </section>
    </div>
  );
}
