package app.lodge.core.watch.parties;

import app.lodge.core.doors.Json;
import app.lodge.core.texts.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a party reads, in its language, or its machine: all that is left of the facts.
final class PartyWords {

    private final Texts texts;
    private final ZoneId zone;
    private final PartyFacts facts;

    PartyWords(Texts texts, ZoneId zone, PartyFacts seen) {
        this.texts = texts;
        this.zone = zone;
        this.facts = seen;
    }

    String subject() {
        return "[Lodge] " + sentence();
    }

    String text() {
        return String.join("\n", sentence(), "", String.join("\n", lines()), "");
    }

    String body(String key) {
        var body = new TreeMap<String, Object>();
        body.put("key", key);
        body.put("alert", facts.alert());
        body.put("matter", facts.matter().name());
        body.put("device", facts.device());
        body.put("raisedAt", facts.since().toString());
        body.put("text", sentence());
        if (!facts.place().isEmpty()) {
            body.put("place", facts.place());
        }
        if (!facts.levels().isEmpty()) {
            body.put(
                    "levels",
                    facts.levels().stream()
                            .map(level ->
                                    Map.of(
                                            "name", level.name(),
                                            "used", level.used(),
                                            "capacity", level.capacity()))
                            .toList());
        }
        if (!facts.faults().isEmpty()) {
            body.put("faults", facts.faults().stream().map(fault -> fault.code()).toList());
        }
        money(body);
        var versions = facts.versions();
        if (versions != null) {
            body.put("program", versions.program());
            body.put(
                    "settings",
                    Map.of("desired", versions.desired(), "reported", versions.reported()));
            var until = versions.certificateUntil();
            if (until != null) {
                body.put("certificateUntil", until.toString());
            }
        }
        var operator = facts.operator();
        if (operator != null) {
            body.put("operator", operator.name());
        }
        return Json.canonical(body);
    }

    private void money(Map<String, Object> body) {
        var total = facts.total();
        if (total != null) {
            body.put(
                    "total",
                    Map.of("minor", total.minor(), "currency", total.currency().getCurrencyCode()));
        }
        if (!facts.payments().isEmpty()) {
            body.put(
                    "payments",
                    facts.payments().stream()
                            .map(one ->
                                    Map.of("reference", one.reference(), "amount", one.amount()))
                            .toList());
        }
    }

    private String sentence() {
        return texts.get("party.event." + Texts.kebab(facts.matter()), facts.device());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        if (!facts.place().isEmpty()) {
            lines.add(texts.get("party.line.place", facts.place()));
        }
        lines.add(texts.get("party.line.since", texts.time(facts.since(), zone)));
        facts.faults().forEach(fault -> lines.add(texts.get("party.line.fault", fault.code())));
        facts.levels()
                .forEach(level ->
                        lines.add(
                                texts.get(
                                        "party.line.level",
                                        level.name(),
                                        level.percent(),
                                        level.used(),
                                        level.capacity())));
        var total = facts.total();
        if (total != null) {
            lines.add(texts.get("party.line.total", texts.money(total)));
        }
        facts.payments()
                .forEach(one ->
                        lines.add(texts.get("party.line.payment", one.amount(), one.reference())));
        var operator = facts.operator();
        if (operator != null) {
            lines.add(texts.get("party.line.operator", operator.name()));
        }
        versions(lines);
        lines.add(texts.get("party.line.alert", facts.alert()));
        return lines;
    }

    private void versions(List<String> lines) {
        var versions = facts.versions();
        if (versions == null) {
            return;
        }
        if (!versions.program().isEmpty()) {
            lines.add(texts.get("party.line.program", versions.program()));
        }
        lines.add(texts.get("party.line.settings", versions.reported(), versions.desired()));
        var until = versions.certificateUntil();
        if (until != null) {
            lines.add(texts.get("party.line.certificate", texts.date(until, zone)));
        }
    }
}
