import * as answers from './answers';
import * as checkIns from './checkIns';
import * as codes from './codes';
import * as importing from './importing';
import * as managing from './managing';
import * as own from './own';
import * as sites from './sites';

export const grassrootsDay = { ...sites, ...managing, ...importing, ...codes, ...checkIns, ...own, ...answers };
