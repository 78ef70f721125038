import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { factsOf, missingOfSite, refusedOfSite, type SiteDraft } from './siteDraft';
import { SiteFields } from './SiteFields';

interface Props {
  before: SiteDraft;
  error: Error | null;
  busy: boolean;
  word: string;
  onEdit: () => void;
  onSend: (facts: NonNullable<ReturnType<typeof factsOf>>) => void;
  /** What else is asked with them. */
  children?: ReactNode;
}

/** The facts of a site, to be filled in. */
export const SiteForm = ({ before, error, busy, word, onEdit, onSend, children }: Props) => {
  const [draft, setDraft] = useState(before);
  const [tries, setTries] = useState(0);
  const problems = { ...(tries > 0 && missingOfSite(draft)), ...refusedOfSite(error) };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, error);
  const send = () => {
    setTries(tries + 1);
    const facts = factsOf(draft);
    if (facts) onSend(facts);
  };
  return (
    <>
      <View className="card flush">
        <SiteFields
          draft={draft}
          problems={problems}
          onChange={(change) => {
            onEdit();
            setDraft({ ...draft, ...change });
          }}
        />
        {children}
      </View>
      <View className="foot">
        {!firstProblem && <Unsaved error={error} />}
        <Button id="save-site" size="large" busy={busy} onPress={send}>
          {word}
        </Button>
      </View>
    </>
  );
};
