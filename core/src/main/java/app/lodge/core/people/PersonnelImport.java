package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Map;

/// Personnel files from an ERP or payroll system: read, previewed, then written (ID-04, ID-05).
public interface PersonnelImport {

    static PersonnelImport in(Register register) {
        return new BookedPersonnelImport(register);
    }

    /// The file's column headings and first rows, with the mapping proposed from saved mappings and
    /// from the headings themselves.
    Proposal open(Actor actor, PersonnelFile file);

    /// What would happen to each row; writes nothing.
    Preview preview(Actor actor, PersonnelFile file, Mapping mapping);

    /// Writes what the preview showed as new and changed; missing people are blocked only if named.
    ///
    /// Written in small units, so that others can work meanwhile. The same request goes on where it
    /// was cut off, and gets the first answer once it is done.
    ImportOutcome apply(
            Actor actor,
            RequestId request,
            PersonnelFile file,
            Mapping mapping,
            List<PersonId> blockMissing);

    /// @throws IllegalArgumentException if the name has not 1 to 64 characters, or the columns are too
    ///     many to keep
    void saveMapping(Actor actor, Mapping mapping);

    List<Mapping> mappings(Actor actor);

    /// @param name with its ending: `.csv` (UTF-8 or Windows-1252; comma, semicolon or tab) or
    ///     `.xlsx` (first sheet)
    record PersonnelFile(String name, byte[] content) {}

    /// @param columns file column heading → field name of {@link PersonDetails}
    record Mapping(String name, Map<String, String> columns) {
        public Mapping {
            columns = Map.copyOf(columns);
        }
    }

    record Proposal(
            List<String> headings,
            List<List<String>> firstRows,
            Mapping mapping,
            List<Problem> problems) {}

    /// @param missing people with a personnel number who are not in the file (proposed for blocking,
    ///     never removed)
    /// @param problems what makes the whole file unreadable; empty otherwise
    record Preview(List<PreviewRow> rows, List<Person> missing, List<Problem> problems) {

        public long count(RowState state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }
    }

    /// @param row the row's number in the file, the heading being row 1
    /// @param faults field = column heading, value = cell, for FAULTY rows
    record PreviewRow(
            int row,
            RowState state,
            PersonDetails details,
            List<String> changedFields,
            List<Problem> faults) {}

    enum RowState {
        NEW,
        CHANGED,
        UNCHANGED,
        FAULTY
    }

    record ImportOutcome(
            int enrolled,
            int changed,
            int unchanged,
            int faulty,
            int blocked,
            List<Problem> problems) {}
}
