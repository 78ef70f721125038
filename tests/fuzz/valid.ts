import fc from 'fast-check';
import { z } from 'zod';

/** Real values by the name of the field that takes them. */
export type Known = Record<string, readonly unknown[]>;

const WORDS = [
  '岑乐怡',
  '欧阳娜娜',
  'Zoë',
  '阿依古丽·买买提',
  '𠮷野',
  'é',
  '广东轻工职业技术学院',
  '岑',
  'lyy',
  '100%_\\',
  "O'Brien",
  '13800138000',
  '甲'.repeat(30),
];

const accepts = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

/** Whatever the schema takes; where real values are known for a field, mostly those. Throws for what it does not know. */
export function validFor(schema: z.core.$ZodType, known: Known, field = ''): fc.Arbitrary<unknown> {
  const real = (known[field] ?? []).filter((value) => accepts(schema, value));
  const made = madeFor(schema, known, field);
  if (real.length === 0) return made;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, { weight: 1, arbitrary: made });
}

function madeFor(schema: z.core.$ZodType, known: Known, field: string): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) {
    const made = objectFor(schema, known);
    // What holds between its fields
    return schema._zod.def.checks?.length ? made.filter((all) => accepts(schema, all)) : made;
  }
  if (schema instanceof z.ZodOptional) return validFor(schema.unwrap(), known, field);
  if (schema instanceof z.ZodNullable) return fc.option(validFor(schema.unwrap(), known, field));
  if (schema instanceof z.ZodArray) {
    return fc.array(validFor(schema.element, known, field), { maxLength: 5 }).filter((all) => accepts(schema, all));
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((one) => validFor(one, known, field)));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) {
    const min = Math.max(schema.minValue ?? -Infinity, Number.MIN_SAFE_INTEGER);
    const max = Math.min(schema.maxValue ?? Infinity, Number.MAX_SAFE_INTEGER);
    return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
  }
  if (schema instanceof z.ZodISODate)
    return fc.oneof(
      fc.constantFrom('1900-01-01', '1900-02-28', '2100-12-31'),
      fc.integer({ min: -20_000, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
    );
  if (schema instanceof z.ZodUUID) return fc.uuid({ version: 7 });
  if (textOf(schema)) return textFor(schema, textOf(schema)?.maxLength ?? 40);
  throw new Error(`no generator for ${schema._zod.def.type} "${field}"`);
}

function objectFor(schema: z.ZodObject, known: Known): fc.Arbitrary<object> {
  const fields = Object.entries(schema.shape);
  const required = fields.filter(([, of]) => !(of instanceof z.ZodOptional)).map(([name]) => name);
  const model = Object.fromEntries(fields.map(([name, of]) => [name, validFor(of as z.ZodType, known, name)]));
  const made = fc.record(model, { requiredKeys: required, noNullPrototype: true });
  // What is said of several fields together
  return schema._zod.def.checks?.length ? made.filter((one) => accepts(schema, one)) : made;
}

/** The string behind what is trimmed and composed on the way in. */
function textOf(schema: z.core.$ZodType): z.ZodString | null {
  if (schema instanceof z.ZodString) return schema;
  return schema instanceof z.ZodPipe ? textOf(schema.in) : null;
}

function textFor(schema: z.core.$ZodType, maxLength: number): fc.Arbitrary<string> {
  const words = WORDS.filter((word) => accepts(schema, word));
  if (words.length === 0) throw new Error('no word fits; add one that does');
  const any = fc.string({ unit: 'grapheme', maxLength }).map((text) => (accepts(schema, text) ? text : null));
  return fc.tuple(fc.constantFrom(...words), any).map(([word, text]) => text ?? word);
}
