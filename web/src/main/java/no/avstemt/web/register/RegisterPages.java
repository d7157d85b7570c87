package no.avstemt.web.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.register.KeepRegister.Kept;
import no.avstemt.application.register.Register.Found;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Link;
import no.avstemt.web.register.RegisterPage.Row;
import no.avstemt.web.register.RegisterView.ListColumn;
import no.avstemt.web.text.Texts;

/** One register as pages: its list, and a form for each of its things. */
final class RegisterPages<T> {

    private static final int PER_PAGE = 50;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final Param<Boolean> AWAY_TOO = Param.withDefault("show", shows(), "active");

    private final RegisterView<T> view;
    private final List<Param<String>> params;
    private final ClientFrames frames;

    RegisterPages(RegisterView<T> view, ClientFrames frames) {
        this.view = view;
        this.params = view.inputs().stream().map(FormInput::param).toList();
        this.frames = frames;
    }

    private static ParamType<Boolean> shows() {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("active", false);
        values.put("all", true);
        return ParamType.choice(values);
    }

    List<Route> routes() {
        String list = Addresses.registerPath(view.path());
        String one = list + "/{id}";
        Param<?>[] typed = params.toArray(Param<?>[]::new);
        return List.of(
                read(list, "Lists a register.")
                        .takes(Paged.SEARCH, AWAY_TOO, Paged.PAGE)
                        .by(this::list),
                write(Route.get(list + "/new"), "A form for one more in a register.")
                        .by(request -> form(request, 200, RegisterForm.filled(view, view.usual()), Optional.empty())),
                write(Route.post(list + "/new"), "Adds one to a register.")
                        .takes(typed)
                        .by(this::add),
                read(one, "One of a register.").takes(Param.ID).by(this::show),
                write(Route.post(one), "Changes one of a register.")
                        .takes(Param.ID)
                        .takes(typed)
                        .by(this::change),
                write(Route.post(one + "/delete"), "Deletes one of a register that nothing refers to.")
                        .takes(Param.ID)
                        .by(this::remove));
    }

    private static RouteDraft read(String path, String says) {
        return Route.get(path).toReaders().ofClient().answers(RouteDraft.HTML).says(says);
    }

    private static RouteDraft write(RouteDraft draft, String says) {
        return draft.toWriters().ofClient().answers(RouteDraft.HTML).says(says);
    }

    private Reply list(Request request) {
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Optional<String> search = request.get(Paged.SEARCH);
        boolean awayToo = request.get(AWAY_TOO);
        Found<T> found = view.keep().page(request.client(), new Search(search, !awayToo), paged.offset(), PER_PAGE);
        Texts texts = request.texts();
        long pages = paged.pages(found.records());
        return Reply.page(new View(
                "register/register.jte",
                new RegisterPage(
                        frames.frame(request, RailPage.REGISTERS, t(texts, ""), List.of()),
                        t(texts, ""),
                        t(texts, ".lead"),
                        RegisterTabs.of(request, view.path()),
                        Addresses.registerPath(view.path()),
                        request.client().toString(),
                        search.orElse(""),
                        List.of(showing(request, "active", !awayToo), showing(request, "all", awayToo)),
                        awayToo ? "all" : "active",
                        request.caller().mayWrite() ? newAddress(request).toString() : "",
                        t(texts, ".new"),
                        texts.get("register.count", request.formats().count(found.records())),
                        view.columns().stream()
                                .map(ListColumn::key)
                                .map(texts::get)
                                .toList(),
                        found.page().stream()
                                .map(stored -> row(stored, request))
                                .toList(),
                        search.isEmpty() ? t(texts, ".none") : texts.get("register.noneFound"),
                        paged.page() > 1 ? listAddress(request, paged.page() - 1) : "",
                        paged.page() < pages ? listAddress(request, paged.page() + 1) : "")));
    }

    private String t(Texts texts, String part) {
        return texts.get("register." + view.path() + part);
    }

    private static Link showing(Request request, String name, boolean shown) {
        return new Link(request.texts().get("register.show." + name), name, shown);
    }

    private Row row(Stored<T> stored, Request request) {
        List<String> cells = new ArrayList<>();
        view.columns().forEach(column -> cells.add(column.value().apply(stored.thing(), request)));
        return new Row(address(request, stored.id()).toString(), cells.get(0), cells.subList(1, cells.size()));
    }

    private Address listAddress(Request request) {
        return Addresses.register(request.client(), view.path());
    }

    private String listAddress(Request request, long page) {
        Address address = listAddress(request).with(AWAY_TOO.name(), request.get(AWAY_TOO) ? "all" : "active");
        Optional<String> search = request.get(Paged.SEARCH);
        return (search.isPresent() ? address.with(Paged.SEARCH.name(), search.get()) : address)
                .with(Paged.PAGE.name(), page)
                .toString();
    }

