package no.avstemt.web.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Shape;
import no.avstemt.web.api.Shown;

/** A route being written down. It becomes one only when it says who may use it. */
public final class RouteDraft {

    public static final String HTML = "text/html";
    public static final String JSON = "application/json";

    /** Server-sent events. */
    public static final String EVENTS = "text/event-stream";

    private final Route.Verb verb;
    private final String path;
    private Optional<Access> access = Optional.empty();
    private boolean ofClient;
    private final List<Param<?>> params = new ArrayList<>();
    private List<String> answers = List.of();
    private Contract contract = Contract.NONE;
    private String description = "";

    RouteDraft(Route.Verb verb, String path) {
        this.verb = verb;
        this.path = path;
    }

    /** For everyone, signed in or not. */
    public RouteDraft toAll() {
        access = Optional.of(Access.toAll());
        return this;
    }

    /** For everyone who is signed in or shows a key. */
    public RouteDraft toReaders() {
        access = Optional.of(Access.readers());
        return this;
    }

    /** For those who may change something. */
    public RouteDraft toWriters() {
        access = Optional.of(Access.writers());
        return this;
    }

    /** For these, and where something is changed for those of them who may change something: a key may be for reading. */
    public RouteDraft to(Role first, Role... others) {
        access = Optional.of(Access.only(EnumSet.of(first, others), verb != Route.Verb.GET));
        return this;
    }

    /** Needs {@code client_account_id}: in the path if it stands there, else in the query, or in a page's form. */
    public RouteDraft ofClient() {
        ofClient = true;
        return this;
    }

    public RouteDraft takes(Param<?>... more) {
        Collections.addAll(params, more);
        return this;
    }

    public RouteDraft answers(String... mediaTypes) {
        answers = List.of(mediaTypes);
        return this;
    }

    /** Takes a JSON object, which {@link Request#body} gives. */
    public RouteDraft body(Shape shape) {
        contract = contract.with(shape);
        return this;
    }

    /** Takes a JSON object or none, which is the same as an empty one. */
    public RouteDraft bodyOrNone(Shape shape) {
        contract = contract.withOptional(shape);
        return this;
    }

    /** Takes a body of one of these types as a stream of any length, which {@link Request#stream} gives. */
    public RouteDraft streams(String... mediaTypes) {
        contract = contract.withStreams(List.of(mediaTypes));
        return this;
    }

    /**
     * Takes files as a form ({@code multipart/form-data}), which {@link Request#files} gives.
     *
     * @param most bytes of all of them together
     */
    public RouteDraft files(String field, int most) {
        contract = contract.withFiles(field, most);
        return this;
    }

    /** Answers JSON with this status and of this form. */
    public RouteDraft gives(int status, Shown<?> shown) {
        answers = List.of(JSON);
        contract = contract.giving(status, shown.schema());
        return this;
    }

    /** Whatever else it answers, its JSON is of this form. */
    public RouteDraft inJson(Schema schema) {
        contract = contract.giving(200, schema);
        return this;
    }

    /** Answers one page of a list in the envelope of the API, and takes the page's parameters. */
    public RouteDraft lists(Shown<?> item) {
        answers = List.of(JSON);
        contract = contract.giving(200, Schema.pageOf(item.schema()));
        return takes(Paged.PAGE, Paged.PER_PAGE);
    }

    /** Answers one page of a list that is too long to be counted, and takes the size of the page and where it begins. */
    public RouteDraft slices(Shown<?> item, Param<?> after) {
        answers = List.of(JSON);
        contract = contract.giving(200, Schema.sliceOf(item.schema()));
        return takes(after, Paged.PER_PAGE);
    }

    /** Answers 204, without a body. */
    public RouteDraft givesNothing() {
        answers = List.of(JSON);
        contract = contract.givingNothing();
        return this;
    }

    /** @param when completes "409 when …", in English, for the API's description */
    public RouteDraft conflicts(String when) {
        contract = contract.conflicting(when);
        return this;
    }

    /** Answers 502, with what Vipps said, when Vipps does not answer as it should. */
    public RouteDraft asksVipps() {
        contract = contract.askingVipps();
        return this;
    }

    public RouteDraft says(String text) {
        description = text;
        return this;
    }

    /** @throws IllegalStateException when nobody has said who may use it */
    public Route by(Action action) {
        Access decided =
                access.orElseThrow(() -> new IllegalStateException(verb + " " + path + " does not say who may use it"));
        return new Route(verb, path, decided, ofClient, params, answers, contract, description, action);
    }
}
