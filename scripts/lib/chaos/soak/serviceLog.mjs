/** More active tasks than this the service does not take (bfl-api.md §6.1). */
export const mostActiveTasks = 24;

/** What the service sees of a soak, task by task, told by their prompts. */
export class ServiceLog {
  /** POSTs that arrived, read or not. */
  posts = 0;
  /** Tasks that were active at once, at most. */
  mostActive = 0;
  /** POSTs that came while no more tasks could be taken. */
  tooMany = 0;
  #requests = new Map();
  #accepted = new Map();
  #simulator;

  constructor(simulator) {
    this.#simulator = simulator;
  }

  /** For the simulator to call at each stage. */
  at(stage) {
    const { requests, charges, activeTasks } = this.#simulator;
    if (stage === 'create-arrived') this.posts += 1;
    if (stage === 'create-read') {
      // It is the latest: nothing else has come since it was recorded.
      const request = requests.at(-1);
      add(this.#requests, request.body.prompt, request);
      if (activeTasks >= mostActiveTasks) this.tooMany += 1;
    }
    if (stage === 'create-accepted') {
      add(this.#accepted, charges.at(-1).prompt, true);
      this.mostActive = Math.max(this.mostActive, activeTasks);
    }
  }

  /** POSTs whose connection broke off before anybody knew what they asked for. */
  get unread() {
    const read = [...this.#requests.values()].reduce((sum, { length }) => sum + length, 0);
    return this.posts - read;
  }

  /** `posts`: the status that each was answered with, `undefined` where it was not; `accepted` of them, `charged` still. */
  of(prompt) {
    return {
      posts: (this.#requests.get(prompt) ?? []).map(({ status }) => status),
      accepted: (this.#accepted.get(prompt) ?? []).length,
      charges: this.#simulator.charges.filter((charge) => charge.prompt === prompt).length,
    };
  }
}

function add(map, key, value) {
  map.set(key, [...(map.get(key) ?? []), value]);
}
