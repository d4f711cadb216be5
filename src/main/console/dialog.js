/**
 * A dialog, to be drawn into and shown by `showModal()`. Closed, it is gone; and what was asked on one page is not to be
 * answered on another.
 *
 * @param look its CSS classes beside that of all dialogs
 * @param title the id of the element in it that says what it is about
 */
export function dialog(look, title) {
  const element = document.createElement('dialog');
  element.className = `console-dialog ${look}`;
  element.setAttribute('aria-labelledby', title);
  document.body.append(element);
  const leave = () => element.close();
  addEventListener('hashchange', leave);
  element.addEventListener('close', () => {
    removeEventListener('hashchange', leave);
    element.remove();
  });
  return element;
}
