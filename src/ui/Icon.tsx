import { Drawing } from './Drawing';
import { type IconName, iconSvg, type IconSize } from './icons';

export const Icon = ({ name, size = 24 }: { name: IconName; size?: IconSize }) => (
  <Drawing className="icon" svg={iconSvg(name, size)} size={`${size}px`} />
);
