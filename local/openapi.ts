import { writeFile } from 'node:fs/promises';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../types/contract';

/** Writes the OpenAPI document of the HTTP door to dist/openapi.json. */
async function main(): Promise<void> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: '到青年中去', version: '0.1.0' },
    servers: [{ url: '/api' }],
  });
  const file = 'dist/openapi.json';
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  console.log(`${file}: ${Object.keys(document.paths ?? {}).length} operations`);
}

void main();
