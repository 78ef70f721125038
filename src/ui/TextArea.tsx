import { Textarea, View } from '@tarojs/components';
import { Labelled, type Problem, problemOf } from './Labelled';

interface Props extends Problem {
  label: string;
  /** A word at the right of the label. */
  aside?: string;
  hint: string;
  value: string;
  longest: number;
  onChange: (value: string) => void;
}

const spoken = ({ id, label, problem }: Props) =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { 'aria-label': label, ...problemOf({ id, problem }) } }
    : { 'aria-label': label };

/** A few sentences to be typed, under their label. */
export const TextArea = (props: Props) => {
  const { id, label, aside, hint, value, longest, problem, onChange } = props;
  return (
    <Labelled
      id={id}
      label={
        aside ? (
          <View className="flex between">
            {label}
            <View className="ink3">{aside}</View>
          </View>
        ) : (
          label
        )
      }
      problem={problem}
    >
      <View className="input in input-long">
        <Textarea
          id={id}
          className="input-text"
          {...spoken(props)}
          value={value}
          maxlength={longest}
          placeholder={hint}
          placeholderClass="input-hint"
          onInput={({ detail }) => onChange(detail.value)}
        />
      </View>
    </Labelled>
  );
};
