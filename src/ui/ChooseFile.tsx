import type { FC } from 'react';

export interface ChooseFileProps {
  id: string;
  /** Which files it offers. */
  accept: string;
  kind?: 'second' | 'line';
  icon?: 'doc';
  word: string;
  onChoose: (file: File) => void;
}

/** A mini-program has no files of its person's to choose from. */
export const ChooseFile: FC<ChooseFileProps> = () => null;
