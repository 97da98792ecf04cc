import { paintPicture } from './picture';
import { stillCopy } from './stillCopy';

// What a page measures of itself, laid into it before its own scripts as `probes`; and a stub of the editor's door.

interface Message {
  readonly type: string;
  /** Of `show`: what is searched for. */
  readonly query?: string;
}

/** Laid into the page by the driver. */
declare const hostHears: (intent: Message) => Promise<Message | null>;

const keys: number[] = [];
const answers: number[] = [];
let firstPaint = 0;
let frames: number[] | undefined;
let keyAt = 0;

const probes = {
  /** From the start of the navigation to the end of the frame that first shows the page, in ms; 0 before. */
  firstPaint: () => firstPaint,
  /** How many keys have been measured. */
  countKeys: () => keys.length,
  /** From each key to the end of the frame that shows what it did to the field, in ms. */
  takeKeys: () => keys.splice(0),
  /** From a key to the end of the frame that shows what the host found for it, in ms. */
  takeAnswers: () => answers.splice(0),
  watchFrames: () => {
    const own: number[] = [];
    frames = own;
    let before = performance.now();
    const tick = (now: number) => {
      if (frames !== own) return;
      own.push(now - before);
      before = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  },
  /** The lengths of all frames since, in ms, without the first, which began before. */
  takeFrames: () => {
    const taken = frames ?? [];
    frames = undefined;
    return taken.slice(1);
  },
  countNodes: () => document.querySelectorAll('*').length,
  stillCopy,
  paintPicture,
};

window.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    keyAt = timeStamp;
  },
  { capture: true },
);
window.addEventListener(
  'input',
  () => {
    const at = keyAt;
    afterFrame(() => keys.push(performance.now() - at));
  },
  { capture: true },
);

const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true });
document.addEventListener('readystatechange', look);

/** A page of markup alone is there when all of it is read. */
function look(): void {
  if (document.readyState === 'loading' || document.querySelector('li, textarea') === null) return;
  observer.disconnect();
  document.removeEventListener('readystatechange', look);
  afterFrame(() => {
    firstPaint = performance.now();
  });
}

let saved: unknown;
let searched = '';
const api = {
  postMessage: (intent: Message) => {
    const at = keyAt;
    const isSearch = intent.type === 'show' && intent.query !== searched;
    if (isSearch) searched = intent.query ?? '';
    void hostHears(intent).then((message) => {
      if (message === null) return;
      window.postMessage(message, window.origin);
      if (!isSearch) return;
      // Posted after it, so heard after it and before the next frame.
      window.setTimeout(() => {
        afterFrame(() => answers.push(performance.now() - at));
      });
    });
  },
  getState: () => saved,
  setState: (state: unknown) => {
    saved = state;
  },
};

Object.assign(window, { probes, acquireVsCodeApi: () => api });

function afterFrame(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}
