import { Image } from '@tarojs/components';
import { tokens } from '@/theme/tokens';
import { svgUri } from './svg';

const seven = [
  [17, 61.6],
  [20.4, 31.4],
  [46.1, 15.2],
  [74.7, 25.3],
  [84.8, 53.9],
  [68.6, 79.6],
  [38.4, 83],
];
const steps = [
  [14.6, 85.4, 2.6, 0.55],
  [23.8, 76.2, 3.6, 0.7],
  [33.7, 66.3, 4.8, 0.85],
  [50, 50, 11.5, 1],
];

const picture = svgUri(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g fill="${tokens.brand}">${seven
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8.5"/>`)
    .join('')}</g><g fill="${tokens.spark}">${steps
    .map(([x, y, r, opacity]) => `<circle cx="${x}" cy="${y}" r="${r}" opacity="${opacity}"/>`)
    .join('')}</g></svg>`,
);

/** The product's mark: a person walking, step by step, into a circle of seven. */
export const Mark = () => <Image className="mark" src={picture} aria-hidden="true" />;
