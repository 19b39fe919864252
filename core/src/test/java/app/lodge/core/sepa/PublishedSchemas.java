package app.lodge.core.sepa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.SAXException;

/// The schemas that ISO 20022 publishes, out of a test dependency's jar.
final class PublishedSchemas {

    private PublishedSchemas() {}

    /// @throws SAXException if the document is not of its schema
    static void validate(String message, byte[] document) throws SAXException, IOException {
        var published = PublishedSchemas.class.getResource("/" + message + ".xsd");
        Assumptions.assumeTrue(
                published != null,
                "SKIPPED: needs %s.xsd on the test class path".formatted(message));
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.newSchema(published)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(document)));
    }
}
