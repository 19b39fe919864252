package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Optional;

/// Photographs and what is decided about them, over the register.
final class BookedPortraits implements Portraits {

    private final Register register;
    private final FileNames names;
    private final Photographs photographs;
    private final PhotoStore store;
    private final PhotoDecisions decisions;

    BookedPortraits(Register register) {
        this.register = register;
        this.names = new FileNames(register);
        this.photographs = new Photographs(register);
        this.store = new PhotoStore(register.books(), register.seal());
        this.decisions = new PhotoDecisions(register, store);
    }

    @Override
    public List<Whose> whose(Actor actor, List<String> fileNames) {
        actor.require(Permission.SEE_PEOPLE);
        if (fileNames.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "%d files are more than %d at once".formatted(fileNames.size(), MOST_FILES));
        }
        return fileNames.stream().map(name -> names.whose(actor, name)).toList();
    }

    @Override
    public PhotoOutcome handIn(
            Actor actor, RequestId request, PersonId person, PhotoSource source, byte[] jpeg) {
        actor.require(Permission.CHANGE_PEOPLE);
        return photographs.take(actor, request, person, source, jpeg);
    }

    @Override
    public PhotoProposals proposed(Actor actor, long after, int limit) {
        actor.require(Permission.SEE_PEOPLE);
        if (limit < 1 || limit > MOST_PROPOSALS) {
            throw new IllegalArgumentException(
                    "A page of %d proposals is outside 1 to %d".formatted(limit, MOST_PROPOSALS));
        }
        var reach = register.reach();
        if (reach.hides(actor, Reach.PHOTO)) {
            return new PhotoProposals(List.of(), 0);
        }
        var within = reach.within(actor);
        var waiting = store.waiting().stream().filter(one -> within.test(one.person())).toList();
        var page =
                waiting.stream()
                        .map(PhotoStore.Waiting::photo)
                        .filter(photo -> photo > after)
                        .limit(limit)
                        .toList();
        var rows =
                store.those(page).stream()
                        .flatMap(photo ->
                                register
                                        .find(actor, photo.person())
                                        .map(who -> new PhotoProposals.Proposal(photo, who))
                                        .stream())
                        .toList();
        return new PhotoProposals(rows, waiting.size());
    }

    @Override
    public List<Photograph> history(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        var reach = register.reach();
        return reach.reaches(actor, person) && !reach.hides(actor, Reach.PHOTO)
                ? store.history(person)
                : List.of();
    }

    @Override
    public Optional<Photograph> find(Actor actor, long photo) {
        actor.require(Permission.SEE_PEOPLE);
        return register.books()
                .read(sql -> store.find(sql, photo))
                .filter(found -> decisions.seenBy(actor, found));
    }

    @Override
    public Optional<byte[]> picture(Actor actor, long photo) {
        return find(actor, photo)
                .flatMap(found ->
                        register.store()
                                .find(found.person())
                                .flatMap(person -> store.picture(found, person.key())));
    }

    @Override
    public PhotoDecision approve(Actor actor, RequestId request, long photo, PhotoState seen) {
        actor.require(Permission.APPROVE_PHOTOGRAPHS);
        return decisions.approve(actor, request, photo, seen);
    }

    @Override
    public PhotoDecision reject(
            Actor actor, RequestId request, long photo, PhotoState seen, PhotoReason reason) {
        actor.require(Permission.APPROVE_PHOTOGRAPHS);
        return decisions.reject(actor, request, photo, seen, reason);
    }

    @Override
    public PhotoDecision undo(Actor actor, RequestId request, long photo, PhotoState seen) {
        actor.require(Permission.APPROVE_PHOTOGRAPHS);
        return decisions.undo(actor, request, photo, seen);
    }

    @Override
    public PhotoRules rules(Actor actor) {
        actor.require(Permission.SEE_PEOPLE);
        return photographs.rules();
    }

    @Override
    public PhotoRules changeRules(Actor actor, RequestId request, PhotoRules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        return photographs.change(actor, request, rules);
    }
}
