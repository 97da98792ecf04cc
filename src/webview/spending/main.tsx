import type { SpendingIntent, SpendingState } from '../../protocol/spending';
import { startPage } from '../startPage';
import { App } from './app';

startPage<SpendingState, SpendingIntent>(App);
