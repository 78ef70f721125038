import { View } from '@tarojs/components';
import { SERVICES } from '../../types/words';
import { serviceWords } from '@/lib/words';
import { Choices } from '@/ui/Choices';
import { DayInput } from '@/ui/DayInput';
import { Labelled } from '@/ui/Labelled';
import { TextField } from '@/ui/TextField';
import { YesNo } from '@/ui/YesNo';
import type { PostDraft, PostProblems } from './postDraft';

interface Props {
  draft: PostDraft;
  problems: PostProblems;
  onChange: (change: Partial<PostDraft>) => void;
}

/** D1.1 What an administrator settles with a post. */
export const PostFields = ({ draft, problems, onChange }: Props) => (
  <>
    <View className="part">
      <TextField
        id="title"
        label="职务"
        hint="比如：组织部部长"
        value={draft.title}
        problem={problems.title}
        onChange={(title) => onChange({ title })}
      />
    </View>
    <View className="part">
      <Labelled id="service" label="类别" problem={problems.service}>
        <Choices
          id="service"
          label="类别"
          options={SERVICES}
          chosen={draft.service}
          onPaper
          problem={problems.service}
          onChoose={(service) => onChange({ service })}
        >
          {(service) => serviceWords[service]}
        </Choices>
      </Labelled>
    </View>
    <View className="part flex g16 post-flags">
      <YesNo
        id="establishment"
        label="编制"
        words={['在编', '不在编']}
        value={draft.inEstablishment}
        onChange={(inEstablishment) => onChange({ inEstablishment })}
      />
      <YesNo
        id="leadership"
        label="班子成员"
        words={['是', '不是']}
        value={draft.leadership}
        onChange={(leadership) => onChange({ leadership })}
      />
    </View>
    <View className="part">
      <Labelled id="from" label="从哪天起" problem={problems.from}>
        <DayInput
          id="from"
          name="从哪天起"
          value={draft.from}
          problem={problems.from}
          onChange={(from) => onChange({ from })}
        />
      </Labelled>
    </View>
  </>
);
