import { type z } from 'zod';
import { contract, type OperationName } from '../../types/contract';

/** An operation as the contract describes it. */
export interface Operation {
  name: OperationName;
  input: z.ZodObject;
  output: z.ZodType;
  refusals: Record<string, { status: number; data: z.ZodType }>;
}

interface Described {
  '~orpc': { inputSchema: z.ZodObject; outputSchema: z.ZodType; errorMap: Operation['refusals'] };
}

export const operations: Operation[] = Object.entries(contract).flatMap(([slice, verbs]) =>
  Object.entries(verbs as unknown as Record<string, Described>).map(([verb, { '~orpc': described }]) => ({
    name: `${slice}.${verb}` as OperationName,
    input: described.inputSchema,
    output: described.outputSchema,
    refusals: described.errorMap,
  })),
);

/** Whether the operation is a write that is done once and remembered. */
export const isRemembered = ({ input }: Operation): boolean => 'requestId' in input.shape;
