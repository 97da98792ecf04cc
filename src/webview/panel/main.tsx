import type { PanelIntent, PanelState } from '../../protocol/panel';
import { startPage } from '../startPage';
import { App } from './app';

startPage<PanelState, PanelIntent>(App);
