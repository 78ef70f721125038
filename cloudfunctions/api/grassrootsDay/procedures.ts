import * as answers from './answers';
import * as checkIns from './checkIns';
import * as codes from './codes';
import * as importing from './importing';
import * as managing from './managing';
import * as own from './own';
import * as patterns from './patterns';
import * as sites from './sites';
import { weeks } from './weekly';

export const grassrootsDay = {
  ...sites,
  ...managing,
  ...importing,
  ...codes,
  ...checkIns,
  ...own,
  ...answers,
  ...patterns,
  ...weeks,
};
