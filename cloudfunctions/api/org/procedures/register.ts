import { notices } from '../../../../config/notice';
import { refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { readsTexts } from '../../kernel/reading';
import { once } from '../../kernel/requests';
import { checkUnit, shownUnit } from '../../kernel/units';
import { noticeInForce } from '../../privacy/rules';
import { mayRegister } from '../rules';
import { addYouth } from '../store/people';
import { arrivalOf, becomePerson, sessionFrom } from './arriving';

export const register = os.org.register
  .use(readsTexts)
  .use(as.known)
  .handler(async ({ context, input }) => {
    const { scene: entered, read } = context;
    const arrival = await arrivalOf(entered);
    const { scene, actor, personId } = arrival;
    const { tx, now, today, policy } = scene;
    return once(
      scene,
      'org.register',
      input,
      personId,
      async () => {
        if (actor?.youth) refuse('ALREADY_REGISTERED', {});
        const { version } = noticeInForce(notices, today);
        if (input.noticeVersion !== version) refuse('NOTICE_OUTDATED', { version });
        const birthMonth = `${input.birthYear}-${String(input.birthMonth).padStart(2, '0')}-01`;
        if (!mayRegister(birthMonth, today, policy.age)) refuse('UNDER_14', {});
        const unit = input.unit || null;
        const { unit: state } = read({ name: actor ? null : input.name, unit });
        if (!actor) await becomePerson(arrival, input.name);
        const youth = { birthMonth, field: input.field, unit: shownUnit(unit, state), noticeVersion: version };
        if (!(await addYouth(tx, personId, youth, now))) refuse('ALREADY_REGISTERED', {});
        await checkUnit(tx, personId, unit, state, now);
      },
      (registeredId) => sessionFrom(arrival, registeredId),
    );
  });
