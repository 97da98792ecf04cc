import { createRoot } from 'react-dom/client';
import { App } from './App';
import './index.css';
import './theme.scss';

createRoot(document.getElementById('root')!).render(<App />);
