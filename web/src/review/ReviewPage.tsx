// The queue: what would move an event most comes first. Source, machine and person side by side; one key for each answer.
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { ApiError, forget, useAnswer, write } from '../api';
import { may } from '../account/useSession';
import { Link } from '../router';
import { S } from '../strings';
import type { DecisionsMade, NewDecision, Queue, Session } from '../types';
import { Await, Empty, Room } from '../ui/parts';
import { acts, decision, KEYS, type Act } from './acts';
import { Edit } from './Edit';
import { Ledger } from './Ledger';
import { Question as Ask } from './Question';

export function ReviewPage() {
  const answer = useAnswer<Session>('/v1/session');
  return (
    <Room title={S.review.title} lead={S.review.lead} wide ready={!!answer.data}>
      <Await answer={answer}>
        {(session) => may(session, 'reviewer') ? <Desk /> : (
          <div className="empty"><p>{S.review.need}</p><p className="quiet">{S.review.needAdvice}</p><p><Link className="button" to="/sign-in">{S.nav.signIn}</Link></p></div>
        )}
      </Await>
    </Room>
  );
}

function Desk() {
  const answer = useAnswer<Queue>('/v1/review/queue?limit=50');
  const [gone, setGone] = useState<string[]>([]);
  const [made, setMade] = useState<string[]>([]);
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const left = (answer.data?.items ?? []).filter((item) => !gone.includes(item.id));
  const question = left[0];

  const send = useCallback(async (body: NewDecision, of: string) => {
    setBusy(true);
    setError(null);
    try {
      const done = await write<DecisionsMade>('POST', '/v1/decisions', body);
      const row = done?.items[0];
      if (row) setMade((old) => [...old, row.action || row.id]);
      setGone((old) => [...old, of]);
      setSaid(S.review.saved);
      setEditing(false);
      forget();
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : null);
    } finally {
      setBusy(false);
    }
  }, []);

  const undo = useCallback(async () => {
    const last = made[made.length - 1];
    if (!last) return;
    setBusy(true);
    setError(null);
    try {
      await write('DELETE', `/v1/decisions/${encodeURIComponent(last)}`);
      setMade((old) => old.slice(0, -1));
      setGone((old) => old.slice(0, -1));
      setSaid(S.review.undone);
      forget();
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : null);
    } finally {
      setBusy(false);
    }
  }, [made]);

  const act = useCallback((what: Act) => {
    if (busy) return;
    if (what === 'undo') return void undo();
    if (!question || !acts(question).includes(what)) return;
    if (what === 'edit') return setEditing((now) => !now);
    void send(decision(question, what), question.id);
  }, [busy, question, send, undo]);

  // As soon as the next question stands (a layout effect, not one after the paint): keys are meant for what is seen.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea');
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' && editing) return setEditing(false);
      const what = KEYS[event.key.toLowerCase()];
      if (!what || typing) return;
      event.preventDefault();
      act(what);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [act, editing]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div className="review">
      <Await answer={answer}>
        {(queue) => (
          <>
            <div className="review-bar">
              <strong>{S.review.left(left.length, queue.total)}</strong>
              <button type="button" className="button button-small" disabled={!made.length || busy} onClick={() => act('undo')}>{S.review.undo} <kbd>u</kbd></button>
            </div>
            {error && <p className="failure" role="alert">{error.message} <span className="quiet">{error.advice}</span></p>}
            {question ? (
              <Ask question={question} allowed={acts(question)} busy={busy} onAct={act}>
                {editing && <Edit question={question} onSave={(body) => void send(body, question.id)} onCancel={() => setEditing(false)} />}
              </Ask>
            ) : <Empty title={S.review.done} advice={S.review.doneAdvice} />}
          </>
        )}
      </Await>
      <Ledger />
      {said && <p className="toast" role="status">{said}</p>}
    </div>
  );
}
