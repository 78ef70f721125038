import { useSyncExternalStore } from 'react';
import { hasNetwork, network, onNetworkBack } from '../network';
import { person } from '../person';
import { tell } from '../tell';
import { type Box, makeBox } from './box';
import type { Item } from './item';
import { keptFor } from './keep';
import { send } from './send';

const boxes = new Map<string, Box>();

const later = (work: () => void, milliseconds: number) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** The unsent writes of one person; another's are never read, let alone sent. */
const boxOf = (personId: string): Box => {
  const known = boxes.get(personId);
  if (known) return known;
  const box = makeBox({ ...keptFor(personId), mayLeave: hasNetwork, send: (item) => send(item, personId), later });
  boxes.set(personId, box);
  return box;
};

/** Of whom this phone knows to be signed in; null of a newcomer. */
export const ownBox = (): Box | null => {
  const personId = person.get();
  return personId ? boxOf(personId) : null;
};

const flushOwn = (): void => void ownBox()?.flush();

/** Sends what waits whenever there is reason to hope: somebody is known, the network is back, the app is shown. */
export const startSending = (): void => {
  person.subscribe(flushOwn);
  onNetworkBack(flushOwn);
  network.subscribe(() => {
    if (network.get()) flushOwn();
  });
  flushOwn();
};

export const sendWhatWaits = flushOwn;

/** The same, asked for by a person, who is told when nothing could leave. */
export const sendNow = async (): Promise<void> => {
  await ownBox()?.flush();
  if (!network.get()) await tell('还没有连上，连上后会自动送出');
};

const nothing: readonly Item[] = [];
const none = { subscribe: () => () => undefined, items: () => nothing };

export const useItems = (): readonly Item[] => {
  useSyncExternalStore(person.subscribe, person.get);
  const { subscribe, items } = ownBox() ?? none;
  return useSyncExternalStore(subscribe, items);
};
