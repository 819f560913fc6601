import { Check } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  type MenuItemProps as AriaMenuItemProps,
} from 'react-aria-components/Menu'
import { Separator } from 'react-aria-components/Separator'
import { cx } from './classes.ts'
import styles from './floating.module.css'
import { Floating } from './floating.tsx'

interface MenuProps {
  label: string
  /** The button that opens it. */
  trigger: ReactNode
  children: ReactNode
}

export const Menu = ({ label, trigger, children }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Floating flush>
      <AriaMenu aria-label={label} className={cx(styles.list)}>
        {children}
      </AriaMenu>
    </Floating>
  </MenuTrigger>
)

interface ContextMenuProps {
  label: string
  /** Where it opens, px of the window. */
  at: { readonly x: number; readonly y: number }
  onClose: () => void
  children: ReactNode
}

/** A menu that is open as long as it is rendered, at a point in place of a button. */
export const ContextMenu = ({ label, at, onClose, children }: ContextMenuProps) => {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: at.x, top: at.y }} />
      <Floating
        flush
        isOpen
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        onOpenChange={(open) => !open && onClose()}
      >
        <AriaMenu
          aria-label={label}
          className={cx(styles.list)}
          autoFocus="first"
          onClose={onClose}
        >
          {children}
        </AriaMenu>
      </Floating>
    </>
  )
}

interface MenuItemProps {
  id?: string
  /** What it is called, for type-ahead. */
  name: string
  onAction?: () => void
  children: ReactNode
}

export const MenuItem = ({ name, id, onAction, children }: MenuItemProps) => {
  const optional: Pick<AriaMenuItemProps, 'id' | 'onAction'> = {
    ...(id === undefined ? {} : { id }),
    ...(onAction ? { onAction } : {}),
  }
  return (
    <AriaMenuItem {...optional} textValue={name} className={cx(styles.item)}>
      {children}
      <Check className={styles.tick} size={15} aria-hidden="true" />
    </AriaMenuItem>
  )
}

interface MenuChoicesProps {
  heading: string
  selected: readonly string[]
  onChange: (ids: string[]) => void
  /** Every id, for when all are chosen at once. */
  all: readonly string[]
  children: ReactNode
}

/** Items of which any number is ticked; the menu stays open. */
export const MenuChoices = ({ heading, selected, onChange, all, children }: MenuChoicesProps) => (
  <MenuSection
    selectionMode="multiple"
    selectedKeys={selected}
    onSelectionChange={(keys) => onChange(keys === 'all' ? [...all] : [...keys].map(String))}
  >
    <Header className={cx(styles.heading)}>{heading}</Header>
    {children}
  </MenuSection>
)

export const MenuHeading = ({ name, children }: { name: string; children: ReactNode }) => (
  <MenuSection>
    <Header className={cx(styles.heading)}>{name}</Header>
    {children}
  </MenuSection>
)

export const MenuLine = () => <Separator className={cx(styles.separator)} />
