package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Portal;
import app.lodge.core.selfservice.Proof;
import app.lodge.core.site.Site;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Reach.MailReach;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Somebody with a mailbox and a login at a site's portal. The mail server is the test itself.
final class HolderAtThePortal implements AutoCloseable {

    private static final Actor PORTAL = Actor.device(7, "portal-1");
    private static final Behalf COUNTER = new Behalf(Behalf.Why.AT_THE_COUNTER, "");
    private static final String SECRET = "long enough secret";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    private final Site site;
    private final String email;
    private final List<Outlets.Mail> mails = new CopyOnWriteArrayList<>();
    private String token = "";

    HolderAtThePortal(Site site, String email) {
        this.site = site;
        this.email = email;
        site.tellThrough(new Mailbox());
        site.watch()
                .setMail(
                        ADMIN,
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

    /// With this mailbox from the beginning: a new address could not be released to for a while.
    AccountId enrolled(String familyName, Money balance) {
        var details =
                PersonField.merged(
                        PersonDetails.named("Test", familyName), Map.of(PersonField.EMAIL, email));
        var enrolled =
                (EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        ADMIN,
                                        RequestId.fresh(),
                                        details,
                                        EnrolOutcome.Duplicates.REFUSED);
        var account = site.accounts().ofPerson(ADMIN, enrolled.person().id()).orElseThrow().id();
        assertThat(
                        site.accounts()
                                .topUp(
                                        ADMIN,
                                        RequestId.fresh(),
                                        account,
                                        balance,
                                        PaymentMeans.CASH))
                .isInstanceOf(TopUpOutcome.ToppedUp.class);
        return account;
    }

    void movesTo(AccountId account, String address) {
        var person = site.accounts().find(ADMIN, account).orElseThrow().holder();
        var before = site.people().find(ADMIN, person).orElseThrow();
        assertThat(
                        site.people()
                                .change(
                                        ADMIN,
                                        RequestId.fresh(),
                                        person,
                                        before.revision(),
                                        PersonField.merged(
                                                before.details(),
                                                Map.of(PersonField.EMAIL, address))))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    void opens() {
        assertThat(site.portal().open(PORTAL, RequestId.fresh(), email)).isEmpty();
        assertThat(
                        site.portal()
                                .setSecret(
                                        PORTAL,
                                        RequestId.fresh(),
                                        email,
                                        codeOfMail(1),
                                        SECRET.toCharArray()))
                .isInstanceOf(Portal.SecretOutcome.Set.class);
        var signedIn = site.portal().signIn(PORTAL, email, SECRET.toCharArray());
        token = ((Portal.SignInOutcome.SignedIn) signedIn).token();
    }

    void linksByRelease(AccountId account, LinkRight... rights) {
        var asked = (LinkOutcome.Asked) release(account, rights);
        assertThat(linking(new HolderRequest.Release(asked.link().id(), codeOfMail(2))))
                .isInstanceOf(LinkOutcome.Done.class);
    }

    LinkOutcome release(AccountId account, LinkRight... rights) {
        return linking(
                new HolderRequest.AskRelease(
                        new Link.Wanted(account, Set.of(rights), false, null, false)));
    }

    private LinkOutcome linking(HolderRequest wanted) {
        return ((HolderAnswer.Linking) asks(wanted)).outcome();
    }

    void linksAtTheDesk(AccountId account, LinkRight right) {
        var login = site.selfService().named(ADMIN, email).orElseThrow().id();
        assertThat(
                        site.selfService()
                                .link(
                                        ADMIN,
                                        RequestId.fresh(),
                                        login,
                                        new Link.Wanted(account, Set.of(right), false, null, false),
                                        Proof.IDENTITY_CARD,
                                        COUNTER))
                .isInstanceOf(LinkOutcome.Done.class);
    }

    /// Of the accounts that the login may look at.
    Map<AccountId, Money> balances() {
        var balances = new HashMap<AccountId, Money>();
        for (var one : ((HolderAnswer.Accounts) asks(new HolderRequest.See())).linked()) {
            var account = one.account();
            if (account != null) {
                balances.put(account.id(), account.balance());
            }
        }
        return balances;
    }

    void gives(AccountId from, AccountId to, Money amount) {
        var shown = (HolderAnswer.Recipient) asks(new HolderRequest.Recipient(to));
        var moved =
                (HolderAnswer.Moved)
                        asks(new HolderRequest.Transfer(from, to, amount, shown.maskedName()));
        assertThat(moved.outcome()).isInstanceOf(MoveOutcome.Moved.class);
    }

    HolderAnswer asks(HolderRequest wanted) {
        return site.portal().carryOut(PORTAL, RequestId.fresh(), token, wanted).orElseThrow();
    }

    int mailsTo(String address) {
        site.holderPost().round(Actor.system("bridge"));
        return (int) mails.stream().filter(mail -> mail.to().contains(address)).count();
    }

    private String codeOfMail(int number) {
        eventually(() -> mailsTo(email) >= number);
        var text =
                mails.stream()
                        .filter(mail -> mail.to().contains(email))
                        .skip(number - 1L)
                        .findFirst()
                        .orElseThrow()
                        .text();
        var found = CODE.matcher(text);
        assertThat(found.find()).as("a code in %s", text).isTrue();
        return found.group();
    }

    @Override
    public void close() {
        site.tellThrough(Outlets.none());
    }

    private final class Mailbox implements Outlets {

        @Override
        public void mail(MailServer server, String password, Mail mail) {
            if (mails.stream().noneMatch(one -> one.key().equals(mail.key()))) {
                mails.add(mail);
            }
        }

        @Override
        public void post(URI address, byte[] secret, Call call) {
            throw new AssertionError("Nobody asked for a web hook");
        }
    }
}
