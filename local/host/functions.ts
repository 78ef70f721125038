/** What is said about each function when it is deployed: its limits, and whether clients may call it. */
export interface FunctionConfig {
  name: string;
  timeoutMs: number;
  memoryMb: number;
  calledByClients: boolean;
}

export const FUNCTIONS: readonly FunctionConfig[] = [
  { name: 'api', timeoutMs: 20_000, memoryMb: 512, calledByClients: true },
  { name: 'clock', timeoutMs: 60_000, memoryMb: 256, calledByClients: false },
];

/** CloudBase's limits on a call, in bytes. */
export const LIMITS = { textIn: 100 * 1024, otherIn: 6 * 1024 * 1024, out: 1024 * 1024 };

/** The templates that the laptop's WeChat knows, with the keys that each wants. */
export const TEMPLATES = {
  answer: { id: 'laptop_template_of_an_answer_0000000000000000', keys: ['thing2', 'time3'] },
  todo: { id: 'laptop_template_of_what_waits_000000000000000', keys: ['thing1', 'time2'] },
};

/** A template as a setting names it. */
export const templateSetting = ({ id, keys }: { id: string; keys: string[] }): string => `${id}:${keys.join(',')}`;

/** The app and the environment that the laptop pretends to be. */
export const APP_ID = 'wx8f3c1a2b4d5e6f70';
export const ENVIRONMENT_ID = 'youth-laptop';
