const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** A uuid v7: 48 bits of time, then the given ten random bytes with the version and the variant set into them. */
export const uuidV7 = (milliseconds: number, random: Uint8Array): string => {
  const bytes = Array.from(random.slice(0, 10), (byte, at) => {
    if (at === 0) return (byte & 0x0f) | 0x70;
    return at === 2 ? (byte & 0x3f) | 0x80 : byte;
  });
  const all = hex(milliseconds, 12) + bytes.map((byte) => hex(byte, 2)).join('');
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
};
