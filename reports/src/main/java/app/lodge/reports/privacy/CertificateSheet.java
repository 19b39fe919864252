package app.lodge.reports.privacy;

import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.Map;

/// A certificate on paper. It says what a certificate must not hide, too: what stays may still lead to
/// somebody, and copies elsewhere are not in Lodge's hands.
final class CertificateSheet {

    private static final String KIND = "erasure-certificate";

    private final Certificate certificate;
    private final Letterhead head;
    private final PrivacyWords words;

    CertificateSheet(Certificate certificate, Letterhead head) {
        this.certificate = certificate;
        this.head = head;
        this.words = new PrivacyWords(head.texts());
    }

    Paper paper() {
        var lines = new Lines();
        facts(lines);
        lines.section(head.say("reports.privacy.gone"));
        certificate
                .gone()
                .forEach(gone ->
                        lines.line(
                                head.texts().number(gone.count()) + " ×", words.of(gone.kind())));
        lines.section(head.say("reports.privacy.stayed"));
        certificate
                .stayed()
                .forEach(stay ->
                        lines.line(
                                head.texts().number(stay.count()) + " ×",
                                head.say(
                                        "reports.privacy.stayed-line",
                                        words.of(stay.data()),
                                        words.of(stay.ground()),
                                        head.texts().date(stay.until()))));
        lines.section(head.say("reports.privacy.handed-out"));
        if (certificate.handedOut().isEmpty()) {
            lines.paragraph(head.say("reports.privacy.none"));
        }
        certificate
                .handedOut()
                .forEach(out ->
                        lines.line(
                                head.time(out.at()), words.of(out.kind()) + " · " + out.place()));
        lines.section(head.say("reports.privacy.devices"));
        lines.paragraph(
                certificate.unconfirmed().isEmpty()
                        ? head.say("reports.privacy.none")
                        : String.join(", ", certificate.unconfirmed()));
        lines.section(head.say("reports.privacy.remarks"));
        lines.paragraph(head.say("privacy.honest-patterns"));
        lines.paragraph(head.say("privacy.honest-copies"));
        return head.paper(
                "app/lodge/reports/privacy/paper",
                KIND,
                Map.of(
                        "subject",
                        head.say(
                                "reports.privacy.number",
                                Long.toString(certificate.number()),
                                "%07d".formatted(certificate.person().number()))),
                lines.rows());
    }

    private void facts(Lines lines) {
        var destroyed = certificate.keysDestroyedAt();
        lines.section(head.say("reports.privacy.facts"))
                .line(head.say("reports.privacy.ground"), words.of(certificate.ground()))
                .line(head.say("reports.privacy.reference"), certificate.reference())
                .line(head.say("reports.privacy.by"), certificate.operator())
                .line(head.say("reports.privacy.begun"), head.time(certificate.begunAt()))
                .line(
                        head.say("reports.privacy.completed"),
                        destroyed == null
                                ? head.say("reports.privacy.incomplete")
                                : head.time(destroyed));
        if (certificate.afterRestore()) {
            lines.paragraph(head.say("reports.privacy.again"));
        }
    }
}
