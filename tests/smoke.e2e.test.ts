import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { standIn } from './support/stand-in';

const run = promisify(execFile);
const smoke = (url: string) => run(process.execPath, ['--import', 'tsx', 'local/smoke.ts', url]);

jest.setTimeout(60_000);

it('the smoke walk goes through the HTTP door, signing in by code2Session, and reads back what it wrote', async () => {
  const { stdout } = await smoke(standIn().url);
  const steps = stdout.trim().split('\n');
  expect(steps.filter((step) => !step.startsWith('ok '))).toEqual([]);
  expect(steps).toEqual(
    expect.arrayContaining([
      'ok org.signIn',
      'ok org.register',
      'ok contact.register refused, SENDER_CHANGED',
      'ok contact.register',
      'ok contactLog.write',
      'ok contactLog.settle',
      'ok contactLog.meet',
      'ok contactLog.remove',
      'ok contact.leave',
      'ok contact.undo',
      'ok org.claim refused, INVITATION_REVOKED',
      'ok account.finishSignIn',
      'ok privacy.withdraw',
      'ok privacy.close',
    ]),
  );
});

it('and ends non-zero at the first failure, saying which', async () => {
  await expect(smoke('http://127.0.0.1:9')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot be reached') as string,
  });
});
