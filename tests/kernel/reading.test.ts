import { stateOf, textVerdict } from '../../cloudfunctions/api/kernel/reading';

describe('D9.4 what is done with WeChat’s opinion of a text', () => {
  it.each([
    ['pass', null, 'shown'],
    ['unsure', null, 'waiting'],
    ['risky', { refuse: 'TEXT_RISKY', text: 'unit' }, 'waiting'],
  ] as const)('%s', (opinion, refusal, state) => {
    expect(textVerdict('unit', opinion)).toEqual(refusal);
    expect(stateOf(opinion)).toBe(state);
  });

  it('nothing but a pass is ever shown unread', () => {
    expect((['pass', 'unsure', 'risky'] as const).filter((opinion) => stateOf(opinion) === 'shown')).toEqual(['pass']);
  });
});
