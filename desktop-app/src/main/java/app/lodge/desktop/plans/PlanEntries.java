package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.Irreversible;
import app.lodge.core.encodingplans.PageChip;
import app.lodge.core.encodingplans.PlannedField.Form;
import app.lodge.core.encodingplans.PlannedField.Padding;
import app.lodge.core.encodingplans.PlannedFile.Mode;
import app.lodge.core.encodingplans.PlannedKey.KeyPurpose;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import app.lodge.desktop.plans.PlanEntry.How;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the form of a node asks, by the kind of node.
final class PlanEntries {

    /// What a field can hold, as the document names it.
    static final List<String> CONTENTS =
            List.of(
                    "CardNumber",
                    "PersonNumber",
                    "IssueNumber",
                    "KeyVersion",
                    "SiteCode",
                    "ChipNumber",
                    "ValidUntil",
                    "Constant",
                    "Words",
                    "WebAddress",
                    "CheckBytes");

    private static final List<String> SIZES = List.of("1024", "4096");

    private PlanEntries() {}

    static List<PlanEntry> of(PlanDocument document, PlanNode node) {
        return switch (node.kind()) {
            case PLAN -> plan(document);
            case DESFIRE -> desfire();
            case CLASSIC ->
                    List.of(
                            new PlanEntry("size", How.NAME, SIZES),
                            PlanEntry.of("directory", How.FLAG));
            case PLUS ->
                    List.of(
                            new PlanEntry("size", How.NAME, List.of("2048", "4096")),
                            PlanEntry.of("levelThree", How.FLAG));
            case PLUS_SECTOR -> List.of(PlanEntry.of("number", How.NUMBER));
            case PAGES -> pages(document, node);
            case CONTACT_KEY -> List.of(new PlanEntry("family", How.NAME, ContactKey.FAMILIES));
            case APPLICATION -> with(rules("rules."), PlanEntry.of("aid", How.WORDS));
            case KEY ->
                    List.of(
                            PlanEntry.of("number", How.NUMBER),
                            PlanEntry.choice("purpose", KeyPurpose.values()),
                            PlanEntry.of("version", How.NUMBER));
            case STANDARD, BACKUP -> file(List.of(PlanEntry.of("size", How.NUMBER)));
            case TRANSACTION_MAC -> file(List.of());
            case VALUE ->
                    file(
                            List.of(
                                    PlanEntry.of("lower", How.NUMBER),
                                    PlanEntry.of("upper", How.NUMBER),
                                    PlanEntry.of("value", How.NUMBER),
                                    PlanEntry.of("limitedCredit", How.FLAG)));
            case RECORDS ->
                    file(
                            List.of(
                                    PlanEntry.of("size", How.NUMBER),
                                    PlanEntry.of("most", How.NUMBER),
                                    PlanEntry.of("cyclic", How.FLAG)));
            case SECTOR ->
                    List.of(
                            PlanEntry.of("number", How.NUMBER),
                            PlanEntry.of("application", How.WORDS),
                            PlanEntry.choice("keyA", SectorKey.values()),
                            PlanEntry.choice("keyB", SectorKey.values()),
                            PlanEntry.choice("trailer", TrailerAccess.values()));
            case BLOCK ->
                    List.of(
                            PlanEntry.of("name", How.WORDS),
                            PlanEntry.of("number", How.NUMBER),
                            PlanEntry.choice("access", BlockAccess.values()),
                            PlanEntry.of("value", How.SOME_NUMBER));
            case AREA ->
                    List.of(
                            PlanEntry.of("name", How.WORDS),
                            PlanEntry.of("first", How.NUMBER),
                            PlanEntry.of("pages", How.NUMBER));
            case BUTTON_FILE ->
                    List.of(PlanEntry.of("name", How.WORDS), PlanEntry.of("length", How.NUMBER));
            case COUNTER ->
                    List.of(
                            PlanEntry.of("number", How.NUMBER),
                            PlanEntry.of("least", How.NUMBER),
                            PlanEntry.of("guarded", How.FLAG));
            case FIELD -> field(document, node);
        };
    }

