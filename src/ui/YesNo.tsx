import { Choices } from './Choices';
import { Labelled } from './Labelled';

interface Props {
  id: string;
  label: string;
  /** What yes and no are called. */
  words: [string, string];
  value: boolean;
  onChange: (value: boolean) => void;
}

/** One of two. */
export const YesNo = ({ id, label, words: [yes, no], value, onChange }: Props) => (
  <Labelled id={id} label={label}>
    <Choices
      id={id}
      label={label}
      options={['yes', 'no']}
      chosen={value ? 'yes' : 'no'}
      onPaper
      onChoose={(chosen) => onChange(chosen === 'yes')}
    >
      {(option) => (option === 'yes' ? yes : no)}
    </Choices>
  </Labelled>
);
