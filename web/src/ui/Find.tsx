// A field above a list that looks for names in it; what is looked for stands in the address.
import { useEffect, useState } from 'react';
import { navigate, usePlace } from '../router';
import { S } from '../strings';

/** What the address asks for, as words and as the end of a query to the interface ("" or "&q=..."). */
export function useFind(): { words: string; query: string } {
  const { search } = usePlace();
  const words = (new URLSearchParams(search).get('q') ?? '').slice(0, 200).trim();
  return { words, query: words ? `&q=${encodeURIComponent(words)}` : '' };
}

export function Find({ label }: { label: string }) {
  const { path, search } = usePlace();
  const { words } = useFind();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed.trim() === words) return;
    const asked = new URLSearchParams(search);
    asked.delete('q');
    if (typed.trim()) asked.set('q', typed.trim());
    const timer = setTimeout(() => navigate(asked.size ? `${path}?${asked}` : path, { replace: true }), 350);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a pause in typing asks
  }, [typed]);
  return (
    <label className="find">
      <span>{label}</span>
      <input type="search" value={typed} maxLength={200} placeholder={S.search.nameHint} onChange={(event) => setTyped(event.target.value)} dir="auto" />
    </label>
  );
}
