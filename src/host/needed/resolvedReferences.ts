import type * as vscode from 'vscode';

import type { NeededImage, PlacedReference } from './imageIndex';
import type { IndexedDocument } from './indexedDocument';
import { NamedFiles } from './namedFiles';
import { PlaceholderPlaces } from './placeholderPlaces';
import { resolvedDocument, type ResolvedDocument, type ResolvingPorts } from './resolvedDocument';

/** So many references take the extension host a millisecond or two; then it gets to do other things. */
const REST_AFTER = 500;

export interface ResolvedReferencesPorts extends ResolvingPorts {
  /** Of the needed, so many are kept. */
  readonly most: number;
}

/**
 * What all references of the workspace mean, by what is there. Kept document by document: an edit, or a file that comes or
 * goes, has only those looked up anew that it is about. Documents are told by their URIs.
 */
export class ResolvedReferences {
  /** Sorted by document and place; as of the last `resolve`. */
  needed: readonly NeededImage[] = [];
  /** There are more than `needed` holds. */
  hasMoreNeeded = false;
  /** How many references there are. */
  count = 0;
  private readonly documents = new Map<string, IndexedDocument>();
  private readonly resolved = new Map<string, ResolvedDocument>();
  /** By the file that they mean, then by their document: many may mean the same. */
  private readonly byFile = new Map<string, Map<string, PlacedReference[]>>();
  private readonly named = new NamedFiles();
  private readonly stale = new Set<string>();
  private readonly needing = new Set<string>();
  /** `needing` in order; made again only when documents have come to it or gone. */
  private ordered: readonly string[] | undefined;

  constructor(private readonly ports: ResolvedReferencesPorts) {}

  /** What stands in a document now; `undefined` where it names no image, or is gone. */
  set(document: string, indexed: IndexedDocument | undefined): void {
    const before = this.documents.get(document);
    if (before !== undefined) this.named.remove(document, candidatesOf(before));
    this.count += (indexed?.references.length ?? 0) - (before?.references.length ?? 0);
    if (indexed === undefined) {
      this.documents.delete(document);
      this.stale.delete(document);
      this.put(document, undefined);
      return;
    }
    this.documents.set(document, indexed);
    this.named.add(document, candidatesOf(indexed));
    this.stale.add(document);
  }

  /** A file has come or gone, or a folder with all that is in it. */
  touch(file: vscode.Uri): void {
    for (const document of this.named.documentsNaming(file)) this.stale.add(document);
  }

  /** Everything may be otherwise. */
  touchAll(): void {
    for (const document of this.documents.keys()) this.stale.add(document);
  }

  /** Every reference that means this file, sorted by document and place. */
  referencesTo(file: vscode.Uri): readonly PlacedReference[] {
    const byDocument = [...(this.byFile.get(file.toString()) ?? [])];
    return byDocument.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, references]) => references);
  }

  /** Looks up all that may have changed. */
  async resolve(): Promise<void> {
    const unsure: string[] = [];
    let sinceRest = 0;
    for (const document of this.stale) {
      // Before it is looked up: what happens meanwhile makes it stale again, and then this loop comes to it again.
      this.stale.delete(document);
      const indexed = this.documents.get(document);
      if (indexed === undefined) continue;
      sinceRest += indexed.references.length;
      if (sinceRest > REST_AFTER) {
        sinceRest = 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
      const resolved = await resolvedDocument(indexed, this.ports);
      if (this.documents.get(document) !== indexed) continue;
      this.put(document, resolved);
      if (resolved.isUnsure) unsure.push(document);
    }
    for (const document of unsure) this.stale.add(document);
    await this.collectNeeded();
  }

  private put(document: string, resolved: ResolvedDocument | undefined): void {
    for (const { file } of this.resolved.get(document)?.placed ?? []) {
      const key = file.toString();
      const others = this.byFile.get(key);
      others?.delete(document);
      if (others?.size === 0) this.byFile.delete(key);
    }
    if (resolved === undefined) this.resolved.delete(document);
    else this.resolved.set(document, resolved);
    for (const reference of resolved?.placed ?? []) {
      const key = reference.file.toString();
      const byDocument = this.byFile.get(key) ?? new Map<string, PlacedReference[]>();
      this.byFile.set(key, byDocument);
      byDocument.set(document, [...(byDocument.get(document) ?? []), reference]);
    }
    const isNeeding = resolved !== undefined && resolved.needed.length > 0;
    if (isNeeding === this.needing.has(document)) return;
    this.ordered = undefined;
    if (isNeeding) this.needing.add(document);
    else this.needing.delete(document);
  }

  private async collectNeeded(): Promise<void> {
    const needed: NeededImage[] = [];
    const placeholders = new PlaceholderPlaces(this.ports.images);
    this.ordered ??= [...this.needing].sort();
    for (const document of this.ordered) {
      const indexed = this.documents.get(document);
      if (indexed === undefined) continue;
      for (const { target, ...place } of this.resolved.get(document)?.needed ?? []) {
        if (needed.length >= this.ports.most) {
          this.needed = needed;
          this.hasMoreNeeded = true;
          return;
        }
        const file =
          target ?? (await placeholders.fileFor(place.reference, place.document, indexed.project));
        needed.push({ ...place, file });
      }
    }
    this.needed = needed;
    this.hasMoreNeeded = false;
  }
}

function candidatesOf({ references }: IndexedDocument): Iterable<vscode.Uri> {
  return references.flatMap(({ candidates }) => candidates);
}
