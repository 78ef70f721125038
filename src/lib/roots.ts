import type { Me } from '../../types/org';

/** D1.5 What somebody administers, none of it below another one of them: whatever is below all comes once. */
export const rootsOf = ({ administers }: Me): Me['administers'] => administers.filter(({ nested }) => !nested);
