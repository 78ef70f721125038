import type { Outputs } from '../../types/contract';

export type CadreEntry = Outputs['org']['cadre'];
