import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme';
import './styles/tokens.css';
import './styles/base.css';
import './styles/overview.css';
import './styles/event.css';
import './styles/rooms.css';
import './styles/print.css';
import { App } from './app';

// A press that began on the bar of the HTML and ends on the page's own, which took its place meanwhile, is a click all the same.
let pressed = document.querySelector('.top :is(a, input):active'); // it may have begun before this runs
addEventListener('pointerdown', (event) => { pressed = event.button === 0 && event.target instanceof Element ? event.target : null; });
addEventListener('pointerup', (event) => {
  if (pressed && !pressed.isConnected && event.target instanceof Element) event.target.closest<HTMLElement>('.top a, .top button')?.click();
  pressed = null;
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
