import { useState } from 'react'
import { ScanCapture, TextField, useKeys, useWaitingScans } from '#renderer/ui/index.ts'

/** A field somebody types in while a scanner fires; what arrived where is written down. */
export function ScanSample() {
  const [scans, setScans] = useState<readonly string[]>([])
  return (
    <ScanCapture
      onScan={async (code) => {
        await new Promise((done) => setTimeout(done, 5))
        setScans((before) => [...before, code.text])
      }}
      onProblem={() => {}}
    >
      <ScanFields scans={scans} />
    </ScanCapture>
  )
}

function ScanFields({ scans }: { scans: readonly string[] }) {
  const [note, setNote] = useState('')
  const [code, setCode] = useState('')
  const [pressed, setPressed] = useState(0)
  const waiting = useWaitingScans()
  useKeys([{ keys: 'S', label: 'Send now', run: () => setPressed((count) => count + 1) }])
  return (
    <main style={{ padding: 20 }}>
      <h1 className="t-title">Scans</h1>
      <TextField label="Note" value={note} onChange={setNote} />
      <TextField label="Code" takesScans value={code} onChange={setCode} />
      <output data-testid="scans">{scans.join(' ')}</output>
      <output data-testid="waiting">{waiting}</output>
      <output data-testid="pressed">{pressed}</output>
    </main>
  )
}
