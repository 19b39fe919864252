package app.lodge.core.people.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks through a workbook before anything is built from it, in constant memory: how large it
/// unpacks, whether its parts declare entities, and whether its cells claim columns that would make a
/// reader lay out millions of empty ones (ECMA-376 part 1, 18.3.1.4).
final class WorkbookGate {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookGate.class);

    static final long MOST_UNPACKED = 384L << 20;
    static final long MOST_SHARED_TEXT = 64L << 20;
    private static final int MOST_PARTS = 2_000;

    private final String name;
    private final XMLInputFactory xml;
    private long unpacked;

    WorkbookGate(String name) {
        this.name = name;
        this.xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    void pass(byte[] content) throws UnreadableException {
        // The same archive code as the reader behind the gate, lest the two see different parts.
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                        .get()) {
            var parts = 0;
            var sheets = 0;
            for (var part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
                sheets += passPart(zip, part);
            }
            if (sheets == 0) {
                throw broken();
            }
        } catch (TooLargeException e) {
            throw tooLarge();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof TooLargeException ? tooLarge() : broken();
        } catch (IOException | RuntimeException e) {
            // The archive code throws unchecked exceptions at some malformed headers.
            LOG.debug("A workbook could not be unpacked", e);
            throw broken();
        }
    }

    /// @return 1 for a sheet, 0 for other parts
    private int passPart(ZipFile zip, ZipArchiveEntry part)
            throws IOException, XMLStreamException, UnreadableException {
        var path = part.getName().toLowerCase(Locale.ROOT);
        try (var counted =
                new Counted(zip.getInputStream(part), path.endsWith("sharedstrings.xml"))) {
            if (path.endsWith(".xml") || path.endsWith(".rels")) {
                passXml(counted); // closes the stream at the document's end
            } else {
                counted.transferTo(OutputStream.nullOutputStream());
            }
        }
        return path.contains("worksheets/") && path.endsWith(".xml") ? 1 : 0;
    }

    /// A document type could define entities that unfold without end. Cells are looked for in every
    /// part: which parts are sheets is for the workbook's relations to say.
    private void passXml(InputStream part) throws XMLStreamException, UnreadableException {
        var reader = xml.createXMLStreamReader(part);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw broken();
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("c")) {
                        passCell(reader.getAttributeValue(null, "r"));
                    }
                }
                default -> {
                    // texts and ends say nothing about size that the counter does not
                }
            }
        }
    }

    private void passCell(@Nullable String reference) throws UnreadableException {
        if (reference == null) {
            return;
        }
        var column = 0;
        for (var i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (i > 3 || column > 16_384) {
                throw new UnreadableException(
                        "file", name, "import.too-many-columns", reference, Table.MOST_COLUMNS);
            }
        }
    }

    private UnreadableException tooLarge() {
        return new UnreadableException(
                "file", name, "import.workbook-unpacks-too-large", MOST_UNPACKED >> 20);
    }

    private UnreadableException broken() {
        return new UnreadableException("file", name, "import.workbook-broken");
    }

    /// Counts what comes out of the archive.
    private final class Counted extends FilterInputStream {

        private final boolean sharedText;
        private long mine;

        Counted(InputStream in, boolean sharedText) {
            super(in);
            this.sharedText = sharedText;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws TooLargeException {
            unpacked += bytes;
            mine += bytes;
            if (unpacked > MOST_UNPACKED || (sharedText && mine > MOST_SHARED_TEXT)) {
                throw new TooLargeException();
            }
        }
    }

    private static final class TooLargeException extends IOException {}
}
