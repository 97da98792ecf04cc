import type { DownloadSink } from './downloading';
import type { HttpResponse } from './transport';
import type { Validator } from './validator';
import { isSame, lengthOf, rangeOf, validatorOf } from './validator';

/** How an answer fits what is in the sink. */
export type Fit = 'whole' | 'rest' | 'misfit' | 'too large';

/**
 * One picture on its way into a sink, over as many answers as it takes. It goes on only where the service
 * proves that the rest belongs to what is there (RFC 9110 §13.1.5, §14.4); else the next answer starts anew.
 */
export class Transfer {
  private validator: Validator | undefined;
  /** In bytes, where the service has said it. */
  private total: number | undefined;
  /** What the sink said when it failed: no fault of the connection. */
  sinkFailure: { readonly error: unknown } | undefined;

  constructor(
    private readonly sink: DownloadSink,
    private readonly maxBytes: number,
  ) {}

  /** Bytes in the sink. */
  get length(): number {
    return this.sink.length;
  }

  /** Whether all that was announced is there. */
  get isWhole(): boolean {
    return this.total !== undefined && this.total === this.sink.length;
  }

  /** What the connection says when it ends with other than the announced bytes. */
  get shortage(): string | undefined {
    if (this.total === undefined || this.isWhole) return undefined;
    return `${this.sink.length} of ${this.total} bytes arrived`;
  }

  /** The headers that ask `url` for the rest only; none where it has to be the whole. */
  headersFor(url: string): Readonly<Record<string, string>> {
    const { validator, sink } = this;
    if (validator === undefined || sink.length === 0) return {};
    // A date is too coarse to tell one place's pictures from another's.
    if (validator.name === 'last-modified' && validator.url !== url) return {};
    return { range: `bytes=${sink.length}-`, 'if-range': validator.value };
  }

  /** Gets ready for the body of a 2xx; after `misfit` the next request asks for the whole. */
  async begin(response: HttpResponse, url: string): Promise<Fit> {
    if (response.status === 206) return this.goOn(response);
    const announced = lengthOf(response);
    if (announced !== undefined && announced > this.maxBytes) return 'too large';
    this.forget();
    if (this.sink.length > 0) await this.guarded(() => this.sink.clear());
    this.validator = validatorOf(response, url);
    this.total = announced;
    return 'whole';
  }

  /** Takes a piece, unless it is too much. */
  async take(piece: Uint8Array): Promise<'taken' | 'too large' | 'too long'> {
    const length = this.sink.length + piece.length;
    if (length > this.maxBytes) return 'too large';
    if (this.total !== undefined && length > this.total) {
      // Which of the two lies, the length or the body, nobody knows: nothing of it is good to go on from.
      this.forget();
      return 'too long';
    }
    await this.guarded(() => this.sink.append(piece));
    return 'taken';
  }

  /** Makes the next answer the first. */
  forget(): void {
    this.validator = undefined;
    this.total = undefined;
  }

  private goOn(response: HttpResponse): Fit {
    const range = rangeOf(response);
    const fits =
      this.validator !== undefined &&
      isSame(this.validator, response) &&
      range?.start === this.sink.length &&
      range.total === (this.total ?? range.total);
    if (!fits) {
      this.forget();
      return 'misfit';
    }
    if (range.total > this.maxBytes) return 'too large';
    this.total = range.total;
    return 'rest';
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.sinkFailure = { error };
      throw error;
    }
  }
}
