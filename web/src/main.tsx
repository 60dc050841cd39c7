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

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
