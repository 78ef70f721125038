import type { template } from 'glass-easel';
import type { Called } from '../../wx/door';
import type { Styles } from '../styles';
import type { Modules } from './modules';

/** What is put into the host's window before it runs. */
declare global {
  interface Window {
    /** The compiled package. */
    miniProgram: {
      templates: Record<string, template.ComponentTemplate['content']>;
      tags: string[];
      styles: Styles;
      modules: Modules;
      globals: string[];
      /** The contents of the JSON files by name. */
      config: Record<string, PageConfig>;
      wxNames: string[];
    };
    callFunction(name: string, data: object): Promise<Called>;
    scanned(): Promise<string>;
    noted(name: string, options: object): Promise<void>;
  }
}

export interface PageConfig {
  navigationBarTitleText?: string;
  usingComponents?: Record<string, string>;
}
