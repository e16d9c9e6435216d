import {
  importCalls,
  type CsvImport,
  type Fault,
  type ImportColumns,
} from '#shared/protocol/admin/imports.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { StoredImport } from '../../../imports/import.repo.ts';
import { maxRows, type ImportOutcome, type ImportRefusal } from '../../../imports/import.service.ts';
import { addCall, type AdminContext, type AdminRoutes } from './admin-routes.ts';

/** Tickets out of files. */
export const importRoutes: AdminRoutes = (app, context) => {
  addUpload(app, context);
  addSteps(app, context);
};

function presentImport({ created_by: _author, columns, state, ...stored }: StoredImport): CsvImport {
  return {
    ...stored,
    state: state as CsvImport['state'],
    columns: JSON.parse(columns) as ImportColumns,
  };
}

/** `data.code` is what the console finds its own words by. */
function refused(refusal: ImportRefusal): DeskError {
  switch (refusal.kind) {
    case 'not_found':
      return new DeskError('not_found', 'There is no such import');
    case 'wrong_state':
      return new DeskError('conflict', `The import is ${refusal.state}: this is not the time for it`);
    case 'no_rows':
      return new DeskError('invalid', 'There are no rows in the file', { data: { code: 'no_rows' } });
    case 'parts_missing':
      return new DeskError('invalid', 'Parts of the file are missing', { data: { code: 'parts_missing' } });
    case 'too_many_rows': {
      const data = { code: 'too_many_rows', most: maxRows };
      return new DeskError('invalid', `A file may have ${maxRows} rows at most`, { data });
    }
    case 'broken': {
      const data = { code: 'broken', line: refusal.line };
      return new DeskError('invalid', `The quotes in line ${refusal.line} do not match`, { data });
    }
    case 'bad_columns': {
      const data = { code: 'bad_columns', names: refusal.names };
      return new DeskError('invalid', `No such column, or none chosen: ${refusal.names.join(', ')}`, {
        data,
      });
    }
  }
}

/** @throws DeskError why it was refused */
function valueOf<Value>(outcome: ImportOutcome<Value>): Value {
  if (outcome.kind !== 'done') throw refused(outcome);
  return outcome.value;
}

const addUpload: AdminRoutes = (app, context: AdminContext) => {
  const { imports } = context.services;

  addCall(app, context, importCalls.begin, async ({ actor, body: { file_name } }) => ({
    import: presentImport(await imports.begin(actor, file_name)),
  }));

  addCall(app, context, importCalls.part, async ({ params: { id }, body: { position, content } }) => {
    valueOf(await imports.addPart(id, position, content));
    return {};
  });

  addCall(app, context, importCalls.columns, async ({ params: { id } }) => {
    const { import: stored, headers, sample } = valueOf(await imports.readColumns(id));
    return { import: presentImport(stored), headers, sample };
  });
};

const addSteps: AdminRoutes = (app, context) => {
  const { imports } = context.services;

  addCall(app, context, importCalls.list, async () => ({
    imports: (await imports.list()).map(presentImport),
  }));

  addCall(app, context, importCalls.read, async ({ params: { id } }) => {
    const { import: stored, problems } = valueOf(await imports.read(id));
    return {
      import: presentImport(stored),
      problems: problems.map(({ line, message }) => ({ line, faults: JSON.parse(message) as Fault[] })),
    };
  });

  addCall(app, context, importCalls.check, async ({ params: { id }, body: { columns } }) => ({
    import: presentImport(valueOf(await imports.check(id, columns))),
  }));

  addCall(app, context, importCalls.start, async ({ actor, params: { id } }) => ({
    import: presentImport(valueOf(await imports.start(actor, id))),
  }));

  addCall(app, context, importCalls.cancel, async ({ actor, params: { id } }) => ({
    import: presentImport(valueOf(await imports.cancel(actor, id))),
  }));
};
