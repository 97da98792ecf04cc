import type { DownloadSink } from '../../src/core/api/downloading';

/** A sink in memory that keeps what it was told. */
export class MemorySink implements DownloadSink {
  /** `clear`, or how many bytes were appended. */
  readonly calls: (number | 'clear')[] = [];

  /** `before` is awaited by each call, and fails it when it rejects. */
  constructor(
    public bytes: Uint8Array = new Uint8Array(),
    private readonly before: (call: number | 'clear') => Promise<void> = () => Promise.resolve(),
  ) {}

  get length(): number {
    return this.bytes.length;
  }

  async append(piece: Uint8Array): Promise<void> {
    this.calls.push(piece.length);
    await this.before(piece.length);
    this.bytes = Uint8Array.from([...this.bytes, ...piece]);
  }

  async clear(): Promise<void> {
    this.calls.push('clear');
    await this.before('clear');
    this.bytes = new Uint8Array();
  }
}
