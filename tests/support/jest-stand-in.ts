import { buildFunctions } from '../../local/build/functions';
import { dataDirFor } from '../../local/places';
import { startStandIn } from '../../local/stand-in';
import { openFront } from '../../local/web/front';
import { endAfterTests, endingOnFailure } from './ending';
import { writeTestState } from './state';

export async function setUpStandIn(screens: 'h5' | 'gallery'): Promise<void> {
  await buildFunctions();
  const front = await openFront(0);
  endAfterTests(front.close);
  const dataDir = dataDirFor('test-stand-in');
  const { url, ownerUrl, apiUrl, stop } = await startStandIn({
    front,
    dataDir,
    afresh: true,
    staleIdentity: true,
    screens,
  });
  endAfterTests(stop);
  writeTestState('stand-in', { url, ownerUrl, apiUrl });
}

/** What `npm start` starts, with the demo as it was loaded, and with another person's identity left in the process. */
export default () => endingOnFailure(() => setUpStandIn('h5'));
