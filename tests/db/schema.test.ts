import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { db } from '#tests/database.ts'

type Column = { nullable: boolean; filledByDatabase: boolean }
type Tables = Record<string, Record<string, Column>>

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What db/schema.ts promises; types do not exist at run time, so its text is read. */
function promised(): Tables {
  const source = ts.createSourceFile(
    'schema.ts',
    readFileSync('db/schema.ts', 'utf8'),
    ts.ScriptTarget.Latest,
  )
  const schema = source.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'Schema',
  )
  if (!schema || !ts.isTypeAliasDeclaration(schema)) throw new Error('db/schema.ts has no type Schema')
  return Object.fromEntries(membersOf(schema.type).map(([table, columns]) => [table, columnsOf(columns)]))

  function membersOf(type: ts.TypeNode): [string, ts.TypeNode][] {
    if (!ts.isTypeLiteralNode(type)) throw new Error(`not a list of members: ${type.getText(source)}`)
    return type.members.map((member) => {
      if (!ts.isPropertySignature(member) || !member.type) throw new Error(member.getText(source))
      return [snakeCase(member.name.getText(source)), member.type]
    })
  }

  function columnsOf(type: ts.TypeNode): Record<string, Column> {
    const columns = membersOf(type).map(([name, columnType]): [string, Column] => {
      const text = columnType.getText(source)
      const filledByDatabase = /^Generated</.test(text) || /, never, never>$/.test(text)
      return [name, { nullable: /\bnull\b/.test(text), filledByDatabase }]
    })
    return Object.fromEntries(columns)
  }
}

async function real(): Promise<Tables> {
  const { rows } = await sql<{
    tableName: string
    columnName: string
    nullable: boolean
    filledByDatabase: boolean
  }>`select table_name, column_name, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as filled_by_database
    from information_schema.columns
    where table_schema = 'public' and table_name not in ('migration', 'migration_lock')`.execute(db)
  const tables: Tables = {}
  for (const { tableName, columnName, nullable, filledByDatabase } of rows) {
    tables[tableName] = { ...tables[tableName], [columnName]: { nullable, filledByDatabase } }
  }
  return tables
}

test('the types know the tables as they are: every column, what may be empty, what fills itself', async () => {
  const tables = await real()

  expect(Object.keys(tables).length).toBeGreaterThan(30)
  expect(promised()).toEqual(tables)
})
