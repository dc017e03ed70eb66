/** Copying: by the clipboard when it is allowed, else the older way; at worst the text stays selected. */

/**
 * @param body what is selected when nothing else works
 * @returns `false` when the reader has to copy the selection herself
 */
export async function copy(text: string, body: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(body);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    // What is selected is the message alone; a subject or a link goes with it whichever way it is copied.
    const whole = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    addEventListener('copy', whole);
    try {
      // Pages served without https in a training room have no clipboard, only this older way.
      return document.execCommand('copy');
    } finally {
      removeEventListener('copy', whole);
    }
  }
}
