// One write at a time, what the server said to it, and the lists asked for again.
import { useState } from 'react';
import { ApiError, forget, write } from '../api';

export interface Sending {
  busy: boolean;
  said: string;
  wrong: string;
  /** The answer, null where there is none; undefined when it failed (`wrong` says why). */
  send: <T>(method: 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body: unknown, done: string) => Promise<T | null | undefined>;
}

export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const send: Sending['send'] = async <T,>(method: 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body: unknown, done: string) => {
    setBusy(true);
    setSaid('');
    setWrong('');
    try {
      const made = await write<T>(method, path, body);
      setSaid(done);
      forget();
      return made;
    } catch (error) {
      setWrong(error instanceof ApiError ? `${error.message}. ${error.advice}` : String(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, said, wrong, send };
}
