/**
 * A dialog to render into and show with `showModal()`. Closing removes it; so does leaving the page, so that a question asked on
 * one page is not answered on another.
 *
 * @param look additional CSS classes
 * @param title the id of its title element
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
