package app.lodge.reports.export;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// XML for programs: `<report>` with `<parameters>`, `<figures>` and `<rows>`; each `<row>` has one
/// element per column that has a value, named as in CSV. UTF-8, times in UTC. `version` rises when the
/// structure changes in a way that breaks readers.
public final class XmlExport implements TableExport {

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    @Override
    public byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = factory.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("report");
            xml.writeAttribute("kind", table.about().kind());
            xml.writeAttribute("version", "1");
            xml.writeAttribute("site", legal(table.about().site()));
            xml.writeAttribute("generated", table.about().generatedAt().toString());
            parameters(xml, table.about().parameters());
            figures(xml, table);
            rows(xml, table);
            line(xml, 0);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(
                    "%s could not be written as XML".formatted(table.about().kind()), e);
        }
        return bytes.toByteArray();
    }

    private static void parameters(XMLStreamWriter xml, Map<String, String> parameters)
            throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("parameters");
        for (var parameter : parameters.entrySet()) {
            line(xml, 2);
            xml.writeStartElement("parameter");
            xml.writeAttribute("name", parameter.getKey());
            xml.writeCharacters(legal(parameter.getValue()));
            xml.writeEndElement();
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void figures(XMLStreamWriter xml, Table table) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("figures");
        for (var figure : table.figures()) {
            element(xml, 2, figure.name(), figure.value());
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void rows(XMLStreamWriter xml, Table table) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("rows");
        for (var row : table.rows()) {
            line(xml, 2);
            xml.writeStartElement("row");
            for (var i = 0; i < row.size(); i++) {
                if (!(row.get(i) instanceof Cell.Nothing)) {
                    element(xml, 3, table.columns().get(i).name(), row.get(i));
                }
            }
            line(xml, 2);
            xml.writeEndElement();
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, int depth, String name, Cell value)
            throws XMLStreamException {
        line(xml, depth);
        xml.writeStartElement(name);
        xml.writeCharacters(legal(PlainValue.of(value)));
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// XML 1.0 section 2.2 has no place for control characters and lone surrogates; they become U+FFFD.
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints()
                .map(c ->
                        c == '\t'
                                        || c == '\n'
                                        || c == '\r'
                                        || c >= 0x20 && c <= 0xD7FF
                                        || c >= 0xE000 && c <= 0xFFFD
                                        || c >= 0x10000
                                ? c
                                : 0xFFFD)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
