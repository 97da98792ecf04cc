/** The longest prompt that the host takes from a page, in UTF-16 units; the service has a say of its own. */
export const longestPrompt = 100_000;

/** The longest model id that the host takes from a page, in UTF-16 units. */
export const longestModelId = 200;

/** The longest search that the host takes from the history, in UTF-16 units. */
export const longestSearch = 200;

/** As much of a prompt as a page shows in a list, in UTF-16 units: nobody reads on there, and a hundred of them are sent. */
const longestShownPrompt = 1000;

/** A prompt as lists show it: whole but for very long ones. */
export function shownPrompt(prompt: string): string {
  if (prompt.length <= longestShownPrompt) return prompt;
  // Half of a pair of surrogates is no character.
  return `${prompt.slice(0, longestShownPrompt).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
