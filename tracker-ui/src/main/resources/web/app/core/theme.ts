/** Light, dark, or what the system prefers; a choice is remembered in this browser. */
const KEY = 'espalier.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const changed = () => window.dispatchEvent(new Event('es-theme'));
system.addEventListener('change', changed);

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : system.matches;
}

export function toggleTheme(): void {
  const next = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  changed();
}
