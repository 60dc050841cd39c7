// Who may do what: make accounts, change roles and passwords, shut out and let in again.
import { useState } from 'react';
import { forgetSession, useAnswer } from '../api';
import { dayWords } from '../format';
import { S } from '../strings';
import type { Account, AccountList, Role, Session } from '../types';
import { Await } from '../ui/parts';
import { Said } from './Said';
import { useSending, type Sending } from './useSending';

const ROLES: readonly Role[] = ['reader', 'reviewer', 'editor', 'admin'];

export function Accounts({ session }: { session: Session }) {
  const answer = useAnswer<AccountList>('/v1/accounts');
  const sending = useSending();
  return (
    <div className="stack">
      <Await answer={answer}>
        {(list) => (
          <>
            {list.items.length ? (
              <div className="scroll"><table className="ledger" aria-label={S.admin.accounts}>
                <thead><tr>{[S.account.name, S.admin.role, S.admin.made, S.admin.state, S.admin.newPassword].map((words) => <th key={words} scope="col">{words}</th>)}</tr></thead>
                <tbody>{list.items.map((account) => <Row key={account.name} account={account} mine={account.name === session.user} sending={sending} />)}</tbody>
              </table></div>
            ) : <p className="card">{S.admin.noAccounts}</p>}
            <Said of={sending} />
            <Add first={!list.items.length} sending={sending} />
          </>
        )}
      </Await>
    </div>
  );
}

function Row({ account, mine, sending }: { account: Account; mine: boolean; sending: Sending }) {
  const [password, setPassword] = useState('');
  const path = `/v1/accounts/${encodeURIComponent(account.name)}`;
  const change = (body: unknown, done: string) => sending.send('PATCH', path, body, done);
  return (
    <tr className={account.disabled ? 'taken' : ''}>
      <th scope="row">{account.name}{mine && <span className="tag">{S.admin.you}</span>}</th>
      <td>
        <select className="field" aria-label={`${S.admin.role}: ${account.name}`} value={account.role} disabled={sending.busy}
          onChange={(event) => void change({ role: event.target.value }, S.admin.roleNow(account.name, S.admin.roles[event.target.value as Role]))}>
          {ROLES.map((role) => <option key={role} value={role}>{S.admin.roles[role]}</option>)}
        </select>
      </td>
      <td className="nowrap">{dayWords(account.created_at)}</td>
      <td>
        <span className="row">
          <span>{account.disabled ? S.admin.shut : S.admin.open}</span>
          <button type="button" className="button button-small" disabled={sending.busy}
            onClick={() => void change({ disabled: !account.disabled }, account.disabled ? S.admin.letIn(account.name) : S.admin.shutOut(account.name))}>
            {account.disabled ? S.admin.letInDo : S.admin.shutDo}<span className="sr"> {account.name}</span>
          </button>
        </span>
      </td>
      <td>
        <form className="row" onSubmit={(event) => {
          event.preventDefault();
          void change({ password }, S.admin.passwordNow(account.name)).then((made) => made !== undefined && setPassword(''));
        }}>
          <input className="field" type="password" autoComplete="new-password" minLength={12} maxLength={256} required value={password} aria-label={`${S.admin.newPassword}: ${account.name}`} onChange={(event) => setPassword(event.target.value)} />
          <button type="submit" className="button button-small" disabled={sending.busy || password.length < 12}>{S.admin.set}<span className="sr"> {account.name}</span></button>
        </form>
      </td>
    </tr>
  );
}

function Add({ first, sending }: { first: boolean; sending: Sending }) {
  const add = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const body = { name: String(given.get('name') ?? '').trim(), role: String(given.get('role')), password: String(given.get('password') ?? '') };
    const made = await sending.send('POST', '/v1/accounts', body, S.admin.accountMade(body.name));
    if (made === undefined) return;
    form.reset();
    if (first) forgetSession(); // from now on one signs in
  };
  return (
    <form className="card admin-form" onSubmit={(event) => void add(event)} aria-label={S.admin.add}>
      <h2>{S.admin.add}</h2>
      {first && <p role="note">{S.admin.firstNote}</p>}
      <label>{S.account.name}<input className="field" name="name" required maxLength={64} pattern="[a-z0-9]([a-z0-9._\-]{0,62}[a-z0-9])?" title={S.admin.nameForm} autoCapitalize="none" spellCheck={false} autoComplete="off" /></label>
      <label>{S.admin.role}
        <select className="field" name="role" defaultValue={first ? 'admin' : 'reviewer'} key={String(first)}>
          {(first ? (['admin'] as const) : ROLES).map((role) => <option key={role} value={role}>{S.admin.roles[role]}</option>)}
        </select>
      </label>
      <label>{S.account.password}<input className="field" name="password" type="password" minLength={12} maxLength={256} required autoComplete="new-password" /></label>
      <p className="quiet">{S.admin.passwordForm}</p>
      <ul className="plain quiet">{ROLES.map((role) => <li key={role}><strong>{S.admin.roles[role]}</strong>: {S.admin.roleMeaning[role]}</li>)}</ul>
      <p><button type="submit" className="button button-main" disabled={sending.busy}>{S.admin.add}</button></p>
    </form>
  );
}
