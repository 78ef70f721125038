import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { role } from './role';

/** A heading inside a page, below its title. */
export const Heading = ({ className, children }: { className: string; children: ReactNode }) => (
  <View className={className} {...role('heading')} aria-level={2}>
    {children}
  </View>
);
