// What people decided, newest first; a decision that was taken back stays, struck through.
import { useState } from 'react';
import { ApiError, forget, useAnswer, write } from '../api';
import { may, useSession } from '../account/useSession';
import { dayWords } from '../format';
import { S } from '../strings';
import type { Decision, DecisionList } from '../types';
import { Await } from '../ui/parts';

export function Ledger({ event = '' }: { event?: string }) {
  const answer = useAnswer<DecisionList>(`/v1/decisions?limit=50${event ? `&event=${encodeURIComponent(event)}` : ''}`);
  const session = useSession();
  const [error, setError] = useState('');
  const back = async (row: Decision) => {
    try {
      await write('DELETE', `/v1/decisions/${encodeURIComponent(row.action || row.id)}`);
      forget();
    } catch (failed) {
      setError(failed instanceof ApiError ? failed.message : String(failed));
    }
  };
  return (
    <section className="card" aria-label={S.review.ledger}>
      <h2>{S.review.ledger}</h2>
      {error && <p role="alert">{error}</p>}
      <Await answer={answer} lines={3}>
        {(list) => list.items.length ? (
          <div className="scroll"><table className="ledger decisions">
            <tbody>
              {list.items.map((row, k) => {
                const first = !row.action || list.items.findIndex((other) => other.action === row.action) === k;
                return (
                  <tr key={row.id} className={row.deleted_at ? 'taken' : ''}>
                    <td className="nowrap">{dayWords(row.created_at)}, {row.created_at.slice(11, 16)}</td>
                    <td><span className={row.deleted_at ? 'taken-back' : ''}>{row.judgement.replaceAll('_', ' ')} {row.field && `${row.field}: ${row.value}`}</span> {row.deleted_at && <span className="tag">{S.review.taken} {row.deleted_at.slice(11, 16)}</span>}</td>
                    <td><code>{row.claims.map((claim) => claim.slice(0, 9)).join(' · ')}</code></td>
                    <td>{S.review.by} <span dir="auto">{row.user}</span></td>
                    <td dir="auto">{row.reason}</td>
                    <td>{!row.deleted_at && first && (row.user === session?.user || may(session, 'editor')) && <button type="button" className="link" onClick={() => void back(row)}>{S.review.undo}</button>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table></div>
        ) : <p className="quiet">{S.ledgers.none}</p>}
      </Await>
    </section>
  );
}
