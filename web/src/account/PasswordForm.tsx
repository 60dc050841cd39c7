// One's own password: the old one, and a new one twice. Every session of the account ends with it.
import { useState } from 'react';
import { forgetSession } from '../api';
import { Said } from '../admin/Said';
import { useSending } from '../admin/useSending';
import { S } from '../strings';

export function PasswordForm() {
  const sending = useSending();
  const [differ, setDiffer] = useState(false);
  const change = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const words = (name: string) => String(given.get(name) ?? '');
    setDiffer(words('new') !== words('again'));
    if (words('new') !== words('again')) return;
    if ((await sending.send('PUT', '/v1/me/password', { old: words('old'), new: words('new') }, S.account.changed)) !== undefined) forgetSession();
  };
  return (
    <details className="card sign-in-more">
      <summary>{S.account.change}</summary>
      <form className="sign-in" onSubmit={(event) => void change(event)}>
        <label>{S.account.old}<input name="old" type="password" autoComplete="current-password" required /></label>
        <label>{S.account.fresh}<input name="new" type="password" autoComplete="new-password" minLength={12} maxLength={256} required /></label>
        <label>{S.account.again}<input name="again" type="password" autoComplete="new-password" minLength={12} maxLength={256} required /></label>
        <p className="quiet">{S.account.changeNote}</p>
        {differ && <p role="alert" className="wrong">{S.account.differ}</p>}
        <Said of={sending} />
        <button type="submit" className="button button-main" disabled={sending.busy}>{S.account.change}</button>
      </form>
    </details>
  );
}
