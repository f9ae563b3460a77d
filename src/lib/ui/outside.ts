import type { Attachment } from 'svelte/attachments';

/** Calls `run` when a press both starts and ends on a dialog's backdrop, so that dragging a selection out is safe. */
export function outside(run: () => void): Attachment<HTMLDialogElement> {
  return (dialog) => {
    const beside = (event: MouseEvent) => {
      const box = dialog.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      return event.target === dialog && (x < box.left || x > box.right || y < box.top || y > box.bottom);
    };
    let began = false;
    const down = (event: PointerEvent) => (began = beside(event));
    const click = (event: MouseEvent) => began && beside(event) && run();
    dialog.addEventListener('pointerdown', down);
    dialog.addEventListener('click', click);
    return () => {
      dialog.removeEventListener('pointerdown', down);
      dialog.removeEventListener('click', click);
    };
  };
}
