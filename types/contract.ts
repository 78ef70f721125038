import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { account } from './account';
import { contact } from './contact';
import { contactLog } from './contactLog';
import { grassrootsDay } from './grassrootsDay';
import { org } from './org';
import { privacy } from './privacy';

/** Every operation of the product, by slice. */
export const contract = { account, org, contact, contactLog, grassrootsDay, privacy };

export type Contract = typeof contract;
/** With the person under whom a write was made, where that is not whoever is signed in now. */
export type Client = ContractRouterClient<Contract, { sender?: string }>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

/** `slice.operation`, as it stands on the wire. */
export type OperationName = { [Slice in keyof Contract]: `${Slice}.${keyof Contract[Slice] & string}` }[keyof Contract];
