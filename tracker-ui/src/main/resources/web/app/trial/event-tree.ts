import type { ChainEvent } from '../api/types';

/** An event with those that it caused. */
export interface Node {
  event: ChainEvent;
  effects: Node[];
}

/**
 * Events as trees of causes: an event hangs below its cause if that is among the events. Events of
 * equal cause stay in time's order; a ring of causes, which cannot honestly happen, is cut.
 */
export function eventTrees(events: ChainEvent[]): Node[] {
  const inTime = [...events].sort(
    (a, b) => a.time.localeCompare(b.time) || a.id.localeCompare(b.id),
  );
  const nodes = new Map(inTime.map((event): [string, Node] => [event.id, { event, effects: [] }]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const cause = node.event.causeId ? nodes.get(node.event.causeId) : undefined;
    if (cause && !descends(cause, node)) {
      cause.effects.push(node);
    } else {
      roots.push(node);
    }
  }
  return roots;
}

function descends(node: Node, from: Node): boolean {
  return node === from || from.effects.some((effect) => descends(node, effect));
}

/** The line of events that goes on without branching, and what branches off at its end. */
export function line(node: Node): { trunk: Node[]; leaves: Node[]; branches: Node[] } {
  const trunk = [node];
  let last = node;
  while (last.effects.length === 1) {
    last = last.effects[0];
    trunk.push(last);
  }
  return {
    trunk,
    leaves: last.effects.filter((n) => n.effects.length === 0),
    branches: last.effects.filter((n) => n.effects.length > 0),
  };
}

/** What an event's id says it is about: `<trial>/<attempt>/<branch>/<step>/<kind>`. */
export function about(id: string): { branch: string; step: string } | undefined {
  const parts = id.split('/');
  return parts.length === 5 && parts[2] !== 'dense'
    ? { branch: parts[2], step: parts[3] }
    : undefined;
}
