/** How far the service is with one exchange. */
export type ExchangeStage =
  /** A create's headers are there; its body is not read. */
  | 'create-arrived'
  /** The body is read; nothing is decided. */
  | 'create-read'
  /** The task is accepted and charged; nothing is answered. */
  | 'create-accepted'
  | 'poll-arrived'
  | 'download-arrived'
  /** Half of the picture is sent. */
  | 'download-half'
  /** All of the picture is sent; the answer has not ended. */
  | 'download-sent';

/**
 * Hears of each stage, with the task's id from its acceptance on, and is awaited: until then the exchange stands
 * still, so that its client can be killed just there.
 */
export type OnStage = (stage: ExchangeStage, taskId?: string) => Promise<void> | void;
