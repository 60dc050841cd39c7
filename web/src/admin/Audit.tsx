// What people did, newest first, as the ledger has it. Nothing here can be changed or taken away.
import { useState } from 'react';
import { dayWords } from '../format';
import { S } from '../strings';
import type { AuditEntry } from '../types';
import { Await } from '../ui/parts';
import { usePages } from '../ui/usePages';

export function Audit() {
  const [user, setUser] = useState('');
  const { answer, items, total, more } = usePages<AuditEntry>(`/v1/audit?limit=50${user ? `&user=${encodeURIComponent(user)}` : ''}`);
  return (
    <div className="stack">
      <p>{S.admin.auditLead}</p>
      <form className="pick" onSubmit={(event) => { event.preventDefault(); setUser(String(new FormData(event.currentTarget).get('user') ?? '').trim()); }}>
        <label>{S.admin.by} <input className="field" name="user" type="search" maxLength={64} autoCapitalize="none" spellCheck={false} /></label>
        <button type="submit" className="button button-small">{S.admin.show}</button>
        <span className="quiet" role="status">{S.count.entries(total)}</span>
      </form>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <div className="scroll"><table className="ledger" aria-label={S.admin.audit}>
              <thead><tr>{[S.admin.seq, S.admin.at, S.admin.by, S.admin.kind, S.admin.what, S.review.reason].map((words) => <th key={words} scope="col">{words}</th>)}</tr></thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={`${entry.seq} ${entry.ref}`}>
                    <th scope="row" className="seq">#{entry.seq}</th>
                    <td className="nowrap"><time dateTime={entry.at}>{dayWords(entry.at)}, {entry.at.slice(11, 16)} UTC</time></td>
                    <td dir="auto">{entry.user}</td>
                    <td><span className="kind">{S.admin.kinds[entry.kind]}</span></td>
                    <td className="audit-what" dir="auto">{entry.what.replace(/^[a-z_]+/, (word) => word.replaceAll('_', ' '))}</td>
                    <td dir="auto">{entry.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table></div>
            {more && <p><button type="button" className="button" onClick={more}>{S.more}</button></p>}
          </>
        ) : <p className="quiet">{S.admin.noAudit}</p>}
      </Await>
    </div>
  );
}
