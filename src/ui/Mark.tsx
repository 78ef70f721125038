import { View } from '@tarojs/components';
import { Drawing } from './Drawing';

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

const svgOf = (circles: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${circles.join('')}</svg>`;

const sevenSvg = svgOf(seven.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8.5"/>`));
const stepsSvg = svgOf(
  steps.map(([x, y, r, opacity]) => `<circle cx="${x}" cy="${y}" r="${r}" opacity="${opacity}"/>`),
);

/** The product's mark: a person walking, step by step, into a circle of seven. */
export const Mark = () => (
  <View className="mark">
    <Drawing className="mark-seven" svg={sevenSvg} />
    <Drawing className="mark-steps" svg={stepsSvg} />
  </View>
);
