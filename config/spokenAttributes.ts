const attributes = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
};

/**
 * What a mini-program can say to a screen reader. The templates (`spoken.ts`) and the running app number these
 * attributes each for itself, so both must know the same ones.
 */
export const spokenAttributes = { View: { ...attributes }, Image: { ...attributes }, Input: { 'aria-label': '' } };
