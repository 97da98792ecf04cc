import { useEffect, useRef } from 'preact/hooks';
import type { PanelIntent, PanelState } from '../../protocol/panel';
import type { Host } from '../host';
import type { PageMemory } from './draft';

const delayMs = 150;

/** Keeps the memory at the host soon after each change, and at once before the page may go. */
export function useKept(memory: PageMemory, host: Host<PanelState, PanelIntent>): void {
  const latest = useRef(memory);
  latest.current = memory;

  const first = useRef(memory);
  useEffect(() => {
    const timer = setTimeout(() => {
      host.setSaved(memory);
      const { draft, at } = memory;
      // The host keeps a copy, for the editor forgets a page that it has not stored yet.
      if (memory !== first.current) host.send({ type: 'keepDraft', kept: { draft, at } });
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [memory]);

  useEffect(() => {
    const keep = () => {
      host.setSaved(latest.current);
    };
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, []);
}