    private Address newAddress(Request request) {
        return Addresses.register(request.client(), view.path() + "/new");
    }

    private Address address(Request request, long id) {
        return Addresses.register(request.client(), view.path() + "/" + id);
    }

    private Reply add(Request request) {
        RegisterForm<T> form = RegisterForm.of(view, params, request);
        Optional<T> thing = form.read(request);
        if (thing.isEmpty()) {
            return form(request, UNPROCESSABLE, form, Optional.empty());
        }
        return answered(
                request,
                form,
                view.keep().add(request.client(), Actor.of(request.caller()), thing.get()),
                Optional.empty());
    }

    private Reply show(Request request) {
        Stored<T> stored = stored(request);
        return form(request, 200, RegisterForm.filled(view, view.filled(stored.thing())), Optional.of(stored));
    }

    private Stored<T> stored(Request request) {
        return view.keep().find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
    }

    private Reply change(Request request) {
        Stored<T> stored = stored(request);
        RegisterForm<T> form = RegisterForm.of(view, params, request);
        Optional<T> thing = form.read(request);
        if (thing.isEmpty()) {
            return form(request, UNPROCESSABLE, form, Optional.of(stored));
        }
        return answered(
                request,
                form,
                view.keep().change(request.client(), Actor.of(request.caller()), stored.id(), thing.get()),
                Optional.of(stored));
    }

    private Reply remove(Request request) {
        Stored<T> stored = stored(request);
        Kept<T> kept = view.keep().remove(request.client(), Actor.of(request.caller()), stored.id());
        return kept.objection().isEmpty()
                ? Reply.seeOther(listAddress(request).toString())
                : answered(request, RegisterForm.filled(view, view.filled(stored.thing())), kept, Optional.of(stored));
    }

    private Reply answered(Request request, RegisterForm<T> form, Kept<T> kept, Optional<Stored<T>> before) {
        if (kept.objection().isPresent()) {
            String field = kept.objection().get().field();
            boolean isAsked =
                    view.inputs().stream().anyMatch(input -> input.name().equals(field));
            form.faults()
                    .add(isAsked ? field : "", Objections.text(kept.objection().get(), request.texts()));
            return form(request, CONFLICT, form, before);
        }
        long id = kept.stored().orElseThrow(Problem::notFound).id();
        return Reply.seeOther(address(request, id).toString());
    }

    private Reply form(Request request, int status, RegisterForm<T> form, Optional<Stored<T>> stored) {
        Texts texts = request.texts();
        boolean mayWrite = request.caller().mayWrite();
        String title = stored.map(each -> view.title(each.thing())).orElseGet(() -> t(texts, ".new"));
        Address self = stored.map(each -> address(request, each.id())).orElseGet(() -> newAddress(request));
        return Reply.page(
                status,
                new View(
                        "register/form.jte",
                        new RegisterFormPage(
                                frames.frame(
                                        request,
                                        RailPage.REGISTERS,
                                        title,
                                        List.of(Link.to(
                                                t(texts, ""),
                                                listAddress(request).toString()))),
                                request.client().toString(),
                                title,
                                stored.flatMap(each -> lines(request, each)).orElse(""),
                                stored.map(each -> entries(request, each)).orElse(List.of()),
                                stored.map(each -> view.doubts(each.thing())).orElse(List.of()).stream()
                                        .map(texts::get)
                                        .toList(),
                                mayWrite ? List.of() : facts(form, texts),
                                mayWrite ? self.path() : "",
                                form.faults(),
                                form.inputs(texts),
                                mayWrite && stored.isPresent() ? self.path() + "/delete" : "")));
    }

    private Optional<String> lines(Request request, Stored<T> stored) {
        return view.type()
                .map(type -> Addresses.generalLedger(request.client())
                        .with("dimensions", type.apiName() + ":" + stored.id())
                        .toString());
    }

    private List<Link> entries(Request request, Stored<T> stored) {
        return view.entries(request.client(), stored.id()).stream()
                .map(entry -> Link.to(
                        request.texts().get("journal.entry", entry.fiscalYear() + "/" + entry.number()),
                        Addresses.journalEntry(request.client(), entry.id()).toString()))
                .toList();
    }

    private List<Fact> facts(RegisterForm<T> form, Texts texts) {
        List<Fact> facts = new ArrayList<>();
        for (FormInput input : view.inputs()) {
            String value = form.typed().getOrDefault(input.name(), "");
            if (!value.isEmpty()) {
                String key = input.option(value);
                String shown = input.isChosen() && texts.has(key) ? texts.get(key) : value;
                facts.add(Fact.of(texts.get(input.label()), shown));
            }
        }
        return facts;
    }
}
