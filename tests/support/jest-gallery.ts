import { endingOnFailure } from './ending';
import { setUpStandIn } from './jest-stand-in';

/** The stand-in with the build that has the page of all components. */
export default () => endingOnFailure(() => setUpStandIn('gallery'));
