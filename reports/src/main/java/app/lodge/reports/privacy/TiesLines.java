package app.lodge.reports.privacy;

import app.lodge.core.accounts.Limit;
import app.lodge.core.money.Money;
import app.lodge.core.privacy.Ties;
import app.lodge.reports.rendering.Letterhead;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/// What ties a person to groups, cost centres, the bank and devices, as lines of a dossier. A section
/// without lines is left out.
record TiesLines(Letterhead head, Ties ties) {

    void into(Lines lines) {
        section(
                lines,
                "groups",
                ties.groups(),
                (to, group) -> to.line(group.name(), head.time(group.since())));
        centres(lines);
        section(lines, "limits", ties.limits(), this::limit);
        section(lines, "mandates", ties.mandates(), this::mandate);
        section(
                lines,
                "top-ups",
                ties.topUps(),
                (to, order) ->
                        to.line(
                                head.time(order.orderedAt()),
                                joined(
                                        order.source(),
                                        order.reference(),
                                        head.money(Money.of(order.amount(), order.currency())),
                                        order.state())));
        section(
                lines,
                "approvals",
                ties.approvals(),
                (to, asked) ->
                        to.line(
                                head.time(asked.askedAt()),
                                joined(
                                        asked.verb(),
                                        head.money(Money.of(asked.amount(), asked.currency())),
                                        asked.reason(),
                                        asked.state())));
        section(
                lines,
                "card-jobs",
                ties.cardJobs(),
                (to, job) -> to.line(head.time(job.at()), joined(job.layout(), job.state())));
        section(
                lines,
                "events",
                ties.events(),
                (to, event) ->
                        to.line(head.time(event.at()), joined(event.device(), event.kind())));
        section(
                lines,
                "imports",
                ties.imports(),
                (to, load) ->
                        to.line(
                                head.time(load.at()),
                                joined(Long.toString(load.run()), load.did())));
        section(
                lines,
                "self-service",
                ties.selfService(),
                (to, link) ->
                        to.line(
                                head.time(link.askedAt()),
                                joined(
                                        Long.toString(link.login()),
                                        Long.toString(link.account()),
                                        link.rights(),
                                        link.proof(),
                                        link.state())));
        section(
                lines,
                "wishes",
                ties.wishes(),
                (to, wish) ->
                        to.line(
                                head.time(wish.askedAt()),
                                joined(
                                        wish.field(),
                                        Objects.requireNonNullElse(wish.wanted(), ""),
                                        wish.state())));
    }

    private void centres(Lines lines) {
        section(
                lines,
                "cost-centres",
                ties.costCentres(),
                (to, centre) ->
                        to.line(
                                centre.code(),
                                centre.preferred()
                                        ? joined(
                                                centre.name(),
                                                head.say("reports.privacy.centre-default"))
                                        : centre.name()));
        ties.budgets()
                .forEach(budget ->
                        lines.line(
                                joined(budget.centre(), budget.period()), money(budget.amount())));
    }

    private void limit(Lines to, Ties.Ceiling limit) {
        var kind = Limit.Kind.valueOf(limit.kind());
        var until = limit.until();
        var most = kind.counts() ? head.texts().number(limit.most()) : money(limit.most());
        to.line(
                head.texts().name("limit-kind", kind),
                until == null
                        ? most
                        : head.say("reports.privacy.limit-until", most, head.texts().date(until)));
    }

    private void mandate(Lines to, Ties.Bank mandate) {
        to.line(
                mandate.reference(),
                head.say(
                        mandate.revoked()
                                ? "reports.privacy.mandate-revoked"
                                : "reports.privacy.mandate-signed",
                        head.texts().date(mandate.signedOn())));
        var account = mandate.account();
        if (account != null) {
            to.line(account.iban(), joined(account.holder(), account.bic(), account.address()));
        }
    }

    private String money(long minor) {
        return head.money(new Money(minor, head.site().currency()));
    }

    private <T> void section(Lines lines, String name, List<T> all, BiConsumer<Lines, T> each) {
        if (!all.isEmpty()) {
            lines.section(head.say("reports.privacy." + name));
            all.forEach(one -> each.accept(lines, one));
        }
    }

    private static String joined(String... parts) {
        return String.join(
                " · ",
                Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()).toList());
    }
}
