/** Another code or token than this one, by its last two signs. */
export const tamperedWith = (text: string): string => `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`;
