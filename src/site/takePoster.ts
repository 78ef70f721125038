import Taro from '@tarojs/taro';
import type { Outputs } from '../../types/contract';
import { qrModules } from '@/ui/qr';
import { posterWords } from './posterWords';

type Standing = Outputs['grassrootsDay']['standingCode'];

/** A sheet of A4 at 150 points an inch. */
const size = { width: 1240, height: 1754 };
const code = { side: 760, top: 470 };

interface Line {
  text: string;
  y: number;
  px: number;
  weight?: 600;
  colour: string;
}

const ink = '#101828';
const quiet = '#475467';

/** A text in lines of so many characters. */
const inLines = (text: string, most: number): string[] => text.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];

const linesOf = ({ site }: Standing): Line[] => [
  { text: '到青年中去', y: 150, px: 48, weight: 600, colour: '#0b7a5e' },
  ...inLines(site.name, 15).map((text, row): Line => ({ text, y: 270 + row * 96, px: 76, weight: 600, colour: ink })),
  { text: posterWords.lead, y: 1340, px: 56, weight: 600, colour: ink },
  { text: posterWords.how, y: 1410, px: 36, colour: quiet },
  { text: posterWords.what, y: 1510, px: 32, colour: ink },
  { text: posterWords.live, y: 1565, px: 32, colour: ink },
  { text: site.orgName, y: 1680, px: 28, colour: quiet },
];

/** The same sheet as a picture. WeChat shows it whole; a long press there saves it or sends it on. */
export const takePoster = async (standing: Standing): Promise<void> => {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size });
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.textAlign = 'center';
  for (const { text, y, px, weight = 400, colour } of linesOf(standing)) {
    context.font = `${weight} ${px}px sans-serif`;
    context.fillStyle = colour;
    context.fillText(text, size.width / 2, y, size.width - 120);
  }
  const rows = qrModules(standing.text);
  const module = Math.floor(code.side / rows.length);
  const left = Math.round((size.width - module * rows.length) / 2);
  context.fillStyle = ink;
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect(left + x * module, code.top + y * module, module, module);
    }),
  );
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    canvasId: '',
    fileType: 'png',
  });
  await Taro.previewImage({ urls: [tempFilePath] });
};

export const takeWord = '存成图片，拿去印';
export const tookWords: string | null = '长按图片，保存或发出去。';
