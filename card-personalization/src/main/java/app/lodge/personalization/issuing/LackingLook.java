package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Layout;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks before anything is fed whose card would lack a photograph or a signature that its layout shows
/// for them (ID-11, ID-48). Nothing is drawn for it.
public final class LackingLook {

    private final People people;
    private final PersonsFields fields;
    private final LayoutShelf layouts;

    public LackingLook(People people, PersonsFields fields, LayoutShelf layouts) {
        this.people = people;
        this.fields = fields;
        this.layouts = layouts;
    }

    /// Those who lack something, in the same order. Whoever has no name has neither (ID-12).
    public List<Lacking> of(Actor actor, List<PersonId> whose) {
        return whose.stream()
                .flatMap(id -> people.find(actor, id).stream())
                .filter(person -> !person.details().nameless())
                .flatMap(person -> of(actor, person).stream())
                .toList();
    }

    private Optional<Lacking> of(Actor actor, Person person) {
        var layout = layouts.of(actor, person.id());
        if (elements(layout).noneMatch(each -> photo(each) || signature(each))) {
            return Optional.empty();
        }
        var card = fields.of(actor, person, "%07d-01".formatted(person.id().number()));
        boolean photograph = card.photo() == null && shows(layout, card, LackingLook::photo);
        boolean signature = card.signature() == null && shows(layout, card, LackingLook::signature);
        return photograph || signature
                ? Optional.of(
                        new Lacking(
                                person.id(), person.details().listName(), photograph, signature))
                : Optional.empty();
    }

    private static boolean shows(Layout layout, CardFields card, Predicate<Element> kind) {
        return elements(layout)
                .filter(kind)
                .anyMatch(each -> {
                    var showIf = each.frame().showIf();
                    return showIf == null || showIf.holds(layout, card);
                });
    }

    private static Stream<Element> elements(Layout layout) {
        return layout.sides().stream().flatMap(side -> side.elements().stream());
    }

    private static boolean photo(Element element) {
        return element instanceof Element.Photo;
    }

    private static boolean signature(Element element) {
        return element instanceof Element.Signature;
    }
}
