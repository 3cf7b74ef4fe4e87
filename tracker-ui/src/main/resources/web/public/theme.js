// Runs before the first paint, so that a remembered theme does not flash the other one.
try {
  const remembered = localStorage.getItem('espalier.theme');
  if (remembered === 'light' || remembered === 'dark') {
    document.documentElement.dataset.theme = remembered;
  }
} catch {
  // Storage may be forbidden; the system's preference is used then.
}
