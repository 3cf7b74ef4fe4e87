import { html, render } from 'lit';

export interface Question {
  title: string;
  text: string;
  action: string;
  danger?: boolean;
}

/** Asks in a dialog; Escape and a click beside it mean no. */
export function confirmed(question: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'es-dialog-title');
  const close = (answer: string) => () => dialog.close(answer);
  render(
    html`
      <h2 id="es-dialog-title">${question.title}</h2>
      <p>${question.text}</p>
      <div class="actions">
        <button class="button" autofocus @click=${close('no')}>Cancel</button>
        <button class="button ${question.danger ? 'danger' : 'primary'}" @click=${close('yes')}>
          ${question.action}
        </button>
      </div>`,
    dialog,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && outside(dialog, event)) {
      dialog.close('no');
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

function outside(dialog: HTMLElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
}
