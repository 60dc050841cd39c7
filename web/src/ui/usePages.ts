// Lists that come in pages: the first at once, the next when asked for.
import { useEffect, useRef, useState } from 'react';
import { get, onForget, useAnswer, type Answer } from '../api';

interface Page<T> {
  items: T[];
  next?: string | null;
  total: number;
}

interface Rest<T> {
  path: string;
  pages: Page<T>[];
}

export function usePages<T>(path: string): { answer: Answer<Page<T>>; items: T[]; total: number; more: (() => void) | null } {
  const answer = useAnswer<Page<T>>(path);
  const [rest, setRest] = useState<Rest<T>>({ path, pages: [] });
  const pages = rest.path === path ? rest.pages : [];
  const after = async (cursor: string) => get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`);
  const next = (pages.length ? pages[pages.length - 1] : answer.data)?.next;
  const more = next ? () => void after(next).then((page) => setRest({ path, pages: [...pages, page] })) : null;

  // The record has grown: as many pages as were open are asked for again, and take the old ones' place together.
  const open = useRef(0);
  open.current = pages.length;
  useEffect(() => onForget(() => {
    if (!open.current) return;
    void (async () => {
      const fresh: Page<T>[] = [];
      let cursor = (await get<Page<T>>(path)).next;
      while (cursor && fresh.length < open.current) {
        const page = await after(cursor);
        fresh.push(page);
        cursor = page.next;
      }
      setRest({ path, pages: fresh });
    })().catch(() => undefined); // the first page says what is wrong
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `after` is made of the path alone
  }), [path]);
  return { answer, items: [answer.data, ...pages].flatMap((page) => page?.items ?? []), total: answer.data?.total ?? 0, more };
}
