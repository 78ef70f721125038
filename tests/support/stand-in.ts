import { readTestState } from './state';

/** The stand-in that runs while the tests of the built mini-program and of the browser run. */
export const standIn = () => readTestState('stand-in');
