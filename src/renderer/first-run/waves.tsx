import styles from './first-run.module.css'

/** Two stencilled lines, one of them already inked up to where the needle is. */
export const Waves = () => (
  <svg className={styles.waves} viewBox="0 0 520 220" fill="none" aria-hidden="true">
    <path
      d="M0 126c60 0 70-64 128-64 64 0 60 96 124 96 70 0 60-150 134-150 60 0 70 70 134 70"
      stroke="#b7a5ff"
      strokeWidth="2.5"
      strokeDasharray="3 8"
      strokeLinecap="round"
    />
    <path
      d="M252 198c70 0 60-150 134-150 60 0 70 70 134 70"
      stroke="#b7a5ff"
      strokeWidth="2.5"
      strokeDasharray="12 9"
    />
    <path
      d="M0 166c60 0 70-64 128-64 64 0 60 96 124 96"
      stroke="#fff"
      strokeWidth="5"
      strokeLinecap="round"
    />
    <circle cx="252" cy="198" r="6" fill="#fff" />
  </svg>
)
