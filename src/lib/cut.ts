/** A Chinese character is one wide, a Latin letter, a digit or a space half of that. */
const widthOf = (character: string): number => (character < '\u2e80' ? 0.5 : 1);

/** As many characters from the start of the list as fit. */
const fitting = (characters: string[], room: number): string[] => {
  let used = 0;
  const end = characters.findIndex((character) => (used += widthOf(character)) > room);
  return end < 0 ? characters : characters.slice(0, end);
};

/** Cuts the middle out of a text that is wider than `most` characters, the end being worth more: 禅城区…行政服务中心. */
export const cutMiddle = (text: string, most: number): string => {
  const characters = Array.from(text);
  if (fitting(characters, most).length === characters.length) return text;
  const tail = Math.ceil((most - 1) / 2);
  const start = fitting(characters, most - 1 - tail);
  const end = fitting([...characters].reverse(), tail).reverse();
  return `${start.join('').trimEnd()}…${end.join('').trimStart()}`;
};

export const shortName = (name: string): string => cutMiddle(name, 6);
export const shortOrg = (name: string): string => cutMiddle(name, 16);

/** What stands in a person's round mark. */
export const lastCharacter = (name: string): string => Array.from(name).pop() ?? '';
