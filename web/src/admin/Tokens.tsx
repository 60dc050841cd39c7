// Keys for programs: made with scopes, shown once, revoked. Admins see everybody's, others their own.
import { useRef, useState } from 'react';
import { may } from '../account/useSession';
import { useAnswer } from '../api';
import { dayWords } from '../format';
import { S } from '../strings';
import type { Scope, Session, Token, TokenList, TokenMade } from '../types';
import { Await } from '../ui/parts';
import { Said } from './Said';
import { useSending, type Sending } from './useSending';

export function Tokens({ session }: { session: Session }) {
  const all = may(session, 'admin');
  const answer = useAnswer<TokenList>(`/v1/tokens${all ? '?account=*' : ''}`);
  const sending = useSending();
  const [made, setMade] = useState<TokenMade | null>(null);
  const make = async (body: unknown, label: string) => {
    const done = await sending.send<TokenMade>('POST', '/v1/tokens', body, S.admin.tokenMade(label));
    if (done) setMade(done);
    return done !== undefined;
  };
  return (
    <div className="stack">
      <p>{S.admin.tokensLead}</p>
      {made && <Once made={made} onDone={() => setMade(null)} />}
      <Await answer={answer}>
        {(list) => list.items.length ? (
          <div className="scroll"><table className="ledger" aria-label={S.admin.tokens}>
            <thead><tr>{[S.admin.label, S.admin.whose, S.admin.scopes, S.admin.made, S.admin.until, S.admin.state].map((words) => <th key={words} scope="col">{words}</th>)}</tr></thead>
            <tbody>{[...list.items].reverse().map((token) => <Row key={token.id} token={token} sending={sending} />)}</tbody>
          </table></div>
        ) : <p className="quiet">{S.admin.noTokens}</p>}
      </Await>
      <Said of={sending} />
      {session.how === 'session' ? <Make admin={all} busy={sending.busy} onMake={make} /> : <p className="card">{S.admin.signInFirst}</p>}
    </div>
  );
}

function Row({ token, sending }: { token: Token; sending: Sending }) {
  const over = !token.revoked_at && Date.parse(token.expires_at) < Date.now();
  const state = token.revoked_at ? S.admin.revoked(dayWords(token.revoked_at)) : over ? S.admin.expired : S.admin.works;
  return (
    <tr className={token.revoked_at || over ? 'taken' : ''}>
      <th scope="row" dir="auto">{token.label}</th>
      <td>{token.account}</td>
      <td>{token.scopes.map((scope) => S.admin.scopeNames[scope]).join(', ')}</td>
      <td className="nowrap">{dayWords(token.created_at)}</td>
      <td className="nowrap">{dayWords(token.expires_at)}</td>
      <td>
        <span className="row">
          <span>{state}</span>
          {!token.revoked_at && !over && (
            <button type="button" className="button button-small" disabled={sending.busy} onClick={() => void sending.send('DELETE', `/v1/tokens/${encodeURIComponent(token.id)}`, undefined, S.admin.nowRevoked(token.label))}>
              {S.admin.revoke}<span className="sr"> {token.label}</span>
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}

function Once({ made, onDone }: { made: TokenMade; onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.select();
    // Only pages of one's own machine or under TLS may write to the clipboard; else the words stay selected.
    navigator.clipboard?.writeText(made.token).then(() => setCopied(true), () => undefined);
  };
  return (
    <section className="card once" aria-label={S.admin.once}>
      <h2>{S.admin.once}</h2>
      <p>{S.admin.onceNote}</p>
      <p className="row">
        <input ref={field} className="field once-token" readOnly value={made.token} aria-label={S.admin.token} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={copy}>{copied ? S.admin.copied : S.admin.copy}</button>
        <button type="button" className="button" onClick={onDone}>{S.admin.kept}</button>
      </p>
      <pre className="once-how">curl -H "Authorization: Bearer {S.admin.tokenHere}" {location.origin}/v1/events</pre>
    </section>
  );
}

const SCOPES: readonly Scope[] = ['read', 'review', 'admin'];

function Make({ admin, busy, onMake }: { admin: boolean; busy: boolean; onMake: (body: unknown, label: string) => Promise<boolean> }) {
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const make = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const label = String(given.get('label') ?? '').trim();
    if (await onMake({ label, scopes, days: Number(given.get('days')) }, label)) form.reset();
  };
  return (
    <form className="card admin-form" onSubmit={(event) => void make(event)} aria-label={S.admin.makeToken}>
      <h2>{S.admin.makeToken}</h2>
      <label>{S.admin.labelFor}<input className="field" name="label" required maxLength={100} dir="auto" autoComplete="off" /></label>
      <fieldset>
        <legend>{S.admin.scopes}</legend>
        {SCOPES.filter((scope) => scope !== 'admin' || admin).map((scope) => (
          <label key={scope} className="choice-plain">
            <input type="checkbox" checked={scopes.includes(scope)} onChange={() => setScopes((old) => (old.includes(scope) ? old.filter((each) => each !== scope) : [...old, scope]))} />
            <span><strong>{S.admin.scopeNames[scope]}</strong> <span className="quiet">{S.admin.scopeMeaning[scope]}</span></span>
          </label>
        ))}
      </fieldset>
      <label>{S.admin.days}<input className="field" name="days" type="number" min={1} max={366} defaultValue={90} required /></label>
      <p><button type="submit" className="button button-main" disabled={busy || !scopes.length}>{S.admin.makeToken}</button></p>
    </form>
  );
}
