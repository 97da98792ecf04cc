/** The longest prompt that the host takes from a page, in UTF-16 units; the service has a say of its own. */
export const longestPrompt = 100_000;

/** The longest model id that the host takes from a page, in UTF-16 units. */
export const longestModelId = 200;
