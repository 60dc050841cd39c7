// The shell and the rooms. Which room stands is the address's first word.
import { Component, lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Overview } from './overview/Overview';
import { NAV } from './nav';
import { Link, navigate, usePlace } from './router';
import { useRecord } from './record';
import { S } from './strings';
import { toggleTheme, usePrinting, useTheme } from './theme';
import { Failure, Loading, Room } from './ui/parts';
import { ApiError } from './api';
import { useSession } from './account/useSession';
import { listen } from './live';
import { LiveSwitch, News } from './ui/News';

const rooms = {
  admin: lazy(() => import('./admin/AdminPage').then((m) => ({ default: m.AdminPage }))),
  events: lazy(() => import('./event/EventPage').then((m) => ({ default: m.EventPage }))),
  documents: lazy(() => import('./document/DocumentPage').then((m) => ({ default: m.DocumentPage }))),
  places: lazy(() => import('./place/PlacePage').then((m) => ({ default: m.PlacePage }))),
  actors: lazy(() => import('./actor/ActorPage').then((m) => ({ default: m.ActorPage }))),
  sources: lazy(() => import('./source/SourcePage').then((m) => ({ default: m.SourcePage }))),
} as const;
const lists = {
  control: lazy(() => import('./control/ControlPage').then((m) => ({ default: m.ControlPage }))),
  disputes: lazy(() => import('./dispute/DisputesPage').then((m) => ({ default: m.DisputesPage }))),
  truces: lazy(() => import('./truce/TrucesPage').then((m) => ({ default: m.TrucesPage }))),
  displacement: lazy(() => import('./displacement/DisplacementPage').then((m) => ({ default: m.DisplacementPage }))),
  ledgers: lazy(() => import('./ledger/LedgersPage').then((m) => ({ default: m.LedgersPage }))),
  places: lazy(() => import('./place/PlacesPage').then((m) => ({ default: m.PlacesPage }))),
  actors: lazy(() => import('./actor/ActorsPage').then((m) => ({ default: m.ActorsPage }))),
  sources: lazy(() => import('./source/SourcesPage').then((m) => ({ default: m.SourcesPage }))),
  documents: lazy(() => import('./document/DocumentsPage').then((m) => ({ default: m.DocumentsPage }))),
  search: lazy(() => import('./search/SearchPage').then((m) => ({ default: m.SearchPage }))),
  review: lazy(() => import('./review/ReviewPage').then((m) => ({ default: m.ReviewPage }))),
  'sign-in': lazy(() => import('./account/SignInPage').then((m) => ({ default: m.SignInPage }))),
} as const;

export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const came = useRef(place.path);
  useEffect(listen, []);
  // A new room takes the focus to its heading, so that the keyboard and the screen reader are where the page is.
  useEffect(() => {
    if (came.current === place.path) return;
    came.current = place.path;
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [place.path]);
  return (
    <>
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{S.skip}</a>
      <Header path={place.path} />
      <News />
      <main id="content" ref={main} tabIndex={-1}>
        <Guard key={place.path}>
          <Suspense fallback={<Loading lines={10} />}><Routed path={place.path} /></Suspense>
        </Guard>
      </main>
      <Printed />
    </>
  );
}

function Routed({ path }: { path: string }) {
  const [, room = '', ...rest] = path.split('/');
  const id = decode(rest.join('/'));
  if (room === '') return <Overview />;
  if (id && room in rooms) {
    const Page = rooms[room as keyof typeof rooms];
    return <Page id={id} key={id} />;
  }
  if (!id && room in lists) {
    const Page = lists[room as keyof typeof lists];
    return <Page />;
  }
  return <Room title={S.errors.nowhere}><Failure error={new ApiError(404, 'not_found', path, S.errors.notFoundAdvice)} /></Room>;
}

/** Below what is printed: of which record it is, where it stands, and when it was printed. */
function Printed() {
  const record = useRecord();
  const printing = usePrinting();
  if (!record || !printing) return null;
  const { seq, digest } = record.head;
  return <p className="printed">{S.printed(record.theatres.map((theatre) => theatre.name).join(', '), location.href, new Date().toISOString().slice(0, 16).replace('T', ' '), seq, digest.slice(0, 16))}</p>;
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

function Header({ path }: { path: string }) {
  const theme = useTheme();
  const record = useRecord();
  const session = useSession();
  // Somebody who pressed "Menu" before this code had come opened it by its address (shell, vite.config.ts).
  const [open, setOpen] = useState(() => location.hash === '#nav');
  const shown = useRef(path);
  useEffect(() => {
    if (location.hash === '#nav') navigate(location.pathname + location.search, { replace: true });
    if (shown.current === path) return;
    shown.current = path;
    setOpen(false);
  }, [path]);
  const here = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  return (
    <header className={`top ${open ? 'top-open' : ''}`}>
      <Link to="/" className="brand"><span className="brand-mark" aria-hidden="true" />{S.product}</Link>
      {record && record.theatres[0] && <span className="theatre" dir="auto">{record.theatres.map((theatre) => theatre.name).join(', ')}</span>}
      <button type="button" className="menu" aria-expanded={open} aria-controls="nav" onClick={() => setOpen(!open)}>{S.nav.menu}</button>
      <nav id="nav" aria-label={S.nav.label}>
        <ul>
          {NAV.map(([to, words]) => (
            <li key={to}><Link to={to} aria-current={here(to) ? 'page' : undefined}>{words}</Link></li>
          ))}
        </ul>
      </nav>
      <form className="top-search" role="search" onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get('q')?.toString().trim() ?? '';
        if (q) navigate(`/search?q=${encodeURIComponent(q)}`);
      }}>
        <input name="q" type="search" placeholder={S.nav.searchShort} aria-label={S.nav.search} dir="auto" />
      </form>
      <LiveSwitch />
      <button type="button" className="theme" onClick={toggleTheme} aria-label={theme === 'dark' ? S.theme.toLight : S.theme.toDark} title={theme === 'dark' ? S.theme.toLight : S.theme.toDark}>
        <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span>
      </button>
      <Link to="/sign-in" className="who">{session?.how === 'session' ? session.user : session?.how === 'local' ? S.account.local : S.nav.signIn}</Link>
    </header>
  );
}

/** A room that stumbles says so and leaves the others standing. */
class Guard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <section className="failure" role="alert">
        <h1>{S.errors.title}</h1>
        <p>{S.errors.crash}</p>
        <p className="quiet">{S.errors.crashAdvice}</p>
        <pre>{location.pathname + location.search}{'\n'}{this.state.error.message}</pre>
      </section>
    );
  }
}
