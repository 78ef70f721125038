import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { decode } from './decode.h5';
import { role } from '@/ui/role';

const pauseBetweenLooks = 200;
/** A code that is still there is not found in every picture. */
const looksUntilGone = 5;

interface Props {
  onText: (text: string) => void;
  paused: boolean;
}

/** The camera of a browser. Where it is refused or missing it says so; the other ways stand below. */
export const Camera = ({ onText, paused }: Props) => {
  const video = useRef<HTMLVideoElement>(null);
  // What stands before the camera all the time is read once, and again when it was away.
  const lastRead = useRef<string | null>(null);
  const looksWithout = useRef(0);
  const [state, setState] = useState<'waiting' | 'seeing' | 'refused'>('waiting');
  const [unread, setUnread] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (gone || !video.current) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      setState('seeing');
    };
    open().catch(() => setState('refused'));
    return () => {
      gone = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);

  useEffect(() => {
    if (state !== 'seeing' || paused) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const look = async () => {
      let text: string | null = null;
      let fails = false;
      try {
        text = video.current && (await decode(video.current));
      } catch {
        fails = true;
      }
      if (stopped) return;
      setUnread(fails);
      looksWithout.current = text ? 0 : looksWithout.current + 1;
      if (looksWithout.current >= looksUntilGone) lastRead.current = null;
      if (text && text !== lastRead.current) {
        lastRead.current = text;
        onText(text);
      } else {
        timer = setTimeout(() => void look(), pauseBetweenLooks);
      }
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [state, paused, onText]);

  return (
    <View className={state === 'refused' ? 'viewfinder closed' : 'viewfinder'}>
      <video ref={video} className="viewfinder-video" playsInline muted aria-label="相机画面" />
      {state === 'refused' && (
        <View className="viewfinder-words" {...role('status')}>
          <View>相机没有打开。</View>
          <View>可以从相册选一张，或输入码的内容。</View>
        </View>
      )}
      {state === 'seeing' && <View className="viewfinder-frame" aria-hidden="true" />}
      {state === 'seeing' && unread && (
        <View className="viewfinder-unread" {...role('status')}>
          没有连上，码还读不了。连上就好，也可以输入码的内容。
        </View>
      )}
    </View>
  );
};
