import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { startPage } from '../startPage';
import { App } from './app';

startPage<HistoryState, HistoryIntent>(App);
