import { useState } from 'react';
import { View } from '@tarojs/components';
import { FIELDS } from '../../types/words';
import { fieldWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Chip } from '@/ui/Chip';
import { Icon } from '@/ui/Icon';
import { Labelled } from '@/ui/Labelled';
import { Press } from '@/ui/Press';
import { SearchInput } from '@/ui/SearchInput';
import { TextArea } from '@/ui/TextArea';
import { TextInput } from '@/ui/TextInput';
import { Section } from './Section';

const nothing = () => undefined;

const Buttons = () => (
  <View className="card col g12">
    <Button size="large" icon="scan" onPress={nothing}>
      扫一扫
    </Button>
    <Button onPress={nothing}>联系这位青年</Button>
    <Button busy onPress={nothing}>
      联系这位青年
    </Button>
    <Button kind="second" onPress={nothing}>
      看看这个码
    </Button>
    <Button kind="line" icon="repeat" onPress={nothing}>
      再试一次
    </Button>
    <Button kind="quiet" onPress={nothing}>
      先到这里
    </Button>
    <Button onPress={nothing}>让阿卜杜拉·买买提江·艾力联系我，名字很长的时候按钮自己长高</Button>
    <View className="buttons">
      <Button kind="second" size="small" icon="chat" onPress={nothing}>
        微信
      </Button>
      <Button kind="second" size="small" icon="phone" onPress={nothing}>
        电话
      </Button>
      <Button kind="line" size="small" icon="leave" onPress={nothing}>
        离开
      </Button>
    </View>
    <View className="btn second pressed">按下的时候</View>
    <Press className="text-btn" as="link" onPress={nothing}>
      完整告知，第 2 版
      <Icon name="right" size={16} />
    </Press>
  </View>
);

const Chips = () => {
  const [chosen, setChosen] = useState<string>(FIELDS[0]);
  return (
    <>
      <View className="chips">
        <Chip on onPress={nothing}>
          全部 84
        </Chip>
        {FIELDS.slice(0, 3).map((field) => (
          <Chip key={field} on={false} onPress={nothing}>
            <View className={`field f-${field}`}>{fieldWords[field]}</View>
            12
          </Chip>
        ))}
      </View>
      <View className="card chips">
        {FIELDS.map((field) => (
          <Chip key={field} on={field === chosen} onPaper onPress={() => setChosen(field)}>
            <View className={`field f-${field}`}>{fieldWords[field]}</View>
          </Chip>
        ))}
      </View>
    </>
  );
};

const Inputs = () => {
  const [empty, setEmpty] = useState('');
  const [filled, setFilled] = useState('李思莹');
  const [unit, setUnit] = useState('佛山市南海区桂城街道');
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  return (
    <>
      <SearchInput id="gallery-empty" hint="姓名、拼音或首字母" value={empty} onChange={setEmpty} />
      <SearchInput id="gallery-filled" hint="姓名、拼音或首字母" value={filled} onChange={setFilled} />
      <View className="card">
        <Labelled id="gallery-unit" label="单位或学校，可不填">
          <View className="input in">
            <TextInput id="gallery-unit" name="单位或学校" hint="团干部会看到" value={unit} onChange={setUnit} />
          </View>
        </Labelled>
        <View className="mt16" />
        <Labelled id="gallery-name" label="姓名" problem="还差姓名">
          <View className="input in">
            <TextInput
              id="gallery-name"
              name="姓名"
              hint="真实姓名，团干部这样称呼你"
              problem="还差姓名"
              value={name}
              onChange={setName}
            />
          </View>
        </Labelled>
        <View className="mt16" />
        <TextArea
          id="gallery-text"
          label="发生了什么"
          hint="什么时候，什么事"
          value={text}
          longest={500}
          onChange={setText}
        />
        <View className="problem mt16">没有连上，还没有保存。</View>
      </View>
    </>
  );
};

export const Controls = () => (
  <>
    <Section title="按钮">
      <Buttons />
    </Section>
    <Section title="选项">
      <Chips />
    </Section>
    <Section title="填写">
      <Inputs />
    </Section>
  </>
);
