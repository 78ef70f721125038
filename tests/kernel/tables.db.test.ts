import { tableTypes } from '../../local/codegen';
import { freshDatabase } from '../support/database';

it('the table types are those of the migrations', async () => {
  const { ownerUrl, drop } = await freshDatabase();
  try {
    expect(() => tableTypes(ownerUrl, { verify: true })).not.toThrow();
  } finally {
    await drop();
  }
}, 30_000);
