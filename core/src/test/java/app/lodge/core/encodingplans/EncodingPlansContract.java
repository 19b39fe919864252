package app.lodge.core.encodingplans;

import static app.lodge.core.books.tables.Tables.ENCODING_PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.encodingplans.EncodingPlans.PublishOutcome;
import app.lodge.core.encodingplans.EncodingPlans.ReinstateOutcome;
import app.lodge.core.encodingplans.EncodingPlans.RetireOutcome;
import app.lodge.core.encodingplans.EncodingPlans.SaveOutcome;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.core.encodingplans.EncodingPlans.UseOutcome;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.SigningKeys;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.media.MediumKind;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the door of plans promises, on either database.
@Tag("ID-47")
abstract class EncodingPlansContract {

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    private Books books;
    private EncodingPlans plans;

    abstract BooksSource source();

    /// Takes away what keeps rows from being changed, as an owner of the database can.
    abstract String unguarded();

    @BeforeEach
    void open() {
        books = Books.open(source(), NOW, new Plain());
        plans = EncodingPlans.in(books, SiteSignatures.with(new PlainKeys()), "site-1");
    }

    @AfterEach
    void close() {
        books.close();
    }

    private EncodingPlan draft() {
        var saved = plans.saveDraft(ADMIN, RequestId.fresh(), ShippedPlans.lodgeId());
        return ((SaveOutcome.Saved) saved).draft();
    }

    private EncodingPlan published() {
        draft();
        var outcome = plans.publish(ADMIN, RequestId.fresh(), "lodge-id");
        return ((PublishOutcome.Published) outcome).plan();
    }

    @Test
    void aNewCardGetsWhatShipsUntilAnotherPlanIsNamed() {
        assertThat(plans.inUse(CLERK, MediumKind.CARD)).isEqualTo(ShippedPlans.lodgeId());
        var next = published();
        assertThat(next.version()).isEqualTo(2);
        assertThat(plans.inUse(CLERK, MediumKind.CARD).version()).isEqualTo(1);

        assertThat(plans.use(ADMIN, RequestId.fresh(), MediumKind.CARD, "lodge-id", 2))
                .isEqualTo(new UseOutcome.InUse(next, MediumKind.CARD));

        assertThat(plans.inUse(CLERK, MediumKind.CARD)).isEqualTo(next);
        assertThat(plans.retire(ADMIN, RequestId.fresh(), "lodge-id", 2))
                .isEqualTo(new RetireOutcome.InUse(MediumKind.CARD));
    }

    @Test
    void contactKeysHavePlansOfTheirOwn() {
        assertThat(plans.use(ADMIN, RequestId.fresh(), MediumKind.CARD, "contact-key-number", 1))
                .isEqualTo(new UseOutcome.NotForKind("contact-key-number@1", MediumKind.CARD));
        assertThat(plans.use(ADMIN, RequestId.fresh(), MediumKind.CONTACT_KEY, "lodge-id", 1))
                .isEqualTo(new UseOutcome.NotForKind("lodge-id@1", MediumKind.CONTACT_KEY));
        assertThat(plans.inUse(CLERK, MediumKind.CARD)).isEqualTo(ShippedPlans.lodgeId());
        assertThat(
                        plans.use(
                                ADMIN,
                                RequestId.fresh(),
                                MediumKind.CONTACT_KEY,
                                "contact-key-number",
                                1))
                .isInstanceOf(UseOutcome.InUse.class);
    }

    @Test
    void aPublishedPlanNeverChanges() {
        published();
        assertThatThrownBy(() -> tamper());
        assertThatThrownBy(() -> sql("delete from encoding_plan"));
        assertThat(draft().version()).as("the next draft is another version").isEqualTo(3);
    }

    @Test
    void aTamperedPlanIsRefused() {
        published();
        plans.use(ADMIN, RequestId.fresh(), MediumKind.CARD, "lodge-id", 2);
        sql(unguarded());
        tamper();

        assertThat(plans.find(ADMIN, "lodge-id", 2).orElseThrow().state())
                .isEqualTo(State.TAMPERED);
        assertThatThrownBy(() -> plans.inUse(CLERK, MediumKind.CARD))
                .hasMessageContaining("lodge-id@2");
        assertThatThrownBy(() -> plans.export(ADMIN, "lodge-id", 2))
                .hasMessageContaining("does not hold");
    }

    private void tamper() {
        sql(
                "update encoding_plan set document = replace(document, '\"size\":48',"
                        + " '\"size\":64')");
    }

    private void sql(String statement) {
        books.write(
                ADMIN,
                tx -> {
                    tx.sql().execute(statement);
                    return null;
                });
    }

