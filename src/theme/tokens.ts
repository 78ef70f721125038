/** The tokens that drawn images need: an SVG in an `<Image>` inherits no colour. The same values as in tokens.scss. */
export const tokens = {
  ink: '#101828',
  paper: '#FFFFFF',
  brand: '#0B7A5E',
  track: '#E7EDEA',
  gain: '#62B79C',
  spark: '#E0A030',
} as const;
