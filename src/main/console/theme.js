/** Dark or light: what was chosen, or else what the system prefers. */

const KEPT = 'tiankong.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

export const theme = () => localStorage.getItem(KEPT) ?? (system.matches ? 'dark' : 'light');

export function wear(chosen) {
  localStorage.setItem(KEPT, chosen);
  apply();
}

function apply() {
  document.documentElement.dataset.bsTheme = theme();
  // Charts paint with colours that they read once.
  dispatchEvent(new Event('themechange'));
}

system.addEventListener('change', apply);
apply();
