package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.PERSON_SIGNATURE;
import static app.lodge.core.people.SamplePeople.anna;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a signature until the person is erased, on every database.
@Tag("ID-46")
abstract class SignaturesContract {

    private static final byte[] FIRST = Photos.jpeg(300, 90, 1);
    private static final byte[] SECOND = png(200, 60);

    @TempDir Path folder;
    private TestRegister site;
    private Signatures signatures;
    private PersonId anna;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        site = new TestRegister(folder, source());
        signatures = Signatures.in(site.register());
        anna = site.enrolled(anna()).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theNewestIsPrintedAndTheOthersAreHistory() {
        assertThat(signatures.current(CLERK, anna)).isEmpty();
        assertThat(keep(FIRST)).isEqualTo(new SignatureOutcome.Kept(1));
        assertThat(keep(FIRST)).as("the same once more").isEqualTo(new SignatureOutcome.Kept(1));
        assertThat(keep(SECOND)).isEqualTo(new SignatureOutcome.Kept(2));
        assertThat(signatures.current(CLERK, anna)).hasValue(SECOND);
        assertThat(signatures.history(CLERK, anna))
                .extracting(KeptSignature::number, KeptSignature::printed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, true),
                        org.assertj.core.groups.Tuple.tuple(1L, false));
        assertThat(signatures.picture(CLERK, 1)).hasValue(FIRST);
        assertThat(kinds()).containsExactly("signature.taken", "signature.replaced");
    }

    @Test
    void takenAwayNoneIsPrintedAndPutBackItIsAgain() {
        keep(FIRST);
        assertThat(signatures.takeAway(CLERK, RequestId.fresh(), anna, 1))
                .isEqualTo(new SignatureOutcome.TakenAway(1));
        assertThat(signatures.current(CLERK, anna)).isEmpty();
        assertThat(signatures.history(CLERK, anna)).hasSize(1);
        assertThat(signatures.putBack(CLERK, RequestId.fresh(), anna, 1))
                .isEqualTo(new SignatureOutcome.Kept(1));
        assertThat(signatures.current(CLERK, anna)).hasValue(FIRST);
        assertThat(kinds())
                .containsExactly("signature.taken", "signature.taken-away", "signature.put-back");
    }

    @Test
    void whatWasNotSeenIsNotTakenAwayAndNobodyGetsAnothersSignature() {
        keep(FIRST);
        keep(SECOND);
        assertThat(signatures.takeAway(CLERK, RequestId.fresh(), anna, 1))
                .isEqualTo(new SignatureOutcome.Overtaken());
        assertThat(signatures.current(CLERK, anna)).hasValue(SECOND);
        var other = site.enrolled(PersonDetails.named("Ivo", "Marić")).id();
        assertThat(signatures.putBack(CLERK, RequestId.fresh(), other, 1))
                .isInstanceOfSatisfying(
                        SignatureOutcome.Rejected.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::key)
                                        .containsExactly("people.signature-unknown"));
        assertThat(signatures.current(CLERK, other)).isEmpty();
    }

    @Test
    void aRepeatedRequestChangesNothingTwice() {
        var request = RequestId.fresh();
        signatures.keep(CLERK, request, anna, SignatureSource.DRAWN, FIRST);
        keep(SECOND);
        assertThat(signatures.keep(CLERK, request, anna, SignatureSource.DRAWN, FIRST))
                .isEqualTo(new SignatureOutcome.Kept(1));
        assertThat(signatures.current(CLERK, anna)).hasValue(SECOND);
    }

    @Test
    void whatIsNoPictureIsRefusedByName() {
        assertThat(keys(keep("<svg/>".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("people.signature-no-picture");
        assertThat(keys(keep(Arrays.copyOf(SECOND, SECOND.length / 2))))
                .containsExactly("people.signature-unreadable");
        assertThat(keys(keep(Arrays.copyOf(FIRST, FIRST.length / 2))))
                .containsExactly("people.signature-unreadable");
        assertThat(keys(keep(png(10, 60)))).containsExactly("people.signature-dimensions");
        assertThat(keys(keep(new byte[SignatureCheck.MOST_BYTES + 1])))
                .containsExactly("people.signature-too-large");
        assertThat(signatures.history(CLERK, anna)).isEmpty();
    }

    @Test
    @Tag("ID-57")
    void inTheBooksItIsSealedUnderThePersonsKey() {
        keep(FIRST);
        var sealed =
                site.books()
                        .read(sql ->
                                sql.select(PERSON_SIGNATURE.SEALED)
                                        .from(PERSON_SIGNATURE)
                                        .fetchSingle()
                                        .value1());
        var piece = Arrays.copyOfRange(FIRST, FIRST.length / 2, FIRST.length / 2 + 32);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(piece, StandardCharsets.ISO_8859_1));
    }

    @Test
    @Tag("ID-55")
    void whoMayNotSeesAndChangesNone() {
        keep(FIRST);
        assertThatThrownBy(() -> signatures.history(AUDITOR, anna))
                .isInstanceOf(NotPermitted.class);
        var looking = actor(Set.of(Permission.SEE_PEOPLE), Set.of(), Scope.SITE);
        assertThat(signatures.current(looking, anna)).hasValue(FIRST);
        assertThatThrownBy(() ->
                        signatures.keep(
                                looking, RequestId.fresh(), anna, SignatureSource.DRAWN, SECOND))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> signatures.takeAway(looking, RequestId.fresh(), anna, 1))
                .isInstanceOf(NotPermitted.class);
        var kitchen = new Scope.Departments(Set.of("Kitchen"));
        for (var blind :
                List.of(
                        actor(Role.CLERK.permissions(), Set.of(Reach.SIGNATURE), Scope.SITE),
                        actor(Role.CLERK.permissions(), Set.of(), kitchen))) {
            assertThat(signatures.current(blind, anna)).isEmpty();
            assertThat(signatures.history(blind, anna)).isEmpty();
            assertThat(signatures.picture(blind, 1)).isEmpty();
        }
        var elsewhere = actor(Role.CLERK.permissions(), Set.of(), kitchen);
        assertThatThrownBy(() ->
                        signatures.keep(
                                elsewhere, RequestId.fresh(), anna, SignatureSource.FILE, SECOND))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> signatures.putBack(elsewhere, RequestId.fresh(), anna, 1))
                .isInstanceOf(NotPermitted.class);
        assertThat(signatures.current(CLERK, anna)).hasValue(FIRST);
    }

    private static Actor actor(Set<Permission> permissions, Set<String> hidden, Scope scope) {
        return new Actor(
                7, "Someone", Role.CLERK, "desk-3", new Mandate("own", permissions, hidden, scope));
    }

    private SignatureOutcome keep(byte[] image) {
        return signatures.keep(CLERK, RequestId.fresh(), anna, SignatureSource.FILE, image);
    }

    private static List<String> keys(SignatureOutcome outcome) {
        return ((SignatureOutcome.Rejected) outcome).problems().stream().map(Problem::key).toList();
    }

    private List<String> kinds() {
        return site.books()
                .read(sql ->
                        sql.select(JOURNAL.KIND)
                                .from(JOURNAL)
                                .where(JOURNAL.KIND.startsWith("signature."))
                                .orderBy(JOURNAL.ID)
                                .fetch(JOURNAL.KIND));
    }

    private static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, x * 7 * y % 251);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
