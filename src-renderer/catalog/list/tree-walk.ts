import type { Category, CategoryId, CategoryNode } from '#shared/catalog/category.ts'

/** A line of the category tree as it stands on screen. `null` is the line for everything. */
export interface TreeLine {
  readonly id: CategoryId | null
  readonly category: Category | null
  /** 1 for the top. */
  readonly level: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
}

const everything: TreeLine = { id: null, category: null, level: 1, hasChildren: false, isOpen: false }

/** The lines of the tree from top to bottom, without what is folded in. Archived ones only where they are shown. */
export function treeLines(
  tree: readonly CategoryNode[],
  closed: ReadonlySet<string>,
  withArchived: boolean,
): readonly TreeLine[] {
  const lines: TreeLine[] = [everything]
  const add = (nodes: readonly CategoryNode[], level: number): void => {
    for (const { category, children } of nodes) {
      if (category.archived && !withArchived) continue
      const shown = children.filter((child) => withArchived || !child.category.archived)
      const isOpen = !closed.has(category.id)
      lines.push({ id: category.id, category, level, hasChildren: shown.length > 0, isOpen })
      if (isOpen) add(shown, level + 1)
    }
  }
  add(tree, 1)
  return lines
}

/** What a key does on a line of the tree (the usual keys of a tree: WAI-ARIA). */
export type TreeStep =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'fold' | 'unfold'; readonly id: CategoryId }
  | { readonly kind: 'none' }

export function treeStep(key: string, at: number, lines: readonly TreeLine[]): TreeStep {
  const line = lines[at]
  if (line === undefined) return { kind: 'none' }
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', to: Math.min(at + 1, lines.length - 1) }
    case 'ArrowUp':
      return { kind: 'go', to: Math.max(at - 1, 0) }
    case 'Home':
      return { kind: 'go', to: 0 }
    case 'End':
      return { kind: 'go', to: lines.length - 1 }
    case 'ArrowRight':
      if (line.id === null || !line.hasChildren) return { kind: 'none' }
      return line.isOpen ? { kind: 'go', to: at + 1 } : { kind: 'unfold', id: line.id }
    case 'ArrowLeft':
      if (line.id !== null && line.hasChildren && line.isOpen) return { kind: 'fold', id: line.id }
      return { kind: 'go', to: parentOf(at, lines) }
    default:
      return { kind: 'none' }
  }
}

function parentOf(at: number, lines: readonly TreeLine[]): number {
  const level = lines[at]?.level ?? 1
  for (let above = at - 1; above > 0; above -= 1) if ((lines[above]?.level ?? 0) < level) return above
  return at
}
