/** What has changed from one state to the next, as plain data: small where little has. */
export interface StateChange {
  /** Fields with another value, whole. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Lists of objects of which some are as before. */
  readonly lists?: Readonly<Record<string, ListChange>>;
  /** Fields that the next state does not have. */
  readonly gone?: readonly string[];
}

/** A list by runs of elements of the one before (`[first, count]`), and by new elements, whole. */
type ListChange = readonly (readonly [number, number] | object)[];

/** What `applyChange` needs to make `after` of `before`, both plain data; undefined counts as absent. */
export function changeOf(before: object, after: object): StateChange {
  const fields: Record<string, unknown> = {};
  const lists: Record<string, ListChange> = {};
  const old = new Map(present(before));
  for (const [name, value] of present(after)) {
    const known = old.get(name);
    old.delete(name);
    if (isListOfObjects(known) && isListOfObjects(value)) {
      const runs = listChange(known, value);
      if (!isWhole(runs, known.length)) lists[name] = runs;
    } else if (JSON.stringify(known) !== JSON.stringify(value)) {
      fields[name] = value;
    }
  }
  return {
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(Object.keys(lists).length === 0 ? {} : { lists }),
    ...(old.size === 0 ? {} : { gone: [...old.keys()] }),
  };
}

/** The next state. What has not changed is the same object as before, so that nobody need draw it again. */
export function applyChange<State extends object>(before: State, change: StateChange): State {
  const { fields = {}, lists = {}, gone = [] } = change;
  const next = new Map<string, unknown>([...present(before), ...Object.entries(fields)]);
  for (const name of gone) next.delete(name);
  for (const [name, runs] of Object.entries(lists)) {
    const known = next.get(name) as readonly object[];
    next.set(
      name,
      runs.flatMap((run) => (isRun(run) ? known.slice(run[0], run[0] + run[1]) : [run])),
    );
  }
  return Object.fromEntries(next) as State;
}

function present(state: object): (readonly [string, unknown])[] {
  return Object.entries(state).filter(([, value]) => value !== undefined);
}

function listChange(before: readonly object[], after: readonly object[]): ListChange {
  const places = new Map(before.map((element, index) => [JSON.stringify(element), index]));
  const runs: ([number, number] | object)[] = [];
  for (const element of after) {
    const place = places.get(JSON.stringify(element));
    const last = runs.at(-1);
    if (place === undefined) runs.push(element);
    else if (last !== undefined && isRun(last) && last[0] + last[1] === place) last[1] += 1;
    else runs.push([place, 1]);
  }
  return runs;
}

/** Whether the list is the one before. */
function isWhole(runs: ListChange, length: number): boolean {
  const [only, ...others] = runs;
  if (only === undefined) return length === 0;
  return others.length === 0 && isRun(only) && only[0] === 0 && only[1] === length;
}

function isRun(run: object): run is [number, number] {
  return Array.isArray(run);
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  );
}
