/** Strokes on a 24 px grid, by name. */
export const strokes = {
  scan: '<path d="M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M7 12h10"/>',
  today: '<path d="M20.5 12a8.5 8.5 0 1 1-4.2-7.3M8.5 11.8l2.9 2.9L19.5 6.5"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.8 19.5c.6-3.4 3.1-5.2 6.2-5.2s5.6 1.8 6.2 5.2M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.6 14.7c2 .7 3.3 2.3 3.7 4.8"/>',
  site: '<path d="M12 21c4.3-4.3 6.5-7.7 6.5-10.5a6.5 6.5 0 0 0-13 0C5.5 13.3 7.7 16.7 12 21z"/><circle cx="12" cy="10.5" r="2.25"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.7-4 3.7-6 7.5-6s6.8 2 7.5 6"/>',
  right: '<path d="M9.5 5.5 16 12l-6.5 6.5"/>',
  down: '<path d="m5.5 9.5 6.5 6.5 6.5-6.5"/>',
  left: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  search: '<circle cx="11" cy="11" r="6.25"/><path d="m15.8 15.8 4.2 4.2"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.5 4.8 4.8L19.5 7.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.25V12l3.25 2"/>',
  phone:
    '<path d="M5.2 4h3l1.7 4.2-2.2 1.6a12.5 12.5 0 0 0 6.5 6.5l1.6-2.2L20 15.8v3a1.7 1.7 0 0 1-1.9 1.7A16 16 0 0 1 3.5 5.9 1.7 1.7 0 0 1 5.2 4z"/>',
  screen: '<rect x="3.5" y="4.5" width="17" height="11.5" rx="2"/><path d="M12 16v3.5M8.5 19.5h7"/>',
  mobile: '<rect x="7" y="3.5" width="10" height="17" rx="2.5"/><path d="M11 17.5h2"/>',
  chat: '<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z"/>',
  offline: '<path d="M9 5.6a6 6 0 0 1 8.3 4.5A4.3 4.3 0 0 1 19.5 17.7M16 18.5H7a4.5 4.5 0 0 1-.8-8.9M4 4l16 16"/>',
  noNetwork:
    '<path d="M12 18.5v.01M8.7 15a4.7 4.7 0 0 1 6.6 0M5.5 11.7a9.2 9.2 0 0 1 3.7-2.2M18.5 11.7a9.2 9.2 0 0 0-4-2.3M4 4l16 16"/>',
  cloudUp: '<path d="M7 18a4.5 4.5 0 0 1-.8-8.9 6 6 0 0 1 11.6.9A4 4 0 0 1 17.5 18M12 19.5V12M9 14.5l3-3 3 3"/>',
  repeat: '<path d="M5 11.5V10a3 3 0 0 1 3-3h10M15 4l3 3-3 3M19 12.5V14a3 3 0 0 1-3 3H6M9 20l-3-3 3-3"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2.5v2.5M20 14v2M14 20h2M19.5 20h.5"/>',
  shield: '<path d="M12 3.5 5 6v5.5c0 4.3 2.8 7.3 7 9 4.2-1.7 7-4.7 7-9V6z"/><path d="m9 11.8 2.2 2.2 4-4.2"/>',
  eye: '<path d="M2.75 12C5 7.9 8.2 5.9 12 5.9S19 7.9 21.25 12C19 16.1 15.8 18.1 12 18.1S5 16.1 2.75 12z"/><circle cx="12" cy="12" r="2.75"/>',
  leave: '<path d="M13.5 4.5H7A2.5 2.5 0 0 0 4.5 7v10A2.5 2.5 0 0 0 7 19.5h6.5M10 12h10M16.5 8.5 20 12l-3.5 3.5"/>',
  lock: '<rect x="5" y="10.5" width="14" height="9.5" rx="2.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
  alert: '<path d="M12 4 2.9 19.5h18.2zM12 10v4.5M12 17v.01"/>',
  building:
    '<path d="M5.5 20V5.5A1.5 1.5 0 0 1 7 4h7a1.5 1.5 0 0 1 1.5 1.5V20M15.5 10H17a1.5 1.5 0 0 1 1.5 1.5V20M3.5 20h17M9 8.25h3M9 12h3M9 15.75h3"/>',
  doc: '<path d="M13.5 4H7.5A1.5 1.5 0 0 0 6 5.5v13A1.5 1.5 0 0 0 7.5 20h9a1.5 1.5 0 0 0 1.5-1.5V8.5zM13.5 4v4.5H18M9.25 12.5h5.5M9.25 16h3.5"/>',
  pencil: '<path d="m4.5 19.5 1-4.2L15.8 5a1.8 1.8 0 0 1 2.5 0l.7.7a1.8 1.8 0 0 1 0 2.5L8.7 18.5zM14 7l3 3"/>',
  download: '<path d="M12 4v11M7.5 10.8 12 15.3l4.5-4.5M5 19.5h14"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  face: '<circle cx="7" cy="8" r="3"/><circle cx="17" cy="8" r="3"/><path d="M2.5 19c.3-3.5 2-5.3 4.5-5.3s4.2 1.8 4.5 5.3M12.5 19c.3-3.5 2-5.3 4.5-5.3s4.2 1.8 4.5 5.3"/>',
  voice:
    '<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5zM8.5 8.5h7M8.5 11.75h4.5"/>',
  quiet: '<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"/>',
  flag: '<path d="M6 20.5v-16M6 5c3-1.5 5 1.5 8 .8 1.5-.3 2.5-.8 4-.8l-1.75 4.25L18 13.5c-1.5 0-2.5.5-4 .8-3 .7-5-2.3-8-.8"/>',
  sun: '<circle cx="12" cy="12" r="3.75"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M6 18l1.4-1.4M16.6 7.4 18 6"/>',
  print:
    '<path d="M7 8.5V4h10v4.5M7 16.5H5.5A1.5 1.5 0 0 1 4 15v-5a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 10v5a1.5 1.5 0 0 1-1.5 1.5H17M7 13.5h10V20H7z"/>',
  undo: '<path d="M8.5 5 4.5 9l4 4M5 9h9a5.25 5.25 0 0 1 0 10.5H9"/>',
} as const;

export type IconName = keyof typeof strokes;
export type IconSize = 14 | 16 | 20 | 24;

/** A smaller icon gets a thicker line, so that all look equally strong. */
const lineWidths: Record<IconSize, number> = { 14: 2.25, 16: 2.25, 20: 2, 24: 1.75 };

export const iconSvg = (name: IconName, size: IconSize): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="${lineWidths[size]}" stroke-linecap="round" stroke-linejoin="round">${strokes[name]}</svg>`;
