package app.lodge.core.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.ImportPlan.ReadRow;
import app.lodge.core.people.PersonnelImport.PreviewRow;
import app.lodge.core.people.PersonnelImport.RowState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a row means against the people in the books: matched by personnel number (ID-05).
///
/// People of different personnel numbers are different people. Only somebody without one, typed in
/// before the first load, can be taken for the same by name and birth date or by e-mail; such a row is
/// faulty until a clerk has decided.
final class ImportMatching {

    private final ImportPlan plan;
    private final Map<String, List<StoredPerson>> byNumber = new HashMap<>();
    private final List<StoredPerson> withoutNumber;

    ImportMatching(ImportPlan plan, Collection<StoredPerson> candidates) {
        this.plan = plan;
        for (var one : candidates) {
            var number = Likenesses.number(one.person().details());
            if (!number.isEmpty()) {
                byNumber.merge(
                        number,
                        List.of(one),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        this.withoutNumber =
                candidates.stream()
                        .filter(one -> one.person().details().personnelNumber().isEmpty())
                        .toList();
    }

    Match match(ReadRow row) {
        var details = row.details();
        if (!row.faults().isEmpty()) {
            return faulty(row, row.faults());
        }
        var known = byNumber.getOrDefault(Likenesses.number(details), List.of());
        return switch (known.size()) {
            case 0 ->
                    lookalike(details)
                            .map(like -> faulty(row, List.of(looksLike(details, like))))
                            .orElseGet(() ->
                                    new Match(
                                            new PreviewRow(
                                                    row.row(),
                                                    RowState.NEW,
                                                    details,
                                                    List.of(),
                                                    List.of()),
                                            Optional.empty()));
            case 1 -> known(row, known.getFirst());
            default -> faulty(row, List.of(ambiguous(details, known)));
        };
    }

    private static Match known(ReadRow row, StoredPerson known) {
        var before = known.person().details();
        var after = ImportPlan.merged(row, before);
        var fields = PersonField.differing(before, after).stream().map(PersonField::key).toList();
        return new Match(
                new PreviewRow(
                        row.row(),
                        fields.isEmpty() ? RowState.UNCHANGED : RowState.CHANGED,
                        after,
                        fields,
                        List.of()),
                Optional.of(known));
    }

    private static Match faulty(ReadRow row, List<Problem> faults) {
        return new Match(
                new PreviewRow(row.row(), RowState.FAULTY, row.details(), List.of(), faults),
                Optional.empty());
    }

    private Optional<Person> lookalike(PersonDetails details) {
        return withoutNumber.stream()
                .map(StoredPerson::person)
                .filter(other -> !Likenesses.alike(details, other.details()).isEmpty())
                .findFirst();
    }

    private Problem looksLike(PersonDetails details, Person like) {
        return Problem.of(
                heading(PersonField.FAMILY_NAME),
                details.familyName(),
                "import.looks-like",
                "%07d".formatted(like.id().number()),
                details.personnelNumber());
    }

    private Problem ambiguous(PersonDetails details, List<StoredPerson> known) {
        return Problem.of(
                heading(PersonField.PERSONNEL_NUMBER),
                details.personnelNumber(),
                "import.number-ambiguous",
                known.stream()
                        .map(one -> "%07d".formatted(one.person().id().number()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private String heading(PersonField field) {
        return plan.headings().getOrDefault(field, field.key());
    }

    /// @param known whom a CHANGED or UNCHANGED row is about
    record Match(PreviewRow row, Optional<StoredPerson> known) {}
}
