import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'

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

/** Asks for a folder, which may be made while asking; null when the person changed their mind. */
export const chooseFolder = async (window: BrowserWindow | null): Promise<string | null> => {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}
