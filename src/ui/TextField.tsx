import { View } from '@tarojs/components';
import { Labelled } from './Labelled';
import { TextInput, type TextInputProps } from './TextInput';

interface Props extends Omit<TextInputProps, 'name'> {
  label: string;
  /** What a screen reader calls it, where the label does not say it all. */
  name?: string;
}

/** A line to be typed, under its label. */
export const TextField = ({ label, name = label, ...input }: Props) => (
  <Labelled id={input.id} label={label} problem={input.problem}>
    <View className="input in">
      <TextInput {...input} name={name} />
    </View>
  </Labelled>
);
