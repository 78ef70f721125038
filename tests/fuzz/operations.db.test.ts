import fc from 'fast-check';
import { accountKey, addressKey, callerKey } from '../../cloudfunctions/api/kernel/actor';
import { recount } from '../../local/recount';
import { contract } from '../../types/contract';
import { offering } from '../account/allowing';
import { aWeixin, type Weixin } from '../support/weixin';
import { aWorld, type World } from '../support/world';
import { aCast, type Cast } from './cast';
import { addresses, identityAt, knock, type Attempt } from './doors';
import {
  isTheCallersDoing,
  keepsToTheContract,
  readsNothingTooLong,
  showsNoInside,
  writesNothingElse,
  type Happened,
} from './laws';
import { operations, type Operation } from './operations';
import { fillShishan } from './people';
import { inRounds, runsOr, timeFor } from './rounds';
import { keepsSecrets } from './secrets';
import { mutated, smuggled } from './strange';
import { validFor } from './valid';
import { knowLoginCodes, loginCode } from './weixin';
import { watchAll } from './written';

/** The more fields an operation has, the more there is to try. */
const runsFor = ({ input }: Operation): number => runsOr(40 + 15 * Object.keys(input.shape).length);

/** Operations that somebody got done. */
const done = new Set<string>();
let world: World;
let laptop: Weixin;
let written: Awaited<ReturnType<typeof watchAll>>;

beforeAll(async () => {
  world = await aWorld();
  await fillShishan(world);
  written = await watchAll(world.db);
  laptop = await aWeixin(world.house.settings.APP_WX_SECRET);
  offering(world, laptop.settings);
  knowLoginCodes();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.end();
  await laptop.end();
});

it('names every operation of the contract, and knows what to send to it', () => {
  expect(operations).toHaveLength(Object.values(contract).flatMap(Object.keys).length);
  for (const { input } of operations) {
    const [sample] = fc.sample(validFor(input, {}), 1);
    expect(input.parse(sample)).toBeDefined();
  }
});

function attemptsOf(operation: Operation, cast: Cast): fc.Arbitrary<Attempt> {
  const valid = validFor(operation.input, cast.known) as fc.Arbitrary<object>;
  const beside = smuggled(cast.names).map((named) =>
    Object.fromEntries(Object.entries(named).filter(([name]) => name !== 'op' && name !== 'input')),
  );
  return fc.record({
    caller: fc.oneof(fc.constantFrom(...cast.callers), fc.constantFrom(...cast.able(operation.name))),
    door: fc.constantFrom('wx', 'http'),
    operation: fc.constant(operation.name),
    input: fc.oneof(valid, mutated(valid, cast.names)),
    beside: fc.oneof(fc.constant({}), beside),
    address: addresses,
  });
}

/** Under what names the rows are found that a call may write: the caller's; who signs in is whose code it is. */
function namesOf({ attempt, identity, settings }: Pick<Happened, 'attempt' | 'identity' | 'settings'>, cast: Cast) {
  const { code } = (attempt.input ?? {}) as { code?: unknown };
  const signsIn = cast.callers.find(({ openid }) => openid && code === loginCode(openid))?.person;
  const names = [addressKey(attempt.address, settings), callerKey(identity, settings)];
  if (identity.kind === 'person') names.push(identity.personId);
  if (identity.kind !== 'nobody' && identity.account) {
    names.push(accountKey(identity.account, settings), identity.account.openid);
  }
  return attempt.operation === 'org.signIn' && signsIn ? [...names, signsIn.personId] : names;
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const runs = runsFor(operation);
  it(
    `keeps its laws in ${runs} calls`,
    async () => {
      await inRounds(name, runs, async () => {
        const cast = await aCast(world);
        return fc.asyncProperty(attemptsOf(operation, cast), async (attempt) => {
          const { house } = world;
          const identity = await identityAt(house, attempt);
          const about = { attempt, operation, identity, settings: house.settings };
          const names = namesOf(about, cast);
          await written();
          const answer = await knock(house, attempt);
          const happened: Happened = { ...about, answer, written: await written() };
          const text = JSON.stringify(answer);
          if (answer.ok) done.add(name);
          keepsToTheContract(happened);
          readsNothingTooLong(happened);
          writesNothingElse(happened);
          isTheCallersDoing(happened.written, names);
          showsNoInside(text);
          await keepsSecrets(world, cast, attempt, text);
        });
      });
    },
    timeFor(runs),
  );
});

it('gets nearly every operation done now and then', () => {
  expect(done.size).toBeGreaterThan(operations.length * 0.8);
});

it('D2.1 after everything, the counters are what a recount finds', async () => {
  expect((await recount(world.db)).differences).toEqual([]);
});
