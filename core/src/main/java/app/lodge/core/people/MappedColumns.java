package app.lodge.core.people;

import static app.lodge.core.people.PersonField.FAMILY_NAME;
import static app.lodge.core.people.PersonField.GIVEN_NAME;
import static app.lodge.core.people.PersonField.PERSONNEL_NUMBER;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.tables.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A mapping laid over a table's columns, with what does not fit.
final class MappedColumns {

    private final List<String> tableHeadings;
    private final Map<PersonField, Integer> columns = new EnumMap<>(PersonField.class);
    private final List<Problem> problems = new ArrayList<>();

    MappedColumns(Table table, Mapping mapping) {
        this.tableHeadings = table.headings();
        mapping.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lay(entry.getKey(), entry.getValue()));
        for (var needed : List.of(PERSONNEL_NUMBER, GIVEN_NAME, FAMILY_NAME)) {
            if (!columns.containsKey(needed) && problems.isEmpty()) {
                problems.add(
                        Problem.of(
                                needed.key(),
                                needed.key(),
                                "import.column-needed",
                                String.join(", ", tableHeadings)));
            }
        }
    }

    private void lay(String heading, String fieldName) {
        var field = PersonField.named(fieldName);
        var column = tableHeadings.indexOf(heading);
        if (field.isEmpty()) {
            problems.add(Problem.of(heading, fieldName, "import.field-unknown"));
        } else if (column < 0 || heading.isEmpty()) {
            problems.add(
                    Problem.of(
                            fieldName,
                            heading,
                            "import.column-not-there",
                            String.join(", ", tableHeadings)));
        } else if (columns.putIfAbsent(field.get(), column) != null) {
            problems.add(
                    Problem.of(
                            heading,
                            heading,
                            "import.field-twice",
                            heading(field.get()),
                            fieldName));
        }
    }

    List<Problem> problems() {
        return problems;
    }

    Map<PersonField, Integer> columns() {
        return columns;
    }

    String heading(PersonField field) {
        var column = columns.get(field);
        return column == null ? field.key() : tableHeadings.get(column);
    }

    Map<PersonField, String> headings() {
        var headings = new EnumMap<PersonField, String>(PersonField.class);
        columns.forEach((field, column) -> headings.put(field, tableHeadings.get(column)));
        return headings;
    }
}
