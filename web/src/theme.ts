// Light or dark: the system's choice unless the reader made one. The choice is kept in this browser only.
import { useSyncExternalStore } from 'react';

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

export function theme(): Theme {
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
apply();

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}

/** A colour of the present theme, for canvases. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
