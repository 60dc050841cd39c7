// What a question may be answered with, by which key, and what is then sent.
import type { NewDecision, Question } from '../types';

export type Act = 'accept' | 'edit' | 'same' | 'not_same' | 'reject' | 'skip' | 'undo';
export const KEYS: Record<string, Act> = { a: 'accept', e: 'edit', s: 'same', n: 'not_same', r: 'reject', k: 'skip', u: 'undo' };

/** What an answer to a question may be: pairs are the same or not, single claims are right or not. */
export function acts(question: Question): Act[] {
  const pair = question.claims.length === 2 && !question.fields.length;
  return pair ? ['same', 'not_same', 'edit', 'reject', 'skip'] : question.fields.length ? ['edit', 'reject', 'skip'] : ['accept', 'edit', 'reject', 'skip'];
}

/** The body that the interface takes for an answer by one key. */
export function decision(question: Question, what: 'accept' | 'same' | 'not_same' | 'reject' | 'skip'): NewDecision {
  const event = question.events[0] ?? null;
  if (what === 'skip') return { action: what, kind: question.kind, claims: question.claims.slice(0, 2) };
  if (what === 'same' || what === 'not_same') return { action: what, claims: question.claims.slice(0, 2), event, reason: '' };
  return { action: what, claims: question.claims.slice(0, 1), event, reason: '' };
}
