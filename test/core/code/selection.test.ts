import { describe, expect, it } from 'vitest';

import { promptFromSelection } from '../../../src/core/code/selection';

describe('promptFromSelection', () => {
  it.each([
    ['a red boat', 'a red boat'],
    ['  // a red boat', 'a red boat'],
    ['/// a red boat\n/// at dawn', 'a red boat at dawn'],
    ['/* a red boat */', 'a red boat'],
    ['/**\n * A red boat\n * at dawn\n */', 'A red boat at dawn'],
    ['# A red boat', 'A red boat'],
    ['<!-- hero: a red boat -->', 'hero: a red boat'],
    ['-- a red boat', 'a red boat'],
    ['; a red boat', 'a red boat'],
    ['% a red boat', 'a red boat'],
    ['"""A red boat"""', 'A red boat'],
    ['"a red boat"', 'a red boat'],
    ["'a red boat',", 'a red boat'],
    ['`a red boat`;', 'a red boat'],
    ['“a red boat”', 'a red boat'],
    ['a boat called "Mary"', 'a boat called "Mary"'],
    ['"Mary" and "Anne"', '"Mary" and "Anne"'],
    ['a #hashtag boat', 'a #hashtag boat'],
    ['#02eb3c boat', '#02eb3c boat'],
    ['*bold* boat', '*bold* boat'],
    ['a red\r\n   boat', 'a red boat'],
    ['\n\n', ''],
    ['//', ''],
  ])('%j → %j', (selection, prompt) => {
    expect(promptFromSelection(selection)).toBe(prompt);
  });
});
