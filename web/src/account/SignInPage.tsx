import { useState } from 'react';
import { ApiError, forgetSession, write } from '../api';
import { S } from '../strings';
import type { Session } from '../types';
import { AdminLinks } from '../admin/AdminPage';
import { PasswordForm } from './PasswordForm';
import { Room } from '../ui/parts';
import { useSession } from './useSession';

export function SignInPage() {
  const session = useSession();
  return (
    <Room title={session?.signed_in && session.how === 'session' ? S.account.account : S.account.title} ready={!!session}>
      <div className="stack">
        {session?.how === 'local' ? <p className="card">{S.account.none}</p> : session?.signed_in ? <><Here session={session} /><PasswordForm /></> : <Form />}
        <AdminLinks />
      </div>
    </Room>
  );
}

function Here({ session }: { session: Session }) {
  const out = async () => {
    await write('DELETE', '/v1/session');
    forgetSession();
  };
  return (
    <div className="card sign-in">
      <p>{S.account.who(session.user, session.role ?? '')}</p>
      <button type="button" className="button" onClick={() => void out()}>{S.account.out}</button>
    </div>
  );
}

function Form() {
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const go = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setWrong('');
    try {
      await write('POST', '/v1/session', { name: String(given.get('name') ?? '').trim(), password: String(given.get('password') ?? '') });
      forgetSession();
    } catch (error) {
      setWrong(error instanceof ApiError ? `${error.message}. ${error.advice}` : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="card sign-in" onSubmit={(event) => void go(event)}>
      <label>{S.account.name}<input name="name" autoComplete="username" required autoCapitalize="none" spellCheck={false} /></label>
      <label>{S.account.password}<input name="password" type="password" autoComplete="current-password" required /></label>
      {wrong && <p className="wrong" role="alert">{wrong}</p>}
      <button type="submit" className="button button-main" disabled={busy}>{S.account.go}</button>
    </form>
  );
}
