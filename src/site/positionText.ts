import type { Inputs } from '../../types/contract';

type Position = NonNullable<Inputs['grassrootsDay']['registerSite']['position']>;

const PAIR = /^(-?\d{1,3}(?:\.\d+)?)\s*[,，、\s]\s*(-?\d{1,3}(?:\.\d+)?)$/;

/** What a map shows: `23.02861, 113.10702`. Null of an empty text; what is wrong, of anything else. */
export const positionOf = (text: string): Position | null | { wrong: string } => {
  const typed = text.trim();
  if (!typed) return null;
  const [, first, second] = PAIR.exec(typed) ?? [];
  if (first === undefined || second === undefined) return { wrong: '写成“纬度,经度”，比如 23.02861,113.10702' };
  const [latitude, longitude] = [Number(first), Number(second)];
  if (Math.abs(latitude) > 90) return { wrong: '纬度在前，经度在后，看看是不是写反了' };
  if (Math.abs(longitude) > 180) return { wrong: '经度最大 180，看看有没有多打一位' };
  return { latitude, longitude };
};

export const positionText = (position: Position | null): string =>
  position ? `${position.latitude},${position.longitude}` : '';
