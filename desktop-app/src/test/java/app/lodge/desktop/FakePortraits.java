package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PhotoDecision;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoProposals;
import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoSource;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Photograph;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Whose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Photographs of many over people in memory: proposed, decided, and taken back.
final class FakePortraits implements Portraits {

    private final FakePeople people;
    private final List<Photograph> photos = new ArrayList<>();
    private final Map<Long, byte[]> pictures = new HashMap<>();
    private PhotoRules rules = PhotoRules.STANDARD;

    FakePortraits(FakePeople people) {
        this.people = people;
    }

    @Override
    public List<Whose> whose(Actor actor, List<String> fileNames) {
        return fileNames.stream().map(this::whose).toList();
    }

    private Whose whose(String fileName) {
        var found = people.matching(fileName.replaceFirst("\\.[a-z]+$", "").replace('_', ' '));
        return switch (found.size()) {
            case 0 -> new Whose.Nobody();
            case 1 -> new Whose.One(found.getFirst(), Whose.By.NAME);
            default -> new Whose.Several(found);
        };
    }

    @Override
    public PhotoOutcome handIn(
            Actor actor, RequestId request, PersonId person, PhotoSource source, byte[] jpeg) {
        var state = rules.atOnce().contains(source) ? PhotoState.APPROVED : PhotoState.PROPOSED;
        var number = photos.size() + 1L;
        photos.add(photo(number, person, source, state, null, false));
        pictures.put(number, jpeg);
        return new PhotoOutcome.Kept(number, state);
    }

    private static Photograph photo(
            long number,
            PersonId person,
            PhotoSource source,
            PhotoState state,
            @Nullable PhotoReason reason,
            boolean undoable) {
        return new Photograph(
                number,
                person,
                state,
                source,
                FakePeople.NOW,
                "anna",
                undoable ? FakePeople.NOW : null,
                undoable ? "ivo" : "",
                reason,
                null,
                undoable);
    }

    @Override
    public PhotoProposals proposed(Actor actor, long after, int limit) {
        var waiting =
                photos.stream().filter(photo -> photo.state() == PhotoState.PROPOSED).toList();
        return new PhotoProposals(
                waiting.stream()
                        .filter(photo -> photo.number() > after)
                        .limit(limit)
                        .map(photo ->
                                new PhotoProposals.Proposal(
                                        photo, people.find(actor, photo.person()).orElseThrow()))
                        .toList(),
                waiting.size());
    }

    @Override
    public List<Photograph> history(Actor actor, PersonId person) {
        return photos.stream().filter(photo -> photo.person().equals(person)).toList().reversed();
    }

    @Override
    public Optional<Photograph> find(Actor actor, long photo) {
        return photos.stream().filter(one -> one.number() == photo).findFirst();
    }

    @Override
    public Optional<byte[]> picture(Actor actor, long photo) {
        return Optional.ofNullable(pictures.get(photo));
    }

    @Override
    public PhotoDecision approve(Actor actor, RequestId request, long photo, PhotoState seen) {
        return become(photo, seen, PhotoState.APPROVED, null, true);
    }

    @Override
    public PhotoDecision reject(
            Actor actor, RequestId request, long photo, PhotoState seen, PhotoReason reason) {
        return become(photo, seen, PhotoState.REJECTED, reason, true);
    }

    @Override
    public PhotoDecision undo(Actor actor, RequestId request, long photo, PhotoState seen) {
        return become(photo, seen, PhotoState.PROPOSED, null, false);
    }

    private PhotoDecision become(
            long number,
            PhotoState seen,
            PhotoState next,
            @Nullable PhotoReason reason,
            boolean undoable) {
        for (var photo : photos) {
            if (photo.number() == number) {
                if (photo.state() != seen) {
                    return new PhotoDecision.Overtaken(photo);
                }
                var now = photo(number, photo.person(), photo.source(), next, reason, undoable);
                photos.set(photos.indexOf(photo), now);
                return new PhotoDecision.Decided(now);
            }
        }
        return new PhotoDecision.Rejected(
                List.of(Problem.of("photo", number, "people.photo-unknown")));
    }

    @Override
    public PhotoRules rules(Actor actor) {
        return rules;
    }

    @Override
    public PhotoRules changeRules(Actor actor, RequestId request, PhotoRules wanted) {
        rules = wanted;
        return wanted;
    }
}
