/** The theme: the user's choice, or the system's preference. */

const KEPT = 'tiankong.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

export const theme = () => localStorage.getItem(KEPT) ?? (system.matches ? 'dark' : 'light');

export function wear(chosen) {
  localStorage.setItem(KEPT, chosen);
  apply();
}

function apply() {
  document.documentElement.dataset.bsTheme = theme();
  // Charts read their colours only once.
  dispatchEvent(new Event('themechange'));
}

system.addEventListener('change', apply);
apply();
