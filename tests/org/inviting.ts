import type { MadeOrg, MadePerson } from '../factory';
import { call, newcomer, rid } from '../support/house';
import type { World } from '../support/world';
import { NOTICE } from '../support/notice';

/** What an administrator settles with a post. */
export const aPost = (more: object = {}) => ({
  service: 'fullTime' as const,
  inEstablishment: true,
  leadership: false,
  title: '组织部部长',
  from: '2026-01-01',
  ...more,
});

/** An invitation of somebody's, to a post or, with `post: null`, to be an administrator. */
export const anInvitation = (world: World, by: MadePerson, org: MadeOrg, more: object = {}) =>
  call(world.house, by, 'org.invite', { orgId: org.id, name: '岑乐怡', post: aPost(), requestId: rid(), ...more });

let openids = 0;
export const aNewcomer = () => newcomer(`oINVITED${++openids}`);

/** What somebody asks for who says that they hold a post. */
export const anApplication = (org: MadeOrg, more: object = {}) => ({
  orgId: org.id,
  service: 'partTime' as const,
  title: '委员',
  newcomer: { name: '岑乐怡', noticeVersion: NOTICE },
  requestId: rid(),
  ...more,
});

export const claimed = (text: string, more: object = {}) => ({ text, name: null, requestId: rid(), ...more });
