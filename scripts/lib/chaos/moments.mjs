/** Before the driver's nth call of that step; see test/chaos/driver/moments.js. */
export function before(step, more = {}) {
  return { step, when: 'before', ...more };
}

/** When the first half of what the step writes is written. */
export function half(step, more = {}) {
  return { step, when: 'half', ...more };
}

/** When the step is done, before anybody hears of it. */
export function after(step, more = {}) {
  return { step, when: 'after', ...more };
}

/** When an exchange is at that stage at the service. */
export function onWire(wire, more = {}) {
  return { wire, ...more };
}

/** Pictures to order, `count` of one prompt. */
export function order(count = 1, prompt = 'A pier in the fog') {
  return { prompt, parameters: { width: 256, height: 256 }, count };
}

/** One picture, killed at the moments one after the other. */
export function onePicture(name, kills, more = {}) {
  return { name, kills: [kills].flat(), orders: [order()], ...more };
}

/** Where it was under way when nobody knew whether it had arrived: an entry says so, and nothing is sent again. */
export const unknown = { files: 0, told: ['unknown'] };
