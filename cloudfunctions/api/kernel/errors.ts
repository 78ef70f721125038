import { ORPCError } from '@orpc/server';
import { refusals, type RefusalCode, type RefusalData, type RefusalFacts, type Verdict } from '../../../types/refusals';

/** A refusal: expected, typed by the contract, carrying its rule. Nothing of what it refuses stands, and it is no fault. */
export class Refusal extends ORPCError<RefusalCode, RefusalData<RefusalCode>> {
  /** A refusal as it was remembered with its request. */
  static remembered({ code, data }: { code: string; data: unknown }): Refusal {
    const known = code as RefusalCode;
    return new Refusal(known, { status: refusals[known].status, data: data as RefusalData<RefusalCode> });
  }
}

const withRule = (code: RefusalCode, facts: object): Refusal =>
  Refusal.remembered({ code, data: { rule: refusals[code].data.shape.rule.value, ...facts } });

/** Throws the refusal, with the rule that the contract names for it. */
export function refuse<Code extends RefusalCode>(code: Code, facts: RefusalFacts<Code>): never {
  throw withRule(code, facts);
}

/** Throws what a rule refused; passes when it did not. */
export function heed(verdict: Verdict | null): void {
  if (!verdict) return;
  const { refuse: code, ...facts } = verdict;
  throw withRule(code, facts);
}
