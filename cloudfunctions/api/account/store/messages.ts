import { sql } from 'kysely';
import type { MessageKind } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

/** Keeps one acceptance of the actor's, where the actor has a WeChat account in this app. */
export const allowMessage = (tx: Tx, kind: MessageKind, appId: string, atMost: number) =>
  sql`select allow_message(${kind}, ${appId}, ${atMost})`.execute(tx);
