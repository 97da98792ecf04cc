/** What a page is started with, in one escaped attribute of its HTML. Never a key, a path or a prompt. */
export interface BootData {
  /** Translations of the sentences in use; absent in English. */
  readonly bundle?: Readonly<Record<string, string>>;
  /** The editor's display language, for `lang` and number formats: `en`, `zh-cn`. */
  readonly language: string;
}
