import { useAnswer } from '../api';
import type { Session } from '../types';

const RANK = ['reader', 'reviewer', 'editor', 'admin'];

/** Who is asking; null until known. */
export function useSession(): Session | null {
  return useAnswer<Session>('/v1/session').data;
}

export function may(session: Session | null, role: string): boolean {
  return RANK.indexOf(session?.role ?? '') >= RANK.indexOf(role);
}
