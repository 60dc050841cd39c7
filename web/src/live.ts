// What has come in since the page was drawn. The server's stream says that something has; the page follows when the reader
// asks for it, or at once where the switch "live" is on. Nothing is asked again before: what is being read stays put.
import { useSyncExternalStore } from 'react';
import { forget, get, onWritten, whenQuiet } from './api';
import type { RecordShape } from './types';

/** What the events shown now would gain, change and lose. */
export interface Difference {
  fresh: number;
  changed: number;
  gone: number;
}

export interface Live {
  on: boolean; // follow at once
  open: boolean; // the stream is there
  lost: boolean; // the stream is broken off; the browser tries again
  waiting: boolean; // the record has changed and the page has not
  reports: number; // new reports since the page was drawn
  difference: Difference | null; // where a list of events is open
}

interface Told {
  derived: string;
  seq: number;
}

/** A stream is opened once the page has been at rest for so long (ms): what one came for is loaded first. */
const REST = 1500;
/** A page that nobody sees lets its connection go after a while: browsers have six for a server. */
const HIDDEN = 30_000;
/** One's own decision is followed at once; the events that it makes anew may take so long. */
const MINE = 20_000;
const RETRY = 30_000;

let state: Live = { on: stored(), open: false, lost: false, waiting: false, reports: 0, difference: null };
let drawn = ''; // the digest that the page shows
let loaded = -1; // last entry of the ledger when the page's first answers came
let last = -1; // last entry that was told
let mineUntil = 0;
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let probe: (() => Promise<Difference>) | null = null;
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem('live') === 'on';
  } catch {
    return false; // storage may be forbidden
  }
}

function set(next: Partial<Live>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

/** Follow the record now. Scroll, filter and focus stay; the rooms ask again and show what comes. */
export function follow(): void {
  set({ waiting: false, reports: 0, difference: null });
  forget();
}

export function toggleLive(): void {
  const on = !state.on;
  try {
    localStorage.setItem('live', on ? 'on' : 'off');
  } catch {
    // kept for this page only
  }
  set({ on });
  if (on && state.waiting) follow();
}

/** A list of events says what would change in it. Undone by the function that comes back. */
export function compare(ask: () => Promise<Difference>): () => void {
  probe = ask;
  return () => {
    if (probe === ask) probe = null;
  };
}

async function changed(told: Told): Promise<void> {
  // What came in between the page's first answers and the stream is news as well.
  if (!drawn && told.seq <= loaded) drawn = told.derived;
  if (told.derived === drawn) return;
  drawn = told.derived;
  if (state.on || performance.now() < mineUntil) {
    mineUntil = 0;
    return follow();
  }
  let difference: Difference | null = null;
  try {
    difference = probe ? await probe() : null;
  } catch {
    // Then it is only said that something has changed.
  }
  // Nothing that is shown would change: the rest is brought up to date without a word.
  if (difference && difference.fresh + difference.changed + difference.gone === 0) return follow();
  set({ waiting: true, difference });
}

async function begin(): Promise<void> {
  await whenQuiet(REST);
  loaded = last = (await get<RecordShape>('/v1/record')).head.seq;
  open();
}

function open(): void {
  if (source || document.hidden || last < 0) return;
  const made = new EventSource(`/v1/stream?after=${last}`);
  source = made;
  made.addEventListener('open', () => set({ open: true, lost: false }));
  made.addEventListener('entry', (event) => {
    const entry = JSON.parse(event.data as string) as { seq: number; kind: string };
    last = Math.max(last, entry.seq);
    if (entry.kind === 'document') set({ reports: state.reports + 1 });
  });
  made.addEventListener('record', (event) => {
    void changed(JSON.parse(event.data as string) as Told);
  });
  made.addEventListener('error', () => {
    set({ open: false, lost: true });
    if (made.readyState !== EventSource.CLOSED) return;
    shut();
    timer = setTimeout(open, RETRY);
  });
}

function shut(): void {
  source?.close();
  source = null;
  set({ open: false });
}

/** Begin to listen; called once by the shell. */
export function listen(): void {
  if (typeof EventSource === 'undefined') return;
  begin().catch(() => set({ lost: true })); // the rooms say what is wrong
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(shut, HIDDEN);
    else open();
  });
  onWritten((path) => {
    if (path.startsWith('/v1/decisions')) mineUntil = performance.now() + MINE;
  });
}

export function useLive(): Live {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
