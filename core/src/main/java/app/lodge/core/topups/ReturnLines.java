package app.lodge.core.topups;

import app.lodge.core.books.Problem;
import app.lodge.core.people.tables.Table;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The lines of a file of returns.
///
/// @param problems what makes it unreadable; empty otherwise
record ReturnLines(List<Line> lines, List<Problem> problems) {

    private static final Set<String> REFERENCES =
            Set.of("reference", "endtoendid", "end-to-end id", "referenz");
    private static final Set<String> REASONS = Set.of("reason", "reason code", "grund", "code");

    /// @param row as a spreadsheet counts, or the entry's position
    record Line(int row, String reference, String reason) {}

    static ReturnLines read(String name, byte[] content) {
        for (var one : content) {
            if (one == '<') {
                return xml(name, content);
            }
            if (one > ' ') {
                break;
            }
        }
        return switch (Table.read(name, content)) {
            case Table.Reading.Unreadable(var problems) -> new ReturnLines(List.of(), problems);
            case Table.Reading.Read(var table) -> table(name, table);
        };
    }

    private static ReturnLines table(String name, Table table) {
        var reference = column(table, REFERENCES);
        var reason = column(table, REASONS);
        if (reference < 0 || reason < 0) {
            return new ReturnLines(
                    List.of(), List.of(Problem.of("file", name, "top-ups.returns-columns")));
        }
        return new ReturnLines(
                table.rows().stream()
                        .map(row ->
                                new Line(
                                        row.number(),
                                        row.cell(reference).strip(),
                                        row.cell(reason).strip().toUpperCase(Locale.ROOT)))
                        .toList(),
                List.of());
    }

    private static int column(Table table, Set<String> names) {
        for (var i = 0; i < table.headings().size(); i++) {
            if (names.contains(table.headings().get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /// Of camt.054: `TxDtls` with `Refs/EndToEndId` and `RtrInf/Rsn/Cd`; everything else is passed over.
    private static ReturnLines xml(String name, byte[] content) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var lines = new ArrayList<Line>();
        var path = new ArrayDeque<String>();
        var reference = "";
        var reason = "";
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.push(xml.getLocalName());
                        if (xml.getLocalName().equals("TxDtls")) {
                            reference = "";
                            reason = "";
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (within(path, "EndToEndId", "Refs")) {
                            reference += xml.getText().strip();
                        } else if (within(path, "Cd", "Rsn", "RtrInf")) {
                            reason += xml.getText().strip();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (path.pop().equals("TxDtls") && !reason.isEmpty()) {
                            lines.add(new Line(lines.size() + 1, reference, reason));
                        }
                    }
                    default -> {
                        // comments and the like
                    }
                }
            }
        } catch (XMLStreamException e) {
            return new ReturnLines(
                    List.of(), List.of(Problem.of("file", name, "top-ups.returns-xml")));
        }
        return new ReturnLines(lines, List.of());
    }

    private static boolean within(ArrayDeque<String> path, String... names) {
        var here = path.iterator();
        for (var name : names) {
            if (!here.hasNext() || !here.next().equals(name)) {
                return false;
            }
        }
        return true;
    }
}
