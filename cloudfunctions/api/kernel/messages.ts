import { MESSAGE_KINDS, type MessageKind } from '../../../types/words';
import type { Templates } from './settings';

/** A message before it is sent: what of it may go into its words. */
export interface Waiting {
  kind: MessageKind;
  /** What it is about, by the word of whoever queued it. */
  about: string;
  madeAt: Date;
}

interface Kind {
  /** The setting that names its template at WeChat. */
  template: keyof Templates;
  /** In the order of the template's keys. Nothing personal: it stands in a chat, where others may look on. */
  says: (message: Waiting) => (string | Date)[];
  /** The page that a tap opens. */
  page: (message: Waiting) => string;
}

/** Where an answer stands, other than where a youth asks. */
const answeredOn: Readonly<Record<string, string>> = { application: 'org/apply', leave: 'days/leave' };

/** Every kind of message. Another one is a word in `MESSAGE_KINDS`, a setting, an entry here, and a `queue_message` where it happens. */
const kinds: Record<MessageKind, Kind> = {
  answer: {
    template: 'APP_WX_TEMPLATE_ANSWER',
    says: ({ madeAt }) => ['你提的事有答复了，点开看看', madeAt],
    page: ({ about }) => answeredOn[about] ?? 'contact/holder',
  },
  todo: {
    template: 'APP_WX_TEMPLATE_TODO',
    says: ({ madeAt }) => ['有几件事等着你，点开看看', madeAt],
    page: () => 'home/index',
  },
};

interface Template {
  templateId: string;
  keys: string[];
}

/** The template of a kind; null where the deployment has none, and the kind is neither offered nor sent. */
function templateOf(kind: MessageKind, settings: Templates): Template | null {
  const [templateId = '', keys = ''] = settings[kinds[kind].template].split(':');
  return templateId ? { templateId, keys: keys.split(',') } : null;
}

/** What a phone may offer to its person. */
export const offeredMessages = (settings: Templates): Partial<Record<MessageKind, string>> =>
  Object.fromEntries(
    MESSAGE_KINDS.flatMap((kind) => {
      const template = templateOf(kind, settings);
      return template ? [[kind, template.templateId]] : [];
    }),
  );

/** WeChat refuses a longer one. */
const THING_LENGTH = 20;

const twoDigits = (figure: number): string => String(figure).padStart(2, '0');

/** `2026年11月26日 09:05` in Asia/Shanghai (D10.1): both a `date` and a `time` may be written so. */
function moment(at: Date): string {
  const there = new Date(at.getTime() + 8 * 3_600_000);
  const day = `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`;
  return `${day} ${twoDigits(there.getUTCHours())}:${twoDigits(there.getUTCMinutes())}`;
}

const valueOf = (said: string | Date | undefined): string =>
  said instanceof Date ? moment(said) : (said ?? '').slice(0, THING_LENGTH);

/** What WeChat is given of a message, but for whom; null without a template. */
export function contentOf(
  message: Waiting,
  settings: Templates,
): { templateId: string; page: string; data: Record<string, string> } | null {
  const template = templateOf(message.kind, settings);
  if (!template) return null;
  const { says, page } = kinds[message.kind];
  const said = says(message);
  return {
    templateId: template.templateId,
    page: page(message),
    data: Object.fromEntries(template.keys.map((key, i) => [key, valueOf(said[i])])),
  };
}
