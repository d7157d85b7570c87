package no.avstemt.vipps.simulator;

/** A request that ends in an error answer. Shapes and codes as Vipps's own, see {@link Answer}. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String NO_LEDGER = "No such ledgerId";
    private static final String NO_SALE = "No such sale";

    private final transient Answer answer;

    private Refused(String why, Answer answer) {
        super(why);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    boolean isNoLedger() {
        return NO_LEDGER.equals(getMessage());
    }

    boolean isNoSale() {
        return NO_SALE.equals(getMessage());
    }

    /** Input validation, code 10002: the same request can never succeed. */
    static Refused badInput(String why) {
        return new Refused(why, Answer.failure(400, 10002, why));
    }

    static Refused unauthorized(String why) {
        return new Refused(why, Answer.unauthorized(why));
    }

    /** The gateway says so, before Vipps itself is asked. */
    static Refused wrongSubscription(String why) {
        return new Refused(why, Answer.gateway(401, why));
    }

    /** Known keys, but they do not open this. */
    static Refused forbidden(KeySet.Kind kind, String instance) {
        String why = "Keys of kind " + kind.word() + " do not open this";
        return new Refused(why, Answer.problem(403, "Forbidden", why, instance));
    }

    static Refused invalidClient(int status, String why) {
        return new Refused(why, Answer.oauthError(status, "invalid_client", why));
    }

    static Refused noSuchLedger(String instance) {
        return new Refused(NO_LEDGER, Answer.problem(404, "Not Found", NO_LEDGER, instance));
    }

    static Refused noSuchSale(String instance) {
        return new Refused(NO_SALE, Answer.problem(404, "Not Found", NO_SALE, instance));
    }

    static Refused noSuchPath(String instance) {
        return new Refused("No such path", Answer.problem(404, "Not Found", "No such resource", instance));
    }

    /** The control API does not understand, and says what it would. */
    static Refused control(String why) {
        return new Refused(why, Answer.problem(400, "Bad Request", why, "/_control"));
    }

    static Refused noSuchControl(String why) {
        return new Refused(why, Answer.problem(404, "Not Found", why + "; see GET /_control", "/_control"));
    }

    static Refused wrongMethod(String instance) {
        return new Refused("Wrong method", Answer.problem(405, "Method Not Allowed", "Use another method", instance));
    }
}
