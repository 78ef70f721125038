import pino from 'pino';

/** D9.8 Log lines hold operation names, codes and request ids; never input, never a person. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
