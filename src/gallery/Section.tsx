import type { ReactNode } from 'react';
import { View } from '@tarojs/components';

/** One group of the page, under its name. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <View className="gallery-section">
    <View className="sec b">{title}</View>
    {children}
  </View>
);
