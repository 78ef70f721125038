import { WRITTEN_IN } from '../../cloudfunctions/api/kernel/callCount';
import type { MadeYouth } from '../factory';
import { anApi, outputOf, type Api } from '../support/api';
import { aPair } from '../support/crowd';
import { holding } from '../support/harm';
import { aServer, type Server } from '../support/server';
import { aScan, expectUnavailable, failsMeanwhile, traces } from '../support/unavailable';
import { until } from '../support/until';
import { aWire, type Wire } from '../support/wire';

let server: Server;
let api: Api;
beforeAll(async () => {
  server = await aServer('patience');
  api = await anApi(server);
});
afterAll(async () => {
  await api.end();
  await server.end();
});

const rowOf = ({ personId }: MadeYouth) => `select from youth where person_id = '${personId}' for update`;

/** Works with a function whose database is at the end of a wire. */
async function onWire(work: (wire: Wire, api: Api) => Promise<void>): Promise<void> {
  const wire = await aWire(server.port);
  const own = await anApi(server, { port: wire.port });
  try {
    await work(wire, own);
  } finally {
    await own.end();
    await wire.close();
  }
}

describe('nobody waits longer than a phone does', () => {
  it.concurrent('for a lock that somebody else keeps', () =>
    failsMeanwhile({
      server,
      api,
      why: '57014',
      harm: async ({ youth }) => (await holding(server, rowOf(youth))).letGo,
    }),
  );

  it.concurrent('for a database that says nothing', () =>
    onWire((wire, own) =>
      failsMeanwhile({
        server,
        api: own,
        why: 'Connection terminated',
        harm() {
          wire.fallSilent();
          return Promise.resolve(() => Promise.resolve(wire.mend()));
        },
      }),
    ),
  );

  it.concurrent('for a slow one: the work may yet be done, and the same again tells', () =>
    onWire(async (wire, own) => {
      const pair = await aPair(server);
      const scan = await aScan(own, pair);
      wire.slowDown(2_000);
      await expectUnavailable(own, own.ask(pair.cadre, 'contact.register', scan), 'no answer in time');
      wire.mend();
      const { contactId } = outputOf(await api.ask(pair.cadre, 'contact.register', scan));
      expect(outputOf(await own.ask(pair.cadre, 'contact.register', scan)).contactId).toBe(contactId);
      expect(await traces(server, pair)).toEqual([1, 1, 1]);
    }),
  );

  it.concurrent('nor is a code judged whose trial cannot be counted', async () => {
    const { cadre } = await aPair(server);
    const preview = () => api.ask(cadre, 'contact.preview', { text: 'https://elsewhere.example.org' });
    const counted = () =>
      server.command<{ points: number }>(`select points from rate_limit where key = 'code:p:${cadre.personId}'`);
    expect(await preview()).toMatchObject({ code: 'CODE_FOREIGN' });
    const { letGo } = await holding(server, `select from rate_limit where key = 'code:p:${cadre.personId}' for update`);
    await expectUnavailable(api, preview(), '57014');
    await letGo();
    expect(await counted()).toEqual([{ points: 1 }]);
    expect(await preview()).toMatchObject({ code: 'CODE_FOREIGN' });
    expect(await counted()).toEqual([{ points: 2 }]);
  });

  it.concurrent('nor is a call let through whose count cannot be written down, not even to read', async () => {
    const { cadre } = await aPair(server);
    const me = () => api.ask(cadre, 'org.me', {});
    for (let call = 1; call < 2 * WRITTEN_IN; call++) outputOf(await me());
    const { letGo } = await holding(server, `select from rate_limit where key = 'call:p:${cadre.personId}' for update`);
    await expectUnavailable(api, me(), '57014');
    await letGo();
    outputOf(await me());
  });

  it.concurrent('for a function that was cut off in the middle: it keeps no lock', () =>
    onWire(async (wire, own) => {
      const pair = await aPair(server);
      const [scan, later] = [await aScan(own, pair), await aScan(api, pair)];
      const { letGo, isAwaited } = await holding(server, rowOf(pair.youth));
      const cutOff = own.ask(pair.cadre, 'contact.register', scan);
      await until(isAwaited);
      wire.fallSilent();
      await letGo();
      expect(await api.ask(pair.cadre, 'contact.register', later)).toMatchObject({ code: 'UNAVAILABLE' });
      expect(await cutOff).toMatchObject({ code: 'UNAVAILABLE' });
      await until(async () => 'output' in (await api.ask(pair.cadre, 'contact.register', later)));
      expect(await traces(server, pair)).toEqual([1, 1, 1]);
    }),
  );
});
