import { buildFunctions } from '../../local/build/functions';

/** The functions as they are deployed; each test file starts its own server for them, since it harms it. */
export default buildFunctions;
