import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
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
