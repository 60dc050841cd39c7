// Accounts, tokens and the audit: each for the roles that the interface lets in. Links lead from one to the next.
import { may, useSession } from '../account/useSession';
import { ApiError } from '../api';
import { Link } from '../router';
import { S } from '../strings';
import { Failure, Room } from '../ui/parts';
import { Accounts } from './Accounts';
import { Audit } from './Audit';
import { Tokens } from './Tokens';

/** Page, its name, the least role that may see it. */
export const PAGES = [
  ['accounts', S.admin.accounts, 'admin'], ['tokens', S.admin.tokens, 'reviewer'], ['audit', S.admin.audit, 'editor'],
] as const;

export function AdminPage({ id }: { id: string }) {
  const session = useSession();
  const page = PAGES.find(([name]) => name === id);
  if (!page) return <Room title={S.errors.nowhere}><Failure error={new ApiError(404, 'not_found', id, S.errors.notFoundAdvice)} /></Room>;
  return (
    <Room title={page[1]} kind={S.admin.title} wide ready={!!session}>
      {session && (may(session, page[2]) ? (
        <>
          <AdminLinks here={id} />
          {id === 'accounts' && <Accounts session={session} />}
          {id === 'tokens' && <Tokens session={session} />}
          {id === 'audit' && <Audit />}
        </>
      ) : (
        <div className="empty"><p>{S.admin.need(page[2])}</p><p className="quiet">{S.admin.needAdvice}</p><p><Link className="button" to="/sign-in">{S.nav.signIn}</Link></p></div>
      ))}
    </Room>
  );
}

/** The pages that one may see. */
export function AdminLinks({ here = '' }: { here?: string }) {
  const session = useSession();
  const mine = PAGES.filter(([, , role]) => may(session, role));
  if (!mine.length) return null;
  return (
    <nav className="admin-nav" aria-label={S.admin.title}>
      <ul>{mine.map(([name, words]) => <li key={name}><Link to={`/admin/${name}`} aria-current={name === here ? 'page' : undefined}>{words}</Link></li>)}</ul>
    </nav>
  );
}
