import { DatabaseError } from 'pg';
import { described } from '../../cloudfunctions/api/kernel/log';

it('D9.8 what is logged of a database’s fault quotes no row', () => {
  const fault = new DatabaseError('invalid input syntax for type uuid: "13800138000"', 10, 'error');
  Object.assign(fault, {
    code: '23505',
    table: 'person',
    constraint: 'person_pkey',
    detail: 'Key (name)=(林晓彤) already exists.',
  });
  const line = JSON.stringify(described(fault));
  expect(line).not.toMatch(/林晓彤|13800138000/);
  expect(line).toContain('23505');
  expect(line).toContain('person_pkey');
});

it('D9.8 of another fault its own message and where it was, without what it carried', () => {
  const fault = Object.assign(new TypeError('x is not a function'), { input: { name: '林晓彤' } });
  const line = JSON.stringify(described(fault));
  expect(line).toContain('x is not a function');
  expect(line).not.toContain('林晓彤');
  expect(JSON.stringify(described('林晓彤'))).not.toContain('林晓彤');
});
