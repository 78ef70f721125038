import { codeHash, printCode } from '../kernel/codes';
import { fileStore } from '../kernel/files/store';
import { asCadre, os } from '../kernel/gate';
import { readKeys } from '../kernel/secrets';
import { miniProgramCode } from '../kernel/weixin/codes';
import * as store from './store';

const PAGE = 'home/index';

const isPng = (picture: Buffer): boolean => picture.subarray(1, 4).toString('latin1') === 'PNG';

/** WeChat draws it once for each code; then it lies in the file store, and pictures of codes that are no more go. */
export const cardPicture = os.contact.cardPicture.handler(async ({ context }) => {
  const { settings } = context.house;
  const own = await asCadre(context, async ({ tx, actor, now }) => {
    const body = await store.ownCode(tx, readKeys(settings.APP_CODE_KEY)[0], 'cadre', actor.personId, now);
    return { body, ...(await store.picturesOf(tx, 'cadre', actor.personId)) };
  });
  const files = await fileStore(settings);
  const kept = own.picture && (await files.get(own.picture));
  if (kept) return answerWith(kept);

  const scene = printCode({ kind: 'cadre', body: own.body, live: null });
  const picture = await miniProgramCode(settings, { scene, page: PAGE });
  const hash = codeHash(own.body);
  const fileId = await files.put(`cards/${hash.toString('hex')}.${isPng(picture) ? 'png' : 'jpg'}`, picture);
  await files.remove(own.ofRevoked);
  await asCadre(context, ({ tx, actor }) => store.keepPicture(tx, actor.personId, hash, fileId));
  return answerWith(picture);
});

const answerWith = (picture: Buffer) => ({
  picture: picture.toString('base64'),
  type: isPng(picture) ? ('png' as const) : ('jpeg' as const),
});
