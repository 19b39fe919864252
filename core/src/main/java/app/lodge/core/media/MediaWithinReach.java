package app.lodge.core.media;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Scope;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Media of those people only whom the operator reaches (ID-55). The others are as if they were not there.
final class MediaWithinReach implements Media {

    private static final int PAGE = 1000;

    private final Reach reach;
    private final Media all;

    MediaWithinReach(Reach reach, Media all) {
        this.reach = reach;
        this.all = all;
    }

    @Override
    public Optional<Medium> find(Actor actor, MediumId id) {
        return all.find(actor, id).filter(medium -> reach.reaches(actor, medium.holder()));
    }

    @Override
    public Optional<Medium> withUid(Actor actor, Uid uid) {
        return all.withUid(actor, uid).filter(medium -> reach.reaches(actor, medium.holder()));
    }

    @Override
    public List<Medium> ofPerson(Actor actor, PersonId person) {
        var media = all.ofPerson(actor, person);
        return reach.reaches(actor, person) ? media : List.of();
    }

    @Override
    public Page<Medium> list(Actor actor, @Nullable String after, int limit) {
        var page = all.list(actor, after, limit);
        var within = reach.within(actor);
        return new Page<>(
                page.rows().stream()
                        .filter(medium -> within.test(medium.holder().number()))
                        .toList(),
                page.next());
    }

    @Override
    public long countActive(Actor actor) {
        if (actor.mandate().scope() instanceof Scope.Site) {
            return all.countActive(actor);
        }
        var count = 0L;
        String after = null;
        do {
            var page = list(actor, after, PAGE);
            count +=
                    page.rows().stream()
                            .filter(medium -> medium.state() == MediumState.ACTIVE)
                            .count();
            after = page.next();
        } while (after != null);
        return count;
    }

    @Override
    public BlockOutcome block(Actor actor, RequestId request, MediumId id, BlockReason reason) {
        require(actor, id);
        return all.block(actor, request, id, reason);
    }

    @Override
    public BlockOutcome unblock(Actor actor, RequestId request, MediumId id) {
        require(actor, id);
        return all.unblock(actor, request, id);
    }

    @Override
    public RenewOutcome renewed(
            Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        require(actor, id);
        return all.renewed(actor, request, id, uid, keyVersion);
    }

    @Override
    public List<Medium> blocked(Actor actor, int limit) {
        return all.blocked(actor, limit).stream()
                .filter(medium -> reach.reaches(actor, medium.holder()))
                .toList();
    }

    @Override
    public Spread spread(Actor actor, MediumId id) {
        require(actor, id);
        return all.spread(actor, id);
    }

    private void require(Actor actor, MediumId id) {
        all.find(Actor.system("reach"), id)
                .ifPresent(medium -> reach.require(actor, medium.holder()));
    }
}
