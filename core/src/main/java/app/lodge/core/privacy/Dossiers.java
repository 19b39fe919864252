package app.lodge.core.privacy;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.media.Media;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.Certificate.HandedOut;
import app.lodge.core.privacy.Dossier.Former;
import app.lodge.core.privacy.Privacy.DossierOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers everything about one person (ID-58).
final class Dossiers {

    private static final int PAGE = 500;

    private final Books books;
    private final Register register;
    private final Accounts accounts;
    private final Media media;
    private final Journal journal;

    Dossiers(Books books, Register register, Accounts accounts, Media media, Journal journal) {
        this.books = books;
        this.register = register;
        this.accounts = accounts;
        this.media = media;
        this.journal = journal;
    }

    DossierOutcome gather(
            Actor actor, RequestId request, PersonId id, Purpose purpose, String reference) {
        var found = register.whole(actor, id);
        if (found.isEmpty()) {
            return new DossierOutcome.Rejected(List.of(BookedPrivacy.unknown(id)));
        }
        books.once(
                actor,
                request,
                "privacy.everything",
                List.of(id, purpose, reference),
                Boolean.class,
                tx -> {
                    HandedOutStore.add(tx, HandedOut.Kind.DOSSIER, actor.workstation(), id);
                    tx.journal(
                            "person.exported",
                            "person:" + id.number(),
                            Map.of("purpose", purpose.name(), "reference", reference));
                    return true;
                });
        return new DossierOutcome.Gathered(dossier(actor, found.get()));
    }

    private Dossier dossier(Actor actor, Person person) {
        var id = person.id();
        var mine = accounts.allOfPerson(actor, id);
        var carried = media.ofPerson(actor, id);
        var rows = journal(actor, id);
        var row = books.read(sql -> PersonFactsStore.find(sql, id.number())).orElseThrow();
        var credentials = books.read(sql -> PersonFactsStore.credentials(sql, id.number()));
        return new Dossier(
                books.clock().instant(),
                person,
                rows.stream().flatMap(one -> former(actor, id, one).stream()).toList(),
                register.photographs(actor, id),
                register.signatures(actor, id),
                carried,
                mine,
                mine.stream().flatMap(account -> movements(actor, account).stream()).toList(),
                books.read(sql -> PersonFactsStore.compartments(sql, id.number())),
                books.read(sql -> PersonFactsStore.listed(sql, credentials)),
                rows,
                books.read(sql ->
                        LegalHoldStore.of(
                                sql,
                                id,
                                LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC))),
                books.read(sql -> ErasureFactsStore.handedOut(sql, row)),
                ties(actor, row),
                actor.mandate().hiddenFields().stream().sorted().toList());
    }

    private Ties ties(Actor actor, PersonFactsStore.Row row) {
        var id = new PersonId(row.person());
        var hidden = register.reach().hides(actor, Reach.BANK);
        return books.snapshot(sql -> {
            var ties = TiesStore.of(sql, row);
            return ties.read(
                    sql,
                    ties.mandates(sql, (place, sealed) -> hidden ? null : bank(id, place, sealed)),
                    HolderTiesStore.wishes(
                            sql,
                            id.number(),
                            (field, place, sealed) ->
                                    hides(actor, field) ? null : wish(id, place, sealed)));
        });
    }

    private boolean hides(Actor actor, String field) {
        return register.reach().hides(actor, PersonField.valueOf(field).key());
    }

    private @Nullable String wish(PersonId id, String place, byte[] sealed) {
        return register.open(id, place, sealed)
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private Ties.@Nullable BankAccount bank(PersonId id, String place, byte[] sealed) {
        return register.open(id, place, sealed).map(Dossiers::bank).orElse(null);
    }

    /// The details as the mandate's own feature seals them.
    private static Ties.BankAccount bank(byte[] plain) {
        var bank = Json.tree(plain);
        return new Ties.BankAccount(
                bank.path("holder").asText(),
                bank.path("iban").asText(),
                bank.path("bic").asText(),
                Stream.of("street", "buildingNumber", "postcode", "town", "country")
                        .map(part -> bank.path(part).asText())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private List<Movement> movements(Actor actor, Account account) {
        return all(after ->
                accounts.movements(actor, account.id(), LookPurpose.ASKED_BY_HOLDER, after, PAGE));
    }

    /// About the person, the accounts and the media, the oldest first.
    private List<JournalRow> journal(Actor actor, PersonId person) {
        var about =
                new Journal.Filter(
                        "",
                        "person:" + person.number(),
                        null,
                        null,
                        "",
                        LookPurpose.ASKED_BY_HOLDER);
        return all(after -> journal.page(actor, about, after, PAGE)).reversed();
    }

    /// Details that a journal row keeps sealed.
    private List<Former> former(Actor actor, PersonId id, JournalRow row) {
        return switch (row.kind()) {
            case "person.enrolled" -> former(actor, id, row, "enrolled", "sealed");
            case "person.changed" -> former(actor, id, row, "before", "before");
            default -> List.of();
        };
    }

    private List<Former> former(
            Actor actor, PersonId id, JournalRow row, String kind, String field) {
        JsonNode content = Json.tree(row.content().getBytes(StandardCharsets.UTF_8));
        return register
                .fromJournal(
                        actor,
                        id,
                        kind,
                        content.path("revision").asInt(),
                        content.path(field).asText())
                .map(details -> new Former(row.number(), row.at(), row.kind(), details))
                .stream()
                .toList();
    }

    private static <T> List<T> all(Function<@Nullable String, Page<T>> read) {
        var rows = new ArrayList<T>();
        @Nullable String after = null;
        do {
            var page = read.apply(after);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }
}
