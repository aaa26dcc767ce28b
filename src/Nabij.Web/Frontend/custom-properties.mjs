const declaration = /(--[\w-]+)\s*:((?:"[^"]*"|'[^']*'|[^;{}"'])*)(?:;|(?=}))/g;
const use = /var\(\s*(--[\w-]+)/g;
const usesIn = (text) => Array.from(text.matchAll(use), (match) => match[1]);

/** Leaves out the custom properties of `:root` that no rule reads, directly or through another one. */
export function keepReachable(css) {
  const rootBlock = /:root\s*\{([^}]*)\}/g;
  const roots = Array.from(css.matchAll(rootBlock), (match) => match[1]).join("\n");
  const readBy = new Map();
  for (const [, name, value] of roots.matchAll(declaration))
    readBy.set(name, (readBy.get(name) ?? []).concat(usesIn(value)));

  const reachable = new Set();
  const toVisit = usesIn(css.replace(rootBlock, ""));
  while (toVisit.length > 0) {
    const name = toVisit.pop();
    if (reachable.has(name)) continue;
    reachable.add(name);
    toVisit.push(...(readBy.get(name) ?? []));
  }
  return css.replace(rootBlock, (block) =>
    block.replace(declaration, (whole, name) => (reachable.has(name) ? whole : "")),
  );
}
