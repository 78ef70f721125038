import { useRef } from 'react';
import { Button } from './Button';
import type { ChooseFileProps } from './ChooseFile';

/** A file of one's own; the same one can be chosen again. */
export const ChooseFile = ({ id, accept, kind, icon, word, onChoose }: ChooseFileProps) => {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        className="spoken"
        type="file"
        accept={accept}
        data-testid={id}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const [file] = Array.from(target.files ?? []);
          target.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button id={id} kind={kind} icon={icon} onPress={() => chooser.current?.click()}>
        {word}
      </Button>
    </>
  );
};
