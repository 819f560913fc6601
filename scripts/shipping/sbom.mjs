/**
 * What is in the program as CycloneDX 1.5, from the one npm makes of the lockfile: of its parts only
 * those that are shipped, and as parts of the program, not of its development.
 * @param {any} whole what `npm sbom --sbom-format cyclonedx` printed
 * @param {import('./shipped-packages.mjs').Shipped[]} shipped
 * @param {{ name: string, version: string }} program
 */
export function shippedBom(whole, shipped, program) {
  const wanted = new Set(shipped.map(({ name, version }) => `${name}@${version}`))
  const own = whole.metadata.component
  const components = whole.components.filter((part) => wanted.has(nameOf(part))).map(partOf)
  const found = new Set(components.map(nameOf))
  const missing = [...wanted].filter((name) => !found.has(name))
  if (missing.length > 0) throw new Error(`The lockfile does not know ${missing.join(', ')}`)
  const refs = new Set(components.map((part) => part['bom-ref']))
  return {
    ...whole,
    metadata: {
      ...whole.metadata,
      lifecycles: [{ phase: 'build' }],
      component: { ...own, type: 'application', name: program.name, version: program.version },
    },
    components,
    dependencies: [
      // What is built in has no way of its own to what it was built with.
      { ref: own['bom-ref'], dependsOn: [...refs] },
      ...whole.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn = [] }) => ({
          ref,
          dependsOn: dependsOn.filter((to) => refs.has(to)),
        })),
    ],
  }
}

const partOf = ({ 'bom-ref': ref, group, name, version, purl, hashes, licenses }) => ({
  'bom-ref': ref,
  type: name === 'electron' ? 'framework' : 'library',
  ...(group && { group }),
  name,
  version,
  scope: 'required',
  purl,
  hashes,
  licenses,
})

const nameOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`
