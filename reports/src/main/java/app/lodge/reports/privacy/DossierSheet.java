package app.lodge.reports.privacy;

import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.Photograph;
import app.lodge.core.privacy.Dossier;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.core.texts.Texts;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.Map;

/// Everything about one person on paper, in the words of whoever reads it (ID-58).
final class DossierSheet {

    private static final String KIND = "person-dossier";

    private final Dossier dossier;
    private final Letterhead head;
    private final PrivacyWords words;

    DossierSheet(Dossier dossier, Letterhead head) {
        this.dossier = dossier;
        this.head = head;
        this.words = new PrivacyWords(head.texts());
    }

    Paper paper() {
        var lines = new Lines();
        if (!dossier.leftOut().isEmpty()) {
            lines.paragraph(
                    head.say(
                            "reports.privacy.left-out",
                            String.join(
                                    ", ", dossier.leftOut().stream().map(this::field).toList())));
        }
        lines.section(head.say("reports.privacy.details"));
        details(lines, dossier.person().details());
        if (!dossier.photographs().isEmpty()) {
            lines.section(head.say("reports.privacy.photographs"));
            dossier.photographs()
                    .forEach(photo ->
                            lines.line(
                                            head.say("reports.privacy.photograph"),
                                            photograph(photo.photograph()))
                                    .picture(photo.jpeg()));
        }
        if (!dossier.signatures().isEmpty()) {
            lines.section(head.say("reports.privacy.signatures"));
            dossier.signatures()
                    .forEach(one ->
                            lines.line(
                                            head.say("reports.privacy.signature"),
                                            head.time(one.signature().takenAt()))
                                    .picture(one.image()));
        }
        dossier.former()
                .forEach(former -> {
                    lines.section(
                            head.say("reports.privacy.former", Long.toString(former.journal())));
                    lines.line(head.time(former.at()), former.kind());
                    details(lines, former.details());
                });
        things(lines);
        money(lines);
        new TiesLines(head, dossier.ties()).into(lines);
        traces(lines);
        return head.paper(
                "app/lodge/reports/privacy/paper",
                KIND,
                Map.of(
                        "subject",
                        dossier.person().details().fullName()
                                + " · "
                                + "%07d".formatted(dossier.person().id().number())),
                lines.rows());
    }

    private String photograph(Photograph photo) {
        var state = head.texts().name("photo-state", photo.state());
        var reason = photo.reason();
        return String.join(
                " · ",
                head.time(photo.takenAt()),
                reason == null
                        ? state
                        : state + " (" + head.texts().name("photo-reason", reason) + ")");
    }

    private String field(String key) {
        return PersonField.named(key)
                .map(field -> head.say("person-field." + Texts.kebab(field)))
                .orElseGet(() -> head.say("hidden-field." + key));
    }

    private void details(Lines lines, PersonDetails details) {
        for (var field : PersonField.values()) {
            lines.line(head.say("person-field." + Texts.kebab(field)), field.of(details));
        }
    }

    private void things(Lines lines) {
        lines.section(head.say("reports.privacy.media"));
        dossier.media()
                .forEach(medium -> {
                    var uid = medium.uid();
                    lines.line(
                            medium.number(),
                            head.texts().name("reports.choice.state", medium.state())
                                    + (uid == null ? "" : " · " + uid.hex()));
                });
        lines.section(head.say("reports.privacy.compartments"));
        dossier.compartments()
                .forEach(place ->
                        lines.line(
                                place.device(),
                                place.compartment() + " · " + head.time(place.since())));
        lines.section(head.say("reports.privacy.lists"));
        dossier.lists()
                .forEach(
                        list -> lines.line(list.device(), list.list() + " · " + list.credential()));
    }

    private void money(Lines lines) {
        lines.section(head.say("reports.privacy.accounts"));
        dossier.accounts()
                .forEach(account ->
                        lines.line(
                                head.say(
                                        "reports.privacy.account",
                                        Long.toString(account.id().number())),
                                head.money(account.balance())));
        dossier.movements()
                .forEach(movement ->
                        lines.line(
                                head.time(movement.bookedAt()),
                                "%s · %s · %s"
                                        .formatted(
                                                head.texts()
                                                        .name(
                                                                "reports.posting-kind",
                                                                movement.kind()),
                                                head.money(movement.amount()),
                                                movement.place())));
    }

    private void traces(Lines lines) {
        if (!dossier.holds().isEmpty()) {
            lines.section(head.say("reports.privacy.holds"));
            dossier.holds()
                    .forEach(hold ->
                            lines.paragraph(
                                    head.say(
                                            "reports.privacy.hold-line",
                                            words.of(hold),
                                            head.texts().date(hold.until()),
                                            hold.setBy())));
        }
        lines.section(head.say("reports.privacy.handed-out"));
        dossier.handedOut()
                .forEach(out ->
                        lines.line(
                                head.time(out.at()), words.of(out.kind()) + " · " + out.place()));
        lines.section(head.say("reports.privacy.journal"));
        dossier.journal()
                .forEach(row ->
                        lines.line(
                                head.time(row.at()),
                                "%d · %s · %s · %s"
                                        .formatted(
                                                row.number(),
                                                row.kind(),
                                                row.subject(),
                                                row.actor())));
    }
}
