import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { contact } from './contact';
import { org } from './org';
import { privacy } from './privacy';

/** Every operation of the product, by slice. */
export const contract = { org, contact, privacy };

export type Contract = typeof contract;
export type Client = ContractRouterClient<Contract>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

/** `slice.operation`, as it stands on the wire. */
export type OperationName = { [Slice in keyof Contract]: `${Slice}.${keyof Contract[Slice] & string}` }[keyof Contract];
