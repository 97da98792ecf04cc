/** What all Problems of this extension name as their source (product.md). */
export const PROBLEM_SOURCE = 'Flux Assets';

/** The code of a reference whose image is not there, or is a placeholder (product.md). */
export const MISSING_IMAGE = 'missing-image';
