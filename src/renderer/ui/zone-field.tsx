import { ChevronDown, Globe } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { cx } from './classes.ts'
import field from './field.module.css'
import floating from './floating.module.css'
import { Floating } from './floating.tsx'

interface ZoneFieldProps {
  label: string
  value: string
  onChange: (zone: string) => void
  aside?: ReactNode
}

const MOST = 30

/** A time zone, found by typing a part of its name. */
export const ZoneField = ({ label, value, onChange, aside }: ZoneFieldProps) => {
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(value)
  const wanted = typed === value ? '' : typed.toLowerCase().replaceAll(' ', '_')
  const items = Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map((id) => ({ id }))
  return (
    <ComboBox
      className={cx(field.field)}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={value}
      onChange={(zone) => {
        if (zone === null) return
        onChange(String(zone))
        setTyped(String(zone))
      }}
      onBlur={() => setTyped(value)}
    >
      <span className={field.caption}>
        <Label>{label}</Label>
        {aside && <span className={field.aside}>{aside}</span>}
      </span>
      <div className={field.box} ref={box}>
        <Globe size={16} strokeWidth={1.75} aria-hidden="true" />
        <Input className={cx(field.bare)} />
        <Button className={cx(field.inline)}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <Floating flush triggerRef={box} maxHeight={320}>
        <ListBox className={cx(floating.list)}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={cx(floating.item)}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Floating>
    </ComboBox>
  )
}
