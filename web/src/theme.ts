// Light or dark: the system's choice unless the reader made one. The choice is kept in this browser only.
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

export type Theme = 'light' | 'dark';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme | null = stored();

function stored(): Theme | null {
  try {
    const word = localStorage.getItem('theme');
    return word === 'light' || word === 'dark' ? word : null;
  } catch {
    return null; // storage may be forbidden: then the system's choice stands
  }
}

const paper = matchMedia('print');
let printing = paper.matches;

export function theme(): Theme {
  if (printing) return 'light';
  return chosen ?? (system.matches ? 'dark' : 'light');
}

function apply(): void {
  document.documentElement.dataset['theme'] = theme();
  for (const listener of listeners) listener();
}

export function toggleTheme(): void {
  chosen = theme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', chosen);
  } catch {
    // kept for this page only
  }
  apply();
}

system.addEventListener('change', apply);
// The browser takes the page for the printer as it stands when this returns.
const print = (on: boolean) => () => {
  printing = on;
  flushSync(apply);
};
addEventListener('beforeprint', print(true));
addEventListener('afterprint', print(false));
paper.addEventListener('change', (event) => print(event.matches)());
apply();

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}

/** True while the page is printed: lists then hold all their rows. */
export function usePrinting(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => printing);
}

/** A colour of the present theme, for canvases. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
