import { notices } from '../../../../config/notice';
import { refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { once } from '../../kernel/requests';
import { noticeInForce } from '../../privacy/rules';
import { mayRegister } from '../rules';
import { addYouth } from '../store/people';
import { arrivalOf, becomePerson, sessionFrom } from './arriving';

export const register = os.org.register.use(as.known).handler(async ({ context: { scene: entered }, input }) => {
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
      if (!actor) await becomePerson(arrival, input.name);
      const youth = { birthMonth, field: input.field, unit: input.unit || null, noticeVersion: version };
      if (!(await addYouth(tx, personId, youth, now))) refuse('ALREADY_REGISTERED', {});
    },
    (registeredId) => sessionFrom(arrival, registeredId),
  );
});
