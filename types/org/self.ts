import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import {
  born,
  count,
  day,
  dueStanding,
  empty,
  field,
  id,
  instant,
  line,
  ownUnit,
  personName,
  requestId,
} from '../shared';
import { session } from './parts';
import { CHANNEL_KINDS, CIRCLES, MESSAGE_KINDS, SERVICES } from '../words';

export const channel = z.object({
  kind: z.enum(CHANNEL_KINDS),
  value: line(60).pipe(z.string().min(3)),
  circle: z.enum(CIRCLES),
});

export const me = z.object({
  now: instant,
  today: day,
  /** What the phone keeps its unsent writes under, and sends with them; null of a newcomer. */
  personId: id.nullable(),
  /** Nobody yet: has a WeChat account, has agreed to nothing, nothing is stored. */
  newcomer: z.boolean(),
  /** D9.1 The version of the notice that still wants a tap; null when none does. */
  noticeDue: z.number().int().nullable(),
  youth: z
    .object({
      name: z.string(),
      field,
      ...ownUnit,
      minor: z.boolean(),
      overAge: z.boolean(),
      /** Agreed once, and took it back: nobody sees anything until the notice is agreed to anew. */
      withdrawn: z.boolean(),
    })
    .nullable(),
  cadre: z
    .object({
      name: z.string(),
      /** D2.4 The name in the open, `共青团佛山何志远`. */
      publicName: z.string(),
      orgName: z.string(),
      title: z.string(),
      service: z.enum(SERVICES),
      standing: dueStanding,
      channels: z.array(channel),
    })
    .nullable(),
  administers: z.array(
    z.object({
      orgId: count,
      name: z.string(),
      /** Below another one of them: who asks about all asks about those that are not. */
      nested: z.boolean(),
    }),
  ),
  /** Of what WeChat may send a message, once allowed, and by which of its templates. */
  messages: z.partialRecord(z.enum(MESSAGE_KINDS), z.string()),
});

export const self = {
  /** Exchanges a code of `wx.login` for a session. A newcomer gets a sealed ticket and no row (D9.1). */
  signIn: oc
    .errors(refusing('SIGN_IN_FAILED'))
    .input(z.object({ code: z.string().min(1).max(128) }).strict())
    .output(z.object({ token: z.string(), expiresAt: instant })),

  /** Ends this session, at once. */
  signOut: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ done: z.literal(true) })),

  /** Who the person is today, and what the home screen shows. */
  me: oc.errors(refusing()).input(empty).output(me),

  /** D9.1 A newcomer agrees to the notice and becomes a youth, in one write. Answers with the session that holds from now on. */
  register: oc
    .errors(refusing('UNDER_14', 'ALREADY_REGISTERED', 'NOTICE_OUTDATED', 'TEXT_RISKY', 'REQUEST_REUSED'))
    .input(
      z
        .object({
          noticeVersion: z.number().int(),
          name: personName,
          ...born,
          field,
          unit: line(30).nullable(),
          requestId,
        })
        .strict(),
    )
    .output(session),

  /** D2.4 A cadre publishes channels, each within a circle. Replaces the earlier ones. */
  setChannels: oc
    .errors(refusing('NOT_A_CADRE', 'REQUEST_REUSED'))
    .input(z.object({ channels: z.array(channel).max(CHANNEL_KINDS.length), requestId }).strict())
    .output(z.object({ channels: z.array(channel) })),

  /** D9.7 What a cadre has made known beyond the own contacts, masked, for the administrators of the post. */
  channelsOf: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ postId: id }).strict())
    .output(
      z.object({
        channels: z.array(
          z.object({ kind: z.enum(CHANNEL_KINDS), masked: z.string(), circle: z.enum(CIRCLES).exclude(['contacts']) }),
        ),
      }),
    ),

  /** D9.7 One of them whole, for a reason. The cadre sees who looked, and why. */
  revealChannel: oc
    .errors(refusing('OUT_OF_SCOPE', 'CHANNEL_NOT_FOUND'))
    .input(z.object({ postId: id, kind: z.enum(CHANNEL_KINDS), reason: line(60).pipe(z.string().min(2)) }).strict())
    .output(z.object({ value: z.string() })),
};

export type Me = z.infer<typeof me>;
export type Channel = z.infer<typeof channel>;
