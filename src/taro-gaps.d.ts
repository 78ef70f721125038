/** What Taro does, but its types do not say. */
import '@tarojs/components';
import '@tarojs/taro';

declare module '@tarojs/components/types/common' {
  /** What an element says to a screen reader and to a keyboard. */
  interface StandardProps {
    role?: string;
    tabIndex?: number;
    /** In a browser: the event itself. */
    onKeyDown?: (event: KeyboardEvent) => void;
    onMouseDown?: (event: MouseEvent) => void;
    onMouseMove?: (event: MouseEvent) => void;
    onMouseUp?: (event: MouseEvent) => void;
    onMouseLeave?: (event: MouseEvent) => void;
  }
}

declare module '@tarojs/taro' {
  namespace getStorage {
    interface Option<T> {
      encrypt?: boolean;
      success?: (result: SuccessCallbackResult<T>) => void;
    }
  }
  namespace setStorage {
    interface Option {
      encrypt?: boolean;
    }
  }
  namespace scanCode {
    interface ScanType {
      /** 小程序码 */
      wxCode: string;
    }
  }
}
