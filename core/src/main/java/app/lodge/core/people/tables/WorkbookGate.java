package app.lodge.core.people.tables;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Looks through a workbook before anything is built from it, in constant memory: how large it
/// unpacks, whether its parts declare entities, and whether its cells claim columns that would make a
/// reader lay out millions of empty ones (ECMA-376 part 1, 18.3.1.4).
final class WorkbookGate {

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
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var parts = 0;
            var sheets = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
                var path = part.getName();
                var counted = new Counted(zip, path.endsWith("/sharedStrings.xml"));
                if (path.startsWith("xl/worksheets/") && path.endsWith(".xml")) {
                    sheets++;
                    passSheet(counted);
                } else if (path.endsWith(".xml") || path.endsWith(".rels")) {
                    passPart(counted);
                }
                counted.transferTo(OutputStream.nullOutputStream());
            }
            if (sheets == 0) {
                throw broken();
            }
        } catch (TooLargeException e) {
            throw tooLarge();
        } catch (ZipException | XMLStreamException e) {
            throw e.getCause() instanceof TooLargeException || tooLargeInside(e)
                    ? tooLarge()
                    : broken();
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /// A document type could define entities that unfold without end.
    private void passPart(InputStream part) throws XMLStreamException, UnreadableException {
        var reader = xml.createXMLStreamReader(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw broken();
            }
        }
    }

    private void passSheet(InputStream sheet) throws XMLStreamException, UnreadableException {
        var reader = xml.createXMLStreamReader(sheet);
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw broken();
            }
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
                passCell(reader.getAttributeValue(null, "r"));
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

    private static boolean tooLargeInside(Throwable e) {
        return e instanceof XMLStreamException wrapped
                && wrapped.getNestedException() instanceof TooLargeException;
    }

    private UnreadableException tooLarge() {
        return new UnreadableException(
                "file", name, "import.workbook-unpacks-too-large", MOST_UNPACKED >> 20);
    }

    private UnreadableException broken() {
        return new UnreadableException("file", name, "import.workbook-broken");
    }

    /// Counts what comes out of the archive and never closes it.
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

        @Override
        public void close() {
            // the archive goes on to its next part
        }
    }

    private static final class TooLargeException extends IOException {}
}
