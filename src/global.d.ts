/// <reference types="@tarojs/taro" />

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    /** How the phone reaches the server: WeChat's cloud, or HTTP with a session. */
    TARO_APP_DOOR: 'wx' | 'http';
    TARO_APP_API: string;
    TARO_APP_CLOUD_ENV: string;
  }
}

declare module 'qrcode/lib/core/qrcode' {
  interface Matrix {
    modules: { size: number; get(row: number, column: number): number };
  }
  const qrcode: { create(text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): Matrix };
  export default qrcode;
}
