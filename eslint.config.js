import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument: only routes, jobs and commands read the clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` as an argument: only routes, jobs and commands read the clock.',
  },
]
const ENUMS = [{ selector: 'TSEnumDeclaration', message: 'A union of words reads better than an enum.' }]

export default ts.config(
  { ignores: ['build/', 'data/', 'node_modules/', 'coverage/', 'tests/.db/', 'public/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...ENUMS],
      eqeqeq: 'error',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'reports/**/*.ts', 'surveys/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  // All tables on one page.
  { files: ['db/schema.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['app/domain/**', 'db/**', 'app/charts/**', 'reports/**', 'surveys/**'],
    rules: { 'no-restricted-syntax': ['error', ...ENUMS, ...CLOCK] },
  },
  { files: ['app/cli/**', 'app/server.ts', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  prettier,
)
