// The one way to the server: same origin, errors as the server words them, answers kept while the page is open.
import { useEffect, useState } from 'react';
import { S } from './strings';
import type { Session } from './types';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly advice: string,
    readonly field = '',
  ) {
    super(message);
  }
}

let csrf = '';
const kept = new Map<string, Promise<unknown>>();
const ready = new Map<string, unknown>();
/** Answers kept for going back and forth; the oldest is forgotten first. */
const KEEP = 60;
const watchers = new Set<() => void>();
const written = new Set<(path: string) => void>();

async function fail(response: Response): Promise<never> {
  let error: { code?: string; message?: string; advice?: string; field?: string } = {};
  try {
    error = ((await response.json()) as { error?: typeof error }).error ?? {};
  } catch {
    // Not the server's own answer (a proxy's page): only the number is known.
  }
  throw new ApiError(
    response.status,
    error.code ?? 'http',
    error.message ?? S.errors.status(response.status),
    error.advice ?? S.errors.tryAgain,
    error.field ?? '',
  );
}

let underway = 0;
let rested = performance.now();

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  underway++;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new ApiError(0, 'offline', S.errors.unreachable, S.errors.unreachableAdvice);
  } finally {
    underway--;
    rested = performance.now();
  }
  return response.ok ? response : fail(response);
}

/** Comes once the page is loaded and nothing has been asked for so many milliseconds. */
export async function whenQuiet(rest: number): Promise<void> {
  const busy = () => document.readyState !== 'complete' || underway > 0 || performance.now() - rested < rest;
  do await new Promise((done) => setTimeout(done, rest / 2));
  while (busy());
}

/** GET past what is kept: the browser asks whether its copy still holds. */
export async function look<T>(path: string): Promise<T> {
  return (await (await send(path)).json()) as T;
}

/** GET, kept by address. */
export function get<T>(path: string): Promise<T> {
  const old = kept.get(path);
  if (old) return old as Promise<T>;
  const made = send(path)
    .then((response) => response.json() as Promise<T>)
    .then((body) => {
      ready.set(path, body);
      return body;
    });
  made.catch(() => kept.delete(path));
  kept.set(path, made);
  while (kept.size > KEEP) {
    const [first] = kept.keys();
    if (first === undefined) break;
    kept.delete(first);
    ready.delete(first);
  }
  return made;
}

/** Forget what was answered: after a decision, a sign-in, or when the record has grown. */
export function forget(): void {
  kept.clear();
  ready.clear();
  for (const watcher of watchers) watcher();
}

export function onForget(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Told of each write that the server took. */
export function onWritten(watcher: (path: string) => void): void {
  written.add(watcher);
}

/** POST, PATCH or DELETE with the session's CSRF token. */
export async function write<T>(method: 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body?: unknown): Promise<T | null> {
  if (!csrf) await session();
  const headers: Record<string, string> = { 'x-csrf-token': csrf };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await send(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  for (const watcher of written) watcher(path);
  return response.status === 204 ? null : ((await response.json()) as T);
}

/** Ask for the session and remember its token. */
export async function session(): Promise<Session> {
  const response = await send('/v1/session');
  const body = (await response.json()) as Session;
  csrf = body.csrf;
  return body;
}

/** Another caller, another token: after signing in or out. */
export function forgetSession(): void {
  csrf = '';
  forget();
}

export type Answer<T> = { data: T | null; error: ApiError | null; busy: boolean; again: () => void };

/** What the server says at an address; the last answer stays while the next one is on its way. "" asks nothing. */
export function useAnswer<T>(path: string): Answer<T> {
  const [turn, setTurn] = useState(0);
  const known = (path && (ready.get(path) as T | undefined)) || null;
  const [state, setState] = useState<{ path: string; data: T | null; error: ApiError | null }>({ path, data: known, error: null });
  useEffect(() => onForget(() => setTurn((n) => n + 1)), []);
  useEffect(() => {
    if (!path) return;
    let live = true;
    get<T>(path).then(
      (data) => live && setState({ path, data, error: null }),
      (error: unknown) => live && setState({ path, data: null, error: error as ApiError }),
    );
    return () => {
      live = false;
    };
  }, [path, turn]);
  const mine = state.path === path;
  return {
    data: known ?? state.data,
    error: mine ? state.error : null,
    busy: !!path && !known && !(mine && (state.data || state.error)),
    again: () => {
      kept.delete(path);
      ready.delete(path);
      setTurn((n) => n + 1);
    },
  };
}
