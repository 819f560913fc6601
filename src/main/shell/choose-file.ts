import { dialog, type BrowserWindow } from 'electron'

/** Asks where to save, above the window where there is one; null when the person changed their mind. */
export const chooseFile = async (
  window: BrowserWindow | null,
  { name, kind }: { readonly name: string; readonly kind: string },
): Promise<string | null> => {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const options = { defaultPath: name, filters: [{ name: kind, extensions: [extension] }] }
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}
