import fc from 'fast-check';
import { APP_ID } from '../factory';
import type { Caller, Cast } from './cast';
import { operations } from './operations';
import { mutated, smuggled, strange } from './strange';
import { validFor } from './valid';

type Environment = Record<string, string>;

/** What reaches the function: the platform's word on who calls, and an event that anybody may have shaped. */
export interface Event {
  event: unknown;
  environment: Environment;
  /** Who calls by the platform's word; null for nobody, or for somebody who is none of ours. */
  caller: Caller | null;
}

/** The platform's word is not made up by a caller, so it is well-formed; what it says may be anything. */
function environmentsOf(callers: Caller[]): fc.Arbitrary<Pick<Event, 'environment' | 'caller'>> {
  const ours = fc.constantFrom(...callers.filter(({ openid }) => openid)).map((caller) => ({
    caller,
    environment: { WX_OPENID: caller.openid ?? '', WX_APPID: APP_ID, TCB_ISANONYMOUS_USER: 'false' },
  }));
  const environment = (more: Environment) => ({ caller: null, environment: more });
  const [somebody] = callers;
  const openid = somebody?.openid ?? '';
  return fc.oneof(
    { weight: 4, arbitrary: ours },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        environment({}),
        environment({ WX_OPENID: openid, WX_APPID: 'wxANOTHER' }),
        environment({ WX_OPENID: openid }),
        environment({ WX_OPENID: openid, WX_APPID: APP_ID, TCB_ISANONYMOUS_USER: 'true' }),
        environment({ WX_OPENID: '', WX_APPID: APP_ID }),
        environment({ TCB_UUID: 'x' }),
        environment({ TCB_CUSTOM_USER_ID: openid }),
        environment({ TRIGGER_SRC: 'timer' }),
      ),
    },
  );
}

function httpEventsOf(callers: Caller[], input: fc.Arbitrary<unknown>, operation: string): fc.Arbitrary<object> {
  const token = fc.constantFrom(...callers.map((caller) => caller.token ?? ''));
  const json = input.map((value) => JSON.stringify(value) ?? '');
  const header = fc.oneof(strange, fc.constantFrom('application/json', 'Bearer x', 'sid=x'));
  const headers = fc.dictionary(
    fc.constantFrom('Content-Type', 'content-type', 'Authorization', 'cookie', 'Origin', 'x-real-ip', '__proto__'),
    header,
  );
  const proper = token.map((text) => ({ 'content-type': 'application/json', authorization: `Bearer ${text}` }));
  return fc.record(
    {
      httpMethod: fc.oneof(fc.constant('POST'), strange),
      path: fc.oneof(fc.constant(`/api/${operation.replace('.', '/')}`), strange),
      headers: fc.oneof(
        proper,
        fc.tuple(proper, headers).map(([a, b]) => ({ ...a, ...b })),
        strange,
      ),
      body: fc.oneof(
        json,
        json.map((text) => Buffer.from(text).toString('base64')),
        strange,
      ),
      isBase64Encoded: fc.oneof(fc.boolean(), strange),
      queryStringParameters: strange,
      requestContext: strange,
      multiValueHeaders: strange,
    },
    { requiredKeys: ['httpMethod', 'path', 'headers'], noNullPrototype: true },
  );
}

/** Events of every shape: of the mini-program, of HTTP access, of a timer, of nothing. */
export function eventsOf(cast: Cast): fc.Arbitrary<Event> {
  const events = fc.constantFrom(...operations).chain(({ name, input }) => {
    const valid = validFor(input, cast.known) as fc.Arbitrary<object>;
    const inputs = fc.oneof(valid, mutated(valid, cast.names));
    const proper = fc.record({ op: fc.constant(name), input: inputs });
    return fc.oneof(
      { weight: 3, arbitrary: fc.tuple(smuggled(cast.names), proper).map(([more, event]) => ({ ...more, ...event })) },
      { weight: 1, arbitrary: fc.record({ op: strange, input: inputs }) },
      { weight: 1, arbitrary: fc.constant({ Type: 'Timer', TriggerName: 'nightly', op: name, input: {} }) },
      { weight: 3, arbitrary: httpEventsOf(cast.callers, inputs, name) },
      { weight: 1, arbitrary: strange },
    );
  });
  return fc
    .tuple(events, environmentsOf([...cast.busy, ...cast.callers]))
    .map(([event, called]) => ({ event, ...called }));
}
