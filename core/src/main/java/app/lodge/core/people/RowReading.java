package app.lodge.core.people;

import static app.lodge.core.people.PersonField.BIRTH_DATE;
import static app.lodge.core.people.PersonField.COUNTRY;
import static app.lodge.core.people.PersonField.PERSONNEL_NUMBER;

import app.lodge.core.books.Problem;
import app.lodge.core.people.ImportPlan.ReadRow;
import app.lodge.core.people.tables.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One row's cells as fields, with its faults named by column heading and cell.
final class RowReading {

    private final int width;
    private final MappedColumns columns;
    private final PersonCheck check;
    private final CountryWords countries;
    private final DateWords dates;

    RowReading(Table table, MappedColumns columns, PersonCheck check, CountryWords countries) {
        this.width = table.headings().size();
        this.columns = columns;
        this.check = check;
        this.countries = countries;
        var birth = columns.columns().get(BIRTH_DATE);
        this.dates =
                DateWords.of(
                        birth == null
                                ? List.of()
                                : table.rows().stream().map(row -> row.cell(birth)).toList());
    }

    ReadRow read(Table.Row row) {
        var faults = new ArrayList<Problem>();
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        columns.columns()
                .forEach((field, column) -> fields.put(field, value(field, row, column, faults)));
        for (var column = width; column < row.cells().size(); column++) {
            if (!row.cell(column).isEmpty()) {
                faults.add(
                        Problem.of(
                                String.valueOf(column + 1),
                                row.cell(column),
                                "import.surplus-cell",
                                width));
            }
        }
        if (fields.getOrDefault(PERSONNEL_NUMBER, "").isEmpty()) {
            faults.add(Problem.of(columns.heading(PERSONNEL_NUMBER), "", "import.number-missing"));
        }
        check(row, fields, faults);
        return new ReadRow(row.number(), Map.copyOf(fields), List.copyOf(faults));
    }

    private String value(PersonField field, Table.Row row, int column, List<Problem> faults) {
        var text = row.cell(column);
        return switch (field) {
            case BIRTH_DATE -> text.isEmpty() ? "" : date(text, faults);
            case COUNTRY -> countries.code(text);
            case GIVEN_NAME,
                    FAMILY_NAME,
                    PERSONNEL_NUMBER,
                    EMAIL,
                    PHONE,
                    GROUP,
                    STREET,
                    HOUSE_NUMBER,
                    POSTCODE,
                    TOWN,
                    BRANCH ->
                    text;
        };
    }

    private String date(String text, List<Problem> faults) {
        return switch (dates.read(text)) {
            case DateWords.Day(var date) -> date.toString();
            case DateWords.Impossible() -> fault(text, "import.date-impossible", faults);
            case DateWords.Malformed() ->
                    fault(
                            text,
                            text.startsWith("=") ? "people.formula-like" : "import.date-malformed",
                            faults);
        };
    }

    private String fault(String text, String key, List<Problem> faults) {
        faults.add(Problem.of(columns.heading(BIRTH_DATE), text, key));
        return "";
    }

    private void check(Table.Row row, Map<PersonField, String> fields, List<Problem> faults) {
        for (var problem :
                check.problems(PersonField.merged(PersonDetails.named("", ""), fields))) {
            PersonField.named(problem.field())
                    .filter(fields::containsKey)
                    .ifPresent(field -> faults.add(inTheFile(problem, field, row)));
        }
    }

    private Problem inTheFile(Problem problem, PersonField field, Table.Row row) {
        var column = columns.columns().get(field);
        var cell = column == null || field != COUNTRY ? problem.value() : row.cell(column);
        return new Problem(columns.heading(field), cell, problem.key(), problem.arguments());
    }
}
