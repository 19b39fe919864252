package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A site without contact keys, but with their limit.
final class FakeContactKeys implements ContactKeys {

    private int highest = KeyNumber.HIGHEST;

    @Override
    public int highest(Actor actor) {
        return highest;
    }

    @Override
    public LimitOutcome limit(Actor actor, RequestId request, int wished) {
        highest = wished;
        return new LimitOutcome.Changed(wished);
    }

    @Override
    public Optional<ContactKey> find(Actor actor, KeyNumber number) {
        return Optional.empty();
    }

    @Override
    public Optional<ContactKey> withUid(Actor actor, Uid uid) {
        return Optional.empty();
    }

    @Override
    public List<ContactKey> history(Actor actor, KeyNumber number) {
        return List.of();
    }

    @Override
    public List<AtStation> stations(Actor actor, KeyNumber number) {
        return List.of();
    }

    @Override
    public StationsOutcome serve(
            Actor actor, RequestId request, KeyNumber number, Set<String> stations) {
        return new StationsOutcome.NoSuchKey(number);
    }

    @Override
    public EnrolOutcome enrol(Actor actor, RequestId request, Enrolment enrolment) {
        return new EnrolOutcome.PersonUnknown(enrolment.person());
    }

    @Override
    public ContactKey ready(Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        throw new UnsupportedOperationException();
    }
}
