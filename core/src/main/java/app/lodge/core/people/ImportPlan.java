package app.lodge.core.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.tables.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A file read through a mapping: every row's fields and every fault that shows without the books.
/// Preview and import use the same plan, so they cannot disagree about the file.
///
/// @param numbers the personnel numbers in the file, folded; those of faulty rows too, for who is in
///     the file is not missing
record ImportPlan(List<ReadRow> rows, Map<PersonField, String> headings, Set<String> numbers) {

    /// @param fields of the mapped columns only
    record ReadRow(int row, Map<PersonField, String> fields, List<Problem> faults) {

        PersonDetails details() {
            return PersonField.merged(PersonDetails.named("", ""), fields);
        }
    }

    sealed interface Planning {
        record Planned(ImportPlan plan) implements Planning {}

        record Impossible(List<Problem> problems) implements Planning {}
    }

    static Planning of(
            PersonnelFile file, Mapping mapping, PersonCheck check, CountryWords countries) {
        return switch (Table.read(file.name(), file.content())) {
            case Table.Reading.Unreadable(var problems) -> new Planning.Impossible(problems);
            case Table.Reading.Read(var table) -> {
                var columns = new MappedColumns(table, mapping);
                yield columns.problems().isEmpty()
                        ? new Planning.Planned(planned(table, columns, check, countries))
                        : new Planning.Impossible(columns.problems());
            }
        };
    }

    private static ImportPlan planned(
            Table table, MappedColumns columns, PersonCheck check, CountryWords countries) {
        var reading = new RowReading(table, columns, check, countries);
        var firstRows = new HashMap<String, Integer>();
        var rows = new ArrayList<ReadRow>(table.rows().size());
        for (var row : table.rows()) {
            var read = reading.read(row);
            var number = Likenesses.number(read.details());
            var before = number.isEmpty() ? null : firstRows.putIfAbsent(number, row.number());
            rows.add(before == null ? read : twice(read, columns, before));
        }
        return new ImportPlan(
                List.copyOf(rows), columns.headings(), new HashSet<>(firstRows.keySet()));
    }

    private static ReadRow twice(ReadRow read, MappedColumns columns, int before) {
        var faults = new ArrayList<>(read.faults());
        faults.add(
                Problem.of(
                        columns.heading(PersonField.PERSONNEL_NUMBER),
                        read.fields().getOrDefault(PersonField.PERSONNEL_NUMBER, ""),
                        "import.number-twice",
                        before));
        return new ReadRow(read.row(), read.fields(), List.copyOf(faults));
    }

    /// The same person with what the file says in place of what was known; the personnel number stays
    /// as it is written in the books (`00042` matches `42`).
    static PersonDetails merged(ReadRow row, PersonDetails known) {
        var over = new EnumMap<PersonField, String>(row.fields());
        over.remove(PersonField.PERSONNEL_NUMBER);
        return PersonField.merged(known, over);
    }
}
