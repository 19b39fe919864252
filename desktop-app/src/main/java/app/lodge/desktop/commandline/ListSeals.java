package app.lodge.desktop.commandline;

import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge journal seals`: the seals, newest first, each with its rows, the key that signed and the anchor
/// that an auditor notes down; and what waits for the next one (ID-50).
@Command(name = "seals")
final class ListSeals extends DoorCommand {

    @Option(names = "--before", paramLabel = "SEAL", descriptionKey = "journal.seals.before")
    String before = "";

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "journal.seals.limit")
    int limit = 50;

    ListSeals(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.count("--limit", limit, 1, 500);
        var start = before.isEmpty() ? null : Long.toString(Values.number("--before", before));
        var seals = doors.door(Seals.class);
        var page = seals.page(doors.actor(), start, limit);
        var waiting = seals.standing(doors.actor()).unsealedRows();
        var words = new RightWords(session, doors);
        var lines = new ArrayList<>(page.rows().stream().map(seal -> line(words, seal)).toList());
        lines.add(session.text("cli.journal.sealed", page.rows().size(), waiting));
        if (page.next() != null) {
            lines.add(session.text("cli.journal.older-seals", page.next()));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("seals", List.copyOf(page.rows()));
        facts.put("waiting", waiting);
        facts.put("before", page.next() == null ? "" : page.next());
        return new Answer.Done(facts, lines);
    }

    private String line(RightWords words, Seal seal) {
        var range = seal.firstRow() + "–" + seal.lastRow();
        var line =
                "%-18s  %s  %s  %s:%s"
                        .formatted(
                                range,
                                words.time(seal.at()),
                                seal.fingerprint(),
                                seal.number(),
                                seal.hash());
        return seal.newKey() == null
                ? line
                : line + "  " + session.text("cli.journal.seal-hands-on");
    }
}
