package app.lodge.core.layouts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.groups.GroupId;
import app.lodge.core.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Layouts in the books. The journal names them and their hashes.
final class BookedCardLayouts implements CardLayouts {

    private static final int LONGEST_NAME = 80;

    private final Books books;
    private final LayoutStore store = new LayoutStore();

    BookedCardLayouts(Books books) {
        this.books = books;
    }

    @Override
    public List<Revision> published(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(store::published);
    }

    @Override
    public Optional<String> document(Actor actor, String layout, int revision) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.document(sql, layout, revision));
    }

    @Override
    public PublishOutcome publish(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(layout, name, document);
        if (!problems.isEmpty()) {
            return new PublishOutcome.Rejected(problems);
        }
        var hash = sha256(document);
        return books.once(
                actor,
                request,
                "card-layouts.publish",
                List.of(layout, name, after, hash),
                PublishOutcome.class,
                tx -> published(tx, layout, name, after, document, hash));
    }

    private PublishOutcome published(
            Tx tx, String layout, String name, int after, String document, String hash) {
        var newest = store.newest(tx.sql(), layout);
        if (newest.isPresent() && newest.get().revision() != after) {
            return new PublishOutcome.Overtaken(newest.get());
        }
        var revision = new Revision(layout, after + 1, name.strip(), tx.now(), hash);
        store.publish(tx, revision, document);
        store.discard(tx, layout);
        tx.journal("layouts.published", "layout:" + revision.reference(), Map.of("sha256", hash));
        return new PublishOutcome.Published(revision);
    }

    @Override
    public List<Draft> drafts(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(store::drafts);
    }

    @Override
    public KeepOutcome keepDraft(
            Actor actor, RequestId request, String layout, String name, String document) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(layout, name, document);
        if (!problems.isEmpty()) {
            return new KeepOutcome.NotKept(problems);
        }
        return books.once(
                actor,
                request,
                "card-layouts.keep",
                List.of(layout, name, sha256(document)),
                KeepOutcome.class,
                tx -> {
                    var draft = new Draft(layout, name.strip(), document, tx.now());
                    store.keep(tx, draft);
                    tx.journal(
                            "layouts.drafted",
                            "layout:" + layout,
                            Map.of("sha256", sha256(document)));
                    return new KeepOutcome.Kept(new Draft(layout, draft.name(), "", tx.now()));
                });
    }

    @Override
    public void discardDraft(Actor actor, RequestId request, String layout) {
        actor.require(Permission.CHANGE_SETTINGS);
        books.once(
                actor,
                request,
                "card-layouts.discard",
                layout,
                Boolean.class,
                tx -> {
                    if (store.discard(tx, layout)) {
                        tx.journal("layouts.discarded", "layout:" + layout, Map.of());
                    }
                    return true;
                });
    }

    @Override
    public PutBackOutcome putDraftBack(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(layout, name, document);
        if (!problems.isEmpty()) {
            return new PutBackOutcome.NotPutBack(problems);
        }
        var hash = sha256(document);
        return books.once(
                actor,
                request,
                "card-layouts.put-back",
                List.of(layout, name, after, hash),
                PutBackOutcome.class,
                tx -> putBack(tx, new Draft(layout, name.strip(), document, tx.now()), after));
    }

    private PutBackOutcome putBack(Tx tx, Draft draft, int after) {
        var newest = store.newest(tx.sql(), draft.layout());
        if (newest.isPresent() && newest.get().revision() != after) {
            return new PutBackOutcome.Overtaken(newest.get());
        }
        var begun = store.draft(tx.sql(), draft.layout());
        if (begun.isPresent()) {
            return new PutBackOutcome.BegunAnew(light(begun.get()));
        }
        store.keep(tx, draft);
        tx.journal(
                "layouts.put-back",
                "layout:" + draft.layout(),
                Map.of("sha256", sha256(draft.document())));
        return new PutBackOutcome.PutBack(light(draft));
    }

    /// Without the document, which whoever asks has, or may read.
    private static Draft light(Draft draft) {
        return new Draft(draft.layout(), draft.name(), "", draft.savedAt());
    }

    @Override
    public List<Use> uses(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(store::uses);
    }

    @Override
    public void use(Actor actor, RequestId request, @Nullable GroupId group, String layout) {
        actor.require(Permission.CHANGE_SETTINGS);
        if (!layout.isEmpty() && !isId(layout)) {
            throw new IllegalArgumentException("'%s' is no layout's id".formatted(layout));
        }
        long number = group == null ? LayoutStore.EVERYBODY : group.number();
        books.once(
                actor,
                request,
                "card-layouts.use",
                List.of(number, layout),
                Boolean.class,
                tx -> {
                    store.use(tx, number, layout);
                    tx.journal("layouts.used", "group:" + number, Map.of("layout", layout));
                    return true;
                });
    }

    @Override
    public Optional<String> of(Actor actor, PersonId person) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.of(sql, person));
    }

    private static List<Problem> problems(String layout, String name, String document) {
        var problems = new ArrayList<Problem>();
        if (!isId(layout)) {
            problems.add(Problem.of("id", layout, "card-layouts.id"));
        }
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("name", name, "card-layouts.name", LONGEST_NAME));
        }
        long weight = document.getBytes(StandardCharsets.UTF_8).length;
        if (weight > HEAVIEST) {
            problems.add(
                    Problem.of(
                            "layout",
                            layout,
                            "card-layouts.heavy",
                            weight / 1_000_000,
                            HEAVIEST / 1_000_000));
        }
        return problems;
    }

    private static boolean isId(String layout) {
        return layout.matches("[a-z0-9][a-z0-9-]{0,39}");
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