    private static List<PlanEntry> plan(PlanDocument document) {
        var places =
                PlanOutline.of(document)
                        .all()
                        .filter(node ->
                                switch (node.kind()) {
                                    case STANDARD,
                                            BACKUP,
                                            VALUE,
                                            RECORDS,
                                            BLOCK,
                                            AREA,
                                            BUTTON_FILE ->
                                            true;
                                    case PLAN,
                                            DESFIRE,
                                            CLASSIC,
                                            PAGES,
                                            CONTACT_KEY,
                                            APPLICATION,
                                            KEY,
                                            TRANSACTION_MAC,
                                            PLUS,
                                            PLUS_SECTOR,
                                            SECTOR,
                                            COUNTER,
                                            FIELD ->
                                            false;
                                })
                        .map(PlanNode::name)
                        .distinct()
                        .toList();
        return List.of(
                PlanEntry.of("name", How.WORDS),
                PlanEntry.of("note", How.LINES),
                new PlanEntry("readBack", How.NAMES, places),
                new PlanEntry("irreversible", How.SEVERAL, PlanEntry.names(Irreversible.values())));
    }

    private static List<PlanEntry> desfire() {
        var capacities = Desfire.CAPACITIES.stream().map(String::valueOf).toList();
        var entries = new ArrayList<PlanEntry>();
        entries.add(new PlanEntry("chips", How.NAMES, Desfire.CHIPS));
        entries.add(new PlanEntry("capacity", How.NAME, capacities));
        entries.addAll(rules("card."));
        entries.add(PlanEntry.of("formatDisabled", How.FLAG));
        entries.add(PlanEntry.of("randomUid", How.FLAG));
        return entries;
    }

    private static List<PlanEntry> rules(String prefix) {
        return Stream.of("masterChangeable", "freeListing", "freeMaking", "changeable")
                .map(name -> PlanEntry.of(prefix + name, How.FLAG))
                .toList();
    }

    private static List<PlanEntry> with(List<PlanEntry> rest, PlanEntry first) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static List<PlanEntry> pages(PlanDocument document, PlanNode node) {
        var entries =
                new ArrayList<>(
                        List.of(
                                new PlanEntry("chip", How.NAME, PlanEntry.names(PageChip.values())),
                                PlanEntry.of("locked", How.NUMBERS),
                                PlanEntry.of("oneTime", How.WORDS),
                                PlanEntry.of("password", How.PART)));
        if (document.at(node.at()).path("password").isObject()) {
            entries.add(PlanEntry.of("password.protectedFrom", How.NUMBER));
            entries.add(PlanEntry.of("password.alsoReading", How.FLAG));
        }
        return entries;
    }

    private static List<PlanEntry> file(List<PlanEntry> own) {
        var entries = new ArrayList<PlanEntry>();
        entries.add(PlanEntry.of("name", How.WORDS));
        entries.add(PlanEntry.of("number", How.NUMBER));
        entries.add(PlanEntry.choice("mode", Mode.values()));
        for (var right : List.of("read", "write", "readWrite", "change")) {
            entries.add(PlanEntry.of("rights." + right, How.KEY));
        }
        entries.addAll(own);
        return entries;
    }

    private static List<PlanEntry> field(PlanDocument document, PlanNode node) {
        var entries = new ArrayList<PlanEntry>();
        entries.add(PlanEntry.of("name", How.WORDS));
        entries.add(new PlanEntry("content.is", How.CHOICE, CONTENTS));
        for (var own : List.of("hex", "text", "address")) {
            if (document.at(node.at()).path("content").has(own)) {
                entries.add(PlanEntry.of("content." + own, How.WORDS));
            }
        }
        entries.add(PlanEntry.of("offset", How.NUMBER));
        entries.add(PlanEntry.of("length", How.NUMBER));
        entries.add(PlanEntry.choice("form", Form.values()));
        entries.add(PlanEntry.choice("padding", Padding.values()));
        return entries;
    }
}
