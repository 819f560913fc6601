import { contextBridge, ipcRenderer } from 'electron'
import { askChannel, hearChannel, type Bridge } from '../contract/bridge.ts'

const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke(askChannel, name, input),
  hear: (listener) => {
    const pass = (_event: unknown, announcement: Parameters<typeof listener>[0]): void =>
      listener(announcement)
    ipcRenderer.on(hearChannel, pass)
    return () => {
      ipcRenderer.off(hearChannel, pass)
    }
  },
}

contextBridge.exposeInMainWorld('linework', bridge)
