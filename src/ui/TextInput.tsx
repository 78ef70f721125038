import { Input } from '@tarojs/components';
import { given } from './given';
import { type Problem, problemOf } from './Labelled';

export interface TextInputProps extends Problem {
  /** What a screen reader calls it. */
  name: string;
  hint: string;
  value: string;
  longest?: number;
  kind?: 'text' | 'search' | 'digits' | 'phone';
  onChange: (value: string) => void;
  /** With what stands in the field, which a quick hand may have typed a moment ago. */
  onConfirm?: (value: string) => void;
}

/** WeChat's number keys lack the + and the - of a phone number. */
const typeOf = (kind: TextInputProps['kind']) => (kind === 'digits' ? 'number' : 'text');

/** A browser asks for a telephone with keys that have them, and keeps the leading zeros of digits. */
const nativeTypes = { text: {}, search: {}, digits: { type: 'text', inputMode: 'numeric' }, phone: { type: 'tel' } };

/** In a browser Taro puts the real field inside its own: that is the one to be named. */
const spoken = ({ id, name, problem, kind = 'text' }: TextInputProps) =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { 'aria-label': name, ...problemOf({ id, problem }), ...nativeTypes[kind] } }
    : { 'aria-label': name };

/** A line to be typed. */
export const TextInput = (props: TextInputProps) => {
  const { id, hint, value, longest = 30, kind, onChange, onConfirm } = props;
  return (
    <Input
      id={id}
      className="input-text"
      {...spoken(props)}
      {...given({
        onConfirm: onConfirm && (({ detail }: { detail: { value: string } }) => onConfirm(detail.value)),
        confirmType: kind === 'search' ? ('search' as const) : undefined,
      })}
      type={typeOf(kind)}
      value={value}
      maxlength={longest}
      placeholder={hint}
      placeholderClass="input-hint"
      onInput={({ detail }) => onChange(detail.value)}
    />
  );
};
