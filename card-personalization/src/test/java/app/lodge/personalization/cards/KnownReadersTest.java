package app.lodge.personalization.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.cards.KnownReaders.Known;
import app.lodge.personalization.cards.ReaderProfile.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Readers by name: which make, which slot, how many.
@Tag("ID-47")
class KnownReadersTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ACS ACR122U PICC Interface 00 00,ACS ACR122U,DIRECT,false",
        "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00,ACS ACR1252U,ACS,false",
        "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] 01 00,"
                + "HID OMNIKEY 5427 CK,NONE,false",
        "Evolis Primacy Contactless Encoder 00 00,Evolis,NONE,true",
        "Some Reader 00 00,Some Reader,NONE,false"
    })
    void everyReaderHasAMakeAndWhatItCan(
            String name, String title, Values values, boolean inPrinter) {
        var known = new KnownReaders(ReaderProfile.all(folder)).among(List.of(name)).getFirst();

        assertThat(known.title()).isEqualTo(title);
        assertThat(known.profile().values()).isEqualTo(values);
        assertThat(known.profile().inPrinter()).isEqualTo(inPrinter);
    }

    @Test
    void slotsForSamsAndContactsAreLeftOutAndTwoOfAMakeAreNumbered() {
        var readers = new KnownReaders(ReaderProfile.all(folder));

        assertThat(
                        readers.among(
                                List.of(
                                        "ACS ACR1281 1S Dual Reader [ACR1281 Dual Reader SAM] 00 02",
                                        "ACS ACR1252 [ACR1252 Dual Reader PICC] 00 00",
                                        "ACS ACR1252 [ACR1252 Dual Reader SAM] 00 01",
                                        "Evolis Primacy Contact Encoder 00 00",
                                        "ACS ACR122U PICC Interface 01 00",
                                        "ACS ACR122U PICC Interface 02 00")))
                .extracting(Known::title)
                .containsExactly("ACS ACR1252U", "ACS ACR122U", "ACS ACR122U (2)");
    }

    @Test
    void aWorkstationsOwnFileGoesFirst() throws Exception {
        Files.writeString(
                folder.resolve(ReaderProfile.FILE),
                """
                {"readers": [{"title": "Till", "names": "ACR122", "ignored": "", "values": "ACS",
                "chips": "NONE", "light": "NONE", "inPrinter": false}]}
                """);

        var known =
                new KnownReaders(ReaderProfile.all(folder))
                        .among(List.of("ACS ACR122U PICC Interface 00 00"))
                        .getFirst();

        assertThat(known.title()).isEqualTo("Till");
        assertThat(known.profile().values()).isEqualTo(Values.ACS);
    }
}
