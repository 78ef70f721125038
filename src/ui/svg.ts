/** An inline `<svg>` does not exist in a mini-program; as a data URI it works there and in a browser. */
export const svgUri = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
