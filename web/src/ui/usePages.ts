// Lists that come in pages: the first at once, the next when asked for.
import { useEffect, useState } from 'react';
import { get, useAnswer, type Answer } from '../api';

interface Page<T> {
  items: T[];
  next?: string | null;
  total: number;
}

export function usePages<T>(path: string): { answer: Answer<Page<T>>; items: T[]; total: number; more: (() => void) | null } {
  const answer = useAnswer<Page<T>>(path);
  const [rest, setRest] = useState<{ path: string; items: T[]; next: string | null | undefined }>({ path, items: [], next: undefined });
  useEffect(() => setRest({ path, items: [], next: undefined }), [path]);
  const next = rest.next === undefined ? answer.data?.next : rest.next;
  const more = next
    ? () => void get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`).then((page) => setRest((old) => ({ path, items: [...old.items, ...page.items], next: page.next ?? null })))
    : null;
  return { answer, items: [...(answer.data?.items ?? []), ...rest.items], total: answer.data?.total ?? 0, more };
}
