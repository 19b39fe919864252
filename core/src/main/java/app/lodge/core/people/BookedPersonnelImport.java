package app.lodge.core.people;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportPlan.Planning;
import app.lodge.core.people.ImportPlan.ReadRow;
import app.lodge.core.people.tables.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Imports as units of {@link #ROWS_A_UNIT} rows, each under a request id of its own that follows from
/// the import's: a repeat finds the units that are done and does the others.
final class BookedPersonnelImport implements PersonnelImport {

    static final int ROWS_A_UNIT = 100;
    private static final int ROWS_A_LOOK = 1_000;
    private static final int FIRST_ROWS = 20;

    private final Register register;
    private final Books books;
    private final PersonCheck check;
    private final KeptMappings mappings;
    private final ImportRunStore runs;
    private final CountryWords countries = new CountryWords();

    BookedPersonnelImport(Register register) {
        this.register = register;
        this.books = register.books();
        this.check = new PersonCheck(books.clock());
        this.mappings = new KeptMappings(books);
        this.runs = new ImportRunStore(books);
    }

    @Override
    public Proposal open(Actor actor, PersonnelFile file) {
        actor.require(Permission.IMPORT_PEOPLE);
        return switch (Table.read(file.name(), file.content())) {
            case Table.Reading.Unreadable(var problems) ->
                    new Proposal(List.of(), List.of(), new Mapping("", Map.of()), problems);
            case Table.Reading.Read(var table) ->
                    new Proposal(
                            table.headings(),
                            table.rows().stream().limit(FIRST_ROWS).map(Table.Row::cells).toList(),
                            mappings.proposed(table.headings()),
                            List.of());
        };
    }

    @Override
    public Preview preview(Actor actor, PersonnelFile file, Mapping mapping) {
        actor.require(Permission.IMPORT_PEOPLE);
        return switch (ImportPlan.of(file, mapping, check, countries)) {
            case Planning.Impossible(var problems) -> new Preview(List.of(), List.of(), problems);
            case Planning.Planned(var plan) ->
                    new Preview(
                            previewed(plan).stream().map(row -> seen(actor, row)).toList(),
                            missing(plan).stream()
                                    .map(person -> register.reach().seenBy(actor, person))
                                    .toList(),
                            List.of());
        };
    }

    /// Without what the books know and the actor's role does not see, not even whether the file differs.
    private PreviewRow seen(Actor actor, PreviewRow row) {
        return new PreviewRow(
                row.row(),
                row.state(),
                register.reach().seenOf(actor, row.details()),
                row.changedFields().stream()
                        .filter(field -> !register.reach().hides(actor, field))
                        .toList(),
                row.faults());
    }

    private List<PreviewRow> previewed(ImportPlan plan) {
        var rows = new ArrayList<PreviewRow>(plan.rows().size());
        for (var some : parts(plan.rows(), ROWS_A_LOOK)) {
            var known = register.store().find(candidates(some));
            var matching = new ImportMatching(plan, known.values());
            some.forEach(row -> rows.add(matching.match(row).row()));
        }
        return rows;
    }

    private List<Person> missing(ImportPlan plan) {
        var missing = new ArrayList<Person>();
        register.eachPage(page -> {
            for (var one : page) {
                if (isMissing(plan, one.person())) {
                    missing.add(one.person());
                }
            }
        });
        return missing;
    }

    private static boolean isMissing(ImportPlan plan, Person person) {
        var number = Likenesses.number(person.details());
        return person.state() == PersonState.ACTIVE
                && !number.isEmpty()
                && !plan.numbers().contains(number);
    }

    @Override
    public ImportOutcome apply(
            Actor actor,
            RequestId request,
            PersonnelFile file,
            Mapping mapping,
            List<PersonId> blockMissing) {
        actor.require(Permission.IMPORT_PEOPLE);
        return switch (ImportPlan.of(file, mapping, check, countries)) {
            case Planning.Impossible(var problems) -> new ImportOutcome(0, 0, 0, 0, 0, problems);
            case Planning.Planned(var plan) ->
                    applied(
                            actor,
                            new Order(
                                    request,
                                    List.of(
                                            digest(file.content()),
                                            mapping.columns(),
                                            blockMissing)),
                            plan,
                            digest(file.content()),
                            blockMissing);
        };
    }

    private ImportOutcome applied(
            Actor actor, Order order, ImportPlan plan, String digest, List<PersonId> blockMissing) {
        var trail = new ImportTrail(runs, register.seal(), order.request().value(), digest);
        var total = ImportCounts.NONE;
        var unit = 0;
        for (var rows : parts(plan.rows(), ROWS_A_UNIT)) {
            total = total.plus(unit(actor, order, unit++, tx -> written(tx, trail, plan, rows)));
        }
        var problems = new LinkedHashSet<Problem>();
        for (var ids : parts(List.copyOf(new LinkedHashSet<>(blockMissing)), ROWS_A_UNIT)) {
            total = total.plus(unit(actor, order, unit++, tx -> blocked(tx, trail, plan, ids)));
        }
        problems.addAll(total.problems());
        var outcome =
                new ImportOutcome(
                        total.enrolled(),
                        total.changed(),
                        total.unchanged(),
                        total.faulty(),
                        total.blocked(),
                        List.copyOf(problems));
        return books.once(
                actor,
                order.request(),
                "people.import",
                order.content(),
                ImportOutcome.class,
                tx -> {
                    trail.finish(tx);
                    return journalled(tx, digest, outcome);
                });
    }

    private ImportCounts unit(
            Actor actor, Order order, int number, Books.Writing<ImportCounts> work) {
        return books.once(
                actor,
                order.unit(number),
                "people.import-unit",
                order.content(),
                ImportCounts.class,
                work);
    }

    private ImportCounts written(Tx tx, ImportTrail trail, ImportPlan plan, List<ReadRow> rows) {
        if (trail.undone(tx)) {
            return ImportCounts.NONE; // undone while it was cut off: nobody wants the rest
        }
        var known = register.store().find(tx, candidates(rows));
        var matching = new ImportMatching(plan, known.values());
        var touched = new ArrayList<Person>();
        var counts = ImportCounts.NONE;
        for (var row : rows) {
            var match = matching.match(row);
            var details = match.row().details();
            switch (match.row().state()) {
                case NEW -> {
                    var person = register.enrol(tx, details).person();
                    trail.enrolled(tx, person);
                    touched.add(person);
                }
                case CHANGED -> {
                    var before = match.known().orElseThrow();
                    var person = register.changes().change(tx, before, details);
                    trail.changed(tx, before, person);
                    touched.add(person);
                }
                case UNCHANGED, FAULTY -> {
                    // nothing to write
                }
            }
            counts = counts.plus(ImportCounts.of(match.row().state()));
        }
        register.indexAfter(tx, touched);
        return counts;
    }

    private ImportCounts blocked(Tx tx, ImportTrail trail, ImportPlan plan, List<PersonId> ids) {
        if (trail.undone(tx)) {
            return ImportCounts.NONE;
        }
        var found = register.store().find(tx, ids.stream().map(PersonId::number).toList());
        var blocked = 0;
        var problems = new ArrayList<Problem>();
        for (var id : ids) {
            var one = found.get(id.number());
            if (one == null || !isMissing(plan, one.person())) {
                problems.add(Problem.of("blockMissing", id.number(), "import.not-missing"));
            } else {
                trail.blocked(tx, register.changes().block(tx, one, BlockReason.OTHER));
                blocked++;
            }
        }
        return new ImportCounts(0, 0, 0, 0, blocked, problems);
    }

    private static ImportOutcome journalled(Tx tx, String digest, ImportOutcome outcome) {
        tx.journal(
                "people.imported",
                "import:" + digest.substring(0, 16),
                Map.of(
                        "file", digest,
                        "enrolled", outcome.enrolled(),
                        "changed", outcome.changed(),
                        "unchanged", outcome.unchanged(),
                        "faulty", outcome.faulty(),
                        "blocked", outcome.blocked()));
        return outcome;
    }

    private Set<Long> candidates(List<ReadRow> rows) {
        return new HashSet<>(register.candidates(rows.stream().map(ReadRow::details).toList()));
    }

    @Override
    public void saveMapping(Actor actor, Mapping mapping) {
        actor.require(Permission.IMPORT_PEOPLE);
        mappings.save(actor, mapping);
    }

    @Override
    public List<Mapping> mappings(Actor actor) {
        actor.require(Permission.IMPORT_PEOPLE);
        return mappings.all();
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        var parts = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// What was asked, and the request ids that follow from it.
    private record Order(RequestId request, List<?> content) {

        RequestId unit(int number) {
            return new RequestId(
                    "import-" + digest(request.value()).substring(0, 40) + "-" + number);
        }
    }
}
