package app.lodge.core.watch;

import app.lodge.core.devices.DeviceBoard.Presence;
import app.lodge.core.devices.DeviceBoard.Row;
import app.lodge.core.devices.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What rules find in a board and in the site's own gauges. Rule by rule, no memory.
final class Findings {

    private static final int LONGEST_LABEL = 80; // an amount stands after it

    /// So many strangers are told one by one; the list of the refused has all.
    private static final int MOST_REFUSED = 5;

    private static final int LONGEST_CODE = 24;
    private static final int A_WEEK = 7;
    private static final String FIELD = "network:field";

    private final List<Row> board;
    private final SiteGauges.Reading site;
    private final List<Ahead> provisions;
    private final Instant now;
    private final LocalDate today;

    /// @param provisions each with the day on which it ends
    Findings(
            List<Row> board,
            SiteGauges.Reading site,
            List<Ahead> provisions,
            Instant now,
            LocalDate today) {
        this.board = board;
        this.site = site;
        this.provisions = provisions;
        this.now = now;
        this.today = today;
    }

    List<Finding> of(List<Rule> rules) {
        var found = new ArrayList<Finding>();
        for (var rule : rules) {
            if (rule.matter().ofDevices()) {
                board.stream()
                        .filter(row -> concerns(rule, row))
                        .flatMap(row -> of(rule, row))
                        .forEach(found::add);
            } else {
                ofSite(rule).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean concerns(Rule rule, Row row) {
        return (rule.kind() == null || rule.kind() == row.device().kind())
                && row.device()
                        .place()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(rule.place().toLowerCase(Locale.ROOT));
    }

    private Stream<Finding> of(Rule rule, Row row) {
        return switch (rule.matter()) {
            case SILENCE ->
                    silence(row)
                            .filter(minutes -> minutes >= rule.threshold())
                            .map(minutes -> finding(rule, row, "", minutes, 1))
                            .stream();
            case FAULT ->
                    row.faults().stream()
                            .map(fault ->
                                    finding(rule, row, fault.code(), fault.times(), fault.times()));
            case LEVEL ->
                    row.levels().stream()
                            .filter(level ->
                                    !level.name()
                                            .equals(
                                                    app.lodge.core.devices.DeviceBoard
                                                            .COMPARTMENTS))
                            .filter(level -> level.percent() >= rule.threshold())
                            .map(level -> finding(rule, row, level.name(), level.percent(), 1));
            case CERTIFICATE ->
                    Optional.ofNullable(row.device().certificateUntil())
                            .map(until -> Duration.between(now, until).toDays())
                            .filter(days -> days <= rule.threshold())
                            .map(days -> finding(rule, row, "", days, 1))
                            .stream();
            case LISTS_BEHIND ->
                    Optional.ofNullable(row.listsBehindSince())
                            .filter(_ -> row.presence() != Presence.NEVER)
                            .map(since -> Duration.between(since, now).toMinutes())
                            .filter(minutes -> minutes >= rule.threshold())
                            .map(minutes -> finding(rule, row, "", minutes, 1))
                            .stream();
            case OUT_OF_STEP ->
                    row.sync() == SyncState.DRIFTED || row.sync() == SyncState.FAILED
                            ? Stream.of(finding(rule, row, row.sync().name(), 0, 1))
                            : Stream.empty();
            case DISK, STOCK, BACKUP, CARD_REFUSED, REFUSED, LICENCE, SIM_CREDIT, RIBBON ->
                    Stream.empty();
        };
    }

    private Stream<Finding> ofSite(Rule rule) {
        return switch (rule.matter()) {
            case DISK ->
                    site.diskPercent() >= rule.threshold()
                            ? Stream.of(new Finding(rule, "disk", "", "", site.diskPercent(), 1))
                            : Stream.empty();
            case BACKUP ->
                    site
                            .backupDays()
                            .filter(days -> days >= rule.threshold())
                            .map(days -> new Finding(rule, "backup", "", "", days, 1))
                            .stream();
            case STOCK ->
                    site.shelves().stream()
                            .filter(shelf -> shelf.usable() < shelf.lowAt())
                            .map(shelf ->
                                    new Finding(
                                            rule,
                                            "stock:" + shelf.place(),
                                            "",
                                            shelf.name(),
                                            shelf.usable(),
                                            1));
            case CARD_REFUSED -> site.uncredited().stream().map(one -> uncredited(rule, one));
            case REFUSED ->
                    site.refused().stream()
                            .limit(MOST_REFUSED)
                            .map(name -> new Finding(rule, FIELD, code(name), name, 1, 1));
            case LICENCE -> ends(rule, Ahead.Kind.LICENCE, rule.threshold());
            case RIBBON -> ends(rule, Ahead.Kind.RIBBON, rule.threshold());
            case SIM_CREDIT ->
                    provisions.stream()
                            .filter(one -> one.kind() == Ahead.Kind.SIM_CREDIT)
                            .filter(one ->
                                    one.of() > 0 && one.used() <= one.of()
                                            || days(one).filter(days -> days <= A_WEEK).isPresent())
                            .map(one ->
                                    new Finding(
                                            rule,
                                            one.subject(),
                                            "",
                                            one.what(),
                                            days(one).orElse(0L),
                                            1));
            case SILENCE, FAULT, LEVEL, CERTIFICATE, LISTS_BEHIND, OUT_OF_STEP -> Stream.empty();
        };
    }

    private Stream<Finding> ends(Rule rule, Ahead.Kind kind, int within) {
        return provisions.stream()
                .filter(one -> one.kind() == kind)
                .flatMap(one ->
                        days(one)
                                .filter(days -> days <= within)
                                .map(days ->
                                        new Finding(rule, one.subject(), "", one.what(), days, 1))
                                .stream());
    }

    private Optional<Long> days(Ahead one) {
        return Optional.ofNullable(one.on()).map(on -> ChronoUnit.DAYS.between(today, on));
    }

    private static Finding uncredited(Rule rule, SiteGauges.Uncredited one) {
        var label = one.label().substring(0, Math.min(one.label().length(), LONGEST_LABEL));
        return new Finding(
                rule, "device:" + one.device(), one.reference(), label + ", " + one.amount(), 0, 1);
    }

    /// Short enough for a row, and another for another name.
    private static String code(String name) {
        return name.length() <= LONGEST_CODE
                ? name
                : name.substring(0, LONGEST_CODE - 8) + "%08x".formatted(name.hashCode());
    }

    private Optional<Long> silence(Row row) {
        var heard = row.lastContact();
        return row.presence() == Presence.OFFLINE && heard != null
                ? Optional.of(Duration.between(heard, now).toMinutes())
                : Optional.empty();
    }

    private static Finding finding(Rule rule, Row row, String code, long amount, int times) {
        return new Finding(
                rule,
                "device:" + row.device().id().number(),
                code,
                row.device().label(),
                amount,
                times);
    }
}
