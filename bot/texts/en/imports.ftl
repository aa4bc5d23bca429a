imports-open = Import and export
imports-desk = <b>The catalogue as files</b>
    Send an .xlsx workbook or a .zip of CSV files. I check it first and show what would change; nothing is imported before you say yes.

    { $last }
imports-last-none = Nothing was imported yet.
imports-last = Last import: { $when }. New: { $added }, changed: { $changed }.
imports-last-undone = The last import was taken back: { $when }.
imports-get-catalogue = Get the whole catalogue
imports-get-template = Get an empty template
imports-undo = Take the import back
imports-catalogue = The whole catalogue of { $when }. Edit it and send it back: only what you changed will change.
imports-catalogue-name = catalogue.xlsx
imports-template = An empty template. The first sheet says how to fill it in; columns have notes and lists.
imports-template-name = catalogue-template.xlsx
imports-checking = Checking the file “{ $name }”. It usually takes a few seconds, the answer comes here.
imports-wrong = <b>Mistakes in the file “{ $name }”: { $count }.</b>
    Nothing was imported. Mend it and send it again.

    { $lines }
imports-report = All mistakes by row: the file opens in Excel.
imports-report-name = mistakes.csv
imports-report-heading = table;row;column;what to mend
imports-report-more = … more mistakes: { $more }
imports-line = { $table }: { $added } new, { $changed } changed, { $unchanged } as before
imports-change = { $table } { $code }, { $field }: { $before } → { $after }
imports-change-empty = empty
imports-change-more = … more changes: { $more }
imports-table-partners = Partners
imports-table-resources = Resources
imports-table-agreements = Agreements
imports-table-programmes = Programmes
imports-table-modules = Modules
imports-table-groups = Groups
imports-summary = <b>No mistakes in the file “{ $name }”.</b> If it is imported:

    { $lines }
imports-apply = Import it
imports-drop = No, thanks
imports-same = The file “{ $name }” says the same as the catalogue. There is nothing to import.
imports-applied = <b>Imported.</b>
    { $lines }

    Everybody sees it within seconds.
imports-dropped = All right, nothing is imported.
imports-undone = <b>The import is taken back.</b>
    Added rows removed: { $added }, rows as they were before: { $changed }.
imports-now-waiting = This file is still being checked.
imports-now-ready = The file is checked: the button below the answer decides.
imports-now-refused = This file had mistakes, it was not imported.
imports-now-dropped = This file was not imported: it was declined, or another one was sent.
imports-now-applied = This file is imported already.
imports-not-fetched = The file “{ $name }” could not be fetched and checked. Please send it again.
imports-error-kind = The catalogue is taken as an .xlsx workbook or a .zip of CSV files. There is a template under “Catalogue”, “Import and export”.
imports-error-size = The file is larger than { $megabytes } MB. Divide it and send the parts one by one.
imports-error-clash = It cannot be imported. { $reason }
imports-error-nothing = There is nothing to take back: this import is taken back already, or another one came after it.
imports-error-relied = It cannot be taken back: applications or bookmarks rely on what it has added. These are { $named }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
audit-kind-catalogue = Catalogue
audit-action-catalogue-imported = catalogue imported
audit-action-catalogue-undone = import taken back
imports-replaced = The file “{ $name }” is not needed any more: this one takes its place.
imports-touched-moved = Group { $code } moves. It concerns applications: { $applications }, paths: { $paths }
imports-touched-cancelled = Group { $code } is cancelled. It concerns applications: { $applications }, paths: { $paths }
imports-touched-restored = Group { $code } is held after all. It concerns applications: { $applications }, paths: { $paths }
imports-touched-more = … and { $more } more groups; applications: { $applications }, paths: { $paths }
imports-tight = Check the hours of group { $code }: { $held } of { $needed } by the timetable
imports-tight-more = … and { $more } more groups with too few hours
imports-absent = { $table }, not in the file: { $count } ({ $named }) — they stay as they are.
imports-absent-groups = { $table }, not in the file: { $count } ({ $named }) — they stay as they are. To close a group put state=closed, to cancel it cancelled.
