package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.KeptSignature;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.SignatureOutcome;
import app.lodge.core.people.SignatureSource;
import app.lodge.core.people.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signatures in memory.
final class FakeSignatures implements Signatures {

    private final List<KeptSignature> all = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();

    @Override
    public SignatureOutcome keep(
            Actor actor, RequestId request, PersonId person, SignatureSource source, byte[] image) {
        replace(person);
        var number = all.size() + 1L;
        all.add(new KeptSignature(number, person, source, FakePeople.NOW, "anna", null));
        pictures.add(image);
        return new SignatureOutcome.Kept(number);
    }

    private void replace(PersonId person) {
        all.replaceAll(one ->
                one.person().equals(person) && one.printed() ? as(one, FakePeople.NOW) : one);
    }

    private static KeptSignature as(KeptSignature one, java.time.@Nullable Instant replaced) {
        return new KeptSignature(
                one.number(), one.person(), one.source(), one.takenAt(), one.takenBy(), replaced);
    }

    @Override
    public Optional<byte[]> current(Actor actor, PersonId person) {
        return history(actor, person).stream()
                .filter(KeptSignature::printed)
                .findFirst()
                .flatMap(one -> picture(actor, one.number()));
    }

    @Override
    public List<KeptSignature> history(Actor actor, PersonId person) {
        return all.reversed().stream().filter(one -> one.person().equals(person)).toList();
    }

    @Override
    public Optional<byte[]> picture(Actor actor, long signature) {
        return signature <= pictures.size()
                ? Optional.of(pictures.get((int) signature - 1))
                : Optional.empty();
    }

    @Override
    public SignatureOutcome takeAway(Actor actor, RequestId request, PersonId person, long seen) {
        replace(person);
        return new SignatureOutcome.TakenAway(seen);
    }

    @Override
    public SignatureOutcome putBack(
            Actor actor, RequestId request, PersonId person, long signature) {
        replace(person);
        all.replaceAll(one -> one.number() == signature ? as(one, null) : one);
        return new SignatureOutcome.Kept(signature);
    }
}