    @Test
    void anUnsoundDraftIsKeptAndNotPublished() {
        var plan = ShippedPlans.lodgeId();
        var broken =
                new EncodingPlan("lodge-id", 7, "", plan.medium(), List.of("nowhere"), List.of());
        var saved = plans.saveDraft(ADMIN, RequestId.fresh(), broken);
        assertThat(((SaveOutcome.Saved) saved).findings()).anyMatch(Finding::blocks);
        assertThat(plans.publish(ADMIN, RequestId.fresh(), "lodge-id"))
                .isInstanceOf(PublishOutcome.Unsound.class);
        assertThat(plans.publish(ADMIN, RequestId.fresh(), "other"))
                .isEqualTo(new PublishOutcome.NoDraft("other"));
        plans.discardDraft(ADMIN, RequestId.fresh(), "lodge-id");
        assertThat(plans.list(ADMIN)).noneMatch(line -> line.state() == State.DRAFT);
    }

    @Test
    void aFileCarriesAPlanToAnotherSite() {
        published();
        var file = plans.export(CLERK, "lodge-id", 2).orElseThrow();
        assertThat(file).contains("\"signature\"").contains("site-1");
        var taken = plans.take(ADMIN, RequestId.fresh(), file);
        assertThat(((SaveOutcome.Saved) taken).draft().version()).isEqualTo(3);
        assertThat(plans.take(ADMIN, RequestId.fresh(), file.replace("\"size\"", "\"sise\"")))
                .isInstanceOf(SaveOutcome.NotSaved.class);
        assertThat(plans.take(ADMIN, RequestId.fresh(), "no plan"))
                .isInstanceOf(SaveOutcome.NotSaved.class);
    }

    @Test
    void publishingAgainWithTheSameRequestPublishesOnce() {
        draft();
        var request = RequestId.fresh();
        assertThat(plans.publish(ADMIN, request, "lodge-id"))
                .isEqualTo(plans.publish(ADMIN, request, "lodge-id"));
        assertThat(books.<Integer>read(sql -> sql.fetchCount(ENCODING_PLAN))).isEqualTo(1);
    }

    @Test
    void aRetiredPlanIsForNoNewMedium() {
        published();
        assertThat(plans.retire(ADMIN, RequestId.fresh(), "lodge-id", 2))
                .isInstanceOf(RetireOutcome.Retired.class);
        assertThat(plans.use(ADMIN, RequestId.fresh(), MediumKind.CARD, "lodge-id", 2))
                .isEqualTo(new UseOutcome.NotPublished("lodge-id@2"));
        assertThat(plans.load(CLERK, "lodge-id", 2).version()).isEqualTo(2);
    }

    @Test
    void aRetirementIsTakenBackOnceAndIsAnActOfStaff() {
        var plan = published();
        assertThat(plans.reinstate(ADMIN, RequestId.fresh(), "lodge-id", 2))
                .as("not retired")
                .isEqualTo(new ReinstateOutcome.NotRetired("lodge-id@2"));
        plans.retire(ADMIN, RequestId.fresh(), "lodge-id", 2);

        assertThat(plans.reinstate(ADMIN, RequestId.fresh(), "lodge-id", 2))
                .isEqualTo(new ReinstateOutcome.Reinstated(plan));
        assertThat(plans.reinstate(ADMIN, RequestId.fresh(), "lodge-id", 2))
                .as("somebody else was first")
                .isEqualTo(new ReinstateOutcome.NotRetired("lodge-id@2"));
        assertThat(plans.use(ADMIN, RequestId.fresh(), MediumKind.CARD, "lodge-id", 2))
                .isEqualTo(new UseOutcome.InUse(plan, MediumKind.CARD));
        assertThat(
                        Journal.in(books)
                                .page(
                                        ADMIN,
                                        new Journal.Filter("plans.reinstated", "", null, null),
                                        null,
                                        9)
                                .rows())
                .hasSize(1);
        assertThatThrownBy(() -> plans.reinstate(CLERK, RequestId.fresh(), "lodge-id", 2))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aClerkLooksAndChangesNothing() {
        assertThat(plans.list(CLERK)).isNotEmpty();
        assertThatThrownBy(() -> plans.publish(CLERK, RequestId.fresh(), "lodge-id"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(
                        () -> plans.use(CLERK, RequestId.fresh(), MediumKind.CARD, "lodge-id", 1))
                .isInstanceOf(NotPermitted.class);
    }

    /// Keys that lie open.
    private static final class PlainKeys implements SigningKeys {

        @Override
        public byte[] fresh() {
            var seed = new byte[32];
            new SecureRandom().nextBytes(seed);
            return seed;
        }

        @Override
        public byte[] publicKey(byte[] stored) {
            return new Ed25519PrivateKeyParameters(stored, 0).generatePublicKey().getEncoded();
        }

        @Override
        public byte[] sign(byte[] stored, byte[] message) {
            var signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(stored, 0));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }
    }

    private record Plain() implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
