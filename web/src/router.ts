// The address is the state. Addresses are paths of this server; the browser's back button does what it says.
import { createElement, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

export interface Place {
  path: string;
  search: string;
  hash: string;
}

const listeners = new Set<() => void>();
let current: Place = read();
const scrolls = new Map<string, number>();
if ('scrollRestoration' in history) history.scrollRestoration = 'manual';

function read(): Place {
  return { path: location.pathname, search: location.search, hash: location.hash };
}

function key(): string {
  return String((history.state as { key?: number } | null)?.key ?? 0);
}

let lastKey = key();
let wanted = 0;

function changed(): void {
  current = read();
  for (const listener of listeners) listener();
}

addEventListener('popstate', () => {
  scrolls.set(lastKey, scrollY);
  lastKey = key();
  wanted = scrolls.get(lastKey) ?? 0;
  changed();
});

/** Go to an address of this site; `replace` keeps the back button where it was. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (to === current.path + current.search + current.hash) return;
  if (options.replace) {
    history.replaceState(history.state, '', to);
  } else {
    scrolls.set(lastKey, scrollY);
    history.pushState({ key: Date.now() + Math.random() }, '', to);
    lastKey = key();
    wanted = 0;
  }
  changed();
}

/** Where the page was scrolled to when it was left; pages ask once their content stands. */
export function restoreScroll(): void {
  scrollTo(0, wanted);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An anchor that stays in the page. Other clicks (new tab, download) are left to the browser. */
export function Link(props: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; replace?: boolean }) {
  const { to, replace, onClick, ...rest } = props;
  return createElement('a', {
    ...rest,
    href: to,
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      onClick?.(event);
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (event.defaultPrevented || !plain || rest.target) return;
      event.preventDefault();
      navigate(to, { replace: replace ?? false });
    },
  });
}

/** `/events/ev_1` for ('events', 'ev_1'); ids may hold slashes and colons. */
export function address(room: string, id?: string, search = ''): string {
  return `/${room}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${search}`;
}
