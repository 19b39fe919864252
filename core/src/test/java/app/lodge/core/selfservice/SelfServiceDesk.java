package app.lodge.core.selfservice;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.selfservice.Link.Wanted;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Reach.MailReach;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A site with a portal, a clock that the test moves, and a mail server that can be away.
public final class SelfServiceDesk implements AutoCloseable {

    static final Actor PORTAL = Actor.device(7, "portal-1");
    static final Actor BRIDGE = Actor.system("bridge");
    static final Behalf COUNTER = new Behalf(Behalf.Why.AT_THE_COUNTER, "");
    static final String SECRET = "long enough secret";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    final List<Outlets.Mail> mails = new ArrayList<>();
    private final Home home;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private boolean mailAway;
    private boolean answerLost;
    private Site site;

    public SelfServiceDesk(Home home) throws Exception {
        this.home = home;
        this.site = open();
        sendsMail(site);
    }

    /// From now on the site has a mail server, which the test itself is.
    public static void sendsMail(Site site) {
        site.watch()
                .setMail(
                        CHIEF,
                        RequestId.fresh(),
                        new MailReach(
                                new Outlets.MailServer(
                                        "mail.example.test",
                                        465,
                                        Outlets.MailSecurity.TLS,
                                        "",
                                        "lodge@example.test"),
                                List.of("desk@example.test"),
                                List.of()),
                        null);
    }

    private Site open() throws Exception {
        InstantSource clock = () -> now;
        var opened = Site.open(home, clock, PrivacyDesk.CHEAP);
        opened.tellThrough(new Post());
        return opened;
    }

    Site site() {
        return site;
    }

    /// As after a crash: what was acknowledged is there, what was in memory is not.
    void restart() throws Exception {
        site.close();
        site = open();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void mailServerAway(boolean away) {
        mailAway = away;
    }

    /// The server takes the mail, and its answer never arrives.
    void answerLost(boolean lost) {
        answerLost = lost;
    }

    int post() {
        return site.holderPost().round(BRIDGE);
    }

    List<Outlets.Mail> mailTo(String address) {
        return mails.stream().filter(mail -> mail.to().contains(address)).toList();
    }

    static String code(Outlets.Mail mail) {
        var found = CODE.matcher(mail.text());
        assertThat(found.find()).as("a code in %s", mail.text()).isTrue();
        return found.group();
    }

    PersonId person(String given, String email, String birth) {
        var details =
                PersonField.merged(
                        PersonDetails.named(given, "Kovač"),
                        Map.of(PersonField.EMAIL, email, PersonField.BIRTH_DATE, birth));
        return new PrivacyDesk(site).enrolled(details);
    }

    AccountId account(PersonId person) {
        return site.accounts().ofPerson(CLERK, person).orElseThrow().id();
    }

    void change(PersonId person, PersonField field, String value) {
        Person before = site.people().find(CLERK, person).orElseThrow();
        site.people()
                .change(
                        CLERK,
                        RequestId.fresh(),
                        person,
                        before.revision(),
                        PersonField.merged(before.details(), Map.of(field, value)));
    }

    /// A login whose owner has set a secret with the code from the mail.
    LoginId login(String email) {
        assertThat(site.portal().open(PORTAL, RequestId.fresh(), email)).isEmpty();
        post();
        assertThat(
                        site.portal()
                                .setSecret(
                                        PORTAL,
                                        RequestId.fresh(),
                                        email,
                                        code(mailTo(email).getLast()),
                                        SECRET.toCharArray()))
                .isInstanceOf(Portal.SecretOutcome.Set.class);
        return site.selfService().named(CLERK, email).orElseThrow().id();
    }

    String signedIn(String email) {
        var outcome = site.portal().signIn(PORTAL, email, SECRET.toCharArray());
        return ((Portal.SignInOutcome.SignedIn) outcome).token();
    }

    HolderAnswer ask(String token, HolderRequest wanted) {
        return carried(token, wanted).orElseThrow();
    }

    Optional<HolderAnswer> carried(String token, HolderRequest wanted) {
        return site.portal().carryOut(PORTAL, RequestId.fresh(), token, wanted);
    }

    LinkOutcome linking(String token, HolderRequest wanted) {
        return ((HolderAnswer.Linking) ask(token, wanted)).outcome();
    }

    LinkOutcome askRelease(String token, AccountId account, LinkRight... rights) {
        return linking(
                token,
                new HolderRequest.AskRelease(
                        new Wanted(account, Set.of(rights), false, null, false)));
    }

    Link linkedAtTheDesk(LoginId login, Wanted wanted) {
        var outcome =
                site.selfService()
                        .link(
                                CLERK,
                                RequestId.fresh(),
                                login,
                                wanted,
                                Proof.IDENTITY_CARD,
                                COUNTER);
        assertThat(outcome).isInstanceOf(LinkOutcome.Done.class);
        return ((LinkOutcome.Done) outcome).link();
    }

    @Override
    public void close() {
        site.close();
    }

    private final class Post implements Outlets {

        @Override
        public void mail(MailServer server, String password, Mail mail) throws IOException {
            if (mailAway) {
                throw new IOException("421 " + mail.to().getFirst() + " not now");
            }
            mails.add(mail);
            if (answerLost) {
                throw new IOException("Connection reset");
            }
        }

        @Override
        public void post(URI address, byte[] secret, Call call) {
            throw new AssertionError("Nobody asked for a web hook");
        }
    }
}
