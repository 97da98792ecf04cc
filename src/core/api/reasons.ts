import * as z from 'zod/mini';
import type { FieldReason } from './failure';

/** The service's own words on why it refused, in all the shapes seen and guessed (bfl-api.md §1.3, §6). */

/** What an error answer says: about the whole, or about single fields. */
interface Reason {
  readonly reason?: string;
  readonly fields?: readonly FieldReason[];
}

const item = z.object({
  loc: z.catch(z.array(z.union([z.string(), z.number()])), []),
  msg: z.string(),
});
const words = z.string().check(z.minLength(1));
const anyItem = z.catch(
  z.union([
    item,
    z.pipe(
      words,
      z.transform((msg) => ({ loc: [], msg })),
    ),
  ]),
  { loc: [], msg: '' },
);
const errorBody = z.object({
  detail: z.catch(z.optional(z.union([words, z.array(anyItem), item])), undefined),
  message: z.catch(z.optional(words), undefined),
  error: z.catch(z.optional(z.union([words, z.object({ message: words })])), undefined),
});

/** Reads an error answer: FastAPI's `detail`, then `message`, then `error`; a short text that is no HTML as it is. */
export function reasonOf(json: unknown, text: string): Reason {
  const { data } = errorBody.safeParse(json);
  if (data === undefined) return plainReason(json, text);
  const { detail, message, error } = data;
  if (typeof detail === 'object') return fieldReasons([detail].flat());
  const reason = detail ?? message ?? (typeof error === 'object' ? error.message : error);
  return reason === undefined ? {} : { reason };
}

const longestPlainReason = 300;

function plainReason(json: unknown, text: string): Reason {
  if (typeof json === 'string' && json !== '') return { reason: json };
  const plain = text.trim();
  const isProse = json === undefined && plain !== '' && !plain.startsWith('<');
  return isProse && plain.length <= longestPlainReason ? { reason: plain } : {};
}

/** A `field` is empty where the service names none. */
function fieldReasons(items: readonly z.infer<typeof item>[]): Reason {
  const fields = items
    .filter(({ msg }) => msg !== '')
    .map(({ loc, msg }) => ({
      field: (loc[0] === 'body' ? loc.slice(1) : loc).join('.'),
      message: msg,
    }));
  return fields.length === 0 ? {} : { fields };
}

const listed = z.catch(z.optional(z.union([words, z.array(z.string())])), undefined);
const taskDetails = z.object({ 'Moderation Reasons': listed, error: listed, message: listed });

/** Why a task ended without a picture: its `details`, an object in several shapes or plain text. */
export function reasonOfDetails(details: unknown): string | undefined {
  if (typeof details === 'string') return details === '' ? undefined : details;
  const { data } = taskDetails.safeParse(details);
  const said = data?.['Moderation Reasons'] ?? data?.error ?? data?.message;
  if (said !== undefined) return [said].flat().join(', ');
  const isEmpty = typeof details !== 'object' || details === null || isEmptyObject(details);
  return isEmpty ? undefined : JSON.stringify(details);
}

function isEmptyObject(value: object): boolean {
  return Object.keys(value).length === 0;
}
