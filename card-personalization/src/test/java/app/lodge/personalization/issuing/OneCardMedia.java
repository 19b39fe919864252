package app.lodge.personalization.issuing;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;

/// Books that know one medium.
final class OneCardMedia implements Media {

    Medium medium;

    OneCardMedia(Medium medium) {
        this.medium = medium;
    }

    @Override
    public Optional<Medium> withUid(Actor actor, Uid uid) {
        return Optional.of(medium).filter(it -> uid.equals(it.uid()));
    }

    @Override
    public RenewOutcome renewed(
            Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        medium =
                new Medium(
                        medium.id(),
                        medium.kind(),
                        medium.holder(),
                        medium.issueNumber(),
                        medium.state(),
                        uid,
                        medium.chip(),
                        keyVersion,
                        medium.blockReason(),
                        medium.changedAt());
        return new RenewOutcome.Renewed(medium);
    }

    @Override
    public Optional<Medium> find(Actor actor, MediumId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Medium> ofPerson(Actor actor, PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Medium> list(Actor actor, String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.util.List<Medium> blocked(Actor actor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long countActive(Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BlockOutcome block(Actor actor, RequestId request, MediumId id, BlockReason reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BlockOutcome unblock(Actor actor, RequestId request, MediumId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Spread spread(Actor actor, MediumId id) {
        throw new UnsupportedOperationException();
    }
}
