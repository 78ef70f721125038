import fc from 'fast-check';
import { APP_ID } from '../factory';
import type { Caller } from './callers';
import type { Cast } from './cast';
import { isRemembered, operations, type Operation } from './operations';
import { mutated, smuggled, strange } from './strange';
import { validFor } from './valid';

/** What reaches the function: the platform's word on who calls, and an event that anybody may have shaped. */
export interface Event {
  event: unknown;
  environment: Record<string, string>;
  /** Who calls by the platform's word; null for nobody, or for somebody who is none of ours. */
  caller: Caller | null;
}

type Called = Pick<Event, 'environment' | 'caller'>;

const named = (caller: Caller): Called => ({
  caller,
  environment: { WX_OPENID: caller.openid ?? '', WX_APPID: APP_ID, TCB_ISANONYMOUS_USER: 'false' },
});
const nobody = (environment: Record<string, string>): Called => ({ caller: null, environment });

export const namesSomebody = (environment: Event['environment']): boolean =>
  ['WX_OPENID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID'].some((name) => environment[name]);

/** The platform's word is not made up by a caller, so it is well-formed; but it may name nobody, or none of ours. */
const strangers = (openid: string): fc.Arbitrary<Called> =>
  fc.constantFrom(
    nobody({}),
    nobody({ WX_OPENID: openid, WX_APPID: 'wxANOTHER' }),
    nobody({ WX_OPENID: openid }),
    nobody({ WX_OPENID: openid, WX_APPID: APP_ID, TCB_ISANONYMOUS_USER: 'true' }),
    nobody({ WX_OPENID: '', WX_APPID: APP_ID }),
    nobody({ TCB_UUID: 'x' }),
    nobody({ TCB_CUSTOM_USER_ID: openid }),
    nobody({ TRIGGER_SRC: 'timer' }),
  );

const mostly = (proper: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: proper }, { weight: 1, arbitrary: strange });

function httpEventsOf(
  caller: fc.Arbitrary<Caller>,
  input: fc.Arbitrary<unknown>,
  operation: string,
): fc.Arbitrary<unknown> {
  const token = caller.map((one) => one.token ?? '');
  const json = input.map((value) => JSON.stringify(value));
  const header = fc.oneof(strange, fc.constantFrom('application/json', 'Bearer x', 'sid=x'));
  const headers = fc.dictionary(
    fc.constantFrom('Content-Type', 'content-type', 'Authorization', 'cookie', 'Origin', 'x-real-ip', '__proto__'),
    header,
  );
  const proper = token.map((text) => ({ 'content-type': 'application/json', authorization: `Bearer ${text}` }));
  const content = fc.oneof(
    { weight: 4, arbitrary: json.map((body) => ({ body, isBase64Encoded: false })) },
    {
      weight: 4,
      arbitrary: json.map((text) => ({ body: Buffer.from(text).toString('base64'), isBase64Encoded: true })),
    },
    { weight: 1, arbitrary: fc.record({ body: strange, isBase64Encoded: fc.oneof(fc.boolean(), strange) }) },
  );
  const head = fc.record({
    httpMethod: mostly(fc.constant('POST')),
    path: mostly(fc.constant(`/api/${operation.replace('.', '/')}`)),
    headers: mostly(
      fc.oneof(
        proper,
        fc.tuple(proper, headers).map(([a, b]) => ({ ...a, ...b })),
      ),
    ),
  });
  const unread = fc.dictionary(
    fc.constantFrom('queryStringParameters', 'requestContext', 'multiValueHeaders'),
    strange,
  );
  return fc.tuple(unread, content, head).map(([rest, body, first]) => ({ ...rest, ...body, ...first }));
}

/** Writes that come at once, of two kinds, of people who can do them and about the same few people. */
export function burstsOf(cast: Cast): fc.Arbitrary<Event[]> {
  const write = fc.constantFrom(...operations.filter(isRemembered));
  const told = ({ name, input }: Operation) =>
    fc
      .tuple(fc.constantFrom(...cast.able(name)), validFor(input, cast.known))
      .map(([caller, sent]): Event => ({ event: { op: name, input: sent }, ...named(caller) }));
  return fc
    .tuple(write, write)
    .chain((kinds) => fc.array(fc.oneof(...kinds.map(told)), { minLength: 6, maxLength: 8 }));
}

/** Events of every shape, of the mini-program, of HTTP access, of a timer, of nothing; most as the platform pairs them. */
export function eventsOf(cast: Cast): fc.Arbitrary<Event> {
  return fc.constantFrom(...operations).chain(({ name, input }) => {
    const callers = [cast.callers, cast.able(name)].map((some) =>
      fc.constantFrom(...some.filter(({ openid }) => openid)),
    );
    const known = fc.oneof(...callers).map(named);
    const valid = validFor(input, cast.known) as fc.Arbitrary<object>;
    const inputs = fc.oneof({ weight: 3, arbitrary: valid }, { weight: 1, arbitrary: mutated(valid, cast.names) });
    const said = fc.record({ op: fc.constant(name), input: inputs });
    const wx = fc.tuple(smuggled(cast.names), said).map(([more, event]): unknown => ({ ...more, ...event }));
    const http = httpEventsOf(fc.oneof(...callers), inputs, name);
    const timer = fc.constant({ Type: 'Timer', TriggerName: 'nightly', op: name, input: {} });
    const any = fc.oneof(wx, http, timer, fc.record({ op: strange, input: inputs }), strange);
    const anybody = fc.oneof(known, strangers(cast.callers[0]?.openid ?? ''));
    const paired = (event: fc.Arbitrary<unknown>, called: fc.Arbitrary<Called>) =>
      fc.tuple(event, called).map(([one, by]): Event => ({ event: one, ...by }));
    return fc.oneof(
      { weight: 4, arbitrary: paired(wx, known) },
      { weight: 3, arbitrary: paired(http, fc.constant(nobody({}))) },
      { weight: 3, arbitrary: paired(any, anybody) },
    );
  });
}
