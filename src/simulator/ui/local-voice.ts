// A voice that this device speaks by itself. A voice that a browser asks of its maker would send the words away: never that one.
import { useEffect, useState } from 'preact/hooks';

/** A French voice of this device; `null` where there is none. */
function localVoice(): SpeechSynthesisVoice | null {
  const { speechSynthesis: speech } = globalThis as Partial<typeof globalThis>;
  const voices = speech?.getVoices() ?? [];
  return voices.find(({ lang, localService }) => localService && /^fr/iu.test(lang)) ?? null;
}

/** Speaks slowly with the device's own French voice; `null` as long as it has none. */
export function useLocalVoice(): ((words: string) => void) | null {
  const [voice, setVoice] = useState(localVoice);
  useEffect(() => {
    const look = () => setVoice(localVoice());
    // Browsers fetch their list of voices after the page; those without speech have nothing to tell.
    const { speechSynthesis: speech } = globalThis as Partial<typeof globalThis>;
    speech?.addEventListener('voiceschanged', look);
    return () => {
      speech?.removeEventListener('voiceschanged', look);
      speech?.cancel();
    };
  }, []);
  if (!voice) return null;
  return (words) => {
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = 0.7;
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  };
}
